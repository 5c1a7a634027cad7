"""Which budget lines are the same thing: of one party before and after, or of two parties that trade."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import product
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.optimize import linear_sum_assignment

from pasar_nb.analysis.business.results import Exchanges
from pasar_nb.findings import NotEstimable
from pasar_nb.vocabulary import KILOGRAM, MASSES

Links: TypeAlias = Set[tuple[str, str, str]]
"""Condition, seller and buyer."""

SAME_AMOUNT = 1e-9  # relative: amounts that were written alike
ROUNDED = 0.01  # relative: prices and volumes of one thing that two parties round in their own way
TRADED = ("produk", "jasa", "pembiayaan")  # what is paid for
SAME_VOLUME = 1e-3  # relative: totals over units are rounded when they are written per unit
EARNED = "pendapatan"
_FAR = 1e6  # costs more than any difference of prices


def written(units: pd.Series[str]) -> list[str]:
    """Write units of measurement alike where they differ by capitals and spaces only."""
    return [" ".join(str(unit).split()).casefold() for unit in units]


def in_kilograms(lines: pd.DataFrame) -> pd.DataFrame:
    """Write every line that is measured by mass in kilograms.

    Parameters
    ----------
    lines
        Budget lines; they are not changed.

    Returns
    -------
    DataFrame
        The same lines, with ``volume`` and ``harga`` converted and ``satuan`` written alike; other units of
        measurement, for which there is no factor, keep their amounts.
    """
    units = pd.Series(written(lines["satuan"]), index=lines.index, dtype=object)
    factor = units.map(MASSES).astype("float64")
    return lines.assign(
        satuan=units.mask(factor.notna(), KILOGRAM),
        volume=lines["volume"].astype("float64") * factor.fillna(1.0),
        harga=lines["harga"].astype("float64") / factor.fillna(1.0),
    )


def links(exchanges: Exchanges | NotEstimable) -> Links:
    """Tell who is paid by whom for products, services or money that is lent, under each condition."""
    if isinstance(exchanges, NotEstimable):
        return frozenset()
    return frozenset(
        (condition, seller, buyer)
        for condition in exchanges.conditions
        for seller, buyer, kind in zip(
            *(exchanges.of(condition)[name] for name in ("dari", "ke", "jenis")), strict=True
        )
        if kind in TRADED
    )


def before_and_after(lines: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Pair the lines of a party before and after that stand for the same thing.

    Parameters
    ----------
    lines
        Budget lines, by position, as `in_kilograms` writes them.

    Yields
    ------
    tuple of int
        Positions of the line before and after. Only lines of the same kind and unit are paired: those with
        the same name first, then the nearest in price, as a name often changes with the buyer.
    """
    names = np.array(written(lines["komponen"]), dtype=object)
    prices = np.log1p(lines["harga"].to_numpy(dtype="float64"))
    after = lines["kondisi"].eq("sesudah").to_numpy()
    for at in _alike(lines["peran"], lines["jenis"], lines["satuan"]):
        then, now = at[~after[at]], at[after[at]]
        far = np.abs(prices[then][:, None] - prices[now][None, :])
        other = names[then][:, None] != names[now][None, :]
        for row, column in zip(*linear_sum_assignment(far + _FAR * other), strict=True):
            yield int(then[row]), int(now[column])


def transactions(lines: pd.DataFrame, exchanged: Links) -> Iterator[tuple[int, int]]:
    """Find what one party sells and another buys: one price under one condition, and in one unit.

    Parameters
    ----------
    lines
        Budget lines, by position, as `in_kilograms` writes them.
    exchanged
        Who sells to whom. Where a condition has no exchange at all, equal prices have to do.

    Yields
    ------
    tuple of int
        Positions of the line that is earned and of the line that is paid. Parties that exchange something may
        have rounded its price differently; of several lines the nearest in price are the same thing.
    """
    known = {condition for condition, _seller, _buyer in exchanged}
    earned = lines["jenis"].eq(EARNED).to_numpy()
    party, condition = lines["peran"].to_numpy(), lines["kondisi"].to_numpy()
    price = lines["harga"].to_numpy(dtype="float64")
    for at in _alike(lines["kondisi"], lines["satuan"]):
        sides = at[earned[at] & (price[at] > 0)], at[~earned[at]]
        told = condition[at[0]] in known
        tolerance = ROUNDED if told else SAME_AMOUNT
        apart = {
            (sold, bought): abs(price[sold] - price[bought]) / price[sold]
            for sold, bought in product(*(side.tolist() for side in sides))
            if party[sold] != party[bought]
            and (not told or (condition[sold], party[sold], party[bought]) in exchanged)
        }
        near = {pair: gap for pair, gap in apart.items() if gap <= tolerance}
        yield from _nearest(near, party) if told else near


def _nearest(near: dict[tuple[int, int], float], party: npt.NDArray[np.object_]) -> Iterator[tuple[int, int]]:
    """Keep the pairs in which neither line has a nearer one of the other party."""
    for (sold, bought), gap in near.items():
        rivals = [
            other
            for (one, two), other in near.items()
            if (one == sold and party[two] == party[bought]) or (two == bought and party[one] == party[sold])
        ]
        if gap <= min(rivals) + SAME_AMOUNT:
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
