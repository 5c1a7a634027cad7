"""The figures on the choice of a commodity: what they say, and that they draw the result's numbers."""

from __future__ import annotations

import html
import re
from typing import Any

import numpy as np
import pandas as pd
import pytest
from commodity_cases import criteria, scores
from exhibit_reading import drawing, shown, strings
from selection_cases import (
    AGREED,
    CASES,
    CODES,
    EVEN,
    GIVEN,
    HOSTILE,
    NAMES,
    RATERS,
    Shown,
    compared,
    contradictory,
    every,
    hostile,
    incomplete,
    select,
    single,
    sole,
    tied,
    unscored,
    vetoed,
)

from pasar_nb import vocabulary
from pasar_nb.analysis import commodity
from pasar_nb.figures import commodity as figures
from pasar_nb.figures.frame import LABEL_WIDTH, ReportFigure, shade
from pasar_nb.findings import NotEstimable
from pasar_nb.vocabulary import readable

FORMATTING = re.compile(r"</?(?:b|i|extra)>|<br>")
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|rgba?\([^)]*\)|hsla?\([^)]*\)")
# The sequential scale is mixed from the vocabulary's six steps, finely enough to meet every mixture.
SHADES = {shade(share) for share in np.linspace(0, 1, 20_001)}
HOUSE = {
    *vocabulary.CATEGORICAL,
    *vocabulary.SEQUENTIAL_BLUE,
    vocabulary.INK,
    vocabulary.PAPER,
    vocabulary.GRID,
    *SHADES,
}


def drawn_figures(case: Shown) -> list[ReportFigure]:
    return [figure for _name, figure in every(figures, case) if isinstance(figure, ReportFigure)]


def traces(figure: Any, kind: str) -> list[dict[str, Any]]:
    return [trace for trace in drawing(figure)["data"] if trace["type"] == kind]


def plain(label: str) -> str:
    """Read a label as it is seen: one line, no markup, no marks of width nought."""
    seen = FORMATTING.sub(lambda tag: " " if tag.group() == "<br>" else "", label)
    return html.unescape(seen).replace("\u200b", "").strip()


def axis_labels(figure: ReportFigure) -> list[str]:
    """Labels of both axes: the categories of the traces, or texts set at places."""
    content = drawing(figure)
    axes = [content["layout"].get(axis, {}) for axis in ("xaxis", "yaxis")]
    at_places = [label for axis in axes for label in axis.get("ticktext", [])]
    both = [value for trace in content["data"] for axis in ("x", "y") for value in trace.get(axis, [])]
    return at_places + [value for value in both if isinstance(value, str)]


EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())


# Every figure, of every case


@EVERY_CASE
def test_every_figure_has_a_finding_an_alternative_n_and_a_source(make) -> None:
    case = make()
    raters = case.result.scores.n_raters
    for figure in drawn_figures(case):
        title, alternative, note = (one.text("id") for one in (figure.title, figure.alternative, figure.note))
        assert title.endswith("."), figure.name
        assert len(title.split()) >= 4
        assert alternative.endswith(".")
        assert f"n = {raters} penilai" in note
        assert "Sumber: tabel kriteria dan skor; data tahun 2022." in note
        assert not {"nan", "None", "<NA>"} & set(f"{title} {alternative} {note}".split())


@EVERY_CASE
def test_a_figure_that_cannot_be_drawn_gives_the_reason(make) -> None:
    for name, answer in every(figures, make()):
        assert isinstance(answer, ReportFigure | NotEstimable), name
        if isinstance(answer, NotEstimable):
            assert answer.reason.text("id").endswith(".")


@EVERY_CASE
def test_drawings_are_json_without_nan_and_without_a_title_of_their_own(make) -> None:
    for figure in drawn_figures(make()):
        content = drawing(figure)
        assert "title" not in content["layout"]
        assert content["layout"]["height"] > 0


@EVERY_CASE
def test_colours_are_those_of_the_vocabulary(make) -> None:
    for figure in drawn_figures(make()):
        used = {colour for text in strings(drawing(figure)) for colour in COLOUR.findall(text)}
        assert used
        assert used <= HOUSE, figure.name


@EVERY_CASE
def test_labels_are_wrapped_for_a_telephone_and_open_no_tag(make) -> None:
    for figure in drawn_figures(make()):
        for text in strings(drawing(figure)):
            assert "<" not in FORMATTING.sub("", text), (figure.name, text)
        for label in axis_labels(figure):
            lines = [plain(line) for line in label.split("<br>")]
            # what is no name (a weight, a direction) is one short line
            assert max(len(line) for line in lines) <= max(LABEL_WIDTH, len("makin rendah makin baik"))


