"""The whole of monitoring on small chains: boxes, arrows, deadlines, measuring, questions, disclosure."""

from __future__ import annotations

import pandas as pd
import pytest
from monitoring_cases import (
    CHAIN,
    boxes,
    chain,
    indicator,
    indicators,
    measured,
    monitor,
    profile,
    states,
    table,
)

from pasar_nb.analysis.monitoring import key_figures, standings
from pasar_nb.analysis.monitoring.chain import worst
from pasar_nb.analysis.monitoring.measuring import months_between
from pasar_nb.analysis.monitoring.results import Feedback
from pasar_nb.disclosure import release
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable

JULY = {"2024-07": 6.0}  # on the line from 0 in January to 12 at the end of December


# States of boxes


def test_a_box_has_the_state_of_its_worst_indicator() -> None:
    rows = indicators(indicator("a1", "A"), indicator("a2", "A"), indicator("a3", "A"))
    result = monitor(rows, measured(a1={"2024-07": 12}, a2=JULY, a3={"2024-07": 2}))
    assert states(result) == {"a1": "reached", "a2": "on_track", "a3": "behind"}
    assert boxes(result)["A"] == "behind"


@pytest.mark.parametrize(
    ("found", "state"),
    [
        (["reached", "on_track"], "on_track"),
        (["on_track", "not_reached"], "not_reached"),
        (["not_reached", "unmeasured"], "unmeasured"),
        (["unmeasured", "behind"], "behind"),
        (["overdue", "behind"], "overdue"),
        (["overdue", "regressed", "reached"], "regressed"),
        ([], "no_indicator"),
    ],
)
def test_states_are_ordered_from_best_to_worst(found: list[str], state: str) -> None:
    assert worst(pd.Series(found, dtype="str")) == state


def test_a_box_without_indicator_says_so() -> None:
    result = monitor(indicators(indicator("a", "A")), measured(a=JULY))
    assert boxes(result) == {"A": "on_track", "B": "no_indicator", "C": "no_indicator", "D": "no_indicator"}


def test_boxes_stand_from_activities_to_the_poor_whatever_the_order_of_the_rows() -> None:
    result = monitor(indicators(), measured(), chain=chain().iloc[::-1])
    assert list(result.chain.boxes["rantai"]) == ["A", "C", "B", "D"]


def test_the_arrows_of_a_diamond_are_four() -> None:
    arrows = monitor(indicators(), measured()).chain.arrows
    assert set(zip(arrows["source"], arrows["target"], strict=True)) == {
        ("A", "B"),
        ("A", "C"),
        ("B", "D"),
        ("C", "D"),
    }


def test_arrows_bear_spaces_and_empty_cells() -> None:
    spaced = chain(CHAIN.replace("B;C", "B ; C;"))
    assert len(monitor(indicators(), measured(), chain=spaced).chain.arrows) == 4


# Which questions the diamond asks


def diamond() -> object:
    rows = indicators(*(indicator(code.lower(), code) for code in "ABCD"))
    return monitor(rows, measured(a={"2024-07": 12}, b=JULY, c={"2024-07": 3}, d={"2024-07": -1}))


def test_a_lagging_box_after_good_ones_asks_for_its_assumption_and_theirs() -> None:
    asked = diamond().questions.table.set_index("rantai")
    assert list(asked.index) == ["C", "D"]
    assert asked.loc["C", "kind"] == "breaks_here"
    assert asked.loc["C", "assumptions"] == ("Harga kontrak menarik", "Petani dapat hadir")


def test_a_lagging_box_after_a_lagging_one_points_back_to_it_only() -> None:
    asked = diamond().questions.table.set_index("rantai")
    assert asked.loc["D", "kind"] == "from_before"
    assert asked.loc["D", "before"] == ("Kontrak ditandatangani",)  # not B, which is on track
    assert asked.loc["D", "assumptions"] == ("Biaya tidak naik", "Harga kontrak menarik")
    assert asked.loc["D", "indicators"] == ("Indikator d",)


def test_a_lagging_first_box_starts_the_questions_and_the_unknown_follow() -> None:
    result = monitor(indicators(indicator("a", "A"), indicator("d", "D")), measured(a={"2024-07": 0}))
    asked = result.questions.table
    assert list(zip(asked["rantai"], asked["kind"], strict=True)) == [
        ("A", "starts_here"),
        ("B", "no_indicator"),
        ("C", "no_indicator"),
        ("D", "unmeasured"),
    ]


def test_nothing_to_ask_leaves_an_empty_table() -> None:
    rows = indicators(*(indicator(code.lower(), code) for code in "ABCD"))
    assert monitor(rows, measured(a=JULY, b=JULY, c=JULY, d=JULY)).questions.table.empty


# Reference month and start of the plan


