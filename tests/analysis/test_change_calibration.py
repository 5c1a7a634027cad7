"""Intervals hold what they promise: simulations with a known truth, within bounds of their own error.

An interval of 95 per cent may truly cover 93 to 97 (the bootstrap with few groups is no more exact than
that); what a simulation finds may miss these by three standard errors of the simulation.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from change_cases import assess, panel

from pasar_nb import demo
from pasar_nb.analysis.change import Comparison, Design, Estimate, PairedChange, estimate
from pasar_nb.demo.places import PACITAN

TIMES = 1_000
DRAWS = 299
TRULY = (0.93, 0.97)
EFFECT = 1.0


def allowed(times: int) -> tuple[float, float]:
    low, high = TRULY
    slack = [3 * np.sqrt(share * (1 - share) / times) for share in TRULY]
    return low - slack[0], high + slack[1]


def groups_of(sizes: list[int]) -> np.ndarray:
    return np.repeat(np.arange(len(sizes)), sizes)


def paired_design(sizes: list[int], alike: float) -> Callable[[np.random.Generator, float], tuple]:
    """Changes of participants who are alike within groups."""
    groups = groups_of(sizes)

    def draw(random: np.random.Generator, effect: float) -> tuple[Design, np.ndarray]:
        noise = random.normal(0, np.sqrt(alike), len(sizes))[groups]
        change = effect + noise + random.normal(0, np.sqrt(1 - alike), len(groups))
        return Design(change, np.ones(len(groups)), np.empty((len(groups), 0))), groups

    return draw


def compared_design(own: list[int], others: list[int], alike: float, skewed: bool = False):
    """Changes of two arms, each of whole groups."""
    groups = groups_of([*own, *others])
    arm = (groups < len(own)).astype(float)

    def draw(random: np.random.Generator, effect: float) -> tuple[Design, np.ndarray]:
        noise = random.exponential(1, len(groups)) - 1 if skewed else random.normal(0, 1, len(groups))
        shared = random.normal(0, np.sqrt(alike), len(own) + len(others))[groups]
        change = effect * arm + shared + np.sqrt(1 - alike) * noise
        return Design(change, arm, np.ones((len(groups), 1))), groups

    return draw


DESIGNS = {
    "participants in 8 groups": paired_design([15] * 8, 0.1),
    "participants in 11 groups of unlike size": paired_design(
        [4, 5, 6, 8, 8, 10, 10, 12, 12, 15, 18, 20], 0.2
    ),
    "participants in 40 groups": paired_design([5] * 40, 0.2),
    "participants in 5 groups of unlike size": paired_design([10, 15, 20, 30, 45], 0.2),
    "participants in 8 groups, one of them by far the largest": paired_design(
        [5] * 4 + [10] * 2 + [20, 60], 0.2
    ),
    "arms of 8 and 6 groups": compared_design([15] * 8, [15] * 6, 0.1),
    "arms of 5 and 9 groups of unlike size": compared_design([8, 10, 12, 14, 16], [6, 8, 9, 10, 12] * 2, 0.2),
    "arms of 35 groups, skewed changes": compared_design([5] * 35, [5] * 35, 0.2, skewed=True),
}


def incomes(random: np.random.Generator, groups: np.ndarray, alike: float) -> np.ndarray:
    """Changes of heavy-tailed (lognormal) incomes, none on average, with shocks alike within groups."""
    lasting, count = random.normal(0, 0.6, len(groups)), int(groups.max()) + 1
    shared = random.normal(0, np.sqrt(alike), count)[groups]
    shock = shared + random.normal(0, np.sqrt(1 - alike), len(groups))
    first = random.normal(0, 1, len(groups))
    change: np.ndarray = np.exp(lasting + 0.45 * shock) - np.exp(lasting + 0.45 * first)
    return change


def skewed_growth(random: np.random.Generator, n: int) -> np.ndarray:
    """Growth in proportion to lognormal incomes: a few households change by far the most; truly 0.33."""
    growth = 0.15 + 0.4 * random.normal(0, 1, n)
    change: np.ndarray = np.exp(random.normal(0, 0.7, n)) * np.expm1(growth)
    return change


def one_mean(change: np.ndarray, groups: np.ndarray | None, seed: int) -> Estimate:
    found = estimate(
        Design(change, np.ones(len(change)), np.empty((len(change), 0))), groups, draws=DRAWS, seed=seed
    )
    assert isinstance(found, Estimate)
    return found


def simulate(draw: Callable, effect: float) -> list[Estimate]:
    random = np.random.default_rng(2_026)
    found = []
    for seed in range(TIMES):
        design, groups = draw(random, effect)
        one = estimate(design, groups, draws=DRAWS, seed=seed)
        assert isinstance(one, Estimate)
        found.append(one)
    return found


@pytest.mark.parametrize("draw", DESIGNS.values(), ids=DESIGNS.keys())
def test_intervals_cover_the_true_change(draw: Callable) -> None:
    found = simulate(draw, EFFECT)
    covered = np.mean([one.low <= EFFECT <= one.high for one in found])
    low, high = allowed(TIMES)
    assert low <= covered <= high


@pytest.mark.parametrize("name", ["participants in 8 groups", "arms of 8 and 6 groups"])
def test_no_effect_is_called_one_in_one_case_of_twenty(name: str) -> None:
    found = simulate(DESIGNS[name], 0.0)
    low, high = allowed(TIMES)
    assert 1 - high <= np.mean([one.significant for one in found]) <= 1 - low


@pytest.mark.parametrize("sizes", [[8, 10, 20, 30, 40, 60], [5, 8, 10, 12, 15, 20, 30, 50]], ids=["6", "8"])
def test_heavy_tailed_incomes_in_few_groups_are_called_changed_one_time_in_twenty(sizes: list[int]) -> None:
    random, groups = np.random.default_rng(21), groups_of(sizes)
    found = [one_mean(incomes(random, groups, 0.2), groups, seed) for seed in range(TIMES)]
    low, high = allowed(TIMES)
    assert 1 - high <= np.mean([one.significant for one in found]) <= 1 - low


@pytest.mark.parametrize("n", [12, 300])
def test_heavy_tailed_incomes_without_groups_are_called_changed_one_time_in_twenty(n: int) -> None:
    random = np.random.default_rng(22)
    found = [one_mean(incomes(random, np.arange(n), 0.2), None, 1) for _time in range(TIMES)]
    low, high = allowed(TIMES)
    assert 1 - high <= np.mean([one.significant for one in found]) <= 1 - low


@pytest.mark.parametrize(("n", "least"), [(12, 0.86), (30, 0.89), (300, TRULY[0])])
def test_growth_that_few_households_carry_is_covered_from_hundreds_of_households_on(
    n: int, least: float
) -> None:
    """With a dozen the tail is not in the data, and no interval built on them can know of it.

    The interval then covers some 90 per cent. The report shows the change without outliers and the test of
    ranks beside it, and calls fewer than 30 households a small sample.
    """
    random, true = np.random.default_rng(23), np.exp(0.245) * np.expm1(0.15 + 0.08)
    found = [one_mean(skewed_growth(random, n), None, 1) for _time in range(TIMES)]
    covered = np.mean([one.low <= true <= one.high for one in found])
    slack = 3 * np.sqrt(least * (1 - least) / TIMES)
    assert least - slack <= covered <= allowed(TIMES)[1]


def test_without_groups_the_interval_covers_even_with_unequal_arms() -> None:
    """Ten noisy households against forty quiet ones: a pooled variance would cover far too seldom."""
    random = np.random.default_rng(7)
    arm = np.repeat([1.0, 0.0], [10, 40])
    covered = 0
    for _time in range(TIMES):
        change = EFFECT * arm + random.normal(0, 1, 50) * np.where(arm == 1, 3.0, 1.0)
        one = estimate(Design(change, arm, np.ones((50, 1))), None, draws=99, seed=1)
        assert isinstance(one, Estimate)
        covered += one.low <= EFFECT <= one.high
    low, high = allowed(TIMES)
    assert low <= covered / TIMES <= high


def test_groups_must_be_heeded() -> None:
    """The same data taken as independent households: what the clustered interval is for."""
    random, draw = np.random.default_rng(9), compared_design([15] * 8, [15] * 6, 0.2)
    covered = 0
    for _time in range(300):
        design, _groups = draw(random, EFFECT)
        one = estimate(design, None, draws=99, seed=1)
        assert isinstance(one, Estimate)
        covered += one.low <= EFFECT <= one.high
    assert covered / 300 < allowed(300)[0]


def test_without_comparison_the_change_holds_more_than_the_effect() -> None:
    """Pacitan has no comparison group: what is found is effect, growth and prices together."""
    drawn = demo.draw_district(PACITAN, seed=1)
    found = assess(drawn.tables["rumah_tangga"], drawn.tables["survei"], prices=drawn.tables["ihk"])
    assert isinstance(found.paired, PairedChange)
    assert not isinstance(found.comparison, Comparison)
    assert found.design == "paired"


def test_a_panel_of_one_group_counts_households_as_independent() -> None:
    random = np.random.default_rng(1)
    before = random.normal(1_000, 100, 30)
    alone = assess(*panel(before, before + random.normal(50, 60, 30), groups=["K1"] * 30)).paired
    assert isinstance(alone, PairedChange)
    assert (alone.estimate.method, alone.estimate.clusters) == ("independent", 1)
