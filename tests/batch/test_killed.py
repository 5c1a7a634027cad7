"""Killed, interrupted and doubled runs: whole files, no remainder, and a next run that finishes the rest."""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from small_project import SmallProject, is_running, wait_for, waiting_for, without_run_fields

PUBLISHING = """
import sys
from pathlib import Path
from pasar_nb.whole_files import publish

folder, version = Path(sys.argv[1]), 0
while True:
    version += 1
    content = b"%08d" % version * 20_000
    publish({folder / name: content for name in ("a.json", "a.xlsx", "a.html")})
    print(version, flush=True)
"""


@pytest.mark.parametrize("seed", range(8))
def test_a_file_is_whole_whenever_its_writer_is_killed(tmp_path: Path, seed: int) -> None:
    script = [sys.executable, "-c", textwrap.dedent(PUBLISHING), str(tmp_path)]
    with subprocess.Popen(script, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(random.Random(seed).uniform(0, 0.05))
        writer.kill()
    contents = [(tmp_path / name).read_bytes() for name in ("a.json", "a.xlsx", "a.html")]
    versions = [int(content[:8]) for content in contents]
    assert contents == [b"%08d" % version * 20_000 for version in versions]
    assert max(versions) - min(versions) <= 1
    assert versions == sorted(versions, reverse=True)  # the page that links to the others comes last


@contextmanager
def half_done(project: SmallProject) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Start a run of which one report waits for ever; gives it with the pid of that report's kernel."""
    project.write_notebook("satu", "3")
    waiting = project.write_notebook("macet", waiting_for(project.root), number="001")
    flag = project.root / "1107.began"
    with project.start("run", "--workers", "1", "--district", "1107") as running:
        wait_for(lambda: running.poll() is not None or (flag.exists() and flag.read_text()), "the report")
        assert running.poll() is None, running.communicate()
        yield running, int(flag.read_text())
        waiting.unlink()


def test_a_killed_run_leaves_old_reports_whole_and_the_next_one_repairs(
    again: SmallProject, finished: SmallProject
) -> None:
    before = again.public()
    with half_done(again) as (running, kernel):
        busy = again.run("--district", "1107")
        assert busy.exit_code == 1
        assert f"sedang dipakai proses {running.pid}" in busy.output
        running.kill()
        running.wait()
        wait_for(lambda: not is_running(kernel), "the end of the kernel")
    assert again.public() == before
    assert (again.reports / "1107-aceh-barat" / ".pasar-x.tmp").write_bytes(b"half a page")
    again.write_notebook("satu")
    result = again.run()
    assert result.exit_code == 0, result.output
    assert "tidak berubah: 4" in result.output
    assert again.leftovers() == []
    assert digests(again) == digests(finished)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_ends_in_order(again: SmallProject, number: signal.Signals, code: int) -> None:
    with half_done(again) as (running, kernel):
        running.send_signal(number)
        said, _nothing = running.communicate(timeout=30)
        assert running.returncode == code, said
        assert "Dihentikan" in said
        assert not is_running(kernel)
    assert again.leftovers() == []
    assert "Judul satu" in (again.reports / "index.html").read_text()


def test_ctrl_c_before_the_first_kernel_ends_the_run_too(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    with fresh.start("run") as running:
        wait_for((fresh.layout.holder).exists, "the lock")
        running.send_signal(signal.SIGINT)
        said, _nothing = running.communicate(timeout=30)
    assert running.returncode == 130, said
    assert fresh.public() == {}
    assert fresh.leftovers() == []


def test_what_was_published_before_an_interruption_stays(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    fresh.write_notebook("macet", waiting_for(fresh.root), number="02")
    with fresh.start("run", "--workers", "1", "--district", "1107") as running:
        wait_for((fresh.root / "1107.began").exists, "the second report")
        running.send_signal(signal.SIGINT)
        running.communicate(timeout=30)
    assert running.returncode == 130
    assert fresh.statuses() == {"1107 satu": "published"}
    assert 'href="1107-aceh-barat/satu.html"' in (fresh.reports / "index.html").read_text()


def digests(project: SmallProject) -> dict[str, str]:
    """Digests of the public pages, less what tells of the run that made them."""
    return {
        path: hashlib.sha256(without_run_fields(content)).hexdigest()
        for path, content in project.public().items()
    }
