"""Workbooks of another version of the contract: read, and told what is different."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from pasar_nb.contract import read_folder
from pasar_nb.contract.grid import Grid, Place
from pasar_nb.contract.raw import Reading
from pasar_nb.contract.versions import (
    CHANGES,
    CODE,
    CONTRACT_VERSION,
    KIND,
    STAMP_SHEET,
    VERSION,
    version_problems,
)
from pasar_nb.language import Message

MADE_UP = {
    2: (Message("Kolom 'a' baru."),),
    3: (Message("Kolom 'b' kini wajib."), Message("Lembar 'c' baru.")),
}


def stamp(version: str, kind: str = "dokumen_kendali") -> list[list[str]]:
    return [[KIND, kind], [VERSION, version], [CODE, "3503"]]


def told(version: str, current: int) -> list[tuple[str, str]]:
    sheet = Grid(Place("dokumen-kendali.xlsx", STAMP_SHEET), stamp(version))
    return [(one.code, one.message.text("id")) for one in version_problems(sheet, current, MADE_UP)]


def read(folder: Path, rows: list[list[str]]) -> Reading:
    book = Workbook()
    sheet = book.active
    sheet.title = "deret"
    sheet.append(["seri", "bulan", "nilai", "satuan", "sumber"])
    sheet.append(["harga", "2024-01", 25000, "Rp/kg", "Dinas"])
    hidden = book.create_sheet(STAMP_SHEET)
    hidden.sheet_state = "hidden"
    for row in rows:
        hidden.append(row)
    folder.mkdir()
    book.save(folder / "dokumen-kendali.xlsx")
    return read_folder(folder)


def test_the_present_version_needs_no_word() -> None:
    assert told("3", 3) == []


def test_an_older_version_is_told_with_everything_that_changed_since() -> None:
    ((code, sentence),) = told("1", 3)
    assert code == "version_older"
    assert "versi 1; sekarang versi 3." in sentence
    assert sentence.endswith("Kolom 'a' baru. Kolom 'b' kini wajib. Lembar 'c' baru.")
    assert told("2", 3)[0][1].endswith("versi 3. Kolom 'b' kini wajib. Lembar 'c' baru.")


def test_a_newer_version_asks_for_a_newer_program() -> None:
    ((code, sentence),) = told("4", 3)
    assert code == "version_newer"
    assert "versi 4" in sentence


@pytest.mark.parametrize("version", ["", "dua", "-1", "1.5", "9" * 30])
def test_a_version_that_nobody_can_read_is_told(version: str) -> None:
    assert [code for code, _sentence in told(version, 3)] == ["version_unreadable"]


def test_every_version_says_what_changed() -> None:
    assert set(CHANGES) == set(range(2, CONTRACT_VERSION + 1))


def test_a_workbook_of_a_newer_version_is_read_with_a_warning(tmp_path: Path) -> None:
    reading = read(tmp_path / "3503-trenggalek", stamp(str(CONTRACT_VERSION + 1)))
    assert [(one.code, one.severity) for one in reading.problems] == [("version_newer", "warning")]
    assert len(reading.tables["deret"].frame) == 1


def test_the_hidden_sheet_is_no_table_and_not_told(tmp_path: Path) -> None:
    assert read(tmp_path / "3503-trenggalek", stamp(str(CONTRACT_VERSION))).problems == ()


def test_a_marked_copy_is_refused_as_data(tmp_path: Path) -> None:
    reading = read(tmp_path / "3503-trenggalek", stamp(str(CONTRACT_VERSION), "hasil_periksa"))
    assert reading.tables == {}
    assert [(one.code, one.severity) for one in reading.problems] == [("marked_copy", "error")]
