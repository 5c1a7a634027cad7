"""The template: what it offers, asks and hides, and that what is typed into it comes out again."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from filling_in import REPORTS, TODAY, entry, fill, needs_office, saved_by_office, template
from openpyxl import Workbook, load_workbook

from pasar_nb.contract import TABLES, check, read_folder
from pasar_nb.contract.examples import MARK, MARK_COLUMN, example_rows
from pasar_nb.contract.versions import CONTRACT_VERSION
from pasar_nb.control_document import FILE_NAME, write_template
from pasar_nb.control_document.choice_lists import measures
from pasar_nb.control_document.filling import FILLING
from pasar_nb.demo import draw, write
from pasar_nb.district import District


@pytest.fixture(scope="module")
def book() -> Workbook:
    return template()


def rules(book: Workbook, table: str) -> dict[str, object]:
    """Give the rule of each column of a sheet, by the column's name."""
    sheet = book[table]
    letters = {cell.column_letter: str(cell.value) for cell in sheet[1]}
    found = {}
    for rule in sheet.data_validations.dataValidation:
        (cells,) = rule.sqref.ranges
        assert (cells.min_row, cells.max_row) == (2, 1_048_576)
        found[letters[cells.coord.rstrip("0123456789").split(":")[0].rstrip("0123456789")]] = rule
    return found


def test_the_sheets_stand_in_the_order_of_the_contract(book: Workbook) -> None:
    assert book.sheetnames == ["Petunjuk", *TABLES, "Kamus", "pilihan", "_versi"]
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    assert hidden == ["pilihan", "_versi"]


def test_row_one_holds_the_exact_names_and_two_examples_follow(book: Workbook) -> None:
    for name, table in TABLES.items():
        header, *rows = book[name].iter_rows(values_only=True)
        own = [column.name for column in table.columns]
        assert list(header) == (own if name == "profil" else [*own, MARK_COLUMN])
        assert len(rows) == (1 if name == "profil" else 2)
        if name != "profil":
            assert {row[-1] for row in rows} == {MARK}


def test_the_profile_already_names_the_district(book: Workbook) -> None:
    code, name, *others = next(book["profil"].iter_rows(min_row=2, values_only=True))
    assert (code, name, set(others)) == ("3503", "Trenggalek", {None})
    assert template("3579")["profil"]["B2"].value == "Kota Batu"


def test_every_column_is_explained_where_it_is_filled(book: Workbook) -> None:
    for name, table in TABLES.items():
        own = rules(book, name)
        for cell, column in zip(book[name][1], table.columns, strict=False):
            comment = cell.comment.text
            assert column.meaning.text("id") in comment
            assert ("WAJIB" in comment) == column.required
            rule = own[column.name]
            assert rule.prompt.startswith(column.meaning.text("id")[:100])
            assert len(rule.promptTitle) <= 32
            assert len(rule.prompt) <= 255
            assert column.unit in rule.prompt


def test_every_closed_list_is_offered_and_kept(book: Workbook) -> None:
    for name, table in TABLES.items():
        own = rules(book, name)
        for column in table.columns:
            closed = ("ya", "tidak") if column.kind == "yes_no" else column.choices
            if closed:
                rule = own[column.name]
                assert (rule.type, rule.errorStyle or "stop") == ("list", "stop")
                assert rule.formula1.strip('"').split(",") == list(closed)


def test_codes_of_other_sheets_are_offered_but_not_forced(book: Workbook) -> None:
    for name, table in TABLES.items():
        own = rules(book, name)
        for column in table.columns:
            if column.refers_to:
                rule = own[column.name]
                assert rule.type == "list"
                assert rule.errorStyle == "warning"
                assert bool(rule.showErrorMessage) == (not column.separator)
    assert "pelaku!$A$2" in rules(book, "aliran")["dari"].formula1
    assert "rumah_tangga!$A$2" in rules(book, "survei")["id_rt"].formula1


