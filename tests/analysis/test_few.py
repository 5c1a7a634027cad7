"""What few households answered is told by no published mean: not by one, and not by two less each other."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pandas as pd
import pytest
from change_cases import no_variables
from comparison_cases import compared, waves
from outcome_cases import homes_of, look, one_of, rising, survey_of

from pasar_nb.analysis.change import validity
from pasar_nb.analysis.change.check_results import EventStudy, LeeBounds
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.few import change_held_by_few, few_changed, level_held_by_few, shares_tell_few
from pasar_nb.analysis.outcomes.results import Difference, Outcomes
from pasar_nb.analysis.survey import examine
from pasar_nb.disclosure import release
from pasar_nb.findings import NotEstimable

COUNT = 40
PLACE = np.arange(COUNT)


def test_sums_that_few_make_up_by_hand() -> None:
    assert level_held_by_few(np.repeat([5.0, 0.0], [20, 20])) == pytest.approx(2 / 20)
    assert level_held_by_few(np.repeat([5.0, 0.0], [9, 31])) == 1  # the mean is that of nine
    assert level_held_by_few(np.array([60.0, 30.0, *[1.0] * 10])) == pytest.approx(90 / 100)
    assert level_held_by_few(np.repeat([1.0, 0.0], [31, 9])) == 1  # nine said no
    assert level_held_by_few(np.zeros(40)) == 1
    assert change_held_by_few(np.repeat([-2.0, 2.0, 0.0], [5, 5, 30])) == pytest.approx(2 / 10)
    assert change_held_by_few(np.repeat([-2.0, 2.0, 0.0], [5, 4, 31])) == 1


def test_of_fewer_than_twenty_half_must_have_changed() -> None:
    assert not few_changed(np.repeat([1.0, 0.0], [6, 6]))
    assert few_changed(np.repeat([1.0, 0.0], [5, 7]))


def test_shares_of_yes_tell_few_and_numbers_do_not() -> None:
    half, rare = np.repeat([1.0, 0.0], [20, 20]), np.repeat([1.0, 0.0], [9, 31])
    assert not shares_tell_few(half, half)
    assert shares_tell_few(half, rare)
    assert shares_tell_few(half, 1 - rare)
    assert not shares_tell_few(half, rare * 2)


def explored(before: np.ndarray, after: np.ndarray, name: str, *, arms: bool = False) -> Outcomes:
    homes = homes_of(len(before), groups=20 if arms else None, compared=arms)
    return look(homes, survey_of(homes, pendapatan_rt=rising(homes, 50), **{name: (before, after)}))[1]


@pytest.mark.parametrize(("moved", "told"), [(9, False), (10, True)])
def test_a_number_that_fewer_than_ten_changed_is_not_told(moved: int, told: bool) -> None:
    """One migrant more in each of three of a hundred households: the mean 0.03 is three."""
    found = explored(np.zeros(COUNT), (moved > PLACE).astype(float), "migrasi_masuk")
    one = one_of(found, "migrasi_masuk")
    assert isinstance(one.estimate, Estimate) is isinstance(one.p_signs, float) is told


def test_levels_whose_difference_is_a_few_are_hidden_from_the_public() -> None:
    """Both means stand on forty households, and their difference on three."""
    before = np.ones(COUNT)
    found = explored(before, before + (PLACE < 3), "jumlah_pekerja")
    shown = release(found, audience="public", language="id").result.levels.set_index("name")
    assert shown.loc["jumlah_pekerja", ["mean_before", "mean_after"]].isna().all()
    assert shown.loc["jumlah_pekerja", "n"] == COUNT
    exact = release(found, audience="internal", language="id").result.levels.set_index("name")
    assert exact.loc["jumlah_pekerja", "mean_after"] == pytest.approx(1 + 3 / COUNT)


def test_the_savings_of_one_household_are_told_by_no_mean_change() -> None:
    """A mean of 2.1 million in forty households would be the 85 million of one."""
    before = 100_000.0 + 1_000 * PLACE
    after = before + np.where(PLACE == 4, 85_000_000.0, 10_000.0 + PLACE)
    one = one_of(explored(before, after, "tabungan"), "tabungan")
    assert isinstance(one.estimate, NotEstimable)
    assert "satu atau dua rumah tangga" in one.estimate.reason.text("id")
    assert isinstance(one.p_signs, NotEstimable)


@pytest.mark.parametrize("of", [0, 1], ids=["participants", "comparison"])
def test_nor_by_the_difference_of_the_arms(of: int) -> None:
    place = np.arange(120)
    before = 100_000.0 + 1_000 * (place // 2)
    small = before + 10_000.0 + 100 * (place % 7)
    plain = one_of(explored(before, small, "tabungan", arms=True), "tabungan")
    assert isinstance(plain.difference, Difference)
    after = np.where(place == 10 + of, before + 85_000_000, small)
    one = one_of(explored(before, after, "tabungan", arms=True), "tabungan")
    assert isinstance(one.difference, NotEstimable)
    assert isinstance(one.estimate, NotEstimable) is (of == 0)


@pytest.mark.parametrize("of", [0, 1], ids=["participants", "comparison"])
def test_nor_by_the_primary_outcome(of: int) -> None:
    homes = homes_of(120)
    before, after = rising(homes, 50)
    after[10 + of] += 900_000
    found, _others = look(homes, survey_of(homes, pendapatan_rt=(before, after)))
    assert isinstance(found.comparison, NotEstimable)
    assert isinstance(found.paired, NotEstimable) is (of == 0)
    shown = release(found, audience="public", language="id").result.levels
    assert not isinstance(shown, NotEstimable)
    arm = ["peserta", "pembanding"][of]
    assert shown.table.set_index("group").loc[[arm], ["mean_after", "change"]].isna().all(axis=None)


def test_nor_by_a_wave_in_between() -> None:
    homes, survey = waves([0, 50, 50])
    survey.loc[(survey["gelombang"] == 1) & (survey["id_rt"] == "RT-00003"), "pendapatan_rt"] += 900_000
    found = compared(homes, survey, date(2020, 2, 1))
    study = found.checks.event_study
    assert isinstance(study, EventStudy)
    told = study.table.set_index("wave")["value"].notna()
    assert told.to_dict() == {0: True, 1: False, 2: True}


# Bounds that leave out a few


@pytest.mark.parametrize(("lost", "shown"), [(9, False), (10, True)])
def test_bounds_that_leave_out_fewer_than_ten_are_for_the_owner(lost: int, shown: bool) -> None:
    """With and without them, the two means are those of the nine households with the largest changes."""
    homes, survey = waves([0, 50], n=100)
    gone = homes["id_rt"].iloc[100 : 100 + lost]
    found = compared(homes, survey[~((survey["gelombang"] == 1) & survey["id_rt"].isin(gone))])
    exact = found.checks.lee
    assert isinstance(exact, LeeBounds)
    assert exact.left_out == lost
    assert release(found, audience="internal", language="id").result.checks.lee == exact
    public = release(found, audience="public", language="id").result
    assert isinstance(public.checks.lee, LeeBounds)
    numbers = [public.checks.lee.low, public.checks.lee.high, public.checks.lee.share]
    numbers += [public.checks.lee.interval_low, public.checks.lee.interval_high]
    assert all(math.isnan(one) is not shown for one in numbers)
    assert validity.verdicts(public)["lee"] == validity.verdicts(found)["lee"] == "passes"


# Shares of yes and no


@pytest.mark.parametrize(("few", "shown"), [(9, False), (10, True)])
def test_how_far_the_arms_differ_in_a_rare_trait_is_for_the_owner(few: int, shown: bool) -> None:
    """With the numbers of households, few pairs of counts give the same difference."""
    homes, survey = waves([0, 50])
    rare = np.r_[np.arange(40) < 20, np.arange(40) < few]
    homes = homes.assign(disabilitas=rare)
    found = compared(homes, survey)
    exact = found.balance.set_index("trait").loc["disabilitas", "difference"]
    assert abs(exact) > 0.4
    public = release(found, audience="public", language="id").result.balance.set_index("trait")
    assert pd.notna(public.loc["disabilitas", "difference"]) is shown


@pytest.mark.parametrize(("few", "shown"), [(9, False), (10, True)])
def test_the_share_of_missing_answers_does_not_tell_who_left_some_out(few: int, shown: bool) -> None:
    homes = homes_of(COUNT, compared=False)
    answers = np.where(few > PLACE, np.nan, 5.0)
    survey = survey_of(homes, pendapatan_rt=rising(homes, 50), jam_kerja=(answers, answers))
    found = examine(homes, survey, variables=no_variables())
    public = release(found.missing, audience="public", language="id").result
    assert public.by_wave["share_missing"].notna().tolist() == [shown, shown]
