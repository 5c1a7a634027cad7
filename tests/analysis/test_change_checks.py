"""What is checked of a comparison: hand-worked cases, definitions followed by brute force, and properties."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from comparison_cases import assess, begun, compared, day_of, waves
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from pasar_nb.analysis.change import validity
from pasar_nb.analysis.change.check_results import ArmsTest, LeeBounds, PreTrend
from pasar_nb.analysis.change.effects import Drawing
from pasar_nb.analysis.change.lee_bounds import bounds_of
from pasar_nb.analysis.change.permutation import arms_apart
from pasar_nb.findings import NotEstimable

HOW = Drawing(999, 1)
LOST = float("nan")
ONE_BEFORE = "Hanya ada satu survei sebelum program"


# Every wave


def test_every_wave_is_compared_with_the_last_before_the_programme() -> None:
    found = compared(*waves([0, 0, 50, 80], noise=1e-6), begun(1)).checks.event_study
    assert not isinstance(found, NotEstimable)
    assert found.reference == 1
    assert list(found.table["phase"]) == ["before", "reference", "after", "after"]
    assert list(found.table["value"]) == pytest.approx([0, 0, 50, 80], abs=1e-4)
    assert list(found.table["n"]) == [40] * 4


def test_the_last_wave_stands_where_the_main_comparison_stands() -> None:
    main = compared(*waves([0, 30, 70]))
    assert not isinstance(main.checks.event_study, NotEstimable)
    last = main.checks.event_study.table.iloc[-1]
    expected = (main.estimate.value, main.estimate.low, main.estimate.high)
    assert (last["value"], last["low"], last["high"]) == pytest.approx(expected)


def test_two_waves_have_no_path() -> None:
    found = compared(*waves([0, 50])).checks
    assert isinstance(found.event_study, NotEstimable)
    assert "dua gelombang" in str(found.event_study.reason)
    assert isinstance(found.pretrend, NotEstimable)
    assert ONE_BEFORE in str(found.pretrend.reason)


def test_a_wave_with_few_households_has_no_value_and_the_others_have() -> None:
    homes, survey = waves([0, 30, 70])
    seldom = (survey["gelombang"] == 1) & ~survey["id_rt"].isin(
        homes["id_rt"].iloc[[*range(5), *range(40, 80)]]
    )
    found = compared(homes, survey[~seldom]).checks.event_study
    assert not isinstance(found, NotEstimable)
    assert list(found.table["value"].isna()) == [False, True, False]
    assert list(found.table["n"]) == [40, 5, 40]


def test_a_wave_that_the_price_index_does_not_reach_refuses_the_path() -> None:
    from change_cases import no_variables, price_index, profile

    from pasar_nb.analysis import change

    homes, survey = waves([0, 30, 70])
    reached = price_index(("2020-01", 100.0, 2018), ("2021-01", 110.0, 2018))  # not the month of wave 1
    found = change.assess(
        profile(), homes, survey, prices=reached, variables=no_variables(), draws=99
    ).comparison
    assert not isinstance(found, NotEstimable)
    assert isinstance(found.checks.event_study, NotEstimable)
    assert "Juli 2020" in str(found.checks.event_study.reason)


# Before the programme


def test_arms_that_moved_apart_before_allow_no_claim() -> None:
    tables = waves([0, 60, 120, 180])
    found = compared(*tables, begun(2))
    assert (found.alike, found.claim, found.barrier) == ("fine", "none", "pretrend")
    whole = assess(*tables, begun(2))
    assert whole.design == "paired"
    assert whole.main is whole.paired


def test_arms_that_moved_alike_before_allow_the_claim() -> None:
    found = compared(*waves([0, 0, 0, 90]), begun(2))
    assert isinstance(found.checks.pretrend, PreTrend)
    assert found.checks.pretrend.waves == (0, 1, 2)
    assert (found.checks.pretrend.rejected, found.claim, found.barrier) == (False, "fine", None)
    assert found.checks.pretrend.test.variables == 2


def test_the_false_comparison_is_the_change_between_the_waves_before() -> None:
    homes, survey = waves([0, 0, 0, 90])
    found = compared(homes, survey, begun(2)).checks.placebo
    assert not isinstance(found, NotEstimable)
    wide = survey.pivot(index="id_rt", columns="gelombang", values="pendapatan_rt")
    moved = (wide[2] - wide[0]).groupby(homes.set_index("id_rt")["studi"]).mean()
    assert found.estimate.value == pytest.approx(moved["peserta"] - moved["pembanding"])
    assert (found.first, found.last, found.n) == (0, 2, 80)


@pytest.mark.parametrize(
    ("start", "told"),
    [(begun(0), ONE_BEFORE), (None, "mulai_intervensi"), (day_of(1).date(), ONE_BEFORE)],
    ids=["one wave before", "start not told", "interviews on the first day are not before it"],
)
def test_with_one_wave_before_nothing_can_be_checked_and_the_reason_is_told(start: object, told: str) -> None:
    found = compared(*waves([0, 60, 120]), start)  # type: ignore[arg-type]
    for check in (found.checks.pretrend, found.checks.placebo):
        assert isinstance(check, NotEstimable)
        assert told in str(check.reason)
    assert found.claim == "fine"


def test_surveys_that_all_lie_before_the_programme_compare_nothing() -> None:
    found = assess(*waves([0, 0]), begun(1)).comparison
    assert isinstance(found, NotEstimable)
    assert "sebelum program dimulai" in str(found.reason)


# Groups dealt to the arms anew


def studentised(values: np.ndarray, dealt: np.ndarray, groups: np.ndarray) -> float:
    """The definition, group by group."""
    means, square = [], 0.0
    for side in (1.0, 0.0):
        own = dealt[groups] == side
        mean, members = values[own].mean(), np.unique(groups[own])
        sums = np.array([(values[groups == group] - mean).sum() for group in members])
        square += len(members) / (len(members) - 1) * (sums**2).sum() / own.sum() ** 2
        means.append(mean)
    return float(abs(means[0] - means[1]) / np.sqrt(square))


def test_dealing_groups_is_that_of_going_through_every_way() -> None:
    random = np.random.default_rng(3)
    sizes = [3, 5, 4, 6, 2, 7, 4, 5]
    groups = np.repeat(np.arange(8), sizes)
    arm = (groups < 4).astype(float)
    values = random.normal(0, 1, (len(groups), 2)) + 0.6 * arm[:, np.newaxis]
    found = arms_apart(values, arm, groups, HOW)
    assert isinstance(found, ArmsTest)
    observed, as_far, ways = None, 0, list(combinations(range(8), 4))
    for chosen in [(0, 1, 2, 3), *ways]:
        dealt = np.isin(np.arange(8), chosen).astype(float)
        largest = max(studentised(values[:, column], dealt, groups) for column in (0, 1))
        if observed is None:
            observed = largest
        else:
            as_far += largest >= observed * (1 - 1e-9)
    assert found.p_value == pytest.approx(as_far / 70)
    assert (found.complete, found.draws, found.groups, found.reference) == (True, 70, 8, "permutation")


def test_too_few_groups_give_no_test() -> None:
    groups = np.repeat(np.arange(6), 10)
    found = arms_apart(np.random.default_rng(1).normal(size=(60, 1)), (groups < 3).astype(float), groups, HOW)
    assert isinstance(found, NotEstimable)


def test_what_does_not_vary_gives_no_test() -> None:
    arm = np.repeat([1.0, 0.0], 20)
    assert isinstance(arms_apart(np.full((40, 2), 7.0), arm, None, HOW), NotEstimable)


@settings(deadline=None, max_examples=15)
@given(st.floats(0.001, 1_000), st.floats(-1e4, 1e4))
def test_another_unit_changes_no_test(factor: float, shift: float) -> None:
    random = np.random.default_rng(4)
    groups = np.repeat(np.arange(10), 6)
    values, arm = random.normal(0, 1, (60, 3)), (groups < 5).astype(float)
    plain = arms_apart(values, arm, groups, Drawing(99, 1))
    scaled = arms_apart(shift + factor * values, arm, groups, Drawing(99, 1))
    assert isinstance(plain, ArmsTest)
    assert isinstance(scaled, ArmsTest)
    assert plain.p_value == scaled.p_value


HALVES = np.repeat([1.0, 0.0], 600)


@pytest.mark.parametrize(
    ("groups", "reference"),
    [
        (np.repeat(np.arange(12), 100), "permutation"),
        (np.tile(np.arange(12), 100), "signs"),
        (np.tile(np.arange(60), 20), "normal"),
        (None, "normal"),
    ],
    ids=["whole groups", "mixed groups", "many mixed groups", "many households"],
)
def test_a_clear_difference_is_found_however_groups_lie(groups: np.ndarray | None, reference: str) -> None:
    values = np.random.default_rng(5).normal(0, 1, (1_200, 2))
    values[:, 0] += HALVES
    found = arms_apart(values, HALVES, groups, HOW)
    assert isinstance(found, ArmsTest)
    assert (found.reference, found.rejected) == (reference, True)


# The same first level


def test_the_same_first_level_is_the_regression_on_it() -> None:
    import statsmodels.api as sm

    homes, survey = waves([0, 50])
    found = compared(homes, survey).checks.ancova
    assert not isinstance(found, NotEstimable)
    wide = survey.pivot(index="id_rt", columns="gelombang", values="pendapatan_rt")
    takes_part = (homes.set_index("id_rt")["studi"] == "peserta").astype(float)
    fitted = sm.OLS(wide[1], sm.add_constant(np.column_stack([takes_part, wide[0]]))).fit()
    assert found.estimate.value == pytest.approx(fitted.params.iloc[1])
    assert found.agrees


def test_lords_paradox_is_found() -> None:
    """Lord 1967: nobody's mean changes, but arms that began apart end apart at the same first level."""
    random = np.random.default_rng(6)
    n = 400
    arm = np.repeat(["peserta", "pembanding"], n)
    own = np.where(arm == "peserta", 70.0, 55.0)
    before = own + random.normal(0, 10, 2 * n)
    after = own + 0.5 * (before - own) + random.normal(0, 8, 2 * n)
    ids = [f"RT-{place}" for place in range(2 * n)]
    homes = pd.DataFrame({"id_rt": ids, "studi": arm})
    survey = pd.concat(
        [
            pd.DataFrame({"id_rt": ids, "gelombang": wave, "tanggal": day_of(wave), "pendapatan_rt": level})
            for wave, level in enumerate((before, after))
        ]
    )
    found = compared(homes, survey)
    assert not isinstance(found.checks.ancova, NotEstimable)
    assert not found.estimate.significant
    assert found.checks.ancova.estimate.low > 0  # half of the 15 by which they began apart
    assert not found.checks.ancova.agrees
    assert validity.verdicts(found)["ancova"] == "fails"


