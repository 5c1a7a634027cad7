"""Whether the interval of a trend is what it says: against statsmodels, by hand, and by simulation."""

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom
from trend_cases import growing, persistent, series

from pasar_nb.analysis import trend
from pasar_nb.analysis.trend.inference import estimate, statistics, step_model, trend_model

RARE = 1e-4  # probability with which a right interval would fail a test
CASES = settings(max_examples=25, deadline=None)


def _bounds(repeats: int, low: float, high: float) -> tuple[float, float]:
    """Shares that an interval covering between `low` and `high` of the time hardly ever leaves."""
    return binom.ppf(RARE, repeats, low) / repeats, binom.ppf(1 - RARE, repeats, high) / repeats


@pytest.mark.parametrize(
    ("count", "lags", "seasonal"), [(8, 4, False), (20, 6, False), (20, 6, True), (57, 10, True)]
)
def test_the_standard_error_is_that_of_newey_and_west_by_statsmodels(count, lags, seasonal):
    values = persistent(np.random.default_rng(count), count, 0.5)
    model = trend_model(np.arange(count), seasonal=seasonal)
    fit = sm.OLS(values, model.design).fit(
        cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": False}
    )
    coefficient, error, _persistence = statistics(model, values[np.newaxis, :])
    assert coefficient[0] == pytest.approx(fit.params[1])
    assert error[0] == pytest.approx(fit.bse[1])


def test_a_gap_keeps_months_apart_by_their_true_distance():
    months = np.array([0, 1, 2, 3, 6, 7, 8, 9])  # eight months: four lags
    values = persistent(np.random.default_rng(3), 8, 0.3)
    model = trend_model(months, seasonal=False)
    solve = np.linalg.pinv(model.design)
    deviations = values - model.design @ (solve @ values)
    scores = solve[1] * deviations
    variance = sum(
        scores[i] * scores[j] * max(0, 1 - abs(months[i] - months[j]) / 5) for i in range(8) for j in range(8)
    )
    _coefficient, error, persistence = statistics(model, values[np.newaxis, :])
    assert error[0] == pytest.approx(variance**0.5)
    pairs = [(0, 1), (1, 2), (2, 3), (4, 5), (5, 6), (6, 7)]
    together = np.mean([deviations[i] * deviations[j] for i, j in pairs])
    assert persistence[0] == pytest.approx(together / np.mean(deviations**2))


@pytest.mark.slow
@pytest.mark.parametrize(("count", "repeats"), [(8, 1000), (18, 1000), (57, 1000)])
def test_over_all_persistences_the_interval_of_a_trend_covers_the_truth_95_times_in_100(count, repeats):
    random = np.random.default_rng(count)
    model = trend_model(np.arange(count), seasonal=count >= 24)
    truth, covered = 0.07, 0
    for _ in range(repeats):
        noise = persistent(random, count, random.uniform(0, 0.95), 0.1)
        found = estimate(model, truth * np.arange(count) / 12 + noise, seed=1)
        covered += found.interval.low <= truth <= found.interval.high
    low, high = _bounds(repeats, 0.945, 0.955)
    assert low <= covered / repeats <= high


@pytest.mark.slow
@pytest.mark.parametrize("persistence", [0.5, 0.7])
@pytest.mark.parametrize("which", ["trend", "step"])
def test_at_the_persistence_of_prices_the_interval_keeps_its_level(persistence, which):
    count, repeats = 57, 1000
    months = np.arange(count)
    model = trend_model(months, seasonal=True) if which == "trend" else step_model(months, 21, seasonal=True)
    random = np.random.default_rng(int(persistence * 10))
    covered = 0
    for _ in range(repeats):
        found = estimate(model, persistent(random, count, persistence), seed=1)
        covered += found.interval.low <= 0 <= found.interval.high
    low, high = _bounds(repeats, 0.93, 0.975)
    assert low <= covered / repeats <= high


@CASES
@given(st.floats(0.001, 1000), st.integers(0, 10_000))
def test_the_unit_of_a_series_does_not_change_its_trend(factor, seed):
    values = 1000 * np.exp(persistent(np.random.default_rng(seed), 12, 0.5, 0.1))
    plain = trend.describe(series(values)).main.slope
    scaled = trend.describe(series(values * factor)).main.slope
    assert scaled.per_year == pytest.approx(plain.per_year, rel=1e-6, abs=1e-9)
    assert scaled.interval.low == pytest.approx(plain.interval.low, rel=1e-4, abs=1e-6)


@CASES
@given(st.integers(0, 10_000), st.floats(-0.5, 1.0))
def test_a_steady_growth_on_top_adds_to_the_trend(seed, per_year):
    values = 1000 * np.exp(persistent(np.random.default_rng(seed), 12, 0.5, 0.1))
    plain = trend.describe(series(values)).main.slope
    grown = trend.describe(series(values * growing(12, per_year, 1.0))).main.slope
    assert 1 + grown.per_year == pytest.approx((1 + plain.per_year) * (1 + per_year))


@CASES
@given(st.integers(0, 10_000))
def test_a_series_read_backwards_has_the_opposite_trend(seed):
    values = 1000 * np.exp(persistent(np.random.default_rng(seed), 14, 0.5, 0.1))
    forward, backward = (trend.describe(series(one)).main.slope for one in (values, values[::-1]))
    assert (1 + forward.per_year) * (1 + backward.per_year) == pytest.approx(1.0)
    assert forward.interval.low <= forward.per_year <= forward.interval.high


def test_the_same_seed_gives_the_same_interval_and_another_seed_nearly_the_same():
    table = series(1000 * np.exp(persistent(np.random.default_rng(5), 40, 0.5, 0.1)))
    one, again, other = (trend.describe(table, seed=seed).main.slope for seed in (1, 1, 2))
    assert one == again
    assert other.interval.low != one.interval.low
    assert other.interval.low == pytest.approx(one.interval.low, abs=0.02)
