"""What goes wrong stays where it is: other reports are published, earlier ones are kept and marked."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from small_project import SmallProject, is_running, wait_for

from pasar_nb.batch import opening, plan

NIK = "3503014708900001"
SECRET = "Siti Aminah menunggak"


def test_data_errors_stop_their_own_district_only(again: SmallProject) -> None:
    before = again.public()
    table = again.district("1107") / "skor.csv"
    header, first, *rest = table.read_text().splitlines()
    place = header.split(",").index("skor")
    cells = first.split(",")
    cells[place] = "9"
    table.write_text("\n".join([header, ",".join(cells), *rest]) + "\n")
    notebook = again.write_notebook("tiga", number="03")
    result = again.run()
    assert result.exit_code == 3
    assert again.statuses() == {
        **dict.fromkeys(("1107 satu", "1107 dua", "1107 tiga"), "data_error"),
        **dict.fromkeys(("3503 satu", "3503 dua", "3503 tiga"), "published"),
    }
    after = again.public()
    assert {path: after[path] for path in before} == before
    assert not (again.reports / "1107-aceh-barat" / "tiga.html").exists()
    index = (again.reports / "index.html").read_text()
    assert "laporan lama" in index
    assert "skor baris 2 kolom skor" in index
    assert "pasar check --district 1107" in result.output
    assert notebook.exists()


def test_a_workbook_that_cannot_be_read_is_named_as_a_file(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    folder = fresh.district("1107")
    for table in folder.glob("*.csv"):
        table.unlink()
    (folder / "dokumen-kendali.xlsx").write_bytes(b"PK\x03\x04")
    assert fresh.run("--district", "1107").exit_code == 3
    assert "Yang pertama: berkas dokumen-kendali.xlsx." in fresh.last("1107", "satu").message


def test_an_identifier_in_a_header_or_a_name_reaches_no_public_file(again: SmallProject) -> None:
    table = again.district("1107") / "skor.csv"
    header, first, *rest = table.read_text().splitlines()
    table.write_text("\n".join([f"{header},{NIK}", f"{first},{NIK}", *(f"{row}," for row in rest)]) + "\n")
    (again.district("3503") / f"{NIK}.xlsx").write_bytes(b"PK\x03\x04")
    result = again.run()
    assert result.exit_code == 3
    assert again.statuses()["1107 satu"] == again.statuses()["3503 satu"] == "data_error"
    assert NIK not in result.output
    assert not [
        path for path in again.reports.rglob("*") if path.is_file() and NIK.encode() in path.read_bytes()
    ]


def test_a_failing_notebook_says_where_and_why(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    fresh.write_notebook("gagal", f"raise ValueError({SECRET!r})", number="02", heading="Bagian rusak")
    result = fresh.run()
    assert result.exit_code == 1
    entry = fresh.last("1107", "gagal")
    assert (entry.status, entry.cell, entry.heading, entry.attempts) == ("failed", 5, "Bagian rusak", 1)
    assert entry.message == "Sel 5 berhenti dengan ValueError."
    assert SECRET not in result.output
    assert SECRET not in (fresh.reports / "index.html").read_text()
    assert SECRET in (fresh.reports / "_internal" / "1107-aceh-barat" / "gagal.log").read_text()
    assert "pasar lab --district 1107 --notebook gagal" in result.output
    assert {key: status for key, status in fresh.statuses().items() if "satu" in key} == {
        "1107 satu": "published",
        "3503 satu": "published",
    }
    assert not list(fresh.reports.glob("*/gagal.*"))


def test_our_own_errors_are_told_in_their_words(fresh: SmallProject) -> None:
    fresh.write_notebook("gagal", 'page.table("tabel_lain")')
    assert fresh.run("--district", "1107").exit_code == 1
    assert "tabel_lain" in fresh.last("1107", "gagal").message


def test_a_failed_report_is_tried_again_by_the_next_run(fresh: SmallProject) -> None:
    flag = fresh.root / "sudah"
    fresh.write_notebook("satu", f"open({str(flag)!r}).close()")
    assert fresh.run("--district", "1107").exit_code == 1
    flag.touch()
    assert fresh.run("--district", "1107").exit_code == 0


def test_a_report_that_takes_too_long_is_ended(fresh: SmallProject) -> None:
    child = "import subprocess, sys, time\n"
    child += "one = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
    child += f"open({str(fresh.root / 'pid')!r}, 'w').write(str(one.pid))\ntime.sleep(600)"
    fresh.write_notebook("lambat", child)
    result = fresh.run("--district", "1107", "--timeout", "4")
    assert result.exit_code == 1
    entry = fresh.last("1107", "lambat")
    assert (entry.status, entry.message) == ("timeout", "Belum selesai setelah 4 detik.")
    assert not is_running(int((fresh.root / "pid").read_text()))
    assert fresh.leftovers() == []


def test_a_kernel_that_dies_is_tried_again(fresh: SmallProject) -> None:
    flag = fresh.root / "pernah"
    code = f"import os, pathlib, signal\nflag = pathlib.Path({str(flag)!r})\n"
    code += "if not flag.exists():\n    flag.touch()\n    os.kill(os.getpid(), signal.SIGKILL)"
    fresh.write_notebook("satu", code)
    result = fresh.run("--district", "1107")
    assert result.exit_code == 0, result.output
    assert fresh.last("1107", "satu").attempts == 2


def test_a_kernel_that_always_dies_is_given_up(fresh: SmallProject) -> None:
    fresh.write_notebook("satu", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)")
    result = fresh.run("--district", "1107")
    assert result.exit_code == 1
    entry = fresh.last("1107", "satu")
    assert (entry.status, entry.attempts) == ("failed", 2)
    assert entry.message == "Kernel tidak dapat dijalankan atau mati sebelum selesai."


def test_a_worker_that_dies_takes_its_kernel_with_it(fresh: SmallProject) -> None:
    pids = fresh.root / "pids"
    code = "import os, pathlib, signal, time\n"
    code += f"with open({str(pids)!r}, 'a') as told:\n    print(os.getpid(), file=told)\n"
    code += "os.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(600)"
    fresh.write_notebook("satu", code)
    result = fresh.run("--district", "1107")
    assert result.exit_code == 1
    assert fresh.last("1107", "satu").attempts == 2
    kernels = [int(line) for line in pids.read_text().split()]
    assert len(kernels) == 2
    assert not any(map(is_running, kernels))


def test_an_identifier_stops_a_report_at_the_gate(fresh: SmallProject) -> None:
    fresh.write_notebook("bocor", f"from pasar_nb import Message\npage.show(Message('NIK {NIK}'))")
    fresh.write_notebook("satu", number="02")
    result = fresh.run("--district", "1107")
    assert result.exit_code == 1
    entry = fresh.last("1107", "bocor")
    assert entry.status == "failed"
    assert "tidak diterbitkan" in entry.message
    assert not list(fresh.reports.glob("*/bocor.*"))
    assert fresh.last("1107", "satu").status == "published"
    public = [path for path in fresh.reports.rglob("*") if path.is_file() and "_internal" not in path.parts]
    assert not [path for path in public if NIK.encode() in path.read_bytes()]
    assert NIK not in result.output


def test_a_household_of_the_district_stops_a_report_at_the_gate(fresh: SmallProject) -> None:
    rows = (fresh.district("1107") / "rumah_tangga.csv").read_text().splitlines()
    own_id = rows[1].split(",")[rows[0].split(",").index("id_rt")]
    fresh.write_notebook(
        "bocor", f"from pasar_nb import Message\npage.show(Message('Rumah tangga {own_id}'))"
    )
    assert fresh.run().exit_code == 1
    assert fresh.last("1107", "bocor").status == "failed"
    assert fresh.last("3503", "bocor").status == "published"  # there it is nobody's id


def test_a_place_that_cannot_be_written_fails_one_report(again: SmallProject) -> None:
    """The folder of one district is a file: its reports fail, the other district's are published."""
    for path in again.reports.glob("1107-*/*"):
        path.unlink()
    (again.reports / "1107-aceh-barat").rmdir()
    (again.reports / "1107-aceh-barat").write_text("bukan folder")
    again.write_notebook("satu", "2")
    result = again.run("--notebook", "satu")
    assert result.exit_code == 1
    assert again.last("1107", "satu").message.startswith("Laporan tidak dapat ditulis")
    assert again.last("3503", "satu").status == "published"
    assert again.leftovers() == []


