"""The tables on the choice of a commodity: their columns, kinds and numbers."""

from __future__ import annotations

import math
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from exhibit_reading import cells
from selection_cases import (
    CASES,
    CODES,
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

from pasar_nb.analysis.commodity import reweighted
from pasar_nb.disclosure import release
from pasar_nb.findings import NotEstimable
from pasar_nb.tables import commodity as tables
from pasar_nb.tables.cells import NUMERIC, plain_cell
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_json, to_text
from pasar_nb.vocabulary import readable

WORKSHEET_NAME = 31  # characters that Excel takes


def shown_tables(shown: Shown) -> list[DisplayTable]:
    return [table for _name, table in every(tables, shown) if isinstance(table, DisplayTable)]


class Tags(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.texts: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.names.add(tag)
        assert not any(name.startswith("on") for name, _value in attrs)

    def handle_data(self, data: str) -> None:
        self.texts.append(data.strip())


# Every table, of every case


@pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
def test_every_column_is_in_the_frame_and_its_cells_are_of_its_kind(make) -> None:
    for table in shown_tables(make()):
        for column in table.columns:
            assert list(table.frame.columns).count(column.name) == 1, (table.name, column.name)
            for value in cells(table, column.name):
                kind = int | float if column.kind in NUMERIC else str
                assert value is None or isinstance(value, kind), (table.name, column.name, value)
            if column.kind == "integer":
                assert all(value == int(value) for value in cells(table, column.name) if value is not None)
            if column.kind in {"share", "drawn_share"}:
                assert all(0 <= value <= 1 for value in cells(table, column.name) if value is not None)


@pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
def test_every_table_or_its_reason_can_be_shown_in_every_form(make) -> None:
    shown = make()
    for name, answer in every(tables, shown):
        if isinstance(answer, NotEstimable):
            assert answer.reason.text("id").endswith("."), name
            continue
        content = to_json(answer, "id")
        assert content["title"]
        assert all(column["label"] for column in content["columns"])
        assert not any(
            isinstance(cell, float) and math.isnan(cell) for row in content["rows"] for cell in row
        )
        assert content["title"] in to_text(answer, "id")
        assert "<table" in to_html(answer, "id")


@pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())
def test_names_are_worksheet_names_and_unique(make) -> None:
    names = [table.name for table in shown_tables(make())]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z_]+", name) and len(name) <= WORKSHEET_NAME for name in names)


def test_tables_of_figures_say_n_or_the_unit_and_the_source() -> None:
    for table in shown_tables(sole()):
        if table.name == "peringkat_bobot_disepakati":  # stands beside the sliders, under the ranking
            continue
        assert table.note is not None, table.name
        assert re.search(r"Sumber: tabel|n = \d|simulasi|Satuan|penilai", table.note.text("id")), table.name


# Numbers


def test_the_ranking_shows_the_result_s_numbers() -> None:
    shown = sole()
    table = tables.ranking(shown)
    assert cells(table, "nama") == ["Jahe", "Kopi", "Nanas"]
    assert cells(table, "index") == pytest.approx([37 / 8, 35 / 8, 29 / 8])
    assert cells(table, "rank") == [1, 2, 3]
    for column in ("topsis", "rank_topsis", "promethee", "rank_promethee"):
        assert cells(table, column) == pytest.approx(shown.result.ranking.table[column].tolist())
    assert to_json(table, "id")["highlight"] == [0]


def test_a_tie_highlights_both_with_the_same_rank() -> None:
    shown = tied()
    again = reweighted(shown.result, {"a": 1, "b": 1})
    other = tables.reranking(release(again, audience="public", language="id"))
    for table in (tables.ranking(shown), tables.agreed_order(shown), other):
        assert to_json(table, "id")["highlight"] == [0, 1]
        assert cells(table, "rank") == [1, 1, 3]
        assert to_html(table, "id").count("font-weight: bold") == 2 * len(table.columns)


def test_a_rater_s_tie_is_said_in_the_table_of_raters() -> None:
    assert cells(tables.raters(tied()), "first") == ["Jahe dan Kopi robusta secara seri"] * 2


def test_a_vetoed_commodity_keeps_its_index_stands_last_and_is_not_highlighted() -> None:
    table = tables.ranking(vetoed())
    assert cells(table, "nama") == ["Jahe", "Kopi", "Rumput laut", "Tuna"]
    assert cells(table, "rank") == [1, 2, None, None]
    assert cells(table, "index") == pytest.approx([27 / 8, 22 / 8, 28 / 8, 20 / 8])
    assert cells(table, "veto") == [None, None, "ya", "ya"]
    assert to_json(table, "id")["highlight"] == [0]
    assert "Komoditas yang melanggar ambang veto tidak diperingkat." in table.note.text("id")


def test_a_rater_s_first_choice_that_is_vetoed_is_marked() -> None:
    assert cells(tables.raters(vetoed()), "first") == ["Rumput laut (terkena veto)"] * 2


def test_without_vetoes_there_is_no_column_for_them() -> None:
    assert "veto" not in {column.name for column in tables.ranking(sole()).columns}
    assert "ambang_veto" not in {column.name for column in tables.criteria(sole()).columns}
    assert cells(tables.criteria(vetoed()), "ambang_veto") == [2, 4]