def test_the_reference_is_the_latest_month_of_the_data_not_today() -> None:
    rows = indicators(indicator("a", "A"), indicator("b", "B"))
    result = monitor(rows, measured(a=JULY, b={"2025-01": 11}))
    assert result.reference_month == "2025-01"
    assert states(result) == {"a": "overdue", "b": "overdue"}


def test_an_earlier_reference_leaves_later_values_out() -> None:
    values = measured(a={"2024-07": 6, "2025-01": 11})
    result = monitor(indicators(indicator("a", "A")), values, month="2024-08")
    assert result.reference_month == "2024-08"
    assert states(result) == {"a": "on_track"}
    assert standings(result.indicators)[0].values == (("2024-07", 6.0),)


@pytest.mark.parametrize("month", ["2024", "2024-13", "2024-7", "07-2024", "2024-07-01"])
def test_a_reference_that_is_no_month_is_refused(month: str) -> None:
    with pytest.raises(UsageError, match="TTTT-BB"):
        monitor(indicators(), measured(), month=month)


def test_without_a_start_in_the_profile_the_line_begins_with_the_first_value() -> None:
    values = measured(a={"2024-07": 1, "2024-10": 6.1})
    result = monitor(indicators(indicator("a", "A")), values, profile=profile(None))
    (one,) = standings(result.indicators)
    assert result.programme_start is None
    assert one.start_month == "2024-07"
    assert one.expected == pytest.approx(3 / 6)  # July to the end of December are six months
    assert one.state == "on_track"


def test_a_single_value_without_a_start_gives_no_pace() -> None:
    result = monitor(indicators(indicator("a", "A")), measured(a=JULY), profile=None)
    assert states(result) == {"a": "not_reached"}


def test_a_target_reached_after_its_deadline_is_reached_late() -> None:
    rows = indicators(indicator("a", "A"), indicator("b", "B"))
    values = measured(a={"2024-12": 10, "2025-02": 12}, b={"2024-12": 12, "2025-02": 12})
    late, in_time = standings(monitor(rows, values).indicators)
    assert (late.state, late.late, late.reached_month) == ("reached", True, "2025-02")
    assert (in_time.late, in_time.reached_month) == (False, "2024-12")


def test_a_target_that_was_met_and_lost_is_told() -> None:
    values = measured(a={"2024-05": 13, "2024-07": 8})
    (one,) = standings(monitor(indicators(indicator("a", "A")), values).indicators)
    assert one.fell_back
    assert (one.state, one.reached_month) == ("on_track", "2024-05")


# How often is measured


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("bulanan", 1),
        ("Setiap bulan", 1),
        ("sebulan sekali", 1),
        ("tiap minggu", 1),
        ("harian", 1),
        ("dua bulan sekali", 2),
        ("tiga bulan sekali", 3),
        ("per 3 bulan", 3),
        ("Triwulanan", 3),
        ("tri wulan", 3),
        ("setengah tahun sekali", 6),
        ("semesteran", 6),
        ("tahunan", 12),
        ("setahun sekali", 12),
        ("dua tahun sekali", 24),
        ("setiap survei", None),
        ("sewaktu-waktu", None),
        ("", None),
    ],
)
def test_frequencies_in_words_become_months(words: str, months: int | None) -> None:
    assert months_between(words) == months


def test_late_never_and_done_are_told_apart() -> None:
    rows = indicators(
        indicator("late", "A", frekuensi="tiga bulan sekali"),
        indicator("fine", "A", frekuensi="enam bulan sekali"),
        indicator("unread", "A", frekuensi="setiap survei"),
        indicator("never", "B"),
        indicator("done", "C"),
        indicator("latest", "D"),
    )
    values = measured(
        late={"2024-09": 9},
        fine={"2024-09": 9},
        unread={"2024-01": 9},
        done={"2024-02": 12},
        latest={"2025-01": 3},
    )
    found = monitor(rows, values).measuring.table.set_index("indikator")
    assert list(found.index[found["late"]]) == ["late"]  # four months old, agreed three
    assert list(found.index[found["never"]]) == ["never"]
    assert list(found.index[found["done"]]) == ["done"]
    assert found.loc["late", "age"] == 4
    assert found["interval"].isna().to_dict()["unread"]


# Counts by theme


def test_every_indicator_is_counted_once_per_theme_and_dimension() -> None:
    rows = indicators(
        indicator("a", "A", tema="persepsi", apkm="akses"),
        indicator("b", "B", tema="persepsi"),
        indicator("c", "C", tema="tenaga_kerja", apkm="kontrol"),
    )
    coverage = monitor(rows, measured(a=JULY, b={"2024-07": 12})).coverage
    themes = coverage.themes.pivot(index="tema", columns="state", values="n")
    assert themes.loc["persepsi", ["on_track", "reached"]].tolist() == [1, 1]
    assert themes.loc["tenaga_kerja", "unmeasured"] == 1
    assert coverage.themes["n"].sum() == coverage.apkm["n"].sum() == 3
    assert coverage.apkm.groupby("apkm")["n"].sum().to_dict() == {
        "": 1,
        "akses": 1,
        "kontrol": 1,
        "manfaat": 0,
        "partisipasi": 0,
    }


