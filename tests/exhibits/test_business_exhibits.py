"""Figures and tables of a business model: that they show the result's numbers, in every case."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import pytest
from business_reports import (
    CASES,
    FORMULA,
    IMAGE,
    Shown,
    baseline_only,
    gaining,
    hostile,
    losing,
    new_party,
    ranged,
)
from exhibit_reading import drawing, every, shown

from pasar_nb import vocabulary
from pasar_nb.figures import business as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.tables import business as tables
from pasar_nb.tables.cells import NUMERIC, plain_cell
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_json

EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")
HOUSE = {
    *vocabulary.CATEGORICAL,
    *vocabulary.FLOW_COLOURS.values(),
    vocabulary.INK,
    vocabulary.PAPER,
    vocabulary.GRID,
}


def drawn(case: Shown) -> list[ReportFigure]:
    return [figure for _name, figure in every(figures, case) if isinstance(figure, ReportFigure)]


def words(figure: Any) -> list[str]:
    texts = [note.get("text", "") for note in drawing(figure)["layout"].get("annotations", [])]
    return [re.sub("<[^>]+>", " ", text).strip() for text in texts]


def forms(figure: Any) -> list[dict[str, Any]]:
    """Read both forms of a drawing: for a wide page and for a telephone."""
    layout = drawing(figure)["layout"]
    return [layout, layout["meta"]["narrow"]]


def arrows(figure: Any) -> list[dict[str, Any]]:
    return [note for note in drawing(figure)["layout"]["annotations"] if note["showarrow"]]


@EVERY_CASE
def test_every_figure_has_a_finding_an_alternative_and_its_n_and_source(make) -> None:
    for figure in drawn(make()):
        title, alternative, note = (one.text("id") for one in (figure.title, figure.alternative, figure.note))
        assert title.endswith("."), figure.name
        assert alternative.endswith(".")
        assert re.search(r"n = \d+ (pihak|pertukaran|biaya|calon)", note), figure.name
        assert "Sumber: tabel" in note
        assert not {"nan", "Rpnan", "None"} & set(f"{title} {alternative} {note}".split())


@EVERY_CASE
def test_drawings_are_json_without_nan_and_in_the_colours_of_the_house(make) -> None:
    for figure in drawn(make()):
        text = json.dumps(drawing(figure))
        assert set(COLOUR.findall(text)) <= HOUSE, figure.name
        assert "nan" not in text.lower()


@EVERY_CASE
def test_what_cannot_be_shown_gives_its_reason(make) -> None:
    for module in (figures, tables):
        for name, answer in every(module, make()):
            if isinstance(answer, NotEstimable):
                assert answer.reason.text("id").endswith("."), name
            else:
                assert isinstance(answer, ReportFigure | DisplayTable), name


def test_the_diagrams_show_every_exchange_of_their_condition_in_one_style() -> None:
    figure = figures.model_diagram(gaining())
    texts = words(figure)
    assert texts.count("produk") == texts.count("uang") == 2
    assert "Sebelum: model konvensional" in texts
    assert "Sesudah: model tidak dikenali" in texts
    assert len(arrows(figure)) == 2 + 3
    assert texts.count("POKMAS") == texts.count("Mitra lokal") == 2


def test_a_new_exchange_differs_in_word_and_width_not_only_in_colour() -> None:
    figure = figures.model_diagram(gaining())
    assert "jasa melekat · BARU" in words(figure)
    widths = sorted(arrow["arrowwidth"] for arrow in arrows(figure))
    assert widths[-1] > 2 * widths[-2]


def test_an_arrow_points_from_giver_to_taker() -> None:
    for form in forms(figures.model_diagram(gaining())):
        first = next(note for note in form["annotations"] if note["showarrow"])  # produk of POKMAS
        boxes = {note["text"]: note["x"] for note in reversed(form["annotations"]) if "bordercolor" in note}
        assert first["ax"] == boxes["<b>POKMAS</b>"]
        assert first["x"] == boxes["<b>Mitra<br>lokal</b>"]
        assert first["ay"] == first["y"]


def test_an_ended_exchange_is_marked_and_an_absent_party_stands_in_brackets() -> None:
    texts = words(figures.model_diagram(new_party()))
    assert "produk · berakhir" in texts
    assert any(text.startswith("(Lembaga") for text in texts)


def test_bars_show_the_income_on_the_party_s_own_scale() -> None:
    bars = [trace for trace in drawing(figures.net_income(ranged()))["data"] if trace["type"] == "bar"]
    # 4.500.000 and 6.500.000 against the largest, 100 x 90.000 - 450.000 = 8.550.000
    assert [bar["x"][0] for bar in bars] == pytest.approx([4.5 / 8.55, 6.5 / 8.55], abs=1e-3)
    assert bars[0]["error_x"]["arrayminus"] == pytest.approx([(4.5 - 4.2) / 8.55], abs=1e-3)
    assert {"Rp4.500.000", "Rp6.500.000"} <= set(words(figures.net_income(ranged())))


def test_the_loser_is_in_the_title_and_marked_by_a_sign() -> None:
    figure = figures.net_income(losing())
    assert figure.title.text("id") == "Mitra lokal tidak memperoleh lebih sesudahnya."
    assert any("▼" in text and "Mitra lokal" in text for text in words(figure))


def test_realisation_is_drawn_only_beside_the_budget_of_the_same_costs() -> None:
    figure = figures.finance_by_year(gaining())
    bars = {bar["name"]: bar for bar in drawing(figure)["data"]}
    assert bars["Anggaran"]["x"] == [60_000_000, 20_000_000]  # 2024 without the machine, 2025 not at all
    assert bars["Realisasi"]["x"] == [57_000_000, 21_000_000]


@EVERY_CASE
def test_every_table_has_its_columns_and_a_note_and_can_be_written(make) -> None:
    names = []
    for _name, table in every(tables, make()):
        if isinstance(table, NotEstimable):
            continue
        names.append(table.name)
        assert table.note is not None
        assert "Sumber: tabel" in table.note.text("id")
        for column in table.columns:
            assert list(table.frame.columns).count(column.name) == 1, (table.name, column.name)
            for value in (plain_cell(cell, "id") for cell in table.frame[column.name]):
                kind = int | float if column.kind in NUMERIC else str
                assert value is None or isinstance(value, kind), (table.name, column.name, value)
        rows = to_json(table, "id")["rows"]
        assert not any(isinstance(cell, float) and math.isnan(cell) for row in rows for cell in row)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z_]{1,31}", name) for name in names)


def test_the_verdict_stands_beside_the_amounts() -> None:
    table = tables.gains(losing())
    assert [plain_cell(value, "id") for value in table.frame["putusan"]] == [
        "memperoleh lebih",
        "memperoleh kurang",
    ]
    assert table.highlight == (1,)
    assert table.frame["change"].tolist() == [2_000_000, -3_000_000]


def test_income_per_month_is_a_twelfth() -> None:
    table = tables.incomes(baseline_only())
    assert table.frame["monthly"].tolist() == pytest.approx([3_500_000 / 12, 3_000_000 / 12])


def test_texts_of_the_data_are_never_markup() -> None:
    lines = to_html(tables.budget_lines(hostile()), "id")
    assert IMAGE not in lines
    assert "&lt;img" in lines
    assert FORMULA in [plain_cell(value, "id") for value in tables.exchanges(hostile()).frame["after"]]


def test_both_audiences_see_the_same_plan() -> None:
    public, internal = shown(gaining().result), shown(gaining().result, audience="internal")
    assert to_json(tables.incomes(public), "id") == to_json(tables.incomes(internal), "id")
