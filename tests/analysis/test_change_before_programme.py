"""Which surveys lie before the programme, and what becomes of a comparison where none or several do."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from comparison_cases import assess, begun, compared, day_of, waves

from pasar_nb.analysis.change import validity
from pasar_nb.analysis.change.outcome import describe_measure
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.change.waves import NO_REFERENCE, NONE_BEFORE, underway
from pasar_nb.analysis.outcomes.compared import why_uncompared
from pasar_nb.findings import NotEstimable

LONG_AGO = date(2019, 6, 1)
FIRST = day_of(0).date()


def income() -> Outcome:
    label, unit, kind = describe_measure("pendapatan_rt", pd.DataFrame({"variabel": []}))  # type: ignore[misc]
    months = ("2020-01", "2020-01", "2020-07", "2020-07")
    return Outcome("pendapatan_rt", label, unit, kind, 0, 1, months, None, None)


def survey_with(late: int, *, of: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two waves; so many of the 40 of an arm were first asked when the programme began, the others before."""
    homes, survey = waves([0, 50])
    own = homes.loc[homes["studi"] == of, "id_rt"].head(late)
    moved = (survey["gelombang"] == 0) & survey["id_rt"].isin(own)
    return homes, survey.assign(tanggal=survey["tanggal"].mask(moved, pd.Timestamp(begun(0))))


# Under way at the baseline


@pytest.mark.parametrize(
    ("late", "of", "expected"),
    [(19, "peserta", False), (20, "peserta", True), (40, "peserta", True), (40, "pembanding", False)],
)
def test_most_interviews_with_participants_tell_whether_a_baseline_lies_before(
    late: int, of: str, expected: bool
) -> None:
    homes, survey = survey_with(late, of=of)
    assert underway(survey, homes, income(), begun(0)) is expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [(None, None), (FIRST, True), (date(2020, 1, 16), False), (pd.Timestamp.max.date(), False)],
    ids=["not recorded", "on the first day", "on the day after", "far ahead"],
)
def test_the_first_day_of_the_programme_is_not_before_it(start: date | None, expected: bool | None) -> None:
    homes, survey = waves([0, 50])
    assert underway(survey, homes, income(), start) is expected


def test_only_interviews_that_told_the_outcome_count() -> None:
    homes, survey = survey_with(20, of="peserta")
    late = (survey["gelombang"] == 0) & (survey["tanggal"] >= pd.Timestamp(begun(0)))
    silent = survey.assign(pendapatan_rt=survey["pendapatan_rt"].mask(late))
    assert underway(silent, homes, income(), begun(0)) is False


@pytest.mark.parametrize("gaps", [[0, 90], [0, 30, 90]], ids=["two waves", "three waves"])
def test_a_programme_under_way_at_the_baseline_is_not_compared(gaps: list[float]) -> None:
    whole = assess(*waves(gaps), LONG_AGO)
    found = whole.comparison
    assert not isinstance(found, NotEstimable)
    assert found.estimate.significant  # it would be called an effect
    assert (found.alike, found.claim, found.barrier) == ("fine", "none", "underway")
    assert (found.checks.pretrend, found.checks.placebo) == (NONE_BEFORE,) * 2
    assert found.checks.event_study == NO_REFERENCE
    assert validity.verdicts(found)["before"] == "fails"
    assert validity.verdicts(found)["since_last"] == "informs"
    assert (whole.underway, whole.design) == (True, "paired")
    assert whole.main is whole.paired
    others = why_uncompared(found)
    assert others is not None
    assert "sudah berjalan" in str(others.reason)


def test_without_a_comparison_group_too_it_is_known_that_the_programme_was_under_way() -> None:
    homes, survey = waves([0, 90])
    alone = homes.assign(studi="peserta")
    assert assess(alone, survey, LONG_AGO).underway
    assert not assess(alone, survey, begun(0)).underway
    assert not assess(alone, survey).underway


def test_a_baseline_before_the_programme_is_said_to_be_so() -> None:
    tables = waves([0, 90])
    before, unknown = compared(*tables, begun(0)), compared(*tables)
    assert (validity.verdicts(before)["before"], before.barrier) == ("passes", None)
    assert (validity.verdicts(unknown)["before"], unknown.barrier) == ("unchecked", None)


# Several waves before


def test_the_change_since_the_last_wave_before_is_that_of_the_means_and_of_the_path() -> None:
    homes, survey = waves([0, 0, 0, 90])
    checks = compared(homes, survey, begun(2)).checks
    assert checks.since_last is not None
    assert not isinstance(checks.since_last, NotEstimable)
    wide = survey.pivot(index="id_rt", columns="gelombang", values="pendapatan_rt")
    moved = (wide[3] - wide[2]).groupby(homes.set_index("id_rt")["studi"]).mean()
    assert checks.since_last.estimate.value == pytest.approx(moved["peserta"] - moved["pembanding"])
    assert (checks.since_last.month, checks.since_last.n, checks.since_last.agrees) == ("2021-01", 80, True)
    assert not isinstance(checks.event_study, NotEstimable)
    last = checks.event_study.table.iloc[-1]
    found = checks.since_last.estimate
    assert (last["low"], last["high"]) == pytest.approx((found.low, found.high))


def test_a_difference_that_is_clear_only_since_the_baseline_is_not_firm() -> None:
    found = compared(*waves([0, 6, 12], seed=2), begun(1))
    assert (found.estimate.significant, found.claim) == (True, "fine")
    assert found.checks.since_last is not None
    assert not isinstance(found.checks.since_last, NotEstimable)
    assert not found.checks.since_last.estimate.significant
    assert "since_last" in validity.failed(found)


def test_a_difference_that_is_clear_since_both_passes() -> None:
    found = compared(*waves([0, 0, 90]), begun(1))
    assert validity.verdicts(found)["since_last"] == "passes"


@pytest.mark.parametrize("start", [begun(0), None], ids=["one wave before", "start not told"])
def test_with_one_wave_before_the_comparison_is_that_since_the_last(start: date | None) -> None:
    found = compared(*waves([0, 30, 90]), start)
    assert found.checks.since_last is None
    assert validity.verdicts(found)["since_last"] == "informs"
    assert "since_last" not in validity.failed(found)


def test_few_households_in_the_last_wave_before_are_not_compared() -> None:
    homes, survey = waves([0, 0, 90])
    seldom = (survey["gelombang"] == 1) & ~survey["id_rt"].isin(
        homes["id_rt"].iloc[[*range(5), *range(40, 80)]]
    )
    found = compared(homes, survey[~seldom], begun(1))
    assert isinstance(found.checks.since_last, NotEstimable)
    assert "survei terakhir sebelum program" in str(found.checks.since_last.reason)
    assert validity.verdicts(found)["since_last"] == "unchecked"
