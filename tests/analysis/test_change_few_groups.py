"""Few groups beside many households without one: what the bootstrap costs, and what its estimate can find."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from pasar_nb.analysis.change import Design, Estimate, estimate
from pasar_nb.analysis.change.bootstrap import WildBootstrap, draw_weights
from pasar_nb.findings import NotEstimable

MEBIBYTE = 2**20
POWER, TIMES = (0.76, 0.84), 400  # what "80 per cent" may truly be, with so few groups


def arms(own: list[int], others: list[int], alike: float, random: np.random.Generator) -> tuple:
    """Changes of arms of whole groups, the same on average; without a second arm those of participants."""
    sizes = [*own, *others]
    groups = np.repeat(np.arange(len(sizes)), sizes)
    change = random.normal(0, np.sqrt(alike), len(sizes))[groups]
    change = change + random.normal(0, np.sqrt(1 - alike), len(groups))
    if not others:
        return Design(change, np.ones(len(groups)), np.empty((len(groups), 0))), groups
    return Design(change, (groups < len(own)).astype(float), np.ones((len(groups), 1))), groups


def test_weights_drawn_in_parts_are_those_drawn_at_once() -> None:
    parts = list(draw_weights(150, 4_001, seed=3))
    assert len(parts) > 1
    choices = np.sqrt([0.5, 1.0, 1.5])
    once = np.random.default_rng(3).choice(np.concatenate([-choices, choices]), size=(150, 4_001))
    assert np.array_equal(np.concatenate(parts), once)


def test_with_thousands_of_groups_the_test_is_that_of_its_definition() -> None:
    """Of a mean: residuals of the hypothesis times weights, and the error of their own mean."""
    design, groups = arms([15] * 8 + [1] * 3_000, [], 0.2, np.random.default_rng(1))
    drawn = WildBootstrap.of(design.outcome, design.regressor, design.others, groups, draws=199, seed=7)
    value, sizes = 0.03, np.bincount(groups)
    sums = np.bincount(groups, weights=design.outcome - value)
    weights = np.concatenate(list(draw_weights(199, len(sizes), seed=7)))
    means = weights @ sums / len(groups)
    spread = ((weights * sums - np.outer(means, sizes)) ** 2).sum(axis=1)
    left = np.bincount(groups, weights=design.outcome - design.outcome.mean())
    observed = (design.outcome.mean() - value) ** 2 / (left**2).sum()
    as_far = (means**2 / spread >= observed).sum()
    assert drawn.p_value(value) == pytest.approx((1 + as_far) / 200)


def test_thousands_of_households_without_a_group_take_no_memory_by_pairs() -> None:
    """A table of groups by groups alone would take 69 MiB."""
    design, groups = arms([15] * 8, [1] * 3_000, 0.2, np.random.default_rng(2))
    tracemalloc.start()
    try:
        found = estimate(design, groups, draws=199, seed=1)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(found, Estimate)
    assert found.clusters == 3_008
    assert peak < 40 * MEBIBYTE


@pytest.mark.parametrize(
    ("own", "others"),
    [([20] * 5, [1] * 90), ([5] * 4 + [10] * 2 + [20, 60], [])],
    ids=["5 groups against 90 ungrouped", "participants in 8 groups, one by far the largest"],
)
def test_what_is_called_detectable_is_found_four_times_of_five(own: list[int], others: list[int]) -> None:
    """Power at the mean of what was called detectable: an effect shifts the interval by its own size."""
    random, alike = np.random.default_rng(6), 0.2 if not others else 0.1
    found = [estimate(*arms(own, others, alike, random), draws=199, seed=seed) for seed in range(TIMES)]
    told = [one for one in found if isinstance(one, Estimate)]
    assert {one.method for one in told} == {"wild"}
    effect = np.mean([one.detectable for one in told])
    power = np.mean([one.low + effect > 0 for one in told])
    low, high = (
        share + way * 3 * np.sqrt(share * (1 - share) / TIMES)
        for share, way in zip(POWER, (-1, 1), strict=True)
    )
    assert low <= power <= high


def test_arms_of_four_groups_are_not_compared_but_those_of_five_are() -> None:
    random = np.random.default_rng(8)
    four, five = (estimate(*arms([20] * count, [1] * 40, 0.2, random), draws=99, seed=1) for count in (4, 5))
    assert isinstance(four, NotEstimable)
    assert "kurang dari 5 kelompok" in str(four.reason)
    assert isinstance(five, Estimate)
