"""How one indicator stands against its plan, worked out by hand."""

from __future__ import annotations

import pytest

from pasar_nb.analysis.monitoring.months import month_name, month_number
from pasar_nb.analysis.monitoring.pace import Plan, judge

START, MID, DUE = month_number("2024-01"), month_number("2024-07"), month_number("2024-12")


def plan(
    direction: str = "naik", baseline: float | None = 0, target: float = 12, start: int | None = START
) -> Plan:
    return Plan(direction, baseline, target, start, DUE)


# One year, January to December: at the beginning of July half of it is over.


def test_half_of_a_year_asks_for_half_of_the_change() -> None:
    assert plan().expected(MID) == pytest.approx(6 / 12)
    assert plan().expected(DUE) == pytest.approx(11 / 12)  # at the beginning of December
    assert plan().expected(DUE + 1) == 1
    assert plan().expected(DUE + 40) == 1


def test_the_line_asks_for_nothing_in_its_first_month_and_before() -> None:
    assert plan().expected(START) is None
    assert plan().expected(START - 3) is None
    assert plan(start=None).expected(MID) is None


def test_a_start_after_the_deadline_asks_for_everything() -> None:
    late = plan(start=DUE + 2)
    assert late.expected(DUE + 2) is None
    assert late.expected(DUE + 3) == 1


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "value", "share"),
    [
        ("naik", 0, 12, 6, 0.5),
        ("naik", 800, 12000, 11400, 10600 / 11200),
        ("turun", 18, 10, 14, 0.5),  # (14 - 18) / (10 - 18)
        ("turun", 18, 10, 9.5, 8.5 / 8),
        ("turun", 18, 10, 20, -0.25),
        ("naik", 0, 10, 25, 2.5),
        ("naik", 5, 10, 4, -0.2),
        ("turun", 0, -10, -5, 0.5),
    ],
)
def test_the_share_counts_towards_the_target_in_both_directions(
    direction, baseline, target, value, share
) -> None:
    assert plan(direction, baseline, target).achieved(value) == pytest.approx(share)


def test_no_change_planned_has_no_share() -> None:
    assert plan(baseline=7, target=7).achieved(9) is None
    assert plan(baseline=None).achieved(9) is None


@pytest.mark.parametrize(
    ("made", "value", "state"),
    [
        (plan(), 6, "on_track"),
        (plan(), 5.99, "behind"),
        (plan(), 0, "behind"),
        (plan(), -0.5, "regressed"),
        (plan(), 12, "reached"),
        (plan(), 40, "reached"),
        (plan("turun", 18, 10), 14, "on_track"),
        (plan("turun", 18, 10), 14.1, "behind"),
        (plan("turun", 18, 10), 18.5, "regressed"),
        (plan("turun", 18, 10), 10, "reached"),
        (plan("turun", 18, 10), 3, "reached"),
        (plan(baseline=7, target=7), 7, "reached"),
        (plan(baseline=7, target=7), 6, "regressed"),
        (plan("turun", 7, 7), 8, "regressed"),
        (plan(baseline=None), 11, "not_reached"),
        (plan(baseline=None), 12, "reached"),
        (plan(baseline=10, target=5), 7, "unclear"),
        (plan("turun", 5, 10), 7, "unclear"),
        (plan(start=None), 6, "not_reached"),
        (plan(start=MID), 6, "not_reached"),
    ],
)
def test_a_value_in_the_middle_of_the_plan_gives_the_state(made: Plan, value: float, state: str) -> None:
    assert judge(made, value, MID, MID) == state


def test_the_month_of_the_deadline_is_not_yet_too_late() -> None:
    assert judge(plan(), 11, DUE, DUE) == "on_track"
    assert judge(plan(), 11, DUE, DUE + 1) == "overdue"


def test_the_deadline_is_held_against_the_reference_month_and_the_pace_against_the_month_measured() -> None:
    # on the line in July; nobody has measured since, and the year is over
    assert judge(plan(), 6, MID, DUE) == "on_track"
    assert judge(plan(), 6, MID, DUE + 1) == "overdue"
    assert judge(plan(baseline=None), 6, MID, DUE + 1) == "overdue"


def test_worse_than_before_stays_so_after_the_deadline() -> None:
    assert judge(plan(), -1, MID, DUE + 1) == "regressed"


def test_never_measured_is_said_before_anything_else() -> None:
    assert judge(plan(baseline=10, target=5), None, None, DUE + 9) == "unmeasured"


def test_thirds_are_not_called_late_by_rounding() -> None:
    # 0.1 + 0.2 of 0.3, at the end of the plan
    assert judge(Plan("naik", 0.0, 0.9, START, START + 2), 0.1 + 0.2, START + 1, START + 1) == "on_track"
    assert judge(Plan("naik", 0.0, 0.9, START, START + 2), 0.3, START + 1, START + 1) == "on_track"


def test_months_are_counted_across_years() -> None:
    assert month_number("2025-01") - month_number("2024-12") == 1
    assert [month_name(month_number("2024-12") + step) for step in (0, 1)] == ["2024-12", "2025-01"]
