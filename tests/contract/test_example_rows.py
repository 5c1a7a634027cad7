"""The template's example rows: valid themselves, known again, and never a place where data vanish."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from pasar_nb.contract import TABLES, check, read_folder
from pasar_nb.contract.examples import MARK, MARK_COLUMN, SOURCE, example_rows
from pasar_nb.contract.grid import Grid, Place
from pasar_nb.contract.layout import cleaned, has_data, lay_out
from pasar_nb.contract.problems import Problem

SCORES = TABLES["skor"]
FILLED = {
    "komoditas": "Kakao",
    "kriteria": "risiko",
    "penilai": "Bappeda",
    "skor": "3",
    "nilai_data": "",
    "satuan": "",
    "sumber": "Wawancara",
    "tahun": "2023",
}


def grid(*rows: tuple[Mapping[str, str], str], headings: Mapping[str, str] | None = None) -> Grid:
    """Lay rows with their marks out as a sheet of `skor`; some headings may be other ones."""
    names = [column.name for column in SCORES.columns]
    heads = [(headings or {}).get(name, name) for name in names]
    body = [[row[name] for name in names] + [mark] for row, mark in rows]
    return Grid(Place("skor.csv", "", "skor"), [[*heads, MARK_COLUMN], *body])


def read(sheet: Grid) -> tuple[list[int], list[Problem]]:
    """Give the rows that count, and what is told."""
    raw, problems = cleaned(lay_out(sheet, SCORES))
    assert MARK_COLUMN not in raw.frame.columns
    return raw.frame.index.tolist(), problems


def first(**changed: str) -> dict[str, str]:
    return {**example_rows("skor")[0], **changed}


def test_every_table_has_two_examples_with_its_own_columns() -> None:
    for name, table in TABLES.items():
        rows = example_rows(name)
        assert len(rows) == (1 if name == "profil" else 2), name
        assert all(list(row) == [column.name for column in table.columns] for row in rows), name
    assert {path.stem for path in SOURCE.glob("*.csv")} == set(TABLES)


def test_every_column_has_an_example() -> None:
    """An official who wonders what belongs in a column finds it filled at least once."""
    empty = {
        f"{name}.{column.name}"
        for name, table in TABLES.items()
        for column in table.columns
        if not any(row[column.name] for row in example_rows(name))
    }
    assert empty == {"rumah_tangga.kelompok_adat"}  # left to the district, as it would be a stereotype


def test_the_examples_are_a_district_without_a_fault(tmp_path: Path) -> None:
    folder = tmp_path / "3503-trenggalek"
    shutil.copytree(SOURCE, folder)
    checked = check(read_folder(folder), today=date(2026, 11, 20))
    # The survey of the template has no column of its own for the district's further variables.
    assert {one.code for one in checked.problems} == {"variable_not_surveyed"}
    assert set(checked.tables) == set(TABLES)


def test_untouched_examples_are_left_out_in_silence() -> None:
    one, two = example_rows("skor")
    assert read(grid((one, MARK), (two, MARK), (FILLED, ""))) == ([4], [])


@pytest.mark.parametrize("mark", ["CONTOH", "contoh", " Contoh "])
def test_the_mark_may_be_written_as_people_write(mark: str) -> None:
    assert read(grid((first(), mark), (FILLED, ""))) == ([3], [])


@pytest.mark.parametrize(
    "otherwise",
    [{"nilai_data": "1.940,0"}, {"tahun": "2022.0"}, {"nilai_data": " 1940 "}, {"skor": "4,0"}],
)
def test_an_example_is_known_however_a_program_writes_its_numbers(otherwise: dict[str, str]) -> None:
    assert read(grid((first(**otherwise), MARK), (FILLED, "")))[0] == [3]


def test_an_example_under_a_renamed_heading_is_known() -> None:
    rows, problems = read(grid((first(), MARK), (FILLED, ""), headings={"nilai_data": "angka asli"}))
    assert rows == [3]
    assert "example_changed" not in {one.code for one in problems}


def test_a_cleared_example_leaves_nothing_behind() -> None:
    nothing = dict.fromkeys(FILLED, "")
    assert read(grid((nothing, MARK), (FILLED, ""))) == ([3], [])


def test_data_in_an_example_row_are_an_error_and_stay() -> None:
    rows, problems = read(grid((first(komoditas="Kakao"), MARK), (FILLED, "")))
    assert rows == [2, 3]
    (problem,) = problems
    assert (problem.code, problem.severity, problem.row) == ("example_changed", "error", 2)
    assert "Hapus kata CONTOH" in problem.remedy.text("id")


@settings(max_examples=50)
@given(st.sampled_from(sorted(FILLED)), st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"])))
def test_no_other_content_ever_vanishes_with_an_example(column: str, written: str) -> None:
    """Also what cannot be read, under which an empty cell and a faulty one would look alike."""
    examples = [dict(row) for row in example_rows("skor")]
    changed = first(**{column: written})
    rows, problems = read(grid((changed, MARK), (FILLED, "")))
    if 2 not in rows and changed not in examples:
        assert float(written.replace(",", ".")) == float(first()[column])
    assert (2 in rows) == ("example_changed" in {one.code for one in problems})


def test_a_faulty_cell_is_not_taken_for_the_example_s_empty_one() -> None:
    risk = {**example_rows("kriteria")[1], "ambang_veto": "tidak ada"}
    names = [column.name for column in TABLES["kriteria"].columns]
    sheet = Grid(
        Place("k.csv", "", "kriteria"), [[*names, MARK_COLUMN], [*(risk[name] for name in names), MARK]]
    )
    raw, problems = cleaned(lay_out(sheet, TABLES["kriteria"]))
    assert raw.frame.index.tolist() == [2]
    assert [one.code for one in problems] == ["example_changed"]


def test_another_word_in_the_column_of_marks_is_an_error() -> None:
    rows, problems = read(grid((FILLED, "sudah dicek")))
    assert rows == [2]
    assert [(one.code, one.severity, one.row) for one in problems] == [("example_mark_unknown", "error", 2)]


def test_a_column_of_marks_without_a_mark_goes_in_silence() -> None:
    assert read(grid((FILLED, ""))) == ([2], [])


@pytest.mark.parametrize(("rows", "expected"), [([], False), ([FILLED], True)])
def test_a_sheet_with_nothing_but_examples_is_not_filled(rows: list[dict[str, str]], expected: bool) -> None:
    one, two = example_rows("skor")
    assert has_data(grid((one, MARK), (two, MARK), *((row, "") for row in rows)), SCORES) is expected


def test_a_note_beside_an_example_is_data() -> None:
    sheet = grid((first(), MARK))
    sheet.rows[1].append("tanya Pak Lurah")
    sheet.rows[0].append("")
    assert has_data(sheet, SCORES)


def test_a_workbook_with_nothing_but_examples_is_not_filled(tmp_path: Path) -> None:
    folder = tmp_path / "3503-trenggalek"
    folder.mkdir()
    book = Workbook()
    for name in ("skor", "kriteria"):
        sheet = book.create_sheet(name)
        sheet.append([*example_rows(name)[0], MARK_COLUMN])
        for row in example_rows(name):
            sheet.append([*row.values(), MARK])
    del book["Sheet"]
    book.save(folder / "dokumen-kendali.xlsx")
    reading = read_folder(folder)
    assert reading.tables == {}
    assert [one.code for one in reading.problems] == ["no_sheet_filled"]


def test_a_file_with_nothing_but_examples_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "3503-trenggalek"
    folder.mkdir()
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*example_rows("skor")[0], MARK_COLUMN])
    writer.writerows([*row.values(), MARK] for row in example_rows("skor"))
    (folder / "skor.csv").write_text(text.getvalue(), encoding="utf-8")
    assert [one.code for one in read_folder(folder).problems] == ["no_rows"]
