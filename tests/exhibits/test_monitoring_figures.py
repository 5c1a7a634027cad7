"""The figures of monitoring: what they say, that they draw the result's numbers, and where arrows run."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from exhibit_reading import drawing, shown, strings
from hypothesis import given
from hypothesis import strategies as st
from monitoring_shown import (
    CASES,
    HOSTILE,
    Shown,
    diamond,
    ended,
    every,
    hostile,
    large,
    people,
    without_baselines,
)

from pasar_nb import vocabulary
from pasar_nb.figures import monitoring as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.figures.monitoring.arrows import WIDEST, arrow_shapes, gutter
from pasar_nb.figures.monitoring.charts import year_marks
from pasar_nb.figures.monitoring.lanes import lay_lanes
from pasar_nb.findings import NotEstimable
from pasar_nb.vocabulary import STATE_COLOURS, STATE_LABELS, STATE_SIGNS

FORMATTING = re.compile(r"</?b>|<br>")
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|rgba?\([^)]*\)|hsla?\([^)]*\)")
HOUSE = {*vocabulary.CATEGORICAL, vocabulary.INK, vocabulary.PAPER, vocabulary.GRID}
TELEPHONE = 46  # characters of a line
PAGE = 979  # px of an A4 page between its margins


def drawn_figures(case: Shown) -> list[ReportFigure]:
    return [figure for _name, figure in every(figures, case) if isinstance(figure, ReportFigure)]


def notes(figure: ReportFigure) -> list[str]:
    """Read the texts set in a drawing, one line each."""
    found = [one["text"] for one in drawing(figure)["layout"].get("annotations", [])]
    return [
        html.unescape(FORMATTING.sub(lambda tag: " " if tag.group() == "<br>" else "", one)) for one in found
    ]


EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())


# Every figure, of every case


@EVERY_CASE
def test_every_figure_has_a_finding_an_alternative_n_and_a_source(make) -> None:
    result = make()
    for figure in drawn_figures(shown(result)):
        title, alternative, note = (one.text("id") for one in (figure.title, figure.alternative, figure.note))
        assert title.endswith(".") and len(title.split()) >= 4, title
        assert alternative.endswith(".")
        assert f"n = {len(result.indicators.table)} indikator" in note
        assert "Sumber: tabel rantai" in note
        assert not {"nan", "None", "<NA>", "inf"} & set(f"{title} {alternative} {note}".split())


@EVERY_CASE
def test_a_figure_that_cannot_be_drawn_gives_the_reason(make) -> None:
    for name, answer in every(figures, shown(make())):
        assert isinstance(answer, ReportFigure | NotEstimable), name
        if isinstance(answer, NotEstimable):
            assert answer.reason.text("id").endswith(".")


@EVERY_CASE
def test_drawings_are_json_with_house_colours_and_no_title_of_their_own(make) -> None:
    for figure in drawn_figures(shown(make())):
        content = drawing(figure)
        assert "title" not in content["layout"]
        used = {colour for text in strings(content) for colour in COLOUR.findall(text)}
        assert used <= HOUSE, figure.name


@EVERY_CASE
def test_texts_in_a_drawing_fit_a_telephone_and_open_no_tag(make) -> None:
    for figure in drawn_figures(shown(make())):
        for text in strings(drawing(figure)):
            assert "<" not in FORMATTING.sub("", text), (figure.name, text)
        for one in drawing(figure)["layout"].get("annotations", []):
            lines = [html.unescape(FORMATTING.sub("", line)) for line in one["text"].split("<br>")]
            assert max(map(len, lines)) <= TELEPHONE, lines


@EVERY_CASE
def test_names_of_figures_are_unique(make) -> None:
    names = [figure.name for figure in drawn_figures(shown(make()))]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z_]+", name) for name in names)


def test_states_are_told_apart_without_colour() -> None:
    assert len(set(STATE_SIGNS.values())) == len(STATE_SIGNS) == len(STATE_LABELS)


# The results chain


def chain_shapes(kind: str, figure: Any) -> list[dict[str, Any]]:
    return [shape for shape in drawing(figure)["layout"]["shapes"] if shape["type"] == kind]


def test_every_box_says_its_state_and_statement_and_carries_its_colour() -> None:
    figure = figures.results_chain(shown(diamond()))
    texts = notes(figure)
    assert "✓ tercapai Pelatihan terlaksana" in texts
    assert "▲ tertinggal Kontrak ditandatangani" in texts
    assert "▼ mundur Pendapatan naik" in texts
    stripes = [
        shape["fillcolor"] for shape in chain_shapes("rect", figure) if shape.get("xsizemode") == "pixel"
    ]
    assert stripes == [STATE_COLOURS[state] for state in ("reached", "on_track", "behind", "regressed")]


def test_levels_are_named_once_from_activities_downwards() -> None:
    figure = figures.results_chain(shown(diamond()))
    placed = {one["text"]: one["y"] for one in drawing(figure)["layout"]["annotations"]}
    names = [f"<b>{name}</b>" for name in ("Kegiatan", "Keluaran mitra", "Dampak POKMAS")]
    assert [placed[name] for name in names] == sorted(placed[name] for name in names)
    assert drawing(figure)["layout"]["yaxis"]["range"][1] == 0  # px from the top


def test_the_diamond_has_an_arrow_head_per_target_and_a_dot_per_arrow() -> None:
    figure = figures.results_chain(shown(diamond()))
    assert len(chain_shapes("path", figure)) == 3  # B, C, D
    assert len(chain_shapes("circle", figure)) == 4


def test_the_title_counts_what_is_on_the_way_off_it_and_unknown() -> None:
    assert figures.results_chain(shown(diamond())).title.text("id") == (
        "Dari 4 kotak rantai hasil, 2 tercapai atau sesuai rencana dan 2 menyimpang dari rencana."
    )
    assert "1 belum tercapai" in figures.results_chain(shown(without_baselines())).title.text("id")


def test_eleven_boxes_of_two_lines_fit_on_a_page() -> None:
    figure = figures.results_chain(shown(large()))
    per_box = drawing(figure)["layout"]["height"] / 30
    assert 11 * per_box + 4 * 21 < PAGE - 60  # four more levels than the three of this chain; title above


def test_a_large_chain_keeps_its_arrows_off_the_boxes_and_on_the_telephone() -> None:
    figure = figures.results_chain(shown(large()))
    left = drawing(figure)["layout"]["margin"]["l"]
    assert left <= WIDEST + 10
    beside = [s for kind in ("line", "circle") for s in chain_shapes(kind, figure)]
    assert all(-left <= min(s["x0"], s["x1"]) and max(s["x0"], s["x1"]) <= 0 for s in beside)


def test_no_arrow_needs_no_gutter() -> None:
    assert gutter(()) < 10
    assert arrow_shapes((), [1.0, 2.0]) == []


places = st.integers(0, 12)


@given(st.lists(st.tuples(places, places).filter(lambda pair: pair[0] != pair[1]), max_size=20, unique=True))
def test_lanes_of_the_same_track_never_overlap_and_no_arrow_is_lost(arrows: list[tuple[int, int]]) -> None:
    lanes = lay_lanes(arrows)
    assert {(source, lane.target) for lane in lanes for source in lane.sources} == set(arrows)
    for lane in lanes:
        for other in lanes:
            apart = lane.bottom <= other.top or other.bottom <= lane.top
            assert lane is other or lane.track != other.track or apart


def test_a_plain_chain_runs_in_one_lane() -> None:
    assert {lane.track for lane in lay_lanes([(0, 1), (1, 2), (2, 3)])} == {0}


# Progress and trajectories


def test_bars_are_shares_and_marks_are_what_was_due() -> None:
    (figure,) = figures.progress(shown(diamond()))
    bars, due = drawing(figure)["data"]
    # a 14/12; b 6/12; c 3/12; d (19.5 - 18) / (10 - 18)
    assert bars["x"] == [pytest.approx(14 / 12, abs=1e-4), 0.5, 0.25, pytest.approx(-0.1875, abs=1e-4)]
    assert due["x"][::3] == [pytest.approx(5 / 12, abs=1e-4), 0.5, 0.5, 0.5]
    assert any("tertinggal: 25%, rencana 50%; 3 dari 12 kg/bulan" in text for text in notes(figure))


def test_bars_are_cut_where_the_scale_ends_and_the_number_is_not() -> None:
    first, *_others = figures.progress(shown(large()))
    assert max(drawing(first)["data"][0]["x"]) <= 1.3
    *_others, last = figures.progress(shown(large()))
    assert any("121%" in text for text in notes(last))  # 14.5 of 12


def test_many_indicators_are_spread_over_figures_that_fit_on_a_page() -> None:
    parts = [*figures.progress(shown(large())), *figures.trajectories(shown(large()))]
    assert len(parts) == 4 + 8
    assert all(drawing(part)["layout"]["height"] < PAGE - 60 for part in parts)


def test_a_small_chart_draws_the_plan_its_target_and_the_values() -> None:
    (figure,) = figures.trajectories(shown(ended()))
    data = [trace for trace in drawing(figure)["data"] if trace["xaxis"] == "x3"]
    plan, target, values = data
    assert plan["y"] == [900_000, 1_300_000]
    assert plan["x"] == [2024 * 12, 2025 * 12]  # January 2024 to the end of December
    assert target["y"] == [1_300_000]
    assert values["y"] == [1_000_000, 1_180_000]


def test_without_a_baseline_there_is_a_target_but_no_line() -> None:
    rows = [trace for figure in figures.trajectories(shown(ended())) for trace in drawing(figure)["data"]]
    assert len(rows) == 3 * 3  # the fourth was never measured
    (alone,) = figures.trajectories(shown(without_baselines()))
    assert isinstance(alone, NotEstimable)  # one value each is no path


def test_hidden_counts_of_people_are_neither_drawn_nor_written() -> None:
    for figure in drawn_figures(shown(people())):
        numbers = [value for trace in drawing(figure)["data"] for value in trace.get("y", [])]
        assert not {3.0, 7.0, 52.0, 21.0} & set(numbers)
    trajectory = figures.trajectories(shown(people()))[0]
    assert drawing(trajectory)["data"][-1]["y"] == [20, 50]
    assert "dibulatkan ke kelipatan lima" in trajectory.note.text("id")
    internal = figures.trajectories(shown(people(), "internal"))
    assert drawing(internal[0])["data"][-1]["y"] == [21, 52]
    assert "dibulatkan" not in internal[0].note.text("id")


def test_hostile_texts_are_drawn_as_text() -> None:
    texts = " ".join(notes(figures.results_chain(shown(hostile()))))
    assert all(text.replace(" ", "") in texts.replace(" ", "") for text in HOSTILE)


@pytest.mark.parametrize(
    ("first", "last", "marks"),
    [
        (24290, 24330, [24300, 24312, 24324]),
        (24290, 24305, [24290, 24305]),
        (24290, 24290, [24290]),
        (24000, 24120, [24000, 24036, 24072, 24108]),
    ],
)
def test_the_axis_names_januaries_or_both_ends(first: int, last: int, marks: list[int]) -> None:
    assert year_marks(first, last) == marks
