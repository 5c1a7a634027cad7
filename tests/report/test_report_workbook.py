"""The workbook and the record: typed values, no formula from data, the same bytes every time."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from executed_notebook import RUN, SCORES, cell, make_notebook, table
from hypothesis import given
from hypothesis import strategies as st

from pasar_nb.report import RenderOptions, exhibits, provenance, render
from pasar_nb.report.workbook import SHEET_NAME_LENGTH, sheet_name
from pasar_nb.report.worksheet import LINE_HEIGHT

FIRST_ROW = 6  # of the data: title, note, link, blank, headings


def workbook(*contents: dict[str, Any], **cover: Any) -> openpyxl.Workbook:
    notebook = make_notebook(cell(*map(table, contents)), **cover)
    options = RenderOptions("id", cover.get("audience", "public"))
    return openpyxl.load_workbook(io.BytesIO(render(notebook, RUN, options).xlsx))


def one_column(*values: Any, kind: str = "text", name: str = "tabel") -> dict[str, Any]:
    columns = [{"name": "k", "label": "Kolom", "kind": kind, "decimals": 1}]
    return {
        "name": name,
        "title": "Judul",
        "note": None,
        "columns": columns,
        "rows": [[value] for value in values],
    }


def test_values_keep_their_types() -> None:
    sheet = workbook(SCORES)["peringkat"]
    first, second, third = ([cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW))
    assert first == [
        "Kopi robusta",
        4.215,
        0.81,
        1250,
        1_850_000,
        datetime(2025, 6, 30),
        datetime(2025, 6, 1),
    ]
    assert second[3] == "<10"
    assert third[1] is None


def test_formats_are_those_of_the_kinds() -> None:
    sheet = workbook(SCORES)["peringkat"]
    formats = [cell.number_format for cell in sheet[FIRST_ROW]]
    assert formats[1:5] == ["#,##0.00", "0%", "#,##0", '"Rp"#,##0;-"Rp"#,##0']
    assert formats[5:] == ["[$-421]d mmmm yyyy", "[$-421]mmmm yyyy"]
    assert sheet[FIRST_ROW][0].font.bold
    assert not sheet[FIRST_ROW + 1][0].font.bold


def test_a_small_number_is_never_nought_and_a_sentence_is_never_cut() -> None:
    chance = workbook(one_column(0.0004, 0.25, kind="probability"))["tabel"]
    assert chance.cell(FIRST_ROW, 1).number_format == '[<0.001]"<0,001";0.000'
    assert chance.cell(FIRST_ROW, 1).value == 0.0004
    sized = workbook(one_column(4600.0, 63.4, 0.69, None, "*", kind="quantity"))["tabel"]
    formats = [sized.cell(FIRST_ROW + at, 1).number_format for at in range(3)]
    assert formats == ["#,##0", "#,##0.0", "#,##0.00"]
    said = workbook(one_column("Hanya ada satu survei. " * 5))["tabel"]
    assert said.cell(FIRST_ROW, 1).alignment.wrap_text


@pytest.mark.parametrize("kind", ["text", "number", "money", "integer"])
@pytest.mark.parametrize(
    "value",
    ['=HYPERLINK("http://x.test","y")', "+1+1", "-1+1", "@SUM(A1)", "{=1}", "http://x.test", "internal:A1"],
)
def test_a_text_from_data_is_never_a_formula_or_an_address(value: str, kind: str) -> None:
    found = workbook(one_column(value, kind=kind))["tabel"].cell(FIRST_ROW, 1)
    assert (found.value, found.data_type, found.hyperlink) == (value, "s", None)


def test_a_heading_of_several_lines_has_a_row_as_high() -> None:
    long = one_column(1) | {
        "columns": [{"name": "k", "label": "Pertama, di sekitar bobot yang disepakati", "kind": "text"}]
    }
    book = workbook(long, one_column(1, name="pendek"))
    tall, flat = (book[name].row_dimensions[FIRST_ROW - 1].height for name in ("tabel", "pendek"))
    assert tall == 4 * LINE_HEIGHT  # "Pertama, di", "sekitar bobot", "yang", "disepakati"
    assert flat is None  # a line, as rows have it anyway


def test_a_row_of_a_long_text_is_as_high_as_its_lines() -> None:
    long = "tidak dapat dikatakan, karena terlalu sedikit yang menjawab pada kedua survei " * 3
    rows = workbook(one_column("pendek", long))["tabel"].row_dimensions
    assert rows[FIRST_ROW].height is None
    assert rows[FIRST_ROW + 1].height >= 5 * LINE_HEIGHT


def test_the_list_of_tables_has_room_for_their_names() -> None:
    book = workbook(one_column(1, kind="integer", name="rumah_tangga_per_gelombang_ini"))
    assert book.worksheets[0].column_dimensions["A"].width >= len("rumah_tangga_per_gelombang_ini")


def test_titles_and_facts_from_data_are_text_too() -> None:
    book = workbook(one_column(1) | {"title": "=1+1", "note": "=2+2"}, program="=3+3")
    assert book["tabel"]["A1"].data_type == "s"
    assert {c.data_type for sheet in book for row in sheet.iter_rows() for c in row if c.value} <= {"s", "n"}


def test_the_first_sheet_says_whose_the_tables_are() -> None:
    book = workbook(SCORES)
    about = book["Tentang"]
    facts = {row[0].value: row[1].value for row in about.iter_rows(max_col=2) if row[0].value}
    assert facts["Kabupaten/kota"] == "Kabupaten Trenggalek"
    assert facts["Tanggal data"] == "30 Juni 2025"
    assert facts["peringkat"] == SCORES["title"]
    assert any("DATA CONTOH" in str(name) for name in facts)
    link = next(row[0].hyperlink for row in about.iter_rows() if row[0].value == "peringkat")
    assert link.location == "'peringkat'!A1"


def test_an_internal_workbook_says_so_on_every_sheet() -> None:
    book = workbook(SCORES, audience="internal")
    assert all("INTERNAL" in sheet.oddHeader.right.text for sheet in book)
    assert "INTERNAL" in book["peringkat"]["A2"].value


def test_a_hidden_value_among_dates_stays_text() -> None:
    assert workbook(one_column("<10", kind="date"))["tabel"].cell(FIRST_ROW, 1).value == "<10"


def test_two_tables_of_one_name_get_two_sheets() -> None:
    names = workbook(one_column(1), one_column(2, name="TABEL"), one_column(3, name="Tentang")).sheetnames
    assert names == ["Tentang", "tabel", "TABEL_2", "Tentang_2"]


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_sheet_name_is_one_that_excel_accepts(wanted: list[str]) -> None:
    taken: list[str] = []
    for name in wanted:
        taken.append(sheet_name(name, taken))
    assert len({name.casefold() for name in taken}) == len(taken)
    assert all(0 < len(name) <= SHEET_NAME_LENGTH and not set("[]:*?/\\'") & set(name) for name in taken)


def test_a_report_without_tables_has_a_workbook_that_says_so() -> None:
    values = [cell.value for row in workbook()["Tentang"].iter_rows() for cell in row]
    assert "Laporan ini tidak memuat tabel." in values


def test_the_record_holds_the_notebook_s_and_the_run_s() -> None:
    notebook = make_notebook()
    record = json.loads(provenance.write(exhibits.provenance(notebook), RUN))
    assert record["run"] == {
        "attempt": 1,
        "command": "pasar run --district 3503",
        "finished": "2026-11-20T20:17:42+07:00",
        "seconds": 41.6,
        "started": "2026-11-20T20:17:00+07:00",
    }
    assert record["results"] == {"tipping": None, "winner": "kopi"}
    assert record["schema_version"] == 1
    assert list(record) == sorted(record)


def test_a_number_that_json_cannot_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        provenance.write({"results": {"w": float("nan")}}, replace(RUN))
