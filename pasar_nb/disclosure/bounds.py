"""How closely a hidden count can be told by somebody who knows all totals and all counts on show.

The attack is linear programming: every line of the table is an equation, no count is negative, and the part
of a share is not larger than its whole. The attacker is given exact totals and exact counts, so that the real
reader, who sees rounded ones, knows less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from pasar_nb.vocabulary import SUPPRESS_BELOW

Positions: TypeAlias = NDArray[np.intp]
Lines: TypeAlias = tuple[Positions, ...]
"""Each line: positions of its counts in the table read row by row."""

Parts: TypeAlias = tuple[tuple[int, int], ...]
"""Positions of a count and of one that it is part of."""

WIDE = float(SUPPRESS_BELOW)
"""Units between the bounds of a count that is protected: one that may be nobody may also be ten."""

_TOLERANCE = 1e-6  # of the solver, in units


@dataclass(frozen=True, slots=True)
class _Known:
    """What the attacker knows: the place of the unknowns, equations, orders and bounds."""

    unknown: Positions
    truth: NDArray[np.float64]
    equations: NDArray[np.float64]
    orders: NDArray[np.float64]
    bounds: NDArray[np.float64]


def too_narrow(
    counts: NDArray[np.float64],
    hidden: NDArray[np.bool_],
    guarded: NDArray[np.bool_],
    lines: Lines,
    parts: Parts = (),
) -> list[int]:
    """Find guarded counts that can be told more closely than if the whole table were hidden.

    Parameters
    ----------
    counts
        Exact counts; hidden, guarded and lines refer to them.
    hidden
        Which counts are hidden.
    guarded
        Which of the hidden ones must stay unknown.
    lines, parts
        What adds up, and what is part of what.

    Returns
    -------
    list of int
        Positions of guarded counts whose bounds are less than ten apart although they need not be.
    """
    cells = np.flatnonzero(guarded)
    if not len(cells) or not lines:
        return []
    narrow = [
        cell
        for cell, width in zip(cells, widths(counts, hidden, cells, lines, parts), strict=True)
        if width < WIDE - _TOLERANCE
    ]
    if not narrow:
        return []
    best = widths(counts, np.ones_like(hidden), np.array(narrow), lines, parts)
    now = widths(counts, hidden, np.array(narrow), lines, parts)
    return [
        int(cell) for cell, most, width in zip(narrow, best, now, strict=True) if width < most - _TOLERANCE
    ]


def widths(
    counts: NDArray[np.float64], hidden: NDArray[np.bool_], cells: Positions, lines: Lines, parts: Parts
) -> list[float]:
    """Tell how far the bounds of some hidden counts are apart, at most `WIDE`."""
    known = _known(counts.ravel(), hidden.ravel(), lines, parts)
    low, high = known.truth.copy(), known.truth.copy()
    places = np.searchsorted(known.unknown, cells)
    for place in places:
        for direction in (-1, 1):
            if high[place] - low[place] < WIDE - _TOLERANCE:
                # one solution shows how far the other counts can move as well
                solution = _furthest(known, place, direction)
                low, high = np.minimum(low, solution), np.maximum(high, solution)
    return [float(min(high[place] - low[place], WIDE)) for place in places]


def _known(flat: NDArray[np.float64], secret: NDArray[np.bool_], lines: Lines, parts: Parts) -> _Known:
    unknown = np.flatnonzero(secret)
    bound = [line for line in lines if secret[line].any()]
    equations = np.zeros((len(bound), len(unknown)))
    for row, line in enumerate(bound):
        equations[row, np.searchsorted(unknown, line[secret[line]])] = 1
    bounds = np.tile([0.0, flat.sum() + 2 * WIDE], (len(unknown), 1))
    orders = []
    for part, whole in parts:
        at, over = np.searchsorted(unknown, [part, whole])
        if secret[part] and secret[whole]:
            orders.append(np.eye(1, len(unknown), at)[0] - np.eye(1, len(unknown), over)[0])
        elif secret[part]:
            bounds[at, 1] = min(bounds[at, 1], flat[whole])
        elif secret[whole]:
            bounds[over, 0] = max(bounds[over, 0], flat[part])
    ordered = np.stack(orders) if orders else np.empty((0, len(unknown)))
    return _Known(unknown, flat[unknown], equations, ordered, bounds)


def _furthest(known: _Known, place: int, direction: int) -> NDArray[np.float64]:
    """Give the solution in which one count is as small (-1) or as large (1) as can be."""
    from scipy.optimize import linprog

    aim = np.zeros(len(known.unknown))
    aim[place] = -direction
    constraints: dict[str, Any] = {}
    if len(known.equations):
        constraints |= {"A_eq": known.equations, "b_eq": known.equations @ known.truth}
    if len(known.orders):
        constraints |= {"A_ub": known.orders, "b_ub": np.zeros(len(known.orders))}
    solved = linprog(aim, bounds=known.bounds, method="highs", **constraints)
    # Where the solver gives up, nothing is known to be safe: the count counts as told.
    solution: NDArray[np.float64] = solved.x if solved.x is not None else known.truth
    return solution


def nearest(lines: Sequence[Positions], cell: int) -> Positions:
    """Choose the shortest line through a count, or else the first of the lines."""
    through = [line for line in lines if cell in line]
    return min(through, key=len) if through else lines[0]
