"""Secondary suppression: hide further counts until no hidden one can be computed from a total.

A table's counts stand on lines (all rows, the rows of one margin's group, the counts of one row) whose totals
are taken to be known, whether they are shown or not. A hidden count can be computed exactly where the
equations of its lines leave it no freedom; a lone hidden count on a line is the simplest case, and a pattern
with two on every line can still have such a count where two loops of hidden counts share one bridge. Rows of
totals need no telling apart: a total is one more term of its line's equation.

The hidden counts of a line must also be ten or more together: what is left of a total after subtracting all
that is shown is a published group as well.

The smallest count that is still shown is taken each time. To hide the least possible is NP-hard (Fischetti
and Salazar-González 2001); this greedy way is safe but may hide a few counts more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, combinations
from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.vocabulary import SUPPRESS_BELOW

Lines: TypeAlias = tuple[NDArray[np.intp], ...]
"""Each line: positions of its counts in the table read row by row."""

_ROUNDING_ERROR = 1e-9  # of the decomposition of a matrix of zeros and ones


def lines_of_rows(frame: pd.DataFrame, margins: Sequence[str]) -> Lines:
    """Group the rows of a table by every combination of its margins, the empty one being the whole table.

    Returns
    -------
    Lines
        Positions of rows; groups of a single row are left out, as nothing in them could protect it.
    """
    chosen = chain.from_iterable(combinations(margins, size) for size in range(len(margins) + 1))
    groups = chain.from_iterable(_groups(frame, names) for names in chosen)
    return tuple(group for group in groups if len(group) > 1)


def _groups(frame: pd.DataFrame, names: Sequence[str]) -> Iterable[NDArray[np.intp]]:
    if not names:
        return [np.arange(len(frame))]
    # dropna=False: a group without a name is a group all the same
    numbers = frame.groupby(list(names), dropna=False, observed=True, sort=False).ngroup().to_numpy()
    return [np.flatnonzero(numbers == number) for number in range(numbers.max(initial=-1) + 1)]


def lines_within_rows(groups: Lines, present: NDArray[np.bool_]) -> Lines:
    """Make lines of counts: each column along the groups of rows, and the further counts of each row.

    Parameters
    ----------
    groups
        Lines of rows.
    present
        Which counts there are, rows by columns; the first column is `n`, the total of its row.
    """
    rows, columns = present.shape
    down = (group * columns + column for group in groups for column in range(columns))
    across = (np.arange(1, columns) + row * columns for row in range(rows))
    there = present.ravel()
    kept = (line[there[line]] for line in chain(down, across))
    return tuple(line for line in kept if len(line) > 1)


def protect(counts: NDArray[np.float64], small: NDArray[np.bool_], lines: Lines) -> NDArray[np.bool_]:
    """Hide further counts until no hidden one can be computed.

    Parameters
    ----------
    counts
        Exact counts, rows by columns; the first column is `n`.
    small
        Counts that are hidden for being small.
    lines
        From `lines_within_rows`.

    Returns
    -------
    numpy.ndarray of bool
        All hidden counts, the small ones among them.
    """
    hidden = _whole_rows(small.copy())
    while True:
        exposed = _thin(counts, hidden, lines) or _computable(hidden, lines)
        chosen = {at for line in exposed if (at := _smallest_shown(counts, hidden, line)) is not None}
        if not chosen:
            return hidden
        hidden.ravel()[sorted(chosen)] = True
        hidden = _whole_rows(hidden)


def _whole_rows(hidden: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Hide all counts of a row whose `n` is hidden."""
    hidden[hidden[:, 0]] = True
    return hidden


def _thin(counts: NDArray[np.float64], hidden: NDArray[np.bool_], lines: Lines) -> list[NDArray[np.intp]]:
    """Find lines with one hidden count, or whose hidden counts are together too small a group."""
    flat, secret = counts.ravel(), hidden.ravel()
    found = []
    for line in lines:
        behind = line[secret[line]]
        open_ones = len(line) - len(behind)
        if open_ones and len(behind) and (len(behind) == 1 or flat[behind].sum() < SUPPRESS_BELOW):
            found.append(line)
    return found


def _computable(hidden: NDArray[np.bool_], lines: Lines) -> list[NDArray[np.intp]]:
    """Find, for each hidden count that the equations determine, a line that still shows a count."""
    secret = hidden.ravel()
    bound = [line for line in lines if secret[line].any()]
    partly = [line for line in bound if not secret[line].all()]
    if not partly:
        return []
    unknown = np.flatnonzero(secret)
    determined = unknown[_is_determined(np.stack([np.isin(unknown, line) for line in bound]).astype(float))]
    return [next((line for line in partly if at in line), partly[0]) for at in determined]


def _is_determined(equations: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which unknowns keep the same value in every solution: no vector of the null space moves them."""
    _left, sizes, right = np.linalg.svd(equations)
    rank = int((sizes > _ROUNDING_ERROR).sum())
    freedom = np.abs(right[rank:]).sum(axis=0)
    determined: NDArray[np.bool_] = (freedom < _ROUNDING_ERROR) & equations.any(axis=0)
    return determined


def _smallest_shown(
    counts: NDArray[np.float64], hidden: NDArray[np.bool_], line: NDArray[np.intp]
) -> int | None:
    shown = line[~hidden.ravel()[line]]
    return int(shown[np.argmin(counts.ravel()[shown])]) if len(shown) else None