# Who may see what


def people() -> object:
    rows = indicators(
        indicator("few", "A", satuan="Rumah  tangga", nilai_awal=4, target=100),
        indicator("many", "B", satuan="orang", target=100),
        indicator("mean", "C", satuan="orang", nilai_awal=3.0, target=4),
    )
    values = measured(few={"2024-07": 7}, many={"2024-06": 8, "2024-07": 52}, mean={"2024-07": 3.4})
    return monitor(rows, values)


def test_counts_of_people_are_rounded_or_hidden_in_public_and_shares_follow() -> None:
    shown = release(people(), audience="public", language="id").result
    few, many, mean = standings(shown.indicators)
    assert (few.baseline, few.latest, few.share, few.values) == ("<10", "<10", None, ())
    assert (many.baseline, many.latest) == (0, 50)
    assert many.share == pytest.approx(50 / 100)
    assert many.values == (("2024-07", 50.0),)
    assert (mean.latest, mean.share) == (3.4, pytest.approx(0.4))  # a mean is no count


def test_a_mean_that_was_never_measured_is_no_count_either() -> None:
    rows = indicators(indicator("mean", "A", satuan="orang", nilai_awal=1.8, target=2.1))
    (one,) = standings(release(monitor(rows, measured()), audience="public", language="id").result.indicators)
    assert (one.baseline, one.of_people) == (1.8, False)


def test_a_count_with_a_target_that_is_not_whole_stays_a_count() -> None:
    rows = indicators(indicator("count", "A", satuan="orang", nilai_awal=0, target=57.5))
    result = monitor(rows, measured(count={"2024-07": 23}))
    (one,) = standings(release(result, audience="public", language="id").result.indicators)
    assert one.latest == 25


def test_the_owner_of_the_data_sees_exact_counts() -> None:
    shown = release(people(), audience="internal", language="id").result
    few, many, _mean = standings(shown.indicators)
    assert (few.baseline, few.latest) == (4, 7)
    assert many.share == pytest.approx(52 / 100)


def test_the_public_result_holds_no_exact_count_of_people_anywhere() -> None:
    shown = release(people(), audience="public", language="id").result.indicators
    numbers = set(shown.measured["value"]) | set(shown.table["nilai_awal"].dropna())
    counts = {count for months in shown.people.values() for count in months.values()}
    assert not {7.0, 8.0, 52.0, 4.0} & numbers
    assert counts == {"<10", 50}


def test_names_of_those_who_measure_are_not_in_the_result() -> None:
    result = people()
    frames = [result.indicators.table, result.measuring.table, result.questions.table, result.chain.boxes]
    assert not any("Ibu Rahasia" in frame.to_csv() for frame in frames)


def remarks() -> pd.DataFrame:
    said = table(
        "sumber|tanggal|teks|tema\nfgd|2024-06-01|Harga kini jelas|harga\nlaporan|2024-07-01|Tanpa tema|"
    )
    return said.assign(tanggal=pd.to_datetime(said["tanggal"]))


def test_remarks_are_counted_for_the_public_and_shown_to_the_owner() -> None:
    result = monitor(indicators(), measured(), remarks=remarks())
    assert isinstance(result.feedback, Feedback)
    assert dict(zip(result.feedback.themes["tema"], result.feedback.themes["n"], strict=True)) == {
        "": 1,
        "harga": 1,
    }
    public = release(result, audience="public", language="id").result.feedback
    assert public.remarks.empty
    assert set(public.themes["n"]) <= {"<10", "*"}
    internal = release(result, audience="internal", language="id").result.feedback
    assert list(internal.remarks["teks"]) == ["Tanpa tema", "Harga kini jelas"]


def test_no_remark_is_said_to_be_missing() -> None:
    assert isinstance(monitor(indicators(), measured()).feedback, NotEstimable)


# Figures for other districts


def test_key_figures_count_what_the_states_say() -> None:
    figures = key_figures(diamond())
    assert figures["indicators"] == 4
    assert (figures["reached"], figures["on_track"], figures["lagging"]) == (1, 1, 2)
    assert figures["boxes_lagging"] == 2
    assert figures["reached_or_on_track_share"] == pytest.approx(2 / 4)
    assert figures["reference_month"] == "2024-07"


def test_key_figures_without_indicators_are_not_estimable() -> None:
    figures = key_figures(monitor(indicators(), measured()))
    assert isinstance(figures["reached_or_on_track_share"], NotEstimable)
    assert figures["reference_month"] is None
