"""Secondary suppression: hide further counts until no hidden one can be told from what is shown.

A table's counts stand on lines (all rows, the rows of one margin's group, the counts of one row) whose totals
are taken to be known, whether they are shown or not. A lone hidden count on a line is its total less the
others; but also where every line hides two, a count can be pinned down by several lines together. So small
counts are attacked by linear programming (`pasar_nb.disclosure.bounds`) until their bounds are ten apart, or
as far apart as they would be with nothing shown. Rows of totals need no telling apart: a total is one more
term of its line's equation.

The hidden counts of a line must also be ten or more together: what is left of a total after subtracting all
that is shown is a published group as well.

The smallest count that is still shown is taken each time. To hide the least possible is NP-hard (Fischetti
and Salazar-González 2001); this greedy way is safe but may hide a few counts more.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.disclosure.bounds import Lines, Parts, nearest, too_narrow
from pasar_nb.vocabulary import SUPPRESS_BELOW


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


def protect(
    counts: NDArray[np.float64], small: NDArray[np.bool_], lines: Lines, parts: Parts = ()
) -> NDArray[np.bool_]:
    """Hide further counts until no small one can be told.

    Parameters
    ----------
    counts
        Exact counts, rows by columns; the first column is `n`.
    small
        Counts that are hidden for being small.
    lines
        From `lines_within_rows`.
    parts
        Positions of counts that are part of others.

    Returns
    -------
    numpy.ndarray of bool
        All hidden counts, the small ones among them.
    """
    hidden = _whole_rows(small.copy())
    guarded = hidden.copy()
    while True:
        # One thin line at a time: what is hidden on a short line often serves the long ones as well.
        thin = _thin(counts, hidden, lines)
        exposed = [min(thin, key=len)] if thin else _told(counts, hidden, guarded, lines, parts)
        if not exposed:
            return hidden
        chosen = np.concatenate([_smallest_shown(counts, hidden, line) for line in exposed])
        hidden.ravel()[chosen] = True
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


def _told(
    counts: NDArray[np.float64],
    hidden: NDArray[np.bool_],
    guarded: NDArray[np.bool_],
    lines: Lines,
    parts: Parts,
) -> list[NDArray[np.intp]]:
    """Find, for each guarded count that can be told too closely, a line that still shows a count."""
    partly = [line for line in lines if not hidden.ravel()[line].all()]
    if not partly:
        return []
    return [nearest(partly, cell) for cell in too_narrow(counts, hidden, guarded, lines, parts)]


def _smallest_shown(
    counts: NDArray[np.float64], hidden: NDArray[np.bool_], line: NDArray[np.intp]
) -> NDArray[np.intp]:
    """Choose what to hide on a line; where all that is shown is equal, one may be the total: then all."""
    shown = line[~hidden.ravel()[line]]
    sizes = counts.ravel()[shown]
    return shown if sizes.min() == sizes.max() else shown[[np.argmin(sizes)]]