def test_what_is_measured_can_be_chosen_from_the_hidden_sheet(book: Workbook) -> None:
    rule = rules(book, "profil")["hasil_utama"]
    letters, last = rule.formula1.removeprefix("pilihan!$").split("$")[0], rule.formula1.rsplit("$", 1)[1]
    listed = [cell.value for cell in book["pilihan"][letters][1 : int(last)]]
    assert listed == list(measures())
    assert {"pendapatan_rt", "belanja_per_kapita"} <= set(listed)
    assert not {"id_rt", "gelombang", "tanggal"} & set(listed)


def test_limits_and_dates_are_kept_while_typing(book: Workbook) -> None:
    score = rules(book, "skor")["skor"]
    assert (score.type, score.formula1, score.formula2) == ("whole", "1", "5")
    surveyed, due = rules(book, "survei")["tanggal"], rules(book, "indikator")["tenggat"]
    assert (surveyed.type, surveyed.formula2) == ("date", "TODAY()")
    assert due.formula2 != "TODAY()"
    assert rules(book, "survei")["pendapatan_rt"].errorStyle == "warning"  # a loss is possible


def test_codes_and_months_stay_text_and_money_is_grouped(book: Workbook) -> None:
    formats = {
        f"{name}.{cell.value}": book[name].cell(2, cell.column).number_format
        for name in ("skor", "capaian", "survei", "acuan", "rumah_tangga")
        for cell in book[name][1]
    }
    assert formats["capaian.bulan"] == formats["rumah_tangga.id_rt"] == formats["skor.komoditas"] == "@"
    assert formats["acuan.umk"] == formats["survei.pendapatan_rt"] == "#,##0"
    assert formats["survei.tanggal"] == "yyyy-mm-dd"
    assert formats["acuan.tahun"] == "0"


def test_obligatory_columns_look_different_in_more_than_colour(book: Workbook) -> None:
    for name, table in TABLES.items():
        for cell, column in zip(book[name][1], table.columns, strict=False):
            assert bool(cell.font.b) == column.required
            filled = book[name].cell(2, cell.column).fill.fgColor.rgb == "FFFFF3CC"
            assert filled == column.required


def test_sheets_can_be_read_on_screen_and_on_paper(book: Workbook) -> None:
    for name in TABLES:
        sheet = book[name]
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref is not None
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"