def test_reports_that_cannot_be_written_at_all_are_told(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    (fresh.root / "berkas").write_text("")
    result = fresh.run("--reports", "berkas/di-bawahnya")
    assert result.exit_code == 1
    assert "tidak dapat dibaca atau ditulis" in result.output


def test_a_read_only_folder_is_told_and_left_as_it_is(again: SmallProject) -> None:
    before = again.everything()
    again.write_notebook("satu", "2")
    again.reports.chmod(0o555)
    with again.start("run", preexec_fn=bound_by_permissions) as running:
        said, _nothing = running.communicate(timeout=60)
    assert running.returncode == 1, said
    assert "tidak dapat dibaca atau ditulis" in said
    assert again.everything() == before


def bound_by_permissions() -> None:
    """Give up root's right to write where it is forbidden; others never had it."""
    if os.getuid() == 0 and sys.platform == "linux":
        drop_from_bounding_set, override, read_search = 24, 1, 2  # linux/prctl.h, linux/capability.h
        for capability in (override, read_search):
            ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)


def test_a_table_that_leads_to_itself_is_a_table_that_is_not_there(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    table = fresh.district("1107") / "kriteria.csv"
    table.unlink()
    table.symlink_to(table.name)
    assert fresh.run().exit_code == 0
    assert fresh.statuses() == {"1107 satu": "no_data", "3503 satu": "published"}


def test_a_table_that_suffices_makes_a_report_where_others_are_missing(fresh: SmallProject) -> None:
    fresh.write_notebook("satu", needs=["mitra"], suffices=["kriteria", "skor"])
    fresh.write_notebook("dua", number="02", needs=["mitra"], suffices=["kriteria"])
    (fresh.district("1107") / "kriteria.csv").unlink()
    output = fresh.run().output
    assert fresh.statuses() == {
        **{"1107 satu": "published", "3503 satu": "published"},
        **{"1107 dua": "no_data", "3503 dua": "published"},
    }
    assert "mitra. Sebagian laporan dapat dibuat dari kriteria saja." in " ".join(output.split())


def test_a_district_whose_check_breaks_stops_no_other(
    fresh: SmallProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Data that not even the check survives are their own district's failure, told without their content."""

    def breaking(folder: Path, **how: Any) -> opening.Opened:
        if folder.name.startswith("1107"):
            raise ValueError(SECRET)
        return opening.open_district(folder, **how)

    monkeypatch.setattr(plan, "open_district", breaking)  # no known data break it
    fresh.write_notebook("satu")
    result = fresh.run()
    assert result.exit_code == 1
    assert fresh.statuses() == {"1107 satu": "failed", "3503 satu": "published"}
    assert "(ValueError)" in fresh.last("1107", "satu").message
    assert SECRET not in result.output + (fresh.reports / "index.html").read_text()


def test_workers_leave_no_process(fresh: SmallProject) -> None:
    code = "import os, subprocess, sys\n"
    code += "one = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
    code += f"open({str(fresh.root / 'pid')!r}, 'w').write(str(one.pid))"
    fresh.write_notebook("satu", code)
    assert fresh.run("--district", "1107").exit_code == 0
    wait_for(lambda: not is_running(int((fresh.root / "pid").read_text())), "the end of the child")
