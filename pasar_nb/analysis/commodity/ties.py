"""Ranks that treat equal values as equal, for one ranking or for thousands of draws at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pasar_nb.analysis.arrays import Floats

Ints = npt.NDArray[np.intp]

TIE = 1e-9  # far below a real difference on 1-5, far above rounding of a mean


def rank_span(values: Floats) -> tuple[Ints, Ints]:
    """Find the first and the last place that each value shares with its equals.

    Parameters
    ----------
    values
        Shape (..., n): the higher the better. Neighbours no further apart than `TIE` are equal.

    Returns
    -------
    tuple of ndarray
        Best and worst place, from 0, of the shape of `values`; they differ only for ties.
    """
    order = np.argsort(-values, axis=-1, kind="stable")
    ordered = np.take_along_axis(values, order, axis=-1)
    opens = np.ones(values.shape, dtype=bool)
    opens[..., 1:] = ordered[..., :-1] - ordered[..., 1:] > TIE
    closes = np.ones(values.shape, dtype=bool)
    closes[..., :-1] = opens[..., 1:]
    place = np.arange(values.shape[-1])
    first = np.maximum.accumulate(np.where(opens, place, 0), axis=-1)
    backwards = np.where(closes, place, values.shape[-1])[..., ::-1]
    last = np.minimum.accumulate(backwards, axis=-1)[..., ::-1]
    back = np.argsort(order, axis=-1)
    return np.take_along_axis(first, back, axis=-1), np.take_along_axis(last, back, axis=-1)


def competition_ranks(values: Floats) -> Ints:
    """Rank from 1, the highest value first; ties share the lower number (1, 1, 3)."""
    return rank_span(values)[0] + 1


def mean_ranks(values: Floats) -> Floats:
    """Rank from 1, the highest value first; ties share the mean of their places (1.5, 1.5, 3)."""
    first, last = rank_span(values)
    return (first + last) / 2 + 1


def best(values: Floats, names: Sequence[str]) -> tuple[str, ...]:
    """Name everything that shares the first place."""
    return tuple(name for name, rank in zip(names, competition_ranks(values), strict=True) if rank == 1)
