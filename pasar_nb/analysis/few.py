"""Sums that few households make up: their mean, times how many there are, is what those few answered."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from pasar_nb.vocabulary import DOMINANCE_LIMIT, SUPPRESS_BELOW

Numbers: TypeAlias = npt.NDArray[np.floating[Any]]

_LARGEST = 2  # units that may hold most of a total: see `findings.GroupStatistics.dominance`


def level_held_by_few(values: Numbers) -> float:
    """Compute what share of the sum of sizes the two largest answers hold; 1 where few tell it all.

    That is where fewer than ten are not nought, and with nothing but noughts and ones also where fewer than
    ten are nought: of yes and no, the mean tells how many said what.

    Parameters
    ----------
    values
        Shape (households,): answers, none missing.
    """
    yes_or_no = bool(np.isin(values, (0.0, 1.0)).all())
    sides = (values, 1.0 - values) if yes_or_no else (values,)
    return max(_held(side, SUPPRESS_BELOW) for side in sides)


def level_told(values: Numbers) -> bool:
    """Tell whether the mean of answers would tell what a few households answered."""
    return level_held_by_few(values) > DOMINANCE_LIMIT


def change_held_by_few(change: Numbers) -> float:
    """Compute the same of the changes between two waves; 1 where `few_changed`."""
    return _held(change, _least(change))


def few_changed(change: Numbers) -> bool:
    """Tell whether fewer than ten numbers changed, or than half of fewer than twenty."""
    return bool(np.count_nonzero(change) < _least(change))


def change_told(change: Numbers) -> bool:
    """Tell whether the mean change would tell what a few households answered."""
    return change_held_by_few(change) > DOMINANCE_LIMIT


def shares_tell_few(*answers: Numbers) -> bool:
    """Tell whether of any group fewer than ten said yes, or no; of answers that are numbers never.

    The difference of two such shares, in standard deviations too, would tell how many said what.
    """
    if not all(np.isin(one, (0.0, 1.0)).all() for one in answers):
        return False
    yes = [int(np.count_nonzero(one)) for one in answers]
    return min(min(some, len(one) - some) for some, one in zip(yes, answers, strict=True)) < SUPPRESS_BELOW


def _least(change: Numbers) -> float:
    return min(SUPPRESS_BELOW, len(change) / 2)


def _held(values: Numbers, least: float) -> float:
    sizes = np.abs(values)
    counted = np.count_nonzero(sizes)
    if counted < least or counted <= _LARGEST:
        return 1.0
    at = int(sizes.argmax())
    second = max(sizes[:at].max(initial=0.0), sizes[at + 1 :].max(initial=0.0))  # sorts nothing
    return float((sizes[at] + second) / sizes.sum())
