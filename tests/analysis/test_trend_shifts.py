"""Shifts found without a date: where they are known, and hardly ever where there are none."""

import json
from pathlib import Path

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import binom
from trend_cases import growing, persistent, series

from pasar_nb.analysis import trend
from pasar_nb.analysis.trend.break_results import Shift
from pasar_nb.analysis.trend.breaks import find_shifts, shifts_of
from pasar_nb.analysis.trend.series import collect

RARE = 1e-3  # probability with which a right search would fail a test
PUBLISHED = json.loads((Path(__file__).parents[1] / "reference" / "series_statsmodels.json").read_text())


def _shifts(values, start=None):
    (one,) = collect(series(values), None, None)
    return find_shifts(one, start, seed=1)


def _noise(count=60, seed=2, spread=0.02, persistence=0.3):
    return np.exp(persistent(np.random.default_rng(seed), count, persistence, spread))


def test_the_fall_of_the_nile_is_dated_as_published():
    published = PUBLISHED["nile"]
    flow = sm.datasets.nile.load_pandas().data["volume"].to_numpy()
    ((place, rose),) = shifts_of(np.log(flow), np.arange(len(flow)), seed=1)
    assert published["first_year"] + place == published["first_of_new_level"]
    assert rose == published["rose"]


def test_the_cycle_and_growth_of_carbon_dioxide_are_as_published():
    published = PUBLISHED["co2"]
    monthly = sm.datasets.co2.load_pandas().data["co2"].resample("MS").mean()
    decade = monthly[published["first"] : published["last"]].to_numpy()
    result = trend.describe(series(decade, published["first"], unit="ppm"))
    assert result.season.peak == published["peak"]
    assert result.season.low in published["low"]
    assert result.season.clear
    per_year = result.main.slope.per_year * decade.mean()
    assert per_year == pytest.approx(published["ppm_per_year"], abs=published["tolerance"])


@pytest.mark.parametrize(("jump", "rose"), [(0.3, True), (-0.3, False)])
def test_a_jump_is_found_in_its_month_with_its_direction(jump, rose):
    values = growing(60, 0.08) * _noise() * np.where(np.arange(60) >= 25, 1 + jump, 1.0)
    assert _shifts(values).found == (Shift("2024-02", rose),)


def test_growth_and_season_are_no_shift():
    season = np.exp(0.2 * np.cos(2 * np.pi * np.arange(60) / 12))
    assert _shifts(growing(60, 0.3) * season * _noise()).found == ()


@pytest.mark.parametrize(
    ("start", "distance"), [("2024-02", 0), ("2024-04", -2), ("2023-11", 3), (None, None)]
)
def test_the_distance_to_the_beginning_is_counted_in_months(start, distance):
    values = growing(60, 0.0) * _noise() * np.where(np.arange(60) >= 25, 1.3, 1.0)
    assert _shifts(values, start).distance == distance


def test_less_than_four_years_are_not_searched():
    assert "hanya 47 bulan" in str(_shifts(growing(47, 0.1)).reason)


@pytest.mark.parametrize(
    ("count", "persistence"),
    [
        (60, 0.5),
        *[pytest.param(*case, marks=pytest.mark.slow) for case in ((48, 0.0), (48, 0.6), (60, 0.8))],
    ],
)
def test_a_series_that_merely_persists_shifts_five_times_in_a_hundred(count, persistence):
    random, repeats, months = np.random.default_rng(8), 600, np.arange(count)
    alarms = sum(
        bool(shifts_of(persistent(random, count, persistence), months, seed=1)) for _repeat in range(repeats)
    )
    assert binom.ppf(RARE, repeats, 0.035) <= alarms <= binom.ppf(1 - RARE, repeats, 0.065)


def test_the_usual_penalty_would_find_shifts_in_most_series_that_persist():
    # why the penalty is simulated: the usual one is twice the logarithm of the months, times their variance
    import ruptures

    random, found = np.random.default_rng(8), 0
    for _repeat in range(50):
        values = persistent(random, 60, 0.8)
        search = ruptures.Pelt(model="l2", min_size=8, jump=1).fit(values)
        found += len(search.predict(pen=2 * np.log(60) * values.var())) > 1
    assert found > 25
