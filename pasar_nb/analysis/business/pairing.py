"""Which budget lines are the same thing: of one party before and after, or of two parties that trade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import linear_sum_assignment

SAME_AMOUNT = 1e-9  # relative: amounts that were written alike
SAME_VOLUME = 1e-3  # relative: totals over units are rounded when they are written per unit
EARNED = "pendapatan"
_FAR = 1e6  # costs more than any difference of prices


def written(units: pd.Series[str]) -> list[str]:
    """Write units of measurement alike where they differ by capitals and spaces only."""
    return [" ".join(str(unit).split()).casefold() for unit in units]


def before_and_after(lines: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Pair the lines of a party before and after that stand for the same thing.

    Parameters
    ----------
    lines
        Budget lines, by position.

    Yields
    ------
    tuple of int
        Positions of the line before and after. Only lines of the same kind and unit are paired: those with
        the same name first, then the nearest in price, as a name often changes with the buyer.
    """
    names = np.array(written(lines["komponen"]), dtype=object)
    prices = np.log1p(lines["harga"].to_numpy(dtype="float64"))
    after = lines["kondisi"].eq("sesudah").to_numpy()
    for at in _alike(lines["peran"], lines["jenis"], written(lines["satuan"])):
        then, now = at[~after[at]], at[after[at]]
        far = np.abs(prices[then][:, None] - prices[now][None, :])
        other = names[then][:, None] != names[now][None, :]
        for row, column in zip(*linear_sum_assignment(far + _FAR * other), strict=True):
            yield int(then[row]), int(now[column])


def transactions(lines: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Find what one party sells and another buys: one price under one condition, and in one unit.

    Yields
    ------
    tuple of int
        Positions of the line that is earned and of the line that is paid.
    """
    price, party = lines["harga"].to_numpy(dtype="float64"), lines["peran"].to_numpy()
    earned = lines["jenis"].eq(EARNED).to_numpy()
    for at in _alike(lines["kondisi"], written(lines["satuan"])):
        for sold, bought in product(at[earned[at]].tolist(), at[~earned[at]].tolist()):
            alike = abs(price[sold] - price[bought]) <= SAME_AMOUNT * price[sold]
            if alike and price[sold] > 0 and party[sold] != party[bought]:
                yield sold, bought


def _alike(*columns: Iterable[str]) -> Iterator[npt.NDArray[np.intp]]:
    """Give the positions of the lines that agree in every column."""
    found: dict[tuple[str, ...], list[int]] = {}
    for position, key in enumerate(zip(*columns, strict=True)):
        found.setdefault(key, []).append(position)
    return (np.array(positions, dtype="intp") for positions in found.values())


def groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Give a number to each group in which everything is paired, directly or through others.

    Returns
    -------
    list of int
        A number per position, from nought in the order of the first member.
    """
    leader = list(range(count))

    def of(one: int) -> int:
        while leader[one] != one:
            one = leader[one]
        return one

    for first, second in pairs:
        low, high = sorted((of(first), of(second)))
        leader[high] = low
    numbers: dict[int, int] = {}
    return [numbers.setdefault(of(one), len(numbers)) for one in range(count)]
