"""Forecasts: the method against statsmodels, shown only where it beats the naive one; its intervals."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom
from statsmodels.tsa.forecasting.theta import ThetaModel
from trend_cases import growing, persistent, series

from pasar_nb.analysis.trend.forecast import forecast
from pasar_nb.analysis.trend.forecast_results import Forecast, NoForecast
from pasar_nb.analysis.trend.series import collect
from pasar_nb.analysis.trend.theta import theta


def _forecast(values, **options):
    (one,) = collect(series(values, **options), None, None)
    return forecast(one)


def _noise(count, seed=2, spread=0.05, persistence=0.5):
    return np.exp(persistent(np.random.default_rng(seed), count, persistence, spread))


@pytest.mark.parametrize("seed", range(3))
def test_the_method_is_the_theta_of_statsmodels(seed):
    walk = 3 + 0.05 * np.random.default_rng(seed).standard_normal(48).cumsum()
    dated = pd.Series(walk, index=pd.date_range("2020-01", periods=48, freq="MS"))
    theirs = ThetaModel(dated, deseasonalize=False).fit().forecast(6, theta=2).to_numpy()
    ours = theta(walk, [48], 6)
    assert not ours.seasonal[0]
    # ours tries twenty weights, theirs all of them
    assert ours.values[0] == pytest.approx(theirs, abs=0.02)


def test_forecasts_from_several_origins_are_those_from_each_alone():
    values = np.log(growing(50, 0.1) * _noise(50))
    together = theta(values, [24, 31, 44], 6)
    for row, known in enumerate((24, 31, 44)):
        alone = theta(values[:known], [known], 6)
        assert together.values[row] == pytest.approx(alone.values[0])
        assert together.spread[row] == pytest.approx(alone.spread[0])


def test_a_season_goes_on_in_the_forecast():
    season = np.exp(0.2 * np.cos(2 * np.pi * np.arange(66) / 12))
    values = growing(66, 0.0) * season * _noise(66, spread=0.01)
    found = _forecast(values[:54])
    assert found.seasonal
    assert found.table["value"].to_numpy() == pytest.approx(values[54:60], rel=0.05)


def test_errors_and_origins_are_counted_by_hand():
    # 36 months, horizon 6: origins 24 to 30. A steady rise of 10 a month: last year's figure is 120 too low
    found = _forecast(100.0 + 10 * np.arange(36))
    tested = found.backtest
    assert (tested.origins, tested.horizon, tested.tested) == (7, 6, 42)
    assert tested.naive_mase == pytest.approx(120 / 120)
    assert tested.better == 7


@pytest.mark.parametrize(("count", "horizon"), [(36, 6), (59, 6), (60, 12)])
def test_a_whole_year_is_forecast_from_five_years_on(count, horizon):
    found = _forecast(growing(count, 0.2) * _noise(count, spread=0.01))
    assert len(found.table) == found.backtest.horizon == horizon
    assert found.table["bulan"].iloc[0] == str(pd.Period("2022-01", "M") + count)


def test_what_the_same_month_a_year_before_tells_as_well_is_not_shown():
    # the same odd year again and again: nothing beats looking a year back
    year = np.exp(0.3 * np.random.default_rng(1).standard_normal(12))
    found = _forecast(1000 * np.tile(year, 5) * np.exp(0.001 * np.arange(60)))
    assert isinstance(found, NoForecast)
    assert found.backtest.mase > found.backtest.naive_mase


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (growing(35, 0.1), "hanya 35 bulan"),
        ([*growing(40, 0.1), 0.0], "nol atau negatif"),
        ([*growing(30, 0.1), np.nan, np.nan, np.nan, *growing(12, 0.1)], "terlalu banyak bulan kosong"),
    ],
)
def test_it_is_refused_with_its_reason(values, reason):
    assert reason in str(_forecast(values).reason)


def test_an_interval_that_held_too_few_of_the_past_is_widened():
    # calm years, then a rough one: the interval learnt from the calm ones is too narrow
    rough = np.concatenate([_noise(40, spread=0.01), _noise(20, seed=3, spread=0.3, persistence=0.0)])
    found = _forecast(growing(60, 0.3) * rough)
    assert isinstance(found, Forecast)
    assert found.backtest.covered < 0.9
    assert found.widened > 1.2


@pytest.mark.parametrize("persistence", [pytest.param(0.0, marks=pytest.mark.slow), 0.5])
def test_intervals_hold_about_95_in_a_hundred_of_what_comes(persistence):
    random, held = np.random.default_rng(4), []
    for _repeat in range(80):
        season = 0.1 * np.cos(2 * np.pi * np.arange(54) / 12)
        values = growing(54, 0.05) * np.exp(season + persistent(random, 54, persistence, 0.05))
        found = _forecast(values[:48])
        if isinstance(found, Forecast):
            held.append(found.table["low"].iloc[0] <= values[48] <= found.table["high"].iloc[0])
    assert len(held) > 40
    assert binom.ppf(1e-3, len(held), 0.92) <= sum(held) <= binom.ppf(1 - 1e-3, len(held), 0.98)


def test_the_same_series_gives_the_same_forecast():
    values = growing(48, 0.2) * _noise(48)
    pd.testing.assert_frame_equal(_forecast(values).table, _forecast(values).table)
