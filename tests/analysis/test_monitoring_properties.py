"""What holds of monitoring whatever the data: symmetry, units, order of rows, time."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from monitoring_cases import boxes, indicator, indicators, measured, monitor, states

from pasar_nb.analysis.monitoring import standings
from pasar_nb.analysis.monitoring.months import month_name, month_number
from pasar_nb.analysis.monitoring.pace import Plan, judge
from pasar_nb.vocabulary import STATE_LABELS

whole = st.integers(-1000, 1000).map(float)
months = st.integers(month_number("2023-10"), month_number("2025-06"))
directions = st.sampled_from(["naik", "turun"])
MIRROR = {"naik": "turun", "turun": "naik"}
TABLES = settings(deadline=None, max_examples=30)
RANK = {state: place for place, state in enumerate(STATE_LABELS)}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    baseline = draw(st.none() | whole)
    return Plan(draw(directions), baseline, draw(whole), draw(st.none() | months), draw(months))


@given(plans(), whole, months, months)
def test_down_is_up_in_a_mirror(plan: Plan, value: float, month: int, reference: int) -> None:
    baseline = None if plan.baseline is None else -plan.baseline
    mirrored = Plan(MIRROR[plan.direction], baseline, -plan.target, plan.start, plan.deadline)
    assert judge(plan, value, month, reference) == judge(mirrored, -value, month, reference)
    assert plan.achieved(value) == mirrored.achieved(-value)


@given(plans(), whole, months, months, st.sampled_from([0.5, 2.0, 1024.0]))
def test_the_unit_changes_no_state(
    plan: Plan, value: float, month: int, reference: int, factor: float
) -> None:
    baseline = None if plan.baseline is None else plan.baseline * factor
    scaled = Plan(plan.direction, baseline, plan.target * factor, plan.start, plan.deadline)
    assert judge(plan, value, month, reference) == judge(scaled, value * factor, month, reference)


@given(plans(), whole, st.integers(0, 500), months, months)
def test_a_better_value_never_gives_a_worse_state(
    plan: Plan, value: float, more: int, month: int, reference: int
) -> None:
    better = value + more if plan.direction == "naik" else value - more
    assert RANK[judge(plan, better, month, reference)] <= RANK[judge(plan, value, month, reference)]


@given(plans(), months)
def test_the_line_lies_between_nothing_and_everything_and_never_falls(plan: Plan, month: int) -> None:
    here, later = plan.expected(month), plan.expected(month + 1)
    assert here is None or 0 < here <= 1
    assert here is None or (later is not None and later >= here)


@st.composite
def districts(draw: st.DrawFn) -> tuple[pd.DataFrame, pd.DataFrame]:
    codes = [f"i{place}" for place in range(draw(st.integers(1, 5)))]
    rows = [
        indicator(
            code,
            draw(st.sampled_from("ABCD")),
            arah=draw(directions),
            nilai_awal=draw(st.none() | whole),
            target=draw(whole),
            tenggat=pd.Timestamp(month_name(draw(months)) + "-15"),
        )
        for code in codes
    ]
    values = {code: draw(st.dictionaries(months.map(month_name), whole, max_size=4)) for code in codes}
    return indicators(*rows), measured(**values)


@TABLES
@given(districts(), st.randoms())
def test_the_order_of_the_rows_changes_nothing(given_tables, random) -> None:
    rows, values = given_tables
    places = list(range(len(values)))
    random.shuffle(places)
    one, other = monitor(rows, values), monitor(rows.iloc[::-1], values.iloc[places])
    assert states(one) == states(other)
    assert boxes(one) == boxes(other)


@TABLES
@given(districts())
def test_the_tables_given_are_not_changed(given_tables) -> None:
    rows, values = given_tables
    copies = rows.copy(), values.copy()
    monitor(rows, values)
    pd.testing.assert_frame_equal(rows, copies[0])
    pd.testing.assert_frame_equal(values, copies[1])


@TABLES
@given(districts())
def test_a_box_is_as_its_worst_indicator_and_never_better_than_any(given_tables) -> None:
    result = monitor(*given_tables)
    every = result.indicators.table
    for box, state in boxes(result).items():
        mine = list(every.loc[every["rantai"] == box, "state"])
        assert state in mine or (not mine and state == "no_indicator")
        assert all(RANK[one] <= RANK[state] for one in mine)


@TABLES
@given(districts(), months.map(month_name))
def test_what_is_measured_later_does_not_change_an_earlier_report(given_tables, month: str) -> None:
    rows, values = given_tables
    before = values[values["bulan"] <= month]
    assert standings(monitor(rows, values, month=month).indicators) == standings(
        monitor(rows, before, month=month).indicators
    )


@TABLES
@given(districts())
def test_a_reached_target_has_the_whole_share_and_a_lost_baseline_a_negative_one(given_tables) -> None:
    for one in standings(monitor(*given_tables).indicators):
        if one.share is not None and one.state == "reached":
            assert one.share >= 1
        if one.share is not None and one.state == "regressed":
            assert one.share < 0
        if one.state in ("on_track", "behind", "overdue") and one.share is not None:
            assert 0 <= one.share < 1
