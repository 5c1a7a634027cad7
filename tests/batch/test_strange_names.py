"""Files and folders with strange names: the run goes on, and the public reads none that names somebody."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pandas as pd
import pytest
from small_project import SmallProject

NAMES_OF_BYTES = pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names as text")


def public_texts(project: SmallProject) -> str:
    files = [path for path in project.reports.rglob("*") if path.suffix in {".html", ".json"}]
    return "".join(path.read_text(encoding="utf-8") for path in files if "_internal" not in path.parts)


def into_a_workbook(folder: Path, name: str) -> None:
    """Put the scores of a district into a workbook of another name."""
    with pd.ExcelWriter(folder / "skor.xlsx") as book:
        pd.read_csv(folder / "skor.csv").to_excel(book, sheet_name="skor", index=False)
    (folder / "skor.xlsx").rename(folder / name)
    (folder / "skor.csv").unlink()


@NAMES_OF_BYTES
def test_names_that_are_no_text_end_no_run(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    (fresh.district("1107") / os.fsdecode(b"sal\xffinan.csv")).touch()
    (fresh.district("1107") / "skor.csv").unlink()
    fresh.district("3503").rename(fresh.data / os.fsdecode(b"3503-trenggal\xffek"))
    for _again in range(2):
        assert fresh.run("--workers", "1").exit_code == 3
        assert fresh.statuses() == {"1107 satu": "data_error", "3503 satu": "data_error"}
    assert fresh.last("3503", "satu").folder == os.fsdecode(b"3503-trenggal\xffek")
    assert "data perlu diperbaiki" in public_texts(fresh)


@NAMES_OF_BYTES
def test_a_workbook_whose_name_is_no_text_is_read_and_recorded(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    into_a_workbook(fresh.district("1107"), os.fsdecode(b"dok\x96umen.xlsx"))
    result = fresh.run("--workers", "1", "--district", "1107", "--audience", "internal")
    assert result.exit_code == 0, result.output
    (page,) = fresh.reports.rglob("1107-*/satu.html")
    assert "dok\ufffdumen.xlsx" in page.read_text(encoding="utf-8")


def test_no_public_file_names_whom_a_file_is_named_for(fresh: SmallProject) -> None:
    fresh.write_notebook("satu")
    into_a_workbook(fresh.district("1107"), "Data Bu Siti Aminah.xlsx")
    (fresh.district("3503") / "Wawancara Siti Aminah.csv").touch()
    (fresh.district("3503") / "skor.csv").unlink()
    result = fresh.run("--workers", "1")
    assert fresh.statuses() == {"1107 satu": "published", "3503 satu": "data_error"}, result.output
    said = public_texts(fresh)
    assert "Siti" not in said
    assert "berkas ke-" in said
    assert "Yang pertama: berkas yang namanya bukan nama tabel." in said
    (book,) = fresh.reports.glob("1107-*/satu.xlsx")
    sheets = pd.read_excel(book, sheet_name=None, header=None)
    cells = " ".join(str(cell) for sheet in sheets.values() for cell in sheet.to_numpy().ravel())
    assert "Siti" not in cells
    assert "berkas ke-" in cells
    shown = fresh.command("check", "--data", "data", "--district", "3503")
    assert "Wawancara Siti Aminah.csv" in shown.output