def test_mean_scores_stand_under_their_criteria_and_gaps_stay_gaps() -> None:
    table = tables.score_means(incomplete())
    assert cells(table, "nama") == ["Jahe", "Kopi", "Nanas", "Kakao"]
    assert [column.label.text("id") for column in table.columns] == ["Komoditas", "jangkauan", "harga"]
    assert cells(table, table.columns[1].name) == [5, 4, 4, 5]
    assert cells(table, table.columns[2].name) == [2, 1, 3, None]
    assert "–" in to_text(table, "id")


def test_the_spread_is_the_sample_deviation_of_the_raters() -> None:
    shown = select("kriteria bobot\na 3", "komoditas a\njahe 5\nkopi 2", "komoditas a\njahe 3\nkopi 2")
    table = tables.score_spread(shown)
    assert cells(table, table.columns[1].name) == pytest.approx([2**0.5, 0])


def test_a_single_rater_has_neither_spread_nor_agreement() -> None:
    assert isinstance(tables.score_spread(single()), NotEstimable)
    assert isinstance(tables.raters(single()), NotEstimable)


def test_weights_are_shown_as_agreed_and_as_shares() -> None:
    table = tables.criteria(sole())
    assert cells(table, "bobot") == [5, 3]
    assert cells(table, "weight") == [5 / 8, 3 / 8]
    assert "5" in to_text(table, "id").split("\n")[2].split()  # whole weights without decimals
    assert cells(table, "arah") == ["makin tinggi makin baik", "makin rendah makin baik"]


def test_weights_of_the_comparisons_stand_beside_the_agreed_ones() -> None:
    assert cells(tables.ahp_weights(compared()), "ahp_weight") == pytest.approx([6 / 10, 3 / 10, 1 / 10])
    assert cells(tables.ahp_weights(compared()), "weight") == pytest.approx([1 / 3] * 3)
    assert cells(tables.ahp_consistency(compared()), "verdict") == ["konsisten"]
    assert cells(tables.ahp_consistency(contradictory()), "verdict") == ["tidak konsisten"]


def test_without_comparisons_there_is_a_reason_and_no_table() -> None:
    assert isinstance(tables.ahp_weights(sole()), NotEstimable)
    assert isinstance(tables.ahp_consistency(sole()), NotEstimable)


def test_tipping_points_by_hand() -> None:
    # jahe and kopi tie with equal weights: jangkauan from 5 to 3, or harga from 3 to 5
    table = tables.tipping_points(sole())
    assert cells(table, "bobot") == [5, 3]
    assert cells(table, "tipping_bobot") == pytest.approx([3, 5])
    assert cells(table, "rival") == ["Kopi", "Kopi"]
    assert cells(table, "reach") == ["ya", "ya"]


def test_a_weight_that_tips_nothing_has_no_point_and_no_rival() -> None:
    table = tables.tipping_points(vetoed())
    assert cells(table, "tipping_bobot") == [None, None]
    assert cells(table, "rival") == ["tidak ada", "tidak ada"]
    assert cells(table, "reach") == [None, None]


def test_first_places_are_those_of_both_simulations() -> None:
    shown = tied()
    table = tables.first_places(shown)
    near, anywhere = shown.result.certainty.near, shown.result.certainty.any
    assert cells(table, "nama") == [readable(name) for name in near.first["komoditas"]]
    for column, drawn in (("near", near), ("any", anywhere)):
        shares = drawn.first.set_index("komoditas")["share"][list(table.frame["komoditas"])]
        assert cells(table, f"share_{column}") == shares.tolist()
    assert "(n = 2)" in table.note.text("id")
    assert "hanya ada satu penilai" in tables.first_places(single()).note.text("id")


def test_evidence_counts_scores_and_writes_years_without_a_thousands_sign() -> None:
    table = tables.evidence(incomplete())
    assert cells(table, "n_scores") == [4, 3]
    assert cells(table, "share") == [1, 1]
    assert cells(table, "oldest") == ["2022", "2022"]
    assert cells(tables.evidence(unscored()), "share") == [None, None]


# Hostile names


def test_hostile_names_are_text_in_every_table() -> None:
    plain = {"div", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "span"}
    seen: list[str] = []
    for table in shown_tables(hostile()):
        parsed = Tags(to_html(table, "id"))
        assert parsed.names <= plain, table.name
        seen += parsed.texts
    assert {readable(name).rstrip() for name in HOSTILE} <= set(seen)
    assert set(NAMES) <= set(seen)


def test_raters_have_numbers_for_names() -> None:
    shown = hostile()
    assert cells(tables.raters(shown), "penilai") == ["Penilai 1", "Penilai 2", "Penilai 3"]
    everything = " ".join(to_html(table, "id") + to_text(table, "id") for table in shown_tables(shown))
    assert not any(rater in everything for rater in RATERS)


def test_codes_named_like_our_own_columns_do_no_harm() -> None:
    table = tables.score_means(hostile())
    assert [column.label.text("id") for column in table.columns] == ["Komoditas", *NAMES]
    means = hostile().result.scores.table.set_index(["komoditas", "kriteria"])["mean"]
    first = hostile().result.order[0]
    row = [plain_cell(table.frame[column.name].iloc[0], "id") for column in table.columns[1:]]
    assert row == pytest.approx([means[first, code] for code in CODES])
