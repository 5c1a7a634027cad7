"""What is named like a table or beside one, and what is not read at all: nothing is lost in silence."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from bad_inputs import NIK
from clean_district import CLEAN, FOLDER, neighbours
from openpyxl import Workbook
from openpyxl.comments import Comment

from pasar_nb.contract import read_folder
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.workbook.comments import sheet_comments

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TABLES = sorted(neighbours(["skor"]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / FOLDER
    path.mkdir()
    for name in TABLES:
        (path / f"{name}.csv").write_text(CLEAN[name], encoding="utf-8")
    return path


def problems(folder: Path) -> list[tuple[str, str, str]]:
    return [(one.severity, one.code, one.table) for one in read_folder(folder).problems]


def book_of(*rows: list[str], sheet: str = "Sheet1") -> Workbook:
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    return book


SCORES = [line.split(",") for line in CLEAN["skor"].splitlines()]


@pytest.mark.parametrize("name", ["skor lama.csv", "skor_2025.csv", "skor-2.csv", "skor2.csv"])
def test_a_file_that_goes_on_with_a_table_is_an_error_of_that_table_alone(folder: Path, name: str) -> None:
    (folder / name).write_text(CLEAN["skor"], encoding="utf-8")
    assert problems(folder) == [("error", "table_in_parts", "skor")]


def test_a_workbook_that_goes_on_with_a_table_is_an_error_whatever_its_sheet_is_called(folder: Path) -> None:
    book_of(*SCORES).save(folder / "skor 2025.xlsx")
    assert problems(folder) == [("error", "table_in_parts", "skor")]


def test_a_sheet_of_another_workbook_counts_as_the_table_that_is_there(folder: Path) -> None:
    (folder / "skor.csv").unlink()
    book_of(*SCORES, sheet="skor").save(folder / "dokumen-kendali.xlsx")
    (folder / "skor 2025.csv").write_text(CLEAN["skor"], encoding="utf-8")
    assert problems(folder) == [("error", "table_in_parts", "skor")]


def test_a_file_with_some_columns_of_a_table_is_not_taken_for_another_one(folder: Path) -> None:
    """`tahun` and `sumber` are all that `acuan` must have, but here stand more columns of `skor`."""
    (folder / "cadangan.csv").write_text(CLEAN["skor"], encoding="utf-8")
    assert problems(folder) == [("warning", "file_unknown_table", "")]


def test_a_name_that_only_begins_like_a_table_is_another_name(folder: Path) -> None:
    (folder / "skoring.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (folder / "skor lama.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert [one[:2] for one in problems(folder)] == [("warning", "file_unknown_table")] * 2


def only(folder: Path) -> Problem:
    (problem,) = (one for one in read_folder(folder).problems if one.stops)
    return problem


def test_a_comment_that_names_somebody_is_told_by_its_cell_and_not_repeated(folder: Path) -> None:
    (folder / "skor.csv").unlink()
    book = book_of(*SCORES, sheet="skor")
    book.active["C3"].comment = Comment(f"telp. {NIK}", "petugas")
    book.active["C2"].comment = Comment("Rp120.000.000 tahun 2024", "petugas")
    book.save(folder / "dokumen-kendali.xlsx")
    problem = only(folder)
    assert (problem.code, problem.table, problem.sheet) == ("identifier_in_comment", "skor", "skor")
    assert "C3" in problem.message.text("id")
    assert NIK not in repr(problem)


PARTS = {
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="skor" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
    '<Relationship Id="rId1" Type="w/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
    '<Relationship Id="r1" Type="m/threadedComment" Target="../threadedComments/threadedComment1.xml"/>'
    '<Relationship Id="r2" Type="o/comments" Target="/xl/comments1.xml"/>'
    '<Relationship Id="r3" Type="o/comments" Target="../gone.xml"/></Relationships>',
    "xl/threadedComments/threadedComment1.xml": '<ThreadedComments xmlns="t">'
    '<threadedComment ref="A2" id="x"><text>Siapa ini?</text></threadedComment></ThreadedComments>',
    "xl/comments1.xml": f'<comments xmlns="{MAIN}"><commentList><comment ref="B7" authorId="0"><text>'
    "<r><t>3503</t></r><r><t>12</t></r></text></comment></commentList></comments>",
}


def test_notes_and_threads_of_comments_are_read_with_all_their_pieces_joined() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
    with zipfile.ZipFile(stream) as archive:
        assert sheet_comments(archive) == {"skor": (("A2", "Siapa ini?"), ("B7", "350312"))}


def test_persons_in_an_unread_sheet_are_counted_and_the_first_is_located(folder: Path) -> None:
    book_of(["Daftar"], ["a", f"NIK {NIK}"], [NIK]).save(folder / "lampiran.xlsx")
    problem = only(folder)
    assert (problem.code, problem.file, problem.row) == ("identifier_unread", "lampiran.xlsx", None)
    text = problem.message.text("id")
    assert "jumlah sel 2, pertama B2" in text
    assert NIK not in repr(problem)


def test_a_file_without_persons_is_only_told_as_unread(folder: Path) -> None:
    (folder / "rencana.csv").write_text("kode,rupiah\n5.1.02.01,125000000000\n", encoding="utf-8")
    assert problems(folder) == [("warning", "file_unknown_table", "")]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("skor.zip", [("warning", "file_not_read", "skor")]),
        ("ihk.zip", [("error", "file_format", "ihk")]),
        ("ihk.csv.gz", [("error", "file_format", "ihk")]),
        ("IHK.json", [("error", "file_format", "ihk")]),
        ("ihk.pdf", [("warning", "file_not_read", "ihk")]),
        ("skor.pdf", []),  # beside its table: what the table was taken from
        ("ihk 2024.pdf", []),  # no table's name
        ("baca.zip", []),
    ],
)
def test_a_file_named_like_a_table_is_told_where_the_table_may_be_in_it(
    folder: Path, name: str, told: list[tuple[str, str, str]]
) -> None:
    (folder / name).write_bytes(b"?")
    assert problems(folder) == told


def test_a_database_that_the_sources_name_is_no_unread_table(folder: Path) -> None:
    (folder / "ihk.db").write_bytes(b"")
    assert problems(folder) == [("error", "file_format", "ihk")]
    (folder / "sumber.toml").write_text("", encoding="utf-8")
    assert problems(folder) == []
