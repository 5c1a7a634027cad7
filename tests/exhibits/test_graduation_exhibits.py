"""Figures and tables of graduation: they show the result's numbers, in every case, and nobody's name."""

from __future__ import annotations

import json
import math
import re
from typing import Any

import pandas as pd
import pytest
from exhibit_reading import drawing, every, shown, strings
from graduation_reports import CASES, IMAGE, MEMBERS, hostile, large, small

from pasar_nb.analysis.graduation import key_figures
from pasar_nb.figures import graduation as figures
from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import graduation as prose
from pasar_nb.tables import graduation as tables
from pasar_nb.tables.display import DisplayTable
from pasar_nb.tables.rendering import to_html, to_json, to_text

EVERY_CASE = pytest.mark.parametrize("make", CASES.values(), ids=CASES.keys())


def all_tables(given: Any) -> list[DisplayTable]:
    answers = [answer for _name, answer in every(tables, given)]
    flat = [one for answer in answers for one in (answer if isinstance(answer, tuple) else (answer,))]
    assert all(isinstance(one, DisplayTable | NotEstimable) for one in flat)
    return [one for one in flat if isinstance(one, DisplayTable)]


def all_figures(given: Any) -> list[ReportFigure]:
    answers = [answer for _name, answer in every(figures, given)]
    assert all(isinstance(one, ReportFigure | NotEstimable) for one in answers)
    return [one for one in answers if isinstance(one, ReportFigure)]


def written(given: Any) -> str:
    """Everything that a report of this result would hold."""
    language = given.language
    parts = [json.dumps(to_json(one, language)) + to_html(one, language) for one in all_tables(given)]
    for one in all_figures(given):
        parts += [
            one.drawing.to_json(),
            *(text.text(language) for text in (one.title, one.note, one.alternative)),
        ]
    for _name, answer in every(prose, given):
        answers = answer if isinstance(answer, tuple) else (answer,)
        parts += [(one.reason if isinstance(one, NotEstimable) else one).text(language) for one in answers]
    return "\n".join([*parts, str(key_figures(given.result))])


@EVERY_CASE
def test_every_figure_is_valid_json_without_missing_numbers(make) -> None:
    for one in all_figures(make()):
        assert drawing(one)["data"]
        assert one.drawing.layout.height > 0
        assert one.drawing.layout.width is None
        assert one.title.text("id").endswith(".")
        assert one.alternative.text("id")
        assert "Sumber" in one.note.text("id")


@EVERY_CASE
def test_every_table_can_be_shown_taken_away_and_printed(make) -> None:
    for one in all_tables(make()):
        plain = to_json(one, "id")
        assert len(plain["rows"]) == len(one.frame)
        assert to_html(one, "en")
        assert to_text(one, "id").startswith(one.title.text("id"))


@EVERY_CASE
def test_names_of_exhibits_are_unique(make) -> None:
    given = make()
    names = [one.name for one in (*all_tables(given), *all_figures(given))]
    assert len(names) == len(set(names))


def test_nothing_public_holds_the_code_of_a_household_or_group() -> None:
    public = written(shown(large(), "public"))
    assert not re.search(r"RT-\d{4}|POKMAS-\d", public)
    assert re.search(r"RT-\d{4}", written(shown(large(), "internal")))


def test_the_list_of_households_is_for_the_owner_only_and_complete() -> None:
    assert tables.household_plan(shown(large(), "public")) == ()
    (listed,) = tables.household_plan(shown(large(), "internal"))
    assert len(listed.frame) == MEMBERS
    assert listed.frame["id_rt"].is_unique


def test_nothing_public_tells_a_count_below_ten_or_an_exact_one() -> None:
    for one in all_tables(shown(large(), "public")):
        counts = [column.name for column in one.columns if column.kind == "integer"]
        cells = [cell for name in counts for cell in one.frame[name] if not isinstance(cell, str)]
        assert all(pd.isna(cell) or (cell >= 10 and cell % 5 == 0) for cell in cells), one.name


def test_few_households_draw_nothing_in_public() -> None:
    assert all_figures(shown(small(), "public")) == []