@EVERY_CASE
def test_names_of_figures_are_unique(make) -> None:
    names = [figure.name for figure in drawn_figures(make())]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z_]+", name) for name in names)


def test_the_english_figures_have_their_own_numbers() -> None:
    english = shown(sole().result, language="en")
    totals = traces(figures.index_composition(english), "scatter")[0]
    assert [plain(text) for text in totals["text"]] == ["4.63", "4.38", "3.63"]


def test_a_year_that_is_not_recorded_is_said_to_be_missing() -> None:
    undated = commodity.select(criteria(AGREED), scores(GIVEN).assign(tahun=pd.NA), draws=100)
    note = figures.index_composition(shown(undated)).note.text("id")
    assert note.endswith("Sumber: tabel kriteria dan skor; tahun data tidak dicatat.")


# Scores


def test_scores_are_drawn_by_criterion_and_darker_is_better() -> None:
    figure = figures.scores_by_criterion(sole())
    (heat,) = traces(figure, "heatmap")
    (numbers,) = traces(figure, "scatter")
    assert [plain(column) for column in heat["x"]] == ["Jahe", "Kopi", "Nanas"]
    assert [plain(row) for row in heat["y"]] == [
        "jangkauan bobot 5",
        "harga bobot 3 makin rendah makin baik",
    ]
    assert numbers["text"] == ["5", "4", "4", "2", "1", "3"]
    # (utility - 1) / 4; the utility of harga is 6 - score
    assert heat["z"] == [[1, 3 / 4, 3 / 4], [3 / 4, 1, 1 / 2]]


def test_a_score_nobody_gave_is_a_dash_on_white_and_adds_no_decimals() -> None:
    figure = figures.scores_by_criterion(incomplete())
    (heat,) = traces(figure, "heatmap")
    assert heat["z"][1] == [3 / 4, 1, 1 / 2, None]
    assert traces(figure, "scatter")[0]["text"] == ["5", "4", "4", "5", "2", "1", "3", "–"]


def test_means_that_are_not_whole_get_one_decimal() -> None:
    half = select("kriteria bobot\na 3", "komoditas a\njahe 5\nkopi 2", "komoditas a\njahe 4\nkopi 2")
    assert traces(figures.scores_by_criterion(half), "scatter")[0]["text"] == ["4,5", "2,0"]


def test_the_most_frequent_best_is_told_alone_or_together() -> None:
    alone = select(EVEN, "komoditas a b\njahe 5 3\nkopi 1 3")
    assert figures.scores_by_criterion(alone).title.text("id") == (
        "Jahe paling sering mendapat skor terbaik: pada 2 dari 2 kriteria."
    )
    assert figures.scores_by_criterion(tied()).title.text("id") == (
        "Jahe dan Kopi robusta paling sering mendapat skor terbaik: masing-masing pada 1 dari 2 kriteria."
    )


def test_where_nothing_differs_nobody_is_called_the_best() -> None:
    lone = select(EVEN, "komoditas a b\njahe 5 3")
    assert figures.scores_by_criterion(lone).title.text("id") == "Skor rata-rata Jahe pada setiap kriteria."
    same = select(EVEN, "komoditas a b\njahe 5 3\nkopi 5 3")
    assert figures.scores_by_criterion(same).title.text("id") == (
        "Semua komoditas mendapat skor yang sama pada setiap kriteria."
    )


def test_two_criteria_of_the_same_name_keep_a_row_each() -> None:
    (heat,) = traces(figures.scores_by_criterion(hostile()), "heatmap")
    assert len(set(heat["y"])) == len(NAMES)
    assert [plain(row).split(" bobot")[0] for row in heat["y"]] == list(NAMES)


def test_two_commodities_written_alike_keep_a_row_each() -> None:
    alike = select(EVEN, "komoditas a b\njahe 5 3\nJahe 1 3\nkopi 2 2")
    for figure in (figures.index_composition(alike), figures.acceptability_near(alike)):
        rows = traces(figure, "bar")[0]["y"]
        assert len(set(rows)) == 3
        assert sorted(map(plain, rows)) == ["Jahe", "Jahe", "Kopi"]
    assert len(set(traces(figures.ranks_by_method(alike), "heatmap")[0]["x"])) == 3


def test_commodities_named_by_numbers_are_no_scale() -> None:
    given = scores("komoditas a b\n1 5 3\n2020 1 3\n3 2 2").astype({"komoditas": "str"})
    numbered = shown(commodity.select(criteria(EVEN), given, draws=100))
    for figure, axis in (
        (figures.scores_by_criterion(numbered), "xaxis"),
        (figures.index_composition(numbered), "yaxis"),
        (figures.acceptability_any(numbered), "yaxis"),
    ):
        assert drawing(figure)["layout"][axis]["type"] == "category"


# Composition of the index


