"""The checks of a comparison keep their size, and bounds under unequal loss cover, with few groups.

Bounds of what a simulation may find are those of `test_change_calibration`: three of its standard errors.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from scipy.stats import binom
from test_change_calibration import DRAWS, EFFECT, allowed, compared_design, groups_of

from pasar_nb.analysis.change import Estimate, estimate
from pasar_nb.analysis.change.check_results import ArmsTest, LeeBounds
from pasar_nb.analysis.change.effects import Drawing
from pasar_nb.analysis.change.lee_bounds import bounds_of
from pasar_nb.analysis.change.permutation import arms_apart

ALIKE = 0.2  # correlation within groups
SURE = 0.999  # so seldom may a right test fail here
QUICK, LONG = 150, pytest.param(2_000, marks=pytest.mark.slow)

ARMS: dict[str, tuple[Sequence[int], Sequence[int]]] = {
    "4 and 4 groups": ([15] * 4, [15] * 4),
    "8 and 6 groups": ([15] * 8, [15] * 6),
    "5 and 10 groups of unlike size": ([8, 10, 12, 14, 16], [6, 8, 9, 10, 12] * 2),
    "15 and 15 groups": ([8] * 15, [8] * 15),
    "40 and 1,100 households": ([1] * 40, [1] * 1_100),
}
every_arms = pytest.mark.parametrize("sizes", ARMS.values(), ids=ARMS.keys())
often = pytest.mark.parametrize("times", [QUICK, LONG])


def traits_of(random: np.random.Generator, groups: np.ndarray, number: int) -> np.ndarray:
    """Characteristics that go together, within groups and with each other; the last is yes or no."""
    shared = random.normal(0, np.sqrt(ALIKE), (groups.max() + 1, number))[groups]
    own = shared + random.normal(0, np.sqrt(1 - ALIKE), (len(groups), number))
    together = own + own.mean(axis=1, keepdims=True)
    together[:, -1] = together[:, -1] > 0.5 if number > 1 else together[:, -1]
    return together


def rejections(times: int, groups: np.ndarray, arms: Sequence[np.ndarray], number: int) -> int:
    random = np.random.default_rng(11)
    found = [
        arms_apart(traits_of(random, groups, number), arms[seed % len(arms)], groups, Drawing(DRAWS, seed))
        for seed in range(times)
    ]
    assert all(isinstance(one, ArmsTest) for one in found)
    return sum(one.rejected for one in found if isinstance(one, ArmsTest))


@often
@every_arms
@pytest.mark.parametrize("number", [pytest.param(1, marks=pytest.mark.slow), 6])
def test_without_difference_few_tests_find_one(
    sizes: tuple[Sequence[int], Sequence[int]], number: int, times: int
) -> None:
    own, others = sizes
    groups = groups_of([*own, *others])
    found = rejections(times, groups, [(groups < len(own)).astype(float)], number)
    assert found <= binom.ppf(SURE, times, 0.06)
    # four and four groups can be dealt in 70 ways only: no probability lies between 2 and 4 of 70
    assert found >= binom.ppf(1 - SURE, times, 0.02)


@often
@pytest.mark.parametrize("number", [1, 6])
def test_without_difference_few_tests_find_one_where_groups_are_mixed(number: int, times: int) -> None:
    random = np.random.default_rng(2)
    groups = groups_of([15] * 9)
    arms = [(random.random(len(groups)) < 0.5).astype(float) for _time in range(20)]
    found = rejections(times, groups, arms, number)
    assert binom.ppf(1 - SURE, times, 0.03) <= found <= binom.ppf(SURE, times, 0.07)


@often
@pytest.mark.parametrize(
    "sizes",
    [([12] * 8, [12] * 8), ([8, 10, 12, 14, 16, 9, 11, 13], [6, 8, 9, 10, 12] * 3), ([10] * 15, [6, 14] * 5)],
    ids=["8 and 8", "8 and 15 of unlike size", "15 and 10 of unlike size"],
)
def test_differences_of_changes_cover_and_seldom_find_what_is_not_there(
    sizes: tuple[list[int], list[int]], times: int
) -> None:
    draw, random = compared_design(*sizes, ALIKE), np.random.default_rng(5)
    covered = found = 0
    for seed in range(times):
        design, groups = draw(random, EFFECT)
        one = estimate(design, groups, draws=DRAWS, seed=seed)
        assert isinstance(one, Estimate)
        covered += one.low <= EFFECT <= one.high
        design, groups = draw(random, 0.0)
        none = estimate(design, groups, draws=DRAWS, seed=seed)
        assert isinstance(none, Estimate)
        found += none.significant
    low, high = allowed(times)
    assert low <= covered / times <= high
    assert 1 - high <= found / times <= 1 - low


@often
@pytest.mark.parametrize("shift", [0.0, 30.0], ids=["lost at random", "lost were the most extreme"])
@pytest.mark.parametrize("sizes", [([15] * 8, [15] * 8), ([8, 10, 12, 14, 16], [6, 8, 9, 10, 12] * 2)])
def test_bounds_under_unequal_loss_hold_the_truth(
    sizes: tuple[list[int], list[int]], shift: float, times: int
) -> None:
    """A fifth of the arms is kept only among participants; in the worst case it lies far above the rest."""
    groups, random = groups_of([*sizes[0], *sizes[1]]), np.random.default_rng(8)
    arm = (groups < len(sizes[0])).astype(float)
    covered = 0
    for _time in range(times):
        change = EFFECT * arm + random.normal(0, np.sqrt(0.1), groups.max() + 1)[groups]
        change = change + random.normal(0, np.sqrt(0.9), len(groups))
        stays = random.random(len(groups))
        change = np.where((stays >= 0.7) & (stays < 0.9), change + shift, change)
        kept = stays < np.where(arm == 1, 0.9, 0.7)
        found = bounds_of(np.where(kept, change, np.nan), arm, groups)
        assert isinstance(found, LeeBounds)
        covered += found.interval_low <= EFFECT <= found.interval_high
    assert covered >= binom.ppf(1 - SURE, times, 0.93)