def test_text_from_the_data_never_becomes_markup() -> None:
    given = shown(hostile(), "internal")
    assert any(IMAGE.replace("<", "&lt;")[:8] in to_html(one, "id") for one in all_tables(given))
    for one in all_tables(given):
        assert IMAGE not in to_html(one, "id")
    for one in all_figures(given):
        assert not any("<img" in text for text in strings(drawing(one)))


def test_bars_of_levels_show_the_shares_of_the_table_and_hatch_the_rest() -> None:
    given = shown(large(), "public")
    levels = given.result.levels.table.query("group == 'peserta' and level != 'tidak_diketahui'")
    figure = figures.levels_by_wave(given)
    assert isinstance(figure, ReportFigure)
    lengths = pd.DataFrame({bar.name: bar.x for bar in figure.drawing.data})
    assert lengths.sum(axis="columns").tolist() == pytest.approx([100] * 3, abs=0.1)
    for place, wave in enumerate((0, 1, 2)):
        told = levels[levels["wave"] == wave]
        if told["share"].notna().all():
            assert lengths.iloc[place]["Miskin"] == pytest.approx(
                100 * told["share"].iloc[0] / told["share"].sum(), abs=0.01
            )
        else:
            assert lengths.iloc[place]["Tidak ditampilkan"] > 0


def test_points_of_criteria_are_the_shares_of_the_table() -> None:
    given = shown(large(), "internal")
    figure = figures.unmet_criteria(given)
    assert isinstance(figure, ReportFigure)
    drawn = [trace.x[0] for trace in figure.drawing.data]
    assert drawn == pytest.approx((given.result.obstacles.table["share"] * 100).round(2).tolist())
    for trace in figure.drawing.data:
        assert trace.x[0] - trace.error_x.arrayminus[0] >= 0
        assert trace.x[0] + trace.error_x.array[0] <= 100


def test_bars_of_steps_are_the_counts() -> None:
    given = shown(large(), "internal")
    figure = figures.follow_up_steps(given)
    assert isinstance(figure, ReportFigure)
    (bars,) = figure.drawing.data
    assert list(bars.x) == given.result.follow_up.steps["households"].tolist()
    assert sum(bars.x) == MEMBERS


def test_cells_of_the_matrix_are_the_counts_and_shares_of_the_row() -> None:
    given = shown(large(), "internal")
    figure = figures.transitions(given)
    assert isinstance(figure, ReportFigure)
    shades, numbers = figure.drawing.data
    matrix = given.result.movement.matrix
    assert [text.split("<br>")[0] for text in numbers.text] == [str(count) for count in matrix["households"]]
    assert [cell for row in shades.z for cell in row] == pytest.approx(matrix["share"].tolist(), abs=1e-4)


def test_the_interval_of_a_public_table_comes_from_the_counts_on_show() -> None:
    """One from exact counts would tell them."""
    from pasar_nb.analysis.graduation import proportion

    given = shown(large(), "public")
    table = tables.levels(given)
    assert isinstance(table, DisplayTable)
    for row in table.frame.to_dict("records"):
        found = proportion(row, "households", "base")
        if found is None:
            assert math.isnan(row["low"])
            assert math.isnan(row["high"])
        else:
            assert (row["low"], row["high"]) == (found.interval.low, found.interval.high)


def test_key_figures_are_plain_and_hidden_where_the_tables_are() -> None:
    told = key_figures(shown(large(), "internal").result)
    assert told["pass_level"] == "stabil"
    assert told["last_wave"] == 2
    assert told["poor_low"] < told["poor"] < told["poor_high"]
    assert told["poor_n"] == told["passed_n"]
    few = key_figures(shown(small(), "public").result)
    assert isinstance(few["moved_up"], NotEstimable)
    assert isinstance(few["poor"], NotEstimable)


def test_a_group_of_fewer_than_ten_is_neither_drawn_nor_in_a_title() -> None:
    """Not even for the owner of the data: nothing can be inferred from it."""
    given = shown(large(), "internal")
    few = given.result.by_disability.reached.set_index("group").loc["ya", "known"]
    assert 0 < few < 10
    figure = figures.no_longer_poor(given)
    assert isinstance(figure, ReportFigure)
    assert len(figure.drawing.data) == 3  # women, men, and households without a disability
    assert "dengan anggota penyandang disabilitas" not in figure.title.text("id")
    for one in all_figures(shown(small(), "internal")):
        assert "%" not in one.title.text("id")