def test_the_guidance_links_every_sheet_and_names_what_each_report_needs(book: Workbook) -> None:
    sheet = book["Petunjuk"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert texts[0] == "Dokumen Kendali Kabupaten Trenggalek, Jawa Timur"
    row = texts.index("Pemilihan komoditas")
    assert texts[row : row + 3] == ["Pemilihan komoditas", "profil, kriteria, skor", "keputusan"]
    links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    linked = {link.location.split("!")[0].strip("'") for link in links}
    assert linked == {*TABLES, "Kamus"}
    told = " ".join(texts)
    for word in ("pasar check --district 3503", "NIK", "rumus", "CONTOH"):
        assert word in told


def test_somebody_fills_every_table() -> None:
    assert list(FILLING) == list(TABLES)


def test_the_dictionary_has_every_column_once(book: Workbook) -> None:
    header, *rows = book["Kamus"].iter_rows(values_only=True)
    assert [(row[0], row[1]) for row in rows] == [
        (name, column.name) for name, table in TABLES.items() for column in table.columns
    ]
    assert len(header) == 9
    about = {(row[0], row[1]): row for row in rows}
    assert about["aliran", "dari"][7] == "kode dari lembar pelaku, kolom pelaku"
    assert about["skor", "skor"][4:9] == ("ya", "bilangan bulat", "1-5", "1 sampai 5", "4")


def test_english_help_keeps_names_and_choices() -> None:
    book = template(language="en")
    assert book.sheetnames == ["Petunjuk", *TABLES, "Kamus", "pilihan", "_versi"]
    assert "Required" in book["skor"]["A1"].comment.text or "REQUIRED" in book["skor"]["A1"].comment.text
    assert rules(book, "kriteria")["arah"].formula1 == '"manfaat,biaya"'
    assert book["Petunjuk"]["A1"].value != template()["Petunjuk"]["A1"].value


def test_the_hidden_sheet_says_which_version_it_is(book: Workbook) -> None:
    assert dict(book["_versi"].iter_rows(values_only=True)) == {
        "jenis": "dokumen_kendali",
        "versi": str(CONTRACT_VERSION),
        "kode_kabupaten": "3503",
        "tanggal_dibuat": "2026-11-20",
    }


def test_the_same_template_has_the_same_bytes_and_no_macro_or_outside_link() -> None:
    first, second = (write_template(entry("3503"), REPORTS, "id", TODAY) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        names = archive.namelist()
        assert not [name for name in names if "vbaProject" in name or "externalLink" in name]
        links = [archive.read(name) for name in names if name.endswith(".rels")]
        assert len(links) > len(REPORTS)
        assert not [one for one in links if b'TargetMode="External"' in one]


def test_an_empty_template_is_told_as_not_filled(tmp_path: Path) -> None:
    folder = tmp_path / "3503-trenggalek"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(write_template(entry("3503"), REPORTS, "id", TODAY))
    checked = check(read_folder(folder), today=TODAY)
    assert [(one.code, one.table, one.row, one.column) for one in checked.problems] == [
        ("sheets_unfilled", "", None, ""),
        ("cell_empty", "profil", 2, "program"),  # the only thing that the template cannot know
    ]
    assert checked.tables == {}


def opened(folder: Path) -> District:
    district = District.open(folder, today=TODAY)
    assert [one.code for one in district.problems if one.stops] == []
    return district


def assert_same(typed: District, original: District) -> None:
    """Compare every table cell by cell; the template's sheets have all columns, also those left empty."""
    for name in TABLES:
        table, expected = (
            typed.table(name).reset_index(drop=True),
            original.table(name).reset_index(drop=True),
        )
        pd.testing.assert_frame_equal(table[list(expected.columns)], expected)
        assert table[table.columns.difference(expected.columns)].isna().all(axis=None)
    assert [one.code for one in typed.problems] == [one.code for one in original.problems]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> District:
    """A synthetic district whose tables were written as CSV."""
    (folder,) = write(draw(1, households=12), tmp_path_factory.mktemp("asli"))
    return opened(folder)


def filled(parent: Path, original: District) -> Path:
    folder = parent / original.folder.name
    folder.mkdir()
    book = template(original.code)
    fill(book, {name: original.table(name) for name in TABLES})
    book.save(folder / FILE_NAME)
    return folder


def test_what_is_typed_in_comes_out_cell_by_cell(tmp_path: Path, original: District) -> None:
    assert_same(opened(filled(tmp_path, original)), original)


@needs_office
def test_it_comes_out_after_a_way_through_libreoffice(tmp_path: Path, original: District) -> None:
    path = filled(tmp_path, original) / FILE_NAME
    saved_by_office(path)
    assert_same(opened(path.parent), original)
    again = load_workbook(path)
    assert again["skor"].cell(2, len(example_rows("skor")[0]) + 1).value == MARK
    assert len(again["kriteria"].data_validations.dataValidation) > 0
    # The list of commodities is a formula, which openpyxl only stores and LibreOffice has now calculated.
    sheet = load_workbook(path, data_only=True)["pilihan"]
    (column,) = [cells for cells in sheet.iter_cols(values_only=True) if cells[0] == "skor.komoditas"]
    offered = [value for value in column[1:] if value]
    examples = {row["komoditas"] for row in example_rows("skor")}
    assert len(offered) == len(set(offered))
    assert set(offered) == set(original.table("skor")["komoditas"]) | examples