def test_the_parts_of_the_index_add_up_to_it() -> None:
    figure = figures.index_composition(sole())
    bars = traces(figure, "bar")
    assert [bar["name"] for bar in bars] == ["jangkauan", "harga"]
    assert bars[0]["x"] == pytest.approx([5 / 8 * 5, 5 / 8 * 4, 5 / 8 * 4], abs=1e-4)
    assert bars[1]["x"] == pytest.approx([3 / 8 * 4, 3 / 8 * 5, 3 / 8 * 3], abs=1e-4)
    (totals,) = traces(figure, "scatter")
    assert totals["x"] == pytest.approx([37 / 8, 35 / 8, 29 / 8], abs=1e-4)
    assert [plain(text) for text in totals["text"]] == ["4,63", "4,38", "3,63"]
    assert figure.title.text("id") == "Jahe berada di peringkat pertama dengan indeks 4,63."


def test_a_tie_is_the_title_of_the_composition() -> None:
    assert figures.index_composition(tied()).title.text("id") == (
        "Jahe dan Kopi robusta sama kuat (seri) di peringkat pertama dengan indeks 3,00."
    )


def test_a_vetoed_commodity_with_the_highest_index_is_not_the_title_and_is_marked() -> None:
    figure = figures.index_composition(vetoed())
    assert figure.title.text("id") == "Jahe berada di peringkat pertama dengan indeks 3,38."
    assert "Rumput laut (terkena veto) 3,50" in figure.alternative.text("id")
    assert [plain(row) for row in traces(figure, "bar")[0]["y"]] == [
        "Jahe",
        "Kopi",
        "Rumput laut (veto)",
        "Tuna (veto)",
    ]


def test_a_vetoed_commodity_with_the_best_scores_is_marked_where_it_is_named() -> None:
    title = figures.scores_by_criterion(vetoed()).title.text("id")
    assert title.startswith("Rumput laut (terkena veto) dan Tuna (terkena veto) paling sering")


def test_more_criteria_than_colours_are_told_apart_by_patterns() -> None:
    names = [f"k{place}" for place in range(10)]
    agreed = "kriteria bobot\n" + "\n".join(f"{name} 3" for name in names)
    given = f"komoditas {' '.join(names)}\njahe {'5 ' * 10}\nkopi {'1 ' * 10}"
    bars = traces(figures.index_composition(select(agreed, given)), "bar")
    looks = {(bar["marker"]["color"], bar["marker"]["pattern"]["shape"]) for bar in bars}
    assert len(looks) == len(names)


# Methods


def test_ranks_by_method_are_those_of_the_result() -> None:
    figure = figures.ranks_by_method(sole())
    (heat,) = traces(figure, "heatmap")
    assert [plain(row) for row in heat["y"]] == ["Jumlah berbobot", "TOPSIS", "PROMETHEE II"]
    table = sole().result.ranking.table
    expected = [rank for column in ("rank", "rank_topsis", "rank_promethee") for rank in table[column]]
    assert traces(figure, "scatter")[0]["text"] == [str(rank) for rank in expected]
    assert heat["z"] == [[(3 - rank) / 2 for rank in expected[at : at + 3]] for at in (0, 3, 6)]
    assert figure.title.text("id") == (
        "TOPSIS tidak menempatkan Jahe di peringkat pertama seperti jumlah berbobot."
    )


def test_comparisons_add_their_row() -> None:
    rows = traces(figures.ranks_by_method(compared()), "heatmap")[0]["y"]
    assert [plain(row) for row in rows][-1] == "AHP"
    texts = traces(figures.ranks_by_method(compared()), "scatter")[0]["text"]
    assert texts[-2:] == ["1", "2"]  # AHP: jahe 3.4, kopi 1.8
    assert texts[:2] == ["1", "1"]  # agreed: 7/3 each


def test_a_tie_is_said_in_the_title_of_the_methods() -> None:
    twins = select(EVEN, "komoditas a b\njahe 5 1\nkopi 5 1\nnanas 1 1")
    assert figures.ranks_by_method(twins).title.text("id") == (
        "Semua cara menghitung (3 cara) menempatkan Jahe dan Kopi secara seri di peringkat pertama."
    )
    assert "menempatkan Jahe dan Kopi robusta secara seri di peringkat pertama" in (
        figures.ranks_by_method(tied()).title.text("id")
    )


def test_vetoed_and_incomplete_commodities_have_no_rank_to_draw() -> None:
    for case in (vetoed(), incomplete()):
        columns = {plain(column) for column in traces(figures.ranks_by_method(case), "heatmap")[0]["x"]}
        assert not columns & {"Rumput laut", "Rumput laut (veto)", "Tuna", "Kakao"}


