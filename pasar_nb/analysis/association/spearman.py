"""Spearman's correlation, plain and with other variables held equal, each with its own error."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.association.correlation import Error, error_from
from pasar_nb.analysis.association.ranking import Values, carried, cosine, ranked, ranks

_NOTHING_LEFT = 1e-9  # part of a variance that rounding may leave


def spearman(x: Floats, y: Floats) -> float:
    """Compute Spearman's correlation; ties share their mean rank."""
    return cosine(ranks(x), ranks(y))


def spearman_error(x: Values, y: Values, clusters: Codes) -> tuple[float, Error]:
    """Compute Spearman's correlation and its error from the same and the numbers of the clusters."""
    return _correlated(_whole(x), _whole(y), clusters)


def partial_spearman(
    x: Values, y: Values, clusters: Codes, *, given: Sequence[Values]
) -> tuple[float, Error] | None:
    """Correlate what others leave of the ranks of two variables (Kendall 1942), with an error of its own.

    Parameters
    ----------
    x, y, clusters
        Shape (n,): as for the plain coefficient.
    given
        Shape (n,) each: the variables held equal, one or more.

    Returns
    -------
    tuple or None
        The coefficient and its error; None where the others leave nothing, or too few households for it.

    Notes
    -----
    Groups can be alike in what is left more than in the variables themselves, so that the error of the plain
    coefficient will not do. A household moves what is left through its own ranks and those of others; that it
    moves the slopes as well cancels, as least squares leaves nothing that goes with the variables held equal.
    """
    one, other, levels = _whole(x), _whole(y), [_whole(level) for level in given]
    left, left_other = (_without(whole, levels) for whole in (one, other))
    if left.spread < _NOTHING_LEFT * one.spread or left_other.spread < _NOTHING_LEFT * other.spread:
        return None
    value, error = _correlated(left, left_other, clusters)
    size = partial_error(error.size, controls=len(given)) if error.size > 0 else float("nan")
    return None if np.isnan(size) else (value, Error(size, error.freedom))


def partial_error(error: float, controls: int) -> float:
    """Widen the error of a coefficient of what is left, for the variables held equal.

    On Fisher's scale the error of n households is 1 / sqrt(n - 3), and 1 / sqrt(n - 3 - k) with k variables
    held equal (Fisher 1924); here n is the number of independent households that the error stands for.
    """
    worth = 1 / error**2
    return float(1 / np.sqrt(worth - controls)) if worth > controls + 1 else float("nan")


@dataclass(frozen=True, slots=True)
class _Ranked:
    """The ranks of a variable, or what others leave of them: a sum of ranks, each with its factor."""

    values: Floats
    parts: tuple[tuple[float, Codes], ...]

    @property
    def spread(self) -> float:
        return float((self.values**2).mean())

    def carried(self, other: Floats) -> Floats:
        """Say what a household adds through the ranks of others, weighed by their other variable."""
        total = np.zeros_like(other)
        for factor, codes in self.parts:
            total += factor * carried(codes, other)
        return total


def _whole(values: Values) -> _Ranked:
    places, codes = ranked(values)
    return _Ranked(places, ((1.0, codes),))


def _without(one: _Ranked, levels: Sequence[_Ranked]) -> _Ranked:
    """Take away what least squares on the levels explains."""
    held = np.column_stack([level.values for level in levels])
    slopes = np.linalg.lstsq(held, one.values, rcond=None)[0]
    taken = [(-float(slope), level.parts[0][1]) for slope, level in zip(slopes, levels, strict=True)]
    return _Ranked(one.values - held @ slopes, (*one.parts, *taken))


def _correlated(one: _Ranked, other: _Ranked, clusters: Codes) -> tuple[float, Error]:
    a, b, spread_a, spread_b = one.values, other.values, one.spread, other.spread
    value = cosine(a, b)
    together = a * b + one.carried(b) + other.carried(a)
    own_a, own_b = a * a + 2 * one.carried(a), b * b + 2 * other.carried(b)
    influence = together / np.sqrt(spread_a * spread_b) - value / 2 * (own_a / spread_a + own_b / spread_b)
    return value, error_from(influence - influence.mean(), value, clusters)
