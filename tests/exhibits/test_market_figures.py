"""The pictures of a market: that they show the result, and that lines cross no box."""

from __future__ import annotations

import html
import json
import re
from itertools import pairwise

import pytest
from exhibit_reading import drawing, every, shown, strings
from hypothesis import given, settings
from market_cases import chart, markets
from market_reports import CASES, HOSTILE, from_nowhere, hostile, losing, shrinking, whole, without_volumes

from pasar_nb import vocabulary
from pasar_nb.analysis import market
from pasar_nb.figures import market as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.figures.market.map_lines import gutters, lay_lines
from pasar_nb.figures.market.map_rows import Box, arrange, fitted
from pasar_nb.figures.market.map_sheet import measure
from pasar_nb.findings import NotEstimable

EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b")
HOUSE = {
    *vocabulary.CATEGORICAL,
    *vocabulary.FLOW_COLOURS.values(),
    *vocabulary.SEQUENTIAL_BLUE,
    vocabulary.INK,
    vocabulary.PAPER,
    vocabulary.GRID,
}


def words(figure):
    texts = [note["text"] for note in drawing(figure)["layout"]["annotations"]]
    return [html.unescape(re.sub("</?b>", "", text)) for text in texts]


def lines(figure):
    return drawing(figure)["data"]


@EVERY_CASE
def test_every_figure_has_a_finding_an_alternative_and_its_n_and_source(make) -> None:
    for name, figure in every(figures, make()):
        if isinstance(figure, NotEstimable):
            assert figure.reason.text("id").endswith("."), name
            continue
        title, alternative, note = (one.text("id") for one in (figure.title, figure.alternative, figure.note))
        assert title.endswith("."), name
        assert alternative.endswith("."), name
        assert re.search(r"n = \d+ (kelompok pelaku|jalur)|\(n = \d+\)", note), note
        assert "Sumber: tabel" in note


@EVERY_CASE
def test_drawings_are_json_without_nan_and_in_the_colours_of_the_house(make) -> None:
    for _name, figure in every(figures, make()):
        if isinstance(figure, ReportFigure):
            text = json.dumps(drawing(figure))
            assert set(COLOUR.findall(text)) <= HOUSE
            assert not re.search(r"\bnan\b|None|<NA>", text)


def test_the_map_shows_every_actor_flow_and_price() -> None:
    figure = figures.market_map(whole())
    texts = words(figure)
    for name in "PTBFKULND":
        assert any(text.split("<br>")[0] == name for text in texts), name
    assert {"Rp10", "Rp12", "Rp15", "Rp18", "Rp40", "Rp39"} <= set(texts)
    assert len(lines(figure)) == 5 + 7
    assert "0 pelaku" in " ".join(texts)
    assert "tanpa jumlah" in " ".join(texts).replace("<br>", " ")


def test_kinds_of_flow_differ_in_dash_or_width_not_only_in_colour() -> None:
    drawn = {
        (line["line"]["color"], line["line"]["dash"], line["line"]["width"])
        for line in lines(figures.market_map(whole()))
    }
    assert len(drawn) == 5  # produk, uang, jasa, informasi, pembiayaan
    assert len({(dash, width) for _colour, dash, width in drawn}) == 5


def test_outside_the_district_the_edge_is_dashed() -> None:
    shapes = [
        one for one in drawing(figures.market_map(whole()))["layout"]["shapes"] if one["type"] == "rect"
    ]
    dashes = [one["line"]["dash"] for one in shapes]
    assert dashes.count("dash") == 3 + 1  # U, L, N and the legend's
    assert dashes.count("solid") == 6 + 1


def test_an_arrow_points_from_giver_to_taker() -> None:
    result = whole().result
    boxes = {box.code: box for box in arrange(result.actors.table, "id")}
    for line in lay_lines([("P", "T", "produk"), ("T", "P", "uang"), ("U", "P", "jasa")], boxes.values()):
        start, end = line.points[0][1], line.points[-1][1]
        assert (start.row, end.row) == (boxes[line.flow[0]].row, boxes[line.flow[1]].row)


@settings(max_examples=25, deadline=None)
@given(markets())
def test_no_line_crosses_a_box_and_everything_is_on_the_sheet(both) -> None:
    result = market.chart(*both)
    boxes = arrange(result.actors.table, "id")
    table = result.flows.table
    laid = list(dict.fromkeys(zip(table["dari"], table["ke"], table["jenis"], strict=True)))
    boxes = fitted(boxes, *gutters(laid, boxes))
    ways = lay_lines(laid, boxes)
    sheet = measure(boxes, ways, top=0)
    assert {way.flow for way in ways} == set(laid)
    frames = [(box.left, *sheet.rows[box.row], box.right) for box in boxes]
    for way in ways:
        corners = [(x, sheet.y(at)) for x, at in way.points]
        for (x0, y0), (x1, y1) in pairwise(corners):
            assert x0 == x1 or y0 == y1  # only upright and level
            assert 0 < x0 < 100 and 0 <= y0 <= sheet.height
            for left, top, bottom, right in frames:
                inside_x = min(x0, x1) < right and left < max(x0, x1)
                if x0 == x1:
                    inside_x = left < x0 < right
                inside_y = min(y0, y1) < bottom and top < max(y0, y1)
                if y0 == y1:
                    inside_y = top < y0 < bottom
                assert not (inside_x and inside_y), way.flow