def test_contradictory_comparisons_are_still_drawn() -> None:
    assert len(traces(figures.ranks_by_method(contradictory()), "heatmap")[0]["y"]) == 4


# Certainty


@pytest.mark.parametrize("name", ["near", "any"])
def test_shares_of_every_rank_are_those_of_the_simulation(name: str) -> None:
    figure = getattr(figures, f"acceptability_{name}")(tied())
    drawn = getattr(tied().result.certainty, name)
    bars = traces(figure, "bar")
    assert [bar["name"] for bar in bars] == ["1", "2", "3"]
    for bar in bars:
        at_rank = drawn.table[drawn.table["rank"] == int(bar["name"])].set_index("komoditas")["share"]
        expected = {readable(name): 100 * share for name, share in at_rank.items()}
        assert dict(zip(map(plain, bar["y"]), bar["x"], strict=True)) == pytest.approx(expected, abs=0.006)
    assert np.sum([bar["x"] for bar in bars], axis=0) == pytest.approx(np.full(3, 100), abs=0.02)


def test_what_the_draws_cannot_tell_apart_is_said_to_be_level() -> None:
    for figure in (figures.acceptability_near(tied()), figures.acceptability_any(tied())):
        assert figure.title.text("id").endswith(
            "sama sering berada di peringkat pertama: masing-masing pada sekitar 50% simulasi."
        )


def test_certainty_is_never_complete() -> None:
    title = figures.acceptability_near(sole()).title.text("id")
    assert title.endswith("Jahe berada di peringkat pertama pada >\u00a099,9% simulasi.")
    assert "100%" not in figures.acceptability_near(sole()).alternative.text("id")


def test_the_note_says_whether_raters_were_drawn_anew() -> None:
    assert "Penilai diambil ulang" in figures.acceptability_near(sole()).note.text("id")
    assert "hanya ada satu penilai" in figures.acceptability_near(single()).note.text("id")
    assert "2.000 simulasi; galat baku paling besar" in figures.acceptability_any(sole()).note.text("id")


# Tipping points


def test_tipping_points_are_drawn_where_they_are() -> None:
    figure = figures.tipping_points(sole())
    agreed, tipping = (trace for trace in traces(figure, "scatter") if trace["mode"] == "markers")
    assert (agreed["x"], agreed["y"]) == ([5, 3], [0, 1])
    # jahe and kopi tie with equal weights: jangkauan from 5 to 3, or harga from 3 to 5
    assert (tipping["x"], tipping["y"]) == ([3, 5], [0, 1])
    words = next(trace for trace in traces(figure, "scatter") if trace["mode"] == "text")
    assert [plain(text) for text in words["text"]] == ["turun ke 3: Kopi", "naik ke 5: Kopi"]
    assert (
        figure.title.text("id") == "Jahe dapat tersusul bila bobot kriteria ini diubah: jangkauan dan harga."
    )


def test_a_weight_that_cannot_tip_is_said_to_be_safe() -> None:
    figure = figures.tipping_points(vetoed())
    assert figure.title.text("id") == ("Jahe tetap pertama, berapa pun bobot satu kriteria pada skala 1–5.")
    words = next(trace for trace in traces(figure, "scatter") if trace["mode"] == "text")
    assert [plain(text) for text in words["text"]] == ["tetap pada seluruh skala"] * 2


def test_a_tipping_point_beyond_the_scale_is_not_drawn() -> None:
    # A leads by 4 on a and is behind by 2 on b, both at 3: b would have to rise to 6
    figure = figures.tipping_points(select(EVEN, "komoditas a b\njahe 5 1\nkopi 1 3"))
    tipping = [trace for trace in traces(figure, "scatter") if trace["mode"] == "markers"][1]
    assert tipping["x"] == [1.5]


def test_a_tie_has_no_tipping_points_and_says_why() -> None:
    answer = figures.tipping_points(tied())
    assert isinstance(answer, NotEstimable)
    assert "sama kuat (seri)" in answer.reason.text("id")


def test_without_scores_no_figure_is_drawn() -> None:
    assert drawn_figures(unscored()) == []


# Hostile names


def test_hostile_names_are_labels_as_they_were_written() -> None:
    seen = {
        re.sub(r"\s", "", plain(text))
        for figure in drawn_figures(hostile())
        for text in strings(drawing(figure))
    }
    for name in HOSTILE:
        assert re.sub(r"\s", "", readable(name)) in seen, name
    assert re.sub(r"\s", "", NAMES[0]) in seen
    everything = " ".join(seen)
    assert all("{" in rater or "HYPERLINK" in rater for rater in RATERS)
    assert not re.search(r"\{Sri\}|HYPERLINK|\{penilai\}", everything)
    assert not any(re.search(rf"\b{code}\b", everything) for code in CODES)
