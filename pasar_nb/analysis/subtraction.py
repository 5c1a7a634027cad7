"""What published groups of households would tell by subtraction: a few who are in one and not in another."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from pasar_nb.vocabulary import SUPPRESS_BELOW

Whole = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]


def tell_few(one: Whole, other: Whole) -> bool:
    """Tell whether two ways to split the same households would tell a few of them by subtraction.

    Parameters
    ----------
    one, other
        Shape (households,): number of each household's group, from 0; none may be without a group.
    """
    crossed = np.zeros((one.max(initial=-1) + 1, other.max(initial=-1) + 1), dtype=np.intp)
    np.add.at(crossed, (one, other), 1)
    return _leaves_few(crossed) or _leaves_few(crossed.T)


def _leaves_few(crossed: Whole) -> bool:
    """Tell whether a column less the rows that lie within it, those shown, is a small group."""
    of_row, of_column = crossed.sum(axis=1), crossed.sum(axis=0)
    within = (crossed == of_row[:, None]) & (of_row[:, None] >= SUPPRESS_BELOW)
    left = of_column - (crossed * within).sum(axis=0)
    return bool((within.any(axis=0) & (left > 0) & (left < SUPPRESS_BELOW)).any())


def exposing_groups(ways: Iterable[tuple[str, Whole]]) -> dict[str, Flags]:
    """Find the groups that must not be published beside the whole and the groups before them.

    Parameters
    ----------
    ways
        For every way to split the same households, the most asked for first: its kind, and shape
        (households,) the number of each household's group, -1 for one that is in none.

    Returns
    -------
    dict of arrays
        For every kind, shape (groups,): all groups of a way that with an earlier one would tell a few; and
        the smallest of those published where less than ten households are in no group of the way, as the
        whole less all groups is published as well.
    """
    found: dict[str, Flags] = {}
    kept: list[Whole] = []
    for kind, codes in ways:
        sizes = np.bincount(codes[codes >= 0])
        filled = np.where(codes < 0, len(sizes), codes)
        nested = any(tell_few(one, filled) for one in kept)
        kept += [] if nested else [filled]
        found[kind] = np.full(len(sizes), nested)
        if not nested and 0 < (codes < 0).sum() < SUPPRESS_BELOW and (sizes >= SUPPRESS_BELOW).any():
            found[kind][np.where(sizes >= SUPPRESS_BELOW, sizes, sizes.sum() + 1).argmin()] = True
    return found
