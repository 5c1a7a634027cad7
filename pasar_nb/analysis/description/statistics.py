"""Statistics of many groups at once: one sort per measure, after which every grouping costs a pass."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.vocabulary import SUPPRESS_BELOW

Whole: TypeAlias = npt.NDArray[np.integer[Any]]
"""Number of the group of every answer, -1 for none."""

LEAST_FOR_MODE = SUPPRESS_BELOW  # an answer of fewer is no usual one, and is theirs alone
_LARGEST = 2  # units that may hold most of a total: see `findings.GroupStatistics.dominance`


@dataclass(frozen=True, slots=True)
class Segments:
    """Answers sorted by group and, within it, by size.

    Attributes
    ----------
    values
        Shape (answers,).
    start, n
        Shape (groups,): where each begins, and how many answers it has.
    """

    values: Floats
    start: Whole
    n: Whole

    def quantile(self, probability: float) -> Floats:
        """Compute a quantile of every group, between two answers in proportion; NaN where there is none."""
        place = np.maximum(self.n - 1, 0) * probability
        below = np.floor(place).astype(np.intp)
        above = np.minimum(below + 1, np.maximum(self.n - 1, 0))
        low, high = self._at(below), self._at(above)
        return low + (high - low) * (place - below)

    def total(self, of: Floats) -> Floats:
        """Sum something by group."""
        found, there = np.zeros(len(self.n)), self.n > 0
        found[there] = np.add.reduceat(of, self.start[there]) if there.any() else 0.0
        return found

    def mean(self) -> Floats:
        """Average by group."""
        return _ratio(self.total(self.values), self.n)

    def deviation(self) -> Floats:
        """Compute the standard deviation of the sample by group; NaN below two answers."""
        apart = self.values - np.repeat(self.mean(), self.n)
        return np.sqrt(_ratio(self.total(apart**2), self.n - 1))

    def told_by_few(self) -> Floats:
        """Compute what share of the sum of sizes the two largest answers hold; 1 where few tell it all.

        That is where fewer than ten answers are not nought, whose sum the mean gives away, and where all
        answers are the same, so that the mean is everybody's.
        """
        sizes = self.total(np.abs(self.values))
        ends = np.stack([np.abs(self._at(np.maximum(at, 0))) for at in self._ends()])
        largest = np.sort(ends, axis=0)[-_LARGEST:].sum(axis=0)
        share = _ratio(np.minimum(largest, sizes), sizes)
        some = self.total((self.values != 0).astype("float64"))
        few = (some < SUPPRESS_BELOW) | (self.quantile(0.0) == self.quantile(1.0))
        return np.where(few, 1.0, share)

    def _ends(self) -> tuple[Whole, ...]:
        last = self.n - 1
        return (np.zeros_like(last), np.minimum(last, 1), last - 1, last)

    def _at(self, place: Whole) -> Floats:
        found = np.full(len(self.n), np.nan)
        there = self.n > 0
        found[there] = self.values[(self.start + place)[there]]
        return found


def ascending(values: Floats) -> Codes:
    """Order the rows that have an answer by its size."""
    told = np.flatnonzero(~np.isnan(values))
    return told[_in_order(values[told])]


def _in_order(values: Floats) -> Codes:
    """Order values by size; small whole numbers as 16 bits, which numpy sorts stably in one pass."""
    if np.abs(values).max(initial=0.0) <= np.iinfo(np.int16).max:
        short = values.astype(np.int16)
        if bool((short == values).all()):
            return np.argsort(short, kind="stable")
    return np.argsort(values)


def segments(values: Floats, order: Codes, groups: Whole, count: int) -> Segments:
    """Bring sorted answers together by group.

    Parameters
    ----------
    values
        Shape (rows,).
    order
        From `ascending`.
    groups
        Shape (rows,): number of the group, -1 for none.
    count
        How many groups there are.
    """
    own = groups[order]
    place = np.argsort(own, kind="stable")
    place = place[np.searchsorted(own[place], 0) :]
    n = np.bincount(own[place].astype(np.intp), minlength=count)
    return Segments(values[order[place]], np.cumsum(n) - n, n)


def modes(values: Floats, groups: Whole, count: int) -> Floats:
    """Find the answer given most often in every group.

    Parameters
    ----------
    values, groups, count
        As in `segments`.

    Returns
    -------
    numpy.ndarray
        Shape (groups,); NaN where it is given by fewer than ten or shares its place.
    """
    found = np.full(count, np.nan)
    codes, different = pd.factorize(values)
    asked = (codes >= 0) & (groups >= 0)
    if not asked.any():
        return found
    places, key = pd.factorize(groups[asked].astype(np.int64) * len(different) + codes[asked])
    times = np.bincount(places)
    group, answer = np.divmod(key, len(different))
    most = np.zeros(count, dtype=np.int64)
    np.maximum.at(most, group, times)
    top = times == most[group]
    alone = np.bincount(group[top], minlength=count) == 1
    found[group[top]] = np.asarray(different)[answer[top]]
    return np.where(alone & (most >= LEAST_FOR_MODE), found, np.nan)


def _ratio(above: npt.NDArray[Any], below: npt.NDArray[Any]) -> Floats:
    whole = np.asarray(below, dtype="float64")
    undefined = np.full(whole.shape, np.nan)
    return np.asarray(np.divide(above, whole, out=undefined, where=whole > 0), dtype="float64")
