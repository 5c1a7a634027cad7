"""Tables on show: escaped, formatted as readers of each language expect, the same bytes every time."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from fresh_processes import said_in_fresh_processes
from hypothesis import assume, given
from hypothesis import strategies as st

from pasar_nb.disclosure import SMALL, WITHHELD, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, _
from pasar_nb.tables.cells import cell_text, plain_cell
from pasar_nb.tables.display import CellKind, DisplayColumn, DisplayTable
from pasar_nb.tables.rendering import to_html, to_json, to_text
from pasar_nb.vocabulary import MISSING

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> & **tebal** `kode`"
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt; &amp; **tebal** `kode`"


def column(
    kind: CellKind = "text", decimals: int = 0, name: str = "a", label: str = "Kolom"
) -> DisplayColumn:
    return DisplayColumn(name, _(label), kind, decimals)


def table(frame: pd.DataFrame, *columns: DisplayColumn, **more: Any) -> DisplayTable:
    return DisplayTable("isi", _("Judul"), columns, frame, **more)


def written(value: Any, kind: CellKind, language: Language = "id", decimals: int = 0) -> str:
    return cell_text(plain_cell(value, language), column(kind, decimals), language)


@pytest.mark.parametrize(
    ("kind", "decimals", "value", "indonesian", "english"),
    [
        ("integer", 0, 1234567, "1.234.567", "1,234,567"),
        ("integer", 0, -12, "−12", "−12"),
        ("number", 2, 1234.5, "1.234,50", "1,234.50"),
        ("number", 1, -0.25, "−0,3", "−0.3"),
        ("share", 0, 0.456, "46%", "46%"),
        ("share", 1, 0.4567, "45,7%", "45.7%"),
        ("drawn_share", 0, 1.0, ">\u00a099,9%", ">\u00a099.9%"),
        ("money", 0, 1_250_000.4, "Rp1.250.000", "Rp1,250,000"),
        ("money", 0, -250_000, "−Rp250.000", "−Rp250,000"),
        ("date", 0, "2026-11-20", "20 November 2026", "20 November 2026"),
        ("date", 0, date(2026, 8, 17), "17 Agustus 2026", "17 August 2026"),
        ("date", 0, pd.Timestamp("2026-08-17"), "17 Agustus 2026", "17 August 2026"),
        ("month", 0, "2026-10", "Oktober 2026", "October 2026"),
        ("text", 0, "Jahe merah", "Jahe merah", "Jahe merah"),
    ],
)
def test_cells_are_written_as_readers_of_each_language_expect(
    kind: CellKind, decimals: int, value: Any, indonesian: str, english: str
) -> None:
    assert written(value, kind, "id", decimals) == indonesian
    assert written(value, kind, "en", decimals) == english


@pytest.mark.parametrize("missing", [None, np.nan, pd.NA, pd.NaT, float("inf"), np.float64("nan")])
@pytest.mark.parametrize("kind", ["text", "integer", "number", "share", "money", "date", "month"])
def test_what_is_missing_is_a_dash_in_every_kind_of_column(missing: Any, kind: CellKind) -> None:
    assert written(missing, kind) == MISSING


@pytest.mark.parametrize("mark", [SMALL, WITHHELD])
@pytest.mark.parametrize("kind", ["text", "integer", "share", "money", "date", "month"])
def test_the_marks_of_hidden_cells_stay_in_every_kind_of_column(mark: str, kind: CellKind) -> None:
    assert written(mark, kind) == mark


def test_yes_and_no_and_messages_are_words_of_the_language() -> None:
    assert [written(one, "text") for one in (True, np.False_, _("Lainnya"))] == ["ya", "tidak", "Lainnya"]


@pytest.mark.parametrize("kind", ["text", "integer", "share", "money"])
def test_what_cannot_be_said_shows_its_reason_in_its_cell(kind: CellKind) -> None:
    assert written(NotEstimable(_("Hanya satu penilai.")), kind) == "Hanya satu penilai."


@pytest.mark.parametrize("thing", [object(), [1], {"a": 1}, pd.DataFrame(), b"x", 1j])
def test_an_object_never_stands_in_a_table(thing: object) -> None:
    with pytest.raises(TypeError, match="cannot stand in a table"):
        plain_cell(thing, "id")


def test_every_text_of_a_table_is_escaped() -> None:
    hostile = DisplayTable(
        HOSTILE,
        _("{text}", text=HOSTILE),
        (DisplayColumn("a", _("{text}", text=HOSTILE)),),
        pd.DataFrame({"a": [HOSTILE]}),
        note=_("{text}", text=HOSTILE),
    )
    markup = to_html(hostile, "id")
    assert markup.count(ESCAPED) == 4  # title, heading, cell, note
    assert "<script" not in markup
    assert "<img" not in markup
    assert re.findall(r'id="([^"]*)"', markup) == [
        one for one in re.findall(r'id="([^"]*)"', markup) if re.fullmatch(r"[\w-]+", one)
    ]


@given(st.text(max_size=40))
def test_no_text_opens_a_tag_of_its_own(text: str) -> None:
    assume(not is_hidden(text))  # a mark of disclosure control rightly brings its legend, a note more
    quiet = to_html(table(pd.DataFrame({"a": ["x"]}), column()), "id")
    loud = to_html(table(pd.DataFrame({"a": [text]}), column()), "id")
    assert loud.count("<") == quiet.count("<")


def test_names_of_columns_in_the_data_stay_out_of_the_markup() -> None:
    frame = pd.DataFrame({'x" onmouseover="alert(1)': [1]})
    markup = to_html(table(frame, column("integer", name='x" onmouseover="alert(1)')), "id")
    assert "onmouseover" not in markup


def test_numbers_stand_right_and_text_left() -> None:
    frame = pd.DataFrame({"a": ["Jahe"], "b": [1250], "c": ["2026-11-20"]})
    markup = to_html(table(frame, column(), column("integer", name="b"), column("date", name="c")), "id")
    cells = re.findall(r'class="gt_row (gt_\w+)">([^<]*)<', markup)
    assert cells == [("gt_left", "Jahe"), ("gt_right", "1.250"), ("gt_left", "20 November 2026")]


def test_a_wide_table_scrolls_in_itself_and_brings_no_style_sheet() -> None:
    frame = pd.DataFrame([range(30)], columns=[f"k{at}" for at in range(30)])
    wide = table(frame, *(column("integer", name=name) for name in frame.columns))
    markup = to_html(wide, "id")
    assert markup.startswith('<div class="pasar-table">')
    assert "overflow-x:auto" in markup
    assert "<style" not in markup
    assert "width:auto" in markup


def test_a_table_is_small() -> None:
    frame = pd.DataFrame({"a": [f"Komoditas {at}" for at in range(100)], "b": range(100)})
    assert len(to_html(table(frame, column(), column("integer", name="b")), "id")) < 30_000


def test_the_winner_is_bold_and_nobody_else() -> None:
    frame = pd.DataFrame({"a": ["Jahe", "Kopi"]}, index=["jahe", "kopi"])
    markup = to_html(table(frame, column(), highlight=("kopi",)), "id")
    assert re.findall(r"<td style=\"font-weight: bold;\"[^>]*>([^<]*)<", markup) == ["Kopi"]


def written_out() -> str:
    frame = pd.DataFrame({"a": ["Jahe", SMALL, WITHHELD], "b": [1.5, 2.5, np.nan]})
    one = table(frame, column(), column("number", 1, name="b"), highlight=(0, 1))
    return to_html(one, "id") + json.dumps(to_json(one, "id"))


def test_a_table_is_the_same_bytes_in_every_process() -> None:
    """The order of a set changes with the process; within one, two tables would always be alike."""
    assert said_in_fresh_processes(__file__, "ascii(t.written_out())") == {ascii(written_out())}


def test_values_for_the_workbook_are_numbers_and_never_nan() -> None:
    frame = pd.DataFrame(
        {"a": ["=1+1", HOSTILE, None], "b": [np.int64(5), np.nan, np.inf], "c": [SMALL, 10, None]}
    )
    columns = column(), column("number", 2, name="b"), column("integer", name="c")
    values = to_json(table(frame, *columns, note=_("Catatan.")), "id")
    assert values["rows"] == [["=1+1", 5.0, SMALL], [HOSTILE, None, 10], [None, None, None]]
    assert values["columns"][1] == {"name": "b", "label": "Kolom", "kind": "number", "decimals": 2}
    assert json.loads(json.dumps(values, allow_nan=False)) == values


def test_marks_are_explained_where_they_stand_and_only_there() -> None:
    def notes(*cells: object) -> str:
        return str(to_json(table(pd.DataFrame({"a": list(cells)}), column("integer")), "id")["note"])

    assert notes(10, 20) == ""
    assert notes(SMALL, 20).startswith("<10: ")
    assert notes(WITHHELD, 20).startswith("*: ")
    assert "<10: " in notes(WITHHELD, SMALL)


def test_an_empty_table_says_so_under_its_headings() -> None:
    empty = table(pd.DataFrame({"a": []}), column(label="Komoditas"))
    for text in (to_html(empty, "id"), to_text(empty, "id")):
        assert "Tidak ada baris." in text
    assert "Komoditas" in to_html(empty, "id")
    assert to_json(empty, "id")["rows"] == []


def test_a_table_without_any_text_has_no_hidden_columns() -> None:
    frame = pd.DataFrame({"a": ["Jahe"], "rahasia": ["RT-0001"]})
    shown = table(frame, column())
    for text in (to_html(shown, "id"), to_text(shown, "id"), json.dumps(to_json(shown, "id"))):
        assert "RT-0001" not in text
