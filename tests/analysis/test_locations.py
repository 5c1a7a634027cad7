"""Districts side by side: published figures, hand-worked pools, and what must never be averaged."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from pasar_nb.analysis import locations
from pasar_nb.analysis.locations.pooling import weights
from pasar_nb.findings import NotEstimable

# Thirteen trials of BCG vaccine (Colditz et al. 1994): cases and others, vaccinated and not. The figures of
# their log risk ratios are those of R's metafor (Viechtbauer 2010): Q = 152.233, Paule-Mandel tau2 = 0.3181.
BCG = np.array(
    [
        *([4, 119, 11, 128], [6, 300, 29, 274], [3, 228, 11, 209], [62, 13536, 248, 12619]),
        *([33, 5036, 47, 5761], [180, 1361, 372, 1079], [8, 2537, 10, 619], [505, 87886, 499, 87892]),
        *([29, 7470, 45, 7232], [17, 1699, 65, 1600], [186, 50448, 141, 27197], [5, 2493, 3, 2338]),
        [27, 16886, 29, 17825],
    ],
    dtype=float,
)


def bcg() -> tuple[np.ndarray, np.ndarray]:
    a, b, c, d = BCG.T
    return np.log((a / (a + b)) / (c / (c + d))), np.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d))


def record(code: str, change: float = 0.1, error: float = 0.05, **more: object) -> dict[str, object]:
    low, high = math.expm1(change - 1.96 * error), math.expm1(change + 1.96 * error)
    row: dict[str, object] = {
        "code": code,
        "district": f"D{code}",
        "province": "P",
        "commodity": "Kopi",
        "outcome": "pendapatan_rt",
        "outcome_unit": "rupiah",
        "design": "did",
        "estimate": 100_000.0 * change,
        "low": 100_000.0 * (change - 1.96 * error),
        "high": 100_000.0 * (change + 1.96 * error),
        "n": 120,
        "relative_change": math.expm1(change),
        "relative_low": low,
        "relative_high": high,
        "log_change": change,
        "log_standard_error": error,
        "synthetic": True,
    }
    return row | more


def test_the_published_meta_analysis_is_reproduced() -> None:
    pooled = locations.pool(*bcg())
    assert pooled.tau**2 == pytest.approx(0.3181, abs=5e-5)
    assert math.log1p(pooled.mean) == pytest.approx(-0.7150, abs=5e-5)
    assert pooled.p_heterogeneity == pytest.approx(stats.chi2.sf(152.233, 12), rel=1e-3)
    assert pooled.heterogeneity == pytest.approx(1 - 12 / 152.233, abs=1e-4)


def test_equal_districts_give_their_common_change() -> None:
    pooled = locations.pool([0.2, 0.2, 0.2], [0.1, 0.1, 0.1])
    assert pooled.mean == pytest.approx(math.expm1(0.2))
    assert pooled.tau == 0
    # Without spread Hartung-Knapp alone would give an interval of no width; the usual variance stays.
    reach = stats.t.ppf(0.975, 2) * 0.1 / math.sqrt(3)
    assert pooled.low == pytest.approx(math.expm1(0.2 - reach))
    assert pooled.high == pytest.approx(math.expm1(0.2 + reach))


def test_the_prediction_interval_is_wider_than_that_of_the_mean() -> None:
    pooled = locations.pool([0.0, 0.2, 0.5, 0.1], [0.05, 0.05, 0.05, 0.05])
    assert pooled.prediction.low < pooled.low < pooled.mean < pooled.high < pooled.prediction.high


@pytest.mark.parametrize("count", [1, 2])
def test_too_few_districts_have_no_mean(count: int) -> None:
    assert isinstance(locations.pool([0.1] * count, [0.05] * count), NotEstimable)


def test_weights_are_those_of_the_mean() -> None:
    changes, errors = bcg()
    pooled = locations.pool(changes, errors)
    parts = weights(errors, pooled.tau)
    assert parts.sum() == pytest.approx(1)
    assert parts @ changes == pytest.approx(math.log1p(pooled.mean), abs=1e-6)


def test_what_is_not_comparable_is_never_averaged() -> None:
    rows = [
        record("3501"),
        record("3503", 0.3),
        record("1107", 0.2),
        record("7303", design="paired"),
        record("5208", outcome="pendapatan_usaha"),
        record("3205", synthetic=False),
    ]
    comparison = locations.compare(pd.DataFrame(rows))
    members = [set(one.table["code"]) for one in comparison.poolings]
    assert members[0] == {"1107", "3501", "3503"}
    assert sorted(map(len, members)) == [1, 1, 1, 3]
    assert all(isinstance(one.pool, NotEstimable) for one in comparison.poolings[1:])
    assert len(comparison.table) == 6


def test_arms_that_were_too_unlike_are_averaged_with_nothing() -> None:
    rows = [record("3501"), record("3503", claim="adjusted"), record("7303", claim="none")]
    comparison = locations.compare(pd.DataFrame(rows))
    assert set(comparison.poolings[0].table["code"]) == {"3501", "3503"}
    assert len(comparison.table) == 3


def test_a_district_without_an_estimate_is_named_with_its_reason() -> None:
    nothing = {"code": "1107", "district": "Aceh Barat", "reason": "Baru ada survei awal."}
    comparison = locations.compare(pd.DataFrame([record("3503"), nothing, {"code": "3326"}]))
    assert comparison.districts == 3
    assert list(comparison.absent["reason"]) == ["Baru ada survei awal.", ""]
    assert list(comparison.table["code"]) == ["3503"]


def test_no_record_at_all() -> None:
    comparison = locations.compare(pd.DataFrame())
    assert comparison.districts == 0
    assert comparison.poolings == ()
    assert comparison.table.empty and comparison.absent.empty


@pytest.mark.parametrize("tau", [0.0, 0.1, 0.3])
def test_the_interval_covers_the_true_mean_as_often_as_it_says(tau: float) -> None:
    rng = np.random.default_rng(7)
    runs, districts, truth = 500, 7, 0.15
    inside = 0
    for _run in range(runs):
        errors = rng.uniform(0.04, 0.12, districts)
        pooled = locations.pool(truth + rng.normal(0, tau, districts) + rng.normal(0, errors), errors)
        inside += pooled.low <= math.expm1(truth) <= pooled.high
    # Four standard errors of a binomial share; an interval that is never narrowed may cover more.
    assert inside / runs >= 0.95 - 4 * math.sqrt(0.95 * 0.05 / runs)


def test_the_prediction_interval_covers_a_further_district() -> None:
    rng = np.random.default_rng(8)
    runs, districts, tau, truth = 500, 10, 0.3, 0.15
    inside = 0
    for _run in range(runs):
        errors = rng.uniform(0.04, 0.12, districts)
        pooled = locations.pool(truth + rng.normal(0, tau, districts) + rng.normal(0, errors), errors)
        inside += pooled.prediction.low <= math.expm1(truth + rng.normal(0, tau)) <= pooled.prediction.high
    assert abs(inside / runs - 0.95) <= 4 * math.sqrt(0.95 * 0.05 / runs)
