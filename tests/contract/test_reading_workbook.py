"""Workbooks: typed cells as text without loss, and what is wrong with sheets, cells and files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from pasar_nb.contract.checking import check
from pasar_nb.contract.grid import text_of
from pasar_nb.contract.numerals import read_numeral
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import Reading
from pasar_nb.contract.reading import read_folder

HEADER = ["komoditas", "kriteria", "penilai", "skor", "nilai_data", "sumber", "tahun"]
ROW = ["jahe", "pasar", "A", 4, 1250.5, "BPS", 2024]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "3503-trenggalek"
    path.mkdir()
    return path


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def scores() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "skor"
    sheet.append(HEADER)
    sheet.append(ROW)
    return book


def read(folder: Path, data: bytes) -> Reading:
    (folder / "dokumen-kendali.xlsx").write_bytes(data)
    return read_folder(folder)


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, [problem.code for problem in problems]
    return problems[0]


def with_results(data: bytes, results: list[str], settings: str) -> bytes:
    """Put results into the formulas of the first sheet, and other settings for calculating into the book."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode() if name.endswith(".xml") else ""
            for result in results if name.endswith("sheet1.xml") else ():
                content = re.sub(r"</f><v ?/>|</f><v></v>", f"</f><v>{result}</v>", content, count=1)
            content = re.sub(r"<calcPr [^>]*/>", f"<calcPr {settings}/>", content)
            new.writestr(name, content or old.read(name))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("results", "settings", "told"),
    [
        (["0", "0"], 'calcId="191029"', 0),  # Excel has calculated, and both are nought
        (["0", "30"], 'calcId="124519" fullCalcOnLoad="1"', 0),  # so has the program that wrote these
        (["0", "0"], 'calcId="124519" fullCalcOnLoad="1"', 2),  # nobody has
        (["0"], 'calcId="191029"', 1),
    ],
)
def test_a_result_of_nought_is_doubted_only_where_no_formula_has_another(
    folder: Path, results: list[str], settings: str, told: int
) -> None:
    book = scores()
    book.active.append(ROW)
    book.active["E2"], book.active["E3"] = "=1-1", "=15*2"
    codes = [one.code for one in read(folder, with_results(saved(book), results, settings)).problems]
    assert codes == ["formula_without_value"] * told


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "ya"),
        (False, "tidak"),
        (3503, "3503"),
        (3503.0, "3503"),
        (1250.5, "1250.5"),
        (1.125, "1.1250"),
        (1e-7, "0.0000001"),
        (3.27e15, "3270000000000000"),
        (float("nan"), ""),
        (float("inf"), "inf"),
        (date(2024, 4, 3), "2024-04-03"),
        (datetime(2024, 4, 3), "2024-04-03"),
        (datetime(2024, 4, 3, 10, 30), "2024-04-03T10:30:00"),
        (" A1 ", " A1 "),
    ],
)
def test_a_typed_cell_becomes_text(value: object, text: str) -> None:
    assert text_of(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_of_a_workbook_has_one_reading_and_loses_nothing(value: float) -> None:
    numeral = read_numeral(text_of(value))
    assert numeral.thousands is None
    assert numeral.value is not None
    assert float(numeral.value) == value


def test_a_workbook_is_read_by_sheet_and_row(folder: Path) -> None:
    reading = read(folder, saved(scores()))
    raw = reading.tables["skor"]
    assert reading.problems == ()
    assert (raw.file, raw.sheet) == ("dokumen-kendali.xlsx", "skor")
    assert raw.frame.loc[2].tolist() == ["jahe", "pasar", "A", "4", "1250.5", "BPS", "2024"]


def test_a_sheet_name_may_differ_in_case_and_spaces(folder: Path) -> None:
    book = scores()
    book["skor"].title = " SKOR"
    assert "skor" in read(folder, saved(book)).tables


def test_guide_sheets_are_no_tables(folder: Path) -> None:
    book = scores()
    for name in ("Petunjuk", "Kamus"):
        book.create_sheet(name).append(["Isi satu baris per skor"])
    assert read(folder, saved(book)).problems == ()


def test_sheets_that_nobody_filled_are_told_once_and_count_as_absent(folder: Path) -> None:
    book = scores()
    book.create_sheet("deret").append(["seri", "bulan", "nilai", "satuan", "sumber"])
    book.create_sheet("kriteria").append(["kriteria", "nama"])
    reading = read(folder, saved(book))
    problem = only(reading.problems)
    assert (problem.code, problem.severity) == ("sheets_unfilled", "warning")
    assert "deret dan kriteria" in problem.message.text("id")
    assert set(reading.tables) == {"skor"}


def misnamed(book: Workbook) -> None:
    book["skor"].title = "Lembar1"


def near_name(book: Workbook) -> None:
    book["skor"].title = "skorr"


def merged_header(book: Workbook) -> None:
    book["skor"].merge_cells("A1:B1")


def merged_rows(book: Workbook) -> None:
    book["skor"].append(ROW)
    book["skor"].merge_cells("A2:A3")


def formula_never_calculated(book: Workbook) -> None:
    book["skor"]["D2"] = "=2+2"


def error_value(book: Workbook) -> None:
    book["skor"]["D2"] = "#REF!"


def headers_only(book: Workbook) -> None:
    book["skor"].delete_rows(2)


# what is done to the workbook, code of the problem, table, row, column
WRONG = [
    (misnamed, "sheet_misnamed", "skor", None, ""),
    (near_name, "sheet_misnamed", "skor", None, ""),
    (merged_header, "merged_cells", "skor", 1, ""),
    (merged_rows, "merged_cells", "skor", 3, ""),
    (formula_never_calculated, "formula_without_value", "skor", 2, "skor"),
    (error_value, "error_value", "skor", 2, "skor"),
    (headers_only, "no_sheet_filled", "", None, ""),
]


@pytest.mark.parametrize(("damage", "code", "table", "row", "column"), WRONG)
def test_wrong_sheets_and_cells_are_errors(
    folder: Path, damage: Callable[[Workbook], None], code: str, table: str, row: int | None, column: str
) -> None:
    book = scores()
    damage(book)
    problem = next(one for one in read(folder, saved(book)).problems if one.stops)
    assert (problem.code, problem.table, problem.row, problem.column) == (code, table, row, column)


def test_a_wrong_sheet_name_lists_the_sheets(folder: Path) -> None:
    book = scores()
    misnamed(book)
    book.create_sheet("Corat-coret").append(["apa saja"])
    problems = {problem.code: problem for problem in read(folder, saved(book)).problems}
    assert set(problems) == {"sheet_misnamed", "sheet_unknown"}
    assert "Lembar1 dan Corat-coret" in problems["sheet_misnamed"].message.text("id")
    assert problems["sheet_misnamed"].remedy.text("id") == "Ganti nama lembar menjadi 'skor'."


def test_a_hidden_sheet_is_read_with_a_warning(folder: Path) -> None:
    book = scores()
    book.create_sheet("Petunjuk")
    book["skor"].sheet_state = "hidden"
    reading = read(folder, saved(book))
    assert only(reading.problems).code == "sheet_hidden"
    assert len(reading.tables["skor"].frame) == 1


@pytest.mark.parametrize(
    ("damage", "code"), [(formula_never_calculated, "formula_without_value"), (error_value, "error_value")]
)
def test_a_cell_that_holds_no_value_is_told_once(
    folder: Path, damage: Callable[[Workbook], None], code: str
) -> None:
    book = scores()
    damage(book)
    found = check(read(folder, saved(book)), today=date(2026, 1, 1)).problems
    assert [one.code for one in found if (one.table, one.row, one.column) == ("skor", 2, "skor")] == [code]


def test_a_formula_with_an_empty_text_as_its_value_is_no_fault(folder: Path) -> None:
    data = edited(
        saved(scores()), '<c r="E2" t="n"><v>1250.5</v></c>', '<c r="E2" t="str"><f>""</f><v></v></c>'
    )
    reading = read(folder, data)
    assert reading.problems == ()
    assert reading.tables["skor"].frame.loc[2, "nilai_data"] == ""


def edited(data: bytes, old: str, new: str) -> bytes:
    """Exchange a piece of the first sheet's XML."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert old.encode() in part
                part = part.replace(old.encode(), new.encode())
            target.writestr(name, part)
    return changed.getvalue()


def cut_off(data: bytes) -> bytes:
    return data[: len(data) // 2]


def locked(_data: bytes) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")


def bomb(data: bytes) -> bytes:
    return edited(data, "</sheetData>", "</sheetData>" + " " * 20_000_000)


def entities(data: bytes) -> bytes:
    return edited(data, "<worksheet", '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet')


def no_workbook(_data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("berkas.txt", "bukan buku kerja")
    return stream.getvalue()


DAMAGED = [
    (cut_off, "workbook_damaged"),
    (locked, "workbook_locked"),
    (bomb, "workbook_bomb"),
    (entities, "workbook_damaged"),
    (no_workbook, "workbook_damaged"),
]


@pytest.mark.parametrize(("damage", "code"), DAMAGED)
def test_a_workbook_that_cannot_be_trusted_is_refused(
    folder: Path, damage: Callable[[bytes], bytes], code: str
) -> None:
    reading = read(folder, damage(saved(scores())))
    problem = only(reading.problems)
    assert (problem.code, problem.severity, problem.file) == (code, "error", "dokumen-kendali.xlsx")
    assert reading.tables == {}


def test_a_table_in_the_workbook_and_in_a_file_is_an_error(folder: Path) -> None:
    (folder / "skor.csv").write_text(",".join(HEADER) + "\njahe,pasar,A,4,1,BPS,2024\n")
    reading = read(folder, saved(scores()))
    problem = only(reading.problems)
    assert problem.code == "table_twice"
    assert problem.message.text("id").endswith("dokumen-kendali.xlsx (skor) dan skor.csv.")