# Unequal loss


def test_hand_worked_bounds_under_unequal_loss() -> None:
    # participants 1..10, all kept; of ten others five were kept, at 4 on average: participants are trimmed to
    # five: of their largest (1..5, mean 3) and of their smallest (6..10, mean 8)
    change = np.array([*range(1, 11), 2, 3, 4, 5, 6, *[LOST] * 5], dtype="float64")
    found = bounds_of(change, np.repeat([1.0, 0.0], 10), None)
    assert isinstance(found, LeeBounds)
    assert (found.low, found.high) == pytest.approx((3 - 4, 8 - 4))
    assert (found.trimmed, found.share) == ("peserta", pytest.approx(0.5))
    assert found.interval_low < found.low
    assert found.interval_high > found.high


def test_hand_worked_bounds_where_the_others_were_kept() -> None:
    # now eight of ten participants, at 5; of the others 1..10 all: 8 stay, 1..8 (4.5) or 3..10 (6.5)
    change = np.array([*[4.0, 6.0] * 4, LOST, LOST, *range(1, 11)], dtype="float64")
    found = bounds_of(change, np.repeat([1.0, 0.0], 10), None)
    assert isinstance(found, LeeBounds)
    assert (found.low, found.high) == pytest.approx((5 - 6.5, 5 - 4.5))
    assert found.trimmed == "pembanding"


