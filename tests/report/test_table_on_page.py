"""A table on a page: narrower than in the workbook, and on paper only what is read there."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from executed_notebook import RUN, cell, make_notebook, table

from pasar_nb.language import Language
from pasar_nb.report import RenderOptions, exhibits, render
from pasar_nb.report.table_on_page import on_page

CHANGES: dict[str, Any] = {
    "name": "perubahan",
    "title": "Perubahan menurut kelompok",
    "note": "Sumber: tabel survei.",
    "columns": [
        {"name": "group", "label": "Kelompok", "kind": "text", "decimals": 0},
        {"name": "mode", "label": "Modus", "kind": "money", "decimals": 0, "workbook_only": True},
        {"name": "low", "label": "Batas bawah", "kind": "money", "decimals": 0},
        {"name": "high", "label": "Batas atas", "kind": "money", "decimals": 0, "interval": "Selang 95%"},
        {"name": "n", "label": "n", "kind": "integer", "decimals": 0},
    ],
    "rows": [["Peserta", 5, -1500.0, 20000.0, 105], ["Lain", 5, None, None, "*"]],
    "highlight": [],
}


@pytest.mark.parametrize(
    ("language", "said"), [("id", "−Rp1.500 sampai Rp20.000"), ("en", "−Rp1,500 to Rp20,000")]
)
def test_the_ends_of_an_interval_are_one_column_of_a_page(language: Language, said: str) -> None:
    shown = on_page(exhibits.table(CHANGES), language)
    assert [one.label for one in shown.columns] == ["Kelompok", "Selang 95%", "n"]
    assert str(shown.rows[0][1]).replace("\u00a0", " ") == said
    assert shown.rows[1] == ("Lain", None, "*")
    assert "\u00a0" in str(shown.rows[0][1])  # so that it takes two lines at most


def test_an_interval_that_has_its_own_unit_takes_two_lines_at_most() -> None:
    columns = [CHANGES["columns"][0], {"name": "interval", "label": "Selang 95%", "kind": "text"}]
    told = exhibits.table(CHANGES | {"columns": columns, "rows": [["Harga jual", "Rp4.020 sampai Rp4.730"]]})
    assert on_page(told, "id").rows == (("Harga jual", "Rp4.020\u00a0sampai Rp4.730"),)


def test_a_table_without_rows_keeps_its_columns() -> None:
    shown = on_page(exhibits.table(CHANGES | {"rows": []}), "id")
    assert [one.label for one in shown.columns] == ["Kelompok", "Selang 95%", "n"]
    assert shown.rows == ()


def test_the_workbook_keeps_every_column_as_numbers() -> None:
    made = render(make_notebook(cell(table(CHANGES))), RUN, RenderOptions("id", "public"))
    sheet = openpyxl.load_workbook(io.BytesIO(made.xlsx))["perubahan"]
    assert [one.value for one in sheet[6]][:5] == ["Peserta", 5, -1500, 20000, 105]
    page = made.html.decode() if isinstance(made.html, bytes) else made.html
    assert "Modus" not in page
    assert "Selang 95%" in page


def test_what_is_looked_up_is_folded_and_paper_is_told_where_it_is() -> None:
    wide = exhibits.table(CHANGES | {"screen_only": True})
    assert wide.folded
    assert not exhibits.table(CHANGES).folded
    made = render(
        make_notebook(cell(table(CHANGES | {"screen_only": True}))), RUN, RenderOptions("id", "public")
    )
    page = made.html.decode() if isinstance(made.html, bytes) else made.html
    assert 'class="fold screen-only"' in page
    assert "(pada layar dan di buku kerja Excel)" in page
