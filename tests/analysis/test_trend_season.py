"""Whether a yearly cycle is found where there is one, and not where there is none."""

import numpy as np
import pytest
from scipy.stats import binom
from statsmodels.tsa.seasonal import STL
from trend_cases import growing, persistent, series

from pasar_nb.analysis import trend
from pasar_nb.analysis.trend.season import decompose, measure_season
from pasar_nb.analysis.trend.series import collect

FEW, MANY = 150, 400  # repeats of a simulation that is always run, and of one marked slow
RARE = 1e-3  # probability with which a right analysis would fail a test at other seeds
CLAIMED = (0.04, 0.06)  # share of series without a season in which one is claimed
COVERED = (0.93, 0.97)  # share of intervals that hold the truth


def _counts(repeats, least, most):
    """Bounds of a count among the repeats that an analysis within these rates hardly ever leaves."""
    return binom.ppf(RARE, repeats, least), binom.ppf(1 - RARE, repeats, most)


def _cycle(count, peak, swing, first_month=1):
    calendar = first_month + np.arange(count)
    return swing * np.cos(2 * np.pi * (calendar - peak) / 12)


def _season(values, first="2022-01", seed=1):
    (one,) = collect(series(values, first), None, None)
    return measure_season(one, seed=seed)


@pytest.mark.parametrize("peak", range(1, 13))
def test_the_highest_month_is_found_whatever_the_first(peak):
    first = (5 * peak) % 12 + 1
    values = growing(48, 0.05) * np.exp(_cycle(48, peak, 0.2, first))
    found = _season(values, f"2022-{first:02d}")
    assert found.peak == peak
    assert found.low == (peak + 5) % 12 + 1
    assert found.peak_effect == pytest.approx(np.exp(0.2) - 1, abs=0.01)
    assert found.low_effect == pytest.approx(np.exp(-0.2) - 1, abs=0.01)
    assert found.strength > 0.99
    assert found.clear


def test_effects_are_around_the_level_of_the_year():
    noise = persistent(np.random.default_rng(2), 36, 0.5, 0.03)
    found = _season(growing(36, 0.1) * np.exp(_cycle(36, 3, 0.1) + noise))
    assert np.log1p(found.table["effect"]).sum() == pytest.approx(0, abs=1e-9)
    assert list(found.table["month"]) == list(range(1, 13))
    inside = (found.table["low"] <= found.table["effect"]) & (found.table["effect"] <= found.table["high"])
    assert inside.all()


def test_one_short_gap_is_bridged_and_the_months_counted_are_those_with_a_figure():
    values = growing(48, 0.05) * np.exp(_cycle(48, 4, 0.2))
    values[20] = np.nan
    found = _season(values)
    assert found.peak == 4
    assert found.n == 47


def _with_gap(count):
    values = growing(48, 0.05) * np.exp(_cycle(48, 4, 0.2))
    values[20 : 20 + count] = np.nan
    return values


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (growing(23, 0.1), "hanya 23 bulan"),
        ([*growing(30, 0.1), 0.0], "nol atau negatif"),
        ([5.0] * 30, "selalu sama"),
        (_with_gap(3), "terlalu banyak bulan kosong"),
    ],
    ids=["23 months", "a nought", "always the same", "three months empty"],
)
def test_a_season_is_refused_with_its_reason(values, reason):
    assert reason in str(_season(values).reason)


def test_two_years_of_noise_look_strong_and_are_not_taken_for_a_season():
    # without the comparison with chance this strength would be reported as a clear season
    values = 1000 * np.exp(persistent(np.random.default_rng(4), 24, 0.3, 0.1))
    found = _season(values)
    assert found.strength > 0.4
    assert not found.clear


def test_the_season_does_not_depend_on_inflation():
    values = growing(48, 0.0) * np.exp(_cycle(48, 6, 0.15))
    plain, inflated = _season(values), _season(values * growing(48, 0.08, 1.0))
    assert (plain.peak, plain.low) == (inflated.peak, inflated.low)
    assert inflated.peak_effect == pytest.approx(plain.peak_effect, abs=0.01)


@pytest.mark.parametrize("count", [24, 37, 60])
def test_the_parts_are_those_of_stl(count):
    start = np.cumsum(np.random.default_rng(count).normal(size=(3, count)), axis=1)
    for values, *parts in zip(start, *decompose(start), strict=True):
        fit = STL(values, period=12, seasonal=10 * count + 1, seasonal_deg=0).fit()
        for ours, theirs in zip(parts, (fit.trend, fit.seasonal, fit.resid), strict=True):
            np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)


HARD = pytest.mark.parametrize(
    ("count", "persistence", "repeats"),
    [
        (36, 0.6, FEW),
        *[
            pytest.param(count, persistence, MANY, marks=pytest.mark.slow)
            for count in (24, 60)
            for persistence in (0.0, 0.6)
        ],
    ],
)


@HARD
def test_without_a_season_one_is_claimed_five_times_in_a_hundred(count, persistence, repeats):
    random = np.random.default_rng(count)
    noises = [persistent(random, count, persistence, 0.1) for _repeat in range(repeats)]
    claimed = sum(_season(1000 * np.exp(noise)).clear for noise in noises)
    fewest, most = _counts(repeats, *CLAIMED)
    assert fewest <= claimed <= most


@HARD
def test_the_interval_of_the_peak_covers_the_true_effect_95_times_in_a_hundred(count, persistence, repeats):
    random, covered = np.random.default_rng(count), 0
    for _repeat in range(repeats):
        noise = persistent(random, count, persistence, 0.04)
        found = _season(growing(count, 0.05) * np.exp(_cycle(count, 3, 0.15) + noise))
        row = found.table.set_index("month").loc[3]
        covered += row["low"] <= np.exp(0.15) - 1 <= row["high"]
    fewest, most = _counts(repeats, *COVERED)
    assert fewest <= covered <= most


def test_the_main_series_alone_has_its_season_told():
    table = series(growing(48, 0.05) * np.exp(_cycle(48, 2, 0.2)))
    assert trend.describe(table).season.peak == 2
