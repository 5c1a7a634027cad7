"""Level and slope at the beginning: by hand, against statsmodels, with placebo dates and another series."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom, jarque_bera
from statsmodels.stats.diagnostic import acorr_ljungbox
from trend_cases import growing, months, persistent, price_index, series

from pasar_nb.analysis import trend
from pasar_nb.analysis.trend.inference import LEVEL, SLOPE, estimate, segmented_model, statistics
from pasar_nb.analysis.trend.interruption import against, interrupt
from pasar_nb.analysis.trend.residuals import check_residuals
from pasar_nb.analysis.trend.series import collect
from pasar_nb.findings import NotEstimable

RARE = 1e-4  # probability with which a right interval would fail a test
START = "2024-01"


def _one(values, index=None, **options):
    (found,) = collect(series(values, **options), index, None)
    return found


def _broken(count, at, jump, slope, before=0.1):
    """A price that grows by `before` a year, jumps once by a share and then grows faster by a share."""
    since = np.clip(np.arange(count) - at, 0, None) / 12
    return growing(count, before) * np.where(np.arange(count) >= at, 1 + jump, 1.0) * (1 + slope) ** since


def _interrupted(values, start=START, **options):
    return interrupt(_one(values, **options), start, seed=1)


def test_a_jump_and_a_faster_growth_are_found_to_the_digit():
    found = _interrupted(_broken(48, 24, 0.2, 0.05))
    assert (found.n_before, found.n_after) == (24, 24)
    assert found.level.size == pytest.approx(0.2)
    assert found.slope.size == pytest.approx(0.05)
    assert (found.level.interval.low, found.level.interval.high) == pytest.approx((0.2, 0.2))


def test_the_continued_line_is_the_growth_of_before():
    found = _interrupted(_broken(48, 24, -0.3, 0.0))
    assert found.table["fitted"].to_numpy() == pytest.approx(_broken(48, 24, -0.3, 0.0))
    assert found.table["continued"].isna().sum() == 24
    assert found.table["continued"].to_numpy()[24:] == pytest.approx(growing(48, 0.1)[24:])


def test_a_gap_and_a_season_do_not_bend_level_and_slope():
    values = _broken(48, 24, 0.2, 0.05) * np.exp(0.1 * np.cos(2 * np.pi * np.arange(48) / 12))
    values[[5, 30, 31]] = np.nan
    found = _interrupted(values)
    assert found.seasonal
    assert (found.n_before, found.n_after) == (23, 22)
    assert (found.level.size, found.slope.size) == pytest.approx((0.2, 0.05))


@pytest.mark.parametrize(
    ("values", "start", "reason"),
    [
        (growing(48, 0.1), None, "tidak mencatat tanggal mulai"),
        (growing(48, 0.1), "2022-12", "ada 11 bulan sebelum dan 37 bulan sejak itu"),
        (growing(30, 0.1), "2023-08", "ada 19 bulan sebelum dan 11 bulan sejak itu"),
        ([*growing(47, 0.1), 0.0], START, "nol atau negatif"),
        ([7.0] * 48, START, "sama pada setiap bulan"),
    ],
)
def test_it_is_refused_with_its_reason(values, start, reason):
    assert reason in str(_interrupted(values, start).reason)


def test_twelve_months_on_either_side_are_enough():
    assert _interrupted(_broken(24, 12, 0.5, 0.0), "2023-01").level.size == pytest.approx(0.5)


def test_a_jump_before_the_beginning_shows_at_the_placebo_date():
    # 36 months before: placebo dates are the months 12 to 24, the middle one is month 18
    noise = persistent(np.random.default_rng(3), 60, 0.2, 0.01)
    found = _interrupted(_broken(60, 18, 0.4, 0.0) * np.exp(noise), "2025-01")
    assert found.placebo.month == "2023-07"
    assert found.placebo.dates == 13
    assert found.placebo.level.clear
    assert found.placebo.level.size == pytest.approx(0.4, abs=0.05)
    assert found.placebo.as_large > 0


def test_a_jump_only_at_the_beginning_is_larger_than_at_every_placebo_date():
    noise = persistent(np.random.default_rng(3), 60, 0.2, 0.01)
    found = _interrupted(_broken(60, 36, 0.4, 0.0) * np.exp(noise), "2025-01")
    assert found.level.clear
    assert not found.placebo.level.clear
    assert (found.placebo.dates, found.placebo.as_large) == (13, 0)


def test_too_short_a_time_before_has_no_placebo_and_says_so():
    found = _interrupted(_broken(48, 23, 0.2, 0.0), "2023-12")
    assert "hanya 23 bulan sebelum kegiatan" in str(found.placebo.reason)


def test_checks_of_residuals_are_those_of_statsmodels_and_scipy():
    values = persistent(np.random.default_rng(6), 60, 0.6)
    model = segmented_model(np.arange(60), 30, seasonal=True, asked=LEVEL)
    left = values - model.design @ np.linalg.lstsq(model.design, values, rcond=None)[0]
    found = check_residuals(model, values)
    assert found.persistence == pytest.approx((left[1:] * left[:-1]).mean() / (left**2).mean())
    unforeseen = left[1:] - found.persistence * left[:-1]
    expected = acorr_ljungbox(unforeseen, lags=[found.lags], model_df=1)["lb_pvalue"].iloc[0]
    assert found.lags == 12
    assert found.pattern_p == pytest.approx(expected)
    assert found.normal_p == pytest.approx(jarque_bera(left).pvalue)


def test_a_pattern_beyond_persistence_is_told():
    every_third = np.tile([1.0, -0.5, -0.5], 20)
    noise = 0.05 * every_third + 0.01 * np.random.default_rng(1).standard_normal(60)
    assert _interrupted(_broken(60, 24, 0.1, 0.0) * np.exp(noise)).residuals.patterned
    calm = persistent(np.random.default_rng(1), 60, 0.5, 0.05)
    assert not _interrupted(_broken(60, 24, 0.1, 0.0) * np.exp(calm)).residuals.patterned


def _pair(own, other, **options):
    index = options.pop("index", None)
    table = pd.concat([series(own, name="harga_jahe"), series(other, name="harga_pasar", **options)])
    table["pembanding"] = table["seri"].map({"harga_jahe": "harga_pasar"})
    every = collect(table, index, None)
    return against(every[0], {one.name: one for one in every}, START, seed=1)


def test_what_both_series_went_through_is_not_in_their_ratio():
    shock = _broken(48, 24, 0.3, 0.1, before=0.2)
    own = 2 * shock * growing(48, 0.05, 1.0)
    both, only = _pair(own, shock), _pair(own * _broken(48, 24, 0.15, 0.0, before=0.0), shock)
    assert both.ratio.level.size == pytest.approx(0.0, abs=1e-9)
    assert only.ratio.level.size == pytest.approx(0.15)
    assert only.other == "harga_pasar"


def test_prices_cancel_out_of_the_ratio_of_two_amounts_of_rupiah():
    # the index covers a part of the months only, the ratio all of them
    found = _pair(_broken(48, 24, 0.2, 0.0), growing(48, 0.0), index=price_index(30, 0.5))
    assert (found.ratio.n_before, found.ratio.n_after) == (24, 24)
    assert found.before.size == pytest.approx(0.1)


def test_only_months_of_both_series_count():
    other = growing(48, 0.0)
    other[:6] = np.nan
    assert _pair(_broken(48, 24, 0.2, 0.0), other).ratio.n_before == 18


@pytest.mark.parametrize(("drift", "passes"), [(0.0, True), (0.4, False)])
def test_a_comparison_counts_only_where_the_two_went_together_before(drift, passes):
    noise = [persistent(np.random.default_rng(seed), 48, 0.3, 0.02) for seed in (1, 2)]
    own = _broken(48, 24, 0.3, 0.0, before=drift) * np.exp(noise[0])
    found = _pair(own, growing(48, 0.0) * np.exp(noise[1]))
    assert found.passes == passes
    assert found.before.clear != passes


def test_without_a_comparison_the_reason_says_which_column_to_fill():
    found = against(_one(growing(48, 0.1)), {}, START, seed=1)
    assert isinstance(found, NotEstimable)
    assert "kolom pembanding" in str(found.reason)


def test_figures_without_a_logarithm_have_no_ratio():
    other = growing(48, 0.0)
    other[7] = 0.0
    assert "nol atau negatif" in str(_pair(growing(48, 0.1), other).reason)


def test_every_series_is_studied_and_the_main_one_first():
    table = pd.concat([series(growing(48, 0.1), name="b"), series(growing(48, 0.1), name="harga_a")])
    result = trend.describe(table, start=pd.Timestamp("2024-01-15"))
    assert [one.series.name for one in result.studies] == ["harga_a", "b"]
    assert result.main_study.interruption.start == START
    assert trend.describe(series([])).main_study is None


def test_the_columns_of_the_model_are_those_asked():
    model = segmented_model(np.arange(30), 15, seasonal=False, asked=SLOPE)
    jump, slope = (
        statistics(segmented_model(np.arange(30), 15, seasonal=False, asked=asked), _line()[np.newaxis])[0][0]
        for asked in (LEVEL, SLOPE)
    )
    assert model.design.shape == (30, 4)
    assert (jump, slope) == pytest.approx((2.0, 12.0))


def _line():
    """1 a month; from month 15 on higher by 2 and growing by 1 a month more."""
    month = np.arange(30)
    return month + np.where(month >= 15, 2.0 + (month - 15), 0.0)


@pytest.mark.parametrize(
    ("count", "start", "persistence"),
    [
        (24, 12, 0.6),
        (36, 20, 0.0),
        (60, 40, 0.3),
        *[
            pytest.param(count, start, persistence, marks=pytest.mark.slow)
            for count, start in ((24, 12), (36, 20), (36, 12), (48, 12), (60, 40))
            for persistence in (0.0, 0.3, 0.6)
        ],
    ],
)
def test_the_level_is_covered_95_times_in_100_whatever_the_persistence(count, start, persistence):
    repeats, truth = 1000, 0.1
    random = np.random.default_rng(count)
    model = segmented_model(np.arange(count), start, seasonal=True, asked=LEVEL)
    covered = 0
    for _repeat in range(repeats):
        noise = persistent(random, count, persistence, 0.05)
        found = estimate(model, truth * (np.arange(count) >= start) + noise, seed=1)
        covered += found.interval.low <= truth <= found.interval.high
    # what covers the truth 94 to 96 times claims a jump that is none 4 to 6 times
    assert binom.ppf(RARE, repeats, 0.94) <= covered <= binom.ppf(1 - RARE, repeats, 0.96)


@pytest.mark.slow
@pytest.mark.parametrize(("count", "start"), [(36, 20), (60, 40)])
@pytest.mark.parametrize("persistence", [0.0, 0.3, 0.6])
def test_the_slope_is_covered_95_times_in_100_from_three_years_on(count, start, persistence):
    repeats, random = 1000, np.random.default_rng(count)
    model = segmented_model(np.arange(count), start, seasonal=True, asked=SLOPE)
    found = [
        estimate(model, persistent(random, count, persistence, 0.05), seed=1).interval for _ in range(repeats)
    ]
    covered = sum(one.low <= 0 <= one.high for one in found)
    assert binom.ppf(RARE, repeats, 0.93) <= covered <= binom.ppf(1 - RARE, repeats, 0.97)


def test_months_are_named_as_they_are_in_the_table():
    assert _interrupted(_broken(48, 24, 0.2, 0.0)).table["bulan"].tolist() == months("2022-01", 48)
