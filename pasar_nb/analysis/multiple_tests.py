"""Probabilities of several tests, made larger so that chance finds are not taken for findings."""

from __future__ import annotations

import numpy as np

from pasar_nb.analysis.arrays import Floats


def holm(p_values: Floats) -> Floats:
    """Correct for several tests so that not even one is likely to be called clear by chance: Holm 1979.

    Parameters
    ----------
    p_values
        Shape (tests,); a missing one is no test, stays missing and does not count.
    """
    told, ordered, back = _ordered(p_values)
    steps = ordered * np.arange(len(ordered), 0, -1)
    return _placed(told, np.minimum(np.maximum.accumulate(steps), 1.0)[back])


def benjamini_hochberg(p_values: Floats) -> Floats:
    """Correct for several tests so that few of those called clear are so by chance: Benjamini, Hochberg 1995.

    Parameters
    ----------
    p_values
        As in `holm`.
    """
    told, ordered, back = _ordered(p_values)
    steps = ordered * len(ordered) / np.arange(1, len(ordered) + 1)
    return _placed(told, np.minimum(np.minimum.accumulate(steps[::-1])[::-1], 1.0)[back])


def _ordered(p_values: Floats) -> tuple[Floats, Floats, np.ndarray]:
    """Give the probabilities, those that are told from the least on, and the way back to their places."""
    given = np.asarray(p_values, dtype="float64")
    told = given[~np.isnan(given)]
    order = np.argsort(told, kind="stable")
    back = np.empty_like(order)
    back[order] = np.arange(len(order))
    return given, told[order], back


def _placed(given: Floats, corrected: Floats) -> Floats:
    placed = given.copy()
    placed[~np.isnan(given)] = corrected
    return placed