def test_a_line_passes_beside_a_wider_row_that_it_only_passes() -> None:
    rights = {"a": 47.0, "b": 90.0, "c": 47.0}
    boxes = [
        Box(code, "rantai_nilai", row, 3.0, right, code, outside=False, deserted=False)
        for row, (code, right) in enumerate(rights.items())
    ]
    (line,) = lay_lines([("a", "c", "produk")], boxes)
    assert max(x for x, _at in line.points) > 90.0


@settings(max_examples=25, deadline=None)
@given(markets())
def test_boxes_do_not_touch_and_keep_the_order_of_the_chain(both) -> None:
    table = market.chart(*both).actors.table
    boxes = arrange(table, "id")
    assert [box.code for box in boxes if box.band == "rantai_nilai"] == [
        code for code, layer in zip(table["pelaku"], table["lapisan"], strict=True) if layer == "rantai_nilai"
    ]
    for one, other in pairwise(boxes):
        assert one.row < other.row or one.right < other.left


def test_the_price_figure_builds_up_to_the_final_price() -> None:
    (bars,) = lines(figures.price_build_up(shown(chart())))
    ends = [base + margin for base, margin in zip(bars["base"], bars["x"], strict=True)]
    assert ends == [10, 15, 40, 12, 18, 40]
    assert "25%" in words(figures.price_build_up(shown(chart())))


def test_a_loss_is_drawn_backwards_in_another_colour() -> None:
    (bars,) = lines(figures.price_build_up(losing()))
    assert (bars["base"][1], bars["x"][1]) == (10, -1)
    assert bars["marker"]["color"][1] == vocabulary.VERMILION


def test_what_is_lost_on_the_way_is_no_part_of_the_price_built_up() -> None:
    figure = figures.price_build_up(shrinking())
    (bars,) = lines(figure)
    assert bars["base"] == pytest.approx([0, 10, 15 * 0.9])
    assert bars["x"] == pytest.approx([10, 15 * 0.9 - 10, 40 * 0.81 - 15 * 0.9])
    assert "31% dari Rp32 yang dibayar di ujung" in figure.title.text("id")
    assert "Akhir Rp32, susut 19%" in words(figure)


def test_no_length_has_so_many_digits_that_it_looks_like_an_identifier() -> None:
    thirds = "dari ke volume satuan harga\nP T 3000 kg 14001\nT F 2900 kg 25003\nF K 2800 kg 44007"
    text = json.dumps(drawing(figures.price_build_up(shown(chart(trade=thirds)))))
    assert not re.search(r"\d{4,}\.\d{3,}", text)


def test_titles_claim_no_main_channel_and_no_division_that_the_records_do_not_bear() -> None:
    assert figures.price_build_up(without_volumes()).title.text("id") == (
        "Bagian produsen berkisar 25% sampai 30% pada 2 jalur."
    )
    assert "belum dapat dikutip" in figures.money_shares(from_nowhere()).title.text("id")
    # P sells 100 kg; B is recorded as selling 50 kg that it bought from nobody
    title = figures.product_flow(from_nowhere()).title.text("id")
    assert "Dari 100 kg yang dijual produsen dalam setahun, ditambah 50 kg" in title
    assert "(B)" in title


def test_money_bars_are_the_shares_of_the_result() -> None:
    case = shown(chart())
    (bars,) = lines(figures.money_shares(case))
    assert bars["x"] == pytest.approx([1600 / 6000, 500 / 6000, 300 / 6000, 3600 / 6000])
    assert figures.money_shares(case).title.text("id") == (
        "Dari Rp6.000 setahun, bagian terbesar (60%) tinggal pada F."
    )


def test_roots_are_stacked_by_what_answers_them() -> None:
    bars = {bar["name"]: bar["x"] for bar in lines(figures.root_answers(whole()))}
    assert bars == {
        "ada intervensi dan calon mitra": [0, 1, 0],
        "ada calon mitra, belum ada intervensi": [0, 1, 0],
        "belum ada keduanya": [0, 0, 1],
    }


def test_hostile_names_are_escaped_in_every_drawing() -> None:
    for _name, figure in every(figures, hostile()):
        assert not any("<img" in text for text in strings(drawing(figure)))
    texts = " ".join(words(figures.market_map(hostile()))).replace("<br>", "")
    for name in HOSTILE:
        assert name[:8].replace(" ", "") in texts.replace(" ", ""), name
