"""A small project on disk: two or three synthetic districts, tiny notebooks, and the command run on them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from click.testing import CliRunner, Result
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from pasar_nb.batch import ledger
from pasar_nb.batch.layout import Layout
from pasar_nb.batch.ledger import Entry
from pasar_nb.cli import main

TABLES = ("profil", "kriteria", "skor", "keputusan", "rumah_tangga")
PARAMETERS = """\
district: str = "1107"  # Kode BPS kabupaten
data: str = "data"  # Folder data
language: str = "id"  # Bahasa
audience: str = "internal"  # Untuk siapa
draws: int = 100  # Banyaknya simulasi
seed: int = 1  # Awal bilangan acak
catatan: str = ""  # Catatan bebas
"""
OPENING = """\
from pasar_nb import open_page

given = {"draws": draws, "seed": seed, "catatan": catatan}
where = {"district": district, "data": data, "language": language, "audience": audience}
page = open_page("commodity_selection", **where, parameters=given)
page.cover()
"""
CLOSING = 'page.data_at_hand("kriteria", "skor")\npage.provenance({"draws": draws})'
PATIENCE = 40.0  # seconds that a test waits for something that takes a few
_RUN_FIELDS = re.compile(rb"\d{1,2} \w+ \d{4}, \d\d:\d\d UTC|Lama \(detik\)</dt><dd>[\d.,]+")


@dataclass(frozen=True)
class SmallProject:
    """A folder with `data`, `notebooks` and, after a run, `reports`."""

    root: Path

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    @property
    def layout(self) -> Layout:
        return Layout(self.reports)

    def write_notebook(
        self, name: str, *code: str, number: str = "01", heading: str = "Temuan", **about: object
    ) -> Path:
        """Write a notebook whose own cells stand between a cover and a record of origin."""
        cells = [
            new_markdown_cell(f"# Judul {name}\n\nApa yang kami tanyakan."),
            new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}),
            new_code_cell(OPENING),
            new_markdown_cell(f"## {heading}"),
            *(new_code_cell(one) for one in code),
            new_markdown_cell("## Coba sendiri", metadata={"tags": ["interactive"]}),
            new_code_cell("raise SystemExit('interaktif')", metadata={"tags": ["interactive"]}),
            new_markdown_cell("## Asal-usul"),
            new_code_cell(CLOSING),
        ]
        for place, cell in enumerate(cells):
            cell["id"] = f"sel-{place}"
        pasar = {"name": name, "needs": ["kriteria", "skor"], "uses": ["keputusan"], **about}
        path = self.root / "notebooks" / f"{number}_{name}.ipynb"
        path.parent.mkdir(exist_ok=True)
        path.write_text(nbformat.writes(new_notebook(cells=cells, metadata={"pasar": pasar})))
        return path

    def district(self, code: str) -> Path:
        (folder,) = self.data.glob(f"{code}-*")
        return folder

    def run(self, *arguments: str) -> Result:
        """Run ``pasar run`` in this process, whose warm workers are shared by all tests."""
        return self.command("run", *arguments)

    def command(self, *arguments: str) -> Result:
        with chdir(self.root):
            return CliRunner().invoke(main, arguments)

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[str]:
        """Start a command as a process of its own, to be killed or interrupted."""
        command = [sys.executable, "-c", "from pasar_nb.cli import main; main()", *arguments]
        return subprocess.Popen(
            command, cwd=self.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options
        )

    def entries(self) -> tuple[Entry, ...]:
        return ledger.read(self.layout.ledger)

    def statuses(self) -> dict[str, str]:
        """How every job ended last, by district and notebook."""
        return {f"{key[0]} {key[1]}": entry.status for key, entry in ledger.latest(self.entries()).items()}

    def last(self, district: str, notebook: str) -> Entry:
        return next(e for e in reversed(self.entries()) if (e.district, e.notebook) == (district, notebook))

    def public(self) -> dict[str, bytes]:
        """Every public file of a district, by its path."""
        files = sorted(path for path in self.reports.glob("[0-9]*/*") if path.is_file())
        return {path.relative_to(self.reports).as_posix(): path.read_bytes() for path in files}

    def everything(self) -> dict[str, tuple[bytes, int]]:
        """Every file below `reports` with its content and the moment of its last change."""
        files = sorted(path for path in self.reports.rglob("*") if path.is_file() and path.name != "lock")
        return {
            path.relative_to(self.reports).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in files
        }

    def leftovers(self) -> list[str]:
        """Files and folders that only a run in progress may have."""
        parts = [
            *self.reports.rglob(".pasar-*"),
            *self.reports.rglob("work"),
            *self.reports.rglob("lock.json"),
        ]
        return sorted(map(str, parts))


def without_run_fields(page: bytes) -> bytes:
    """Blank what may differ between two runs: the moment and the duration."""
    return _RUN_FIELDS.sub(b"-", page)


def wait_for(condition: Callable[[], object], what: str) -> None:
    """Wait until something is so; a test that waits in vain fails and says for what."""
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(0.02)


def waiting_for(flag: Path) -> str:
    """Code of a cell that says it has begun and then waits to be killed."""
    return (
        "import os, pathlib, time\n"
        f"flag = pathlib.Path({str(flag)!r}) / (district + '.began')\n"
        "flag.write_text(str(os.getpid()))\n"
        "while True:\n    time.sleep(0.05)"
    )


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return (
        Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"
        if Path("/proc").exists()
        else True
    )