def test_the_household_at_the_edge_counts_in_part() -> None:
    # all ten participants 1..10 kept, 15 of 20 others at 0: 7.5 participants stay
    change = np.array([*range(1, 11), *[-1.0, 0.0, 1.0] * 5, *[LOST] * 5], dtype="float64")
    found = bounds_of(change, np.repeat([1.0, 0.0], [10, 20]), None)
    assert isinstance(found, LeeBounds)
    assert found.low == pytest.approx((1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 / 2) / 7.5)
    assert found.high == pytest.approx((10 + 9 + 8 + 7 + 6 + 5 + 4 + 3 / 2) / 7.5)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 1_000), st.integers(0, 10))
def test_with_equal_loss_both_bounds_are_the_comparison(seed: int, lost: int) -> None:
    random = np.random.default_rng(seed)
    change = random.normal(0, 1, 60)
    change[:lost] = LOST
    change[30 : 30 + lost] = LOST
    arm = np.repeat([1.0, 0.0], 30)
    found = bounds_of(change, arm, None)
    assert isinstance(found, LeeBounds)
    plain = np.nanmean(change[:30]) - np.nanmean(change[30:])
    assert (found.low, found.high) == pytest.approx((plain, plain))


def test_without_loss_the_interval_is_that_of_welch() -> None:
    random = np.random.default_rng(9)
    own, others = random.normal(1, 2, 25), random.normal(0, 1, 40)
    found = bounds_of(np.concatenate([own, others]), np.repeat([1.0, 0.0], [25, 40]), None)
    assert isinstance(found, LeeBounds)
    expected = stats.ttest_ind(own, others, equal_var=False).confidence_interval()
    assert (found.interval_low, found.interval_high) == pytest.approx((expected.low, expected.high))


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 1_000), st.integers(4, 20))
def test_the_comparison_lies_between_its_bounds(seed: int, lost: int) -> None:
    random = np.random.default_rng(seed)
    change = random.normal(0, 1, 60)
    change[random.choice(30, lost, replace=False)] = LOST
    found = bounds_of(change, np.repeat([1.0, 0.0], 30), None)
    assert isinstance(found, LeeBounds)
    plain = np.nanmean(change[:30]) - np.nanmean(change[30:])
    assert found.interval_low <= found.low <= plain <= found.high <= found.interval_high


