"""Intervals of shares: published figures, groups as clusters, and how often they cover a known truth."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy.stats import beta, binom
from statsmodels.stats.proportion import proportion_confint

from pasar_nb.analysis.graduation.precision import proportion, spread, wilson

NORMAL = 1.959963984540054
# Newcombe 1998, Statistics in Medicine 17, table I, method 3 (score without continuity correction)
NEWCOMBE = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
]


@pytest.mark.parametrize(("hits", "n", "low", "high"), NEWCOMBE)
def test_wilson_reproduces_newcombe_1998(hits: int, n: int, low: float, high: float) -> None:
    found = wilson(hits / n, n, NORMAL)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize("hits", [0, 1, 7, 20])
def test_wilson_is_that_of_statsmodels(hits: int) -> None:
    found = wilson(hits / 20, 20, NORMAL)
    assert (found.low, found.high) == pytest.approx(proportion_confint(hits, 20, method="wilson"))


def _spread(hits: list[int], groups: str) -> dict[str, float]:
    return spread(pd.Series(hits, dtype=bool), pd.Series(list(groups)))


def test_the_design_effect_of_groups_that_are_all_alike_by_hand() -> None:
    # share 1/2; group totals of deviations +1 and -1 (two households each)
    # clustered: 2/1 x (1 + 1) = 4, simple: 4/3 x (4 x 1/4) = 4/3; 4 / (4/3) = 3
    assert _spread([1, 1, 0, 0], "aabb") == {"design_effect": 3.0, "clusters": 2.0}


def test_groups_as_mixed_as_chance_have_no_effect() -> None:
    assert _spread([1, 0, 1, 0], "aabb") == {"design_effect": 1.0, "clusters": 2.0}


def test_single_households_are_a_simple_sample() -> None:
    assert _spread([1, 0, 1, 0, 1], "abcde") == {"design_effect": 1.0, "clusters": 5.0}


def test_one_group_stands_for_its_households() -> None:
    assert _spread([1, 0, 1], "aaa") == {"design_effect": 1.0, "clusters": 3.0}


def test_alike_groups_make_the_interval_wider() -> None:
    row = {"hits": 20, "n": 50, "clusters": 12.0}
    narrow = proportion({**row, "design_effect": 1.0}, "hits", "n").interval
    wide = proportion({**row, "design_effect": 2.5}, "hits", "n").interval
    assert wide.low < narrow.low < 0.4 < narrow.high < wide.high


HIDDEN = {
    "few": {"hits": "<10", "n": 50},
    "withheld": {"hits": 20, "n": "*"},
    "missing": {"hits": None, "n": 50},
    "nobody": {"hits": 0, "n": 0},
}


@pytest.mark.parametrize("row", HIDDEN.values(), ids=HIDDEN.keys())
def test_a_hidden_count_has_no_share(row: dict[str, object]) -> None:
    assert proportion(row, "hits", "n") is None


def test_fewer_than_ten_households_have_no_interval() -> None:
    precision = {"design_effect": 1.0, "clusters": 9.0}
    assert proportion({"hits": 3, "n": 9, **precision}, "hits", "n").interval is None
    assert proportion({"hits": 3, "n": 10, **precision}, "hits", "n").interval is not None


DRAWS = 2_000


@pytest.mark.parametrize(("alike", "truth"), [(0.0, 0.3), (0.1, 0.3), (0.2, 0.15)])
def test_the_interval_covers_the_truth_as_often_as_it_says(alike: float, truth: float) -> None:
    """Fourteen groups of nine households; `alike` is their intraclass correlation."""
    random = np.random.default_rng(20_261_121)
    groups, size = 14, 9
    names = pd.Series(np.repeat(np.arange(groups), size).astype(str))
    strength = (1 - alike) / alike if alike else np.inf
    covered = 0
    for _draw in range(DRAWS):
        chances = (
            beta.rvs(truth * strength, (1 - truth) * strength, size=groups, random_state=random)
            if alike
            else np.full(groups, truth)
        )
        hits = pd.Series(random.random(groups * size) < np.repeat(chances, size))
        row = {"hits": int(hits.sum()), "n": len(hits), **spread(hits, names)}
        interval = proportion(row, "hits", "n").interval
        covered += interval.low <= truth <= interval.high
    # 93 to 98 per cent, with room for the chance of two thousand draws; a floor of one on the design effect
    # makes intervals of independent households a little wide
    low, high = binom.ppf([0.001, 0.999], DRAWS, [0.93, 0.98])
    assert low <= covered <= high
