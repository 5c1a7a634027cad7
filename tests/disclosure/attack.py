"""Somebody who reads a published table and wants the hidden counts back, with a solver for linear programmes.

Counts on show are known to the two units that rounding leaves open; hidden ones are known not to be negative.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linprog

ROUNDING = 2.0  # 13 to 17 are shown as 15
FAR = 1e5  # more households than a district's survey has


@dataclass
class Attack:
    """What is known of some unknown counts: sums of them that lie between bounds.

    Attributes
    ----------
    unknowns
        How many counts there are.
    """

    unknowns: int
    _sums: list[np.ndarray] = field(default_factory=list)
    _least: list[float] = field(default_factory=list)
    _most: list[float] = field(default_factory=list)

    def learn(self, members: Iterable[int], least: float, most: float, less: Sequence[int] = ()) -> None:
        """Learn that the sum of some counts, less some others, lies between two bounds."""
        row = np.zeros(self.unknowns)
        row[list(members)] = 1
        row[list(less)] = -1
        self._sums.append(row)
        self._least.append(least)
        self._most.append(most)

    def read(self, members: Sequence[int], cell: object) -> None:
        """Learn what a published cell says about a count, or about the sum that it is the total of."""
        if isinstance(cell, int):
            self.learn(members, cell - ROUNDING, cell + ROUNDING)

    def width(self, place: int) -> float:
        """Tell how far the bounds of one count are apart."""
        return self._end(place, 1) - self._end(place, -1)

    def _end(self, place: int, direction: int) -> float:
        aim = np.zeros(self.unknowns)
        aim[place] = -direction
        sums = np.vstack([*self._sums, *(-row for row in self._sums), np.zeros((1, self.unknowns))])
        ends = [*self._most, *(-least for least in self._least), 0]
        solved = linprog(aim, A_ub=sums, b_ub=ends, bounds=(0, FAR), method="highs")
        assert solved.status == 0, solved.message  # what is published must be possible
        return float(solved.x[place])