def test_bounds_are_found_where_more_than_five_points_apart_were_lost() -> None:
    homes, survey = waves([0, 50])
    gone = homes["id_rt"].iloc[40:50]
    uneven = compared(homes, survey[~((survey["gelombang"] == 1) & survey["id_rt"].isin(gone))])
    assert isinstance(uneven.checks.lee, LeeBounds)
    assert (uneven.checks.lee.trimmed, uneven.checks.lee.share) == ("peserta", pytest.approx(0.25))
    assert uneven.checks.lee.low < 50 < uneven.checks.lee.high
    even = compared(homes, survey).checks.lee
    assert isinstance(even, NotEstimable)
    assert "tidak diperlukan" in str(even.reason)


# The one rule


@pytest.mark.parametrize("alike", ["fine", "adjusted", "none"])
@pytest.mark.parametrize("p_value", [None, 0.001, 0.5])
def test_a_claim_needs_likeness_and_no_moving_apart(alike: str, p_value: float | None) -> None:
    past: PreTrend | NotEstimable = NotEstimable(validity.CHECKS[0])  # type: ignore[arg-type]
    if p_value is not None:
        test = ArmsTest(p_value, "permutation", draws=99, complete=False, variables=1, groups=16)
        past = PreTrend(test=test, waves=(0, 1))
    expected = "none" if p_value == 0.001 else alike
    assert validity.claim_with(alike, past, underway=False) == expected  # type: ignore[arg-type]
    assert validity.claim_with(alike, past, underway=True) == "none"  # type: ignore[arg-type]


def test_what_fails_is_named() -> None:
    found = compared(*waves([0, 60, 120, 180]), begun(2))
    judged = validity.verdicts(found)
    assert judged["baseline"] == "passes"
    assert judged["pretrend"] == judged["placebo"] == "fails"
    assert "placebo" in validity.failed(found)
    assert set(judged) == set(validity.CHECKS)
