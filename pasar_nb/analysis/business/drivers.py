"""What varies in the budgets: prices and volumes with their range, one thing counted once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.business.budgets import OPERATING
from pasar_nb.analysis.business.pairing import (
    EARNED,
    SAME_VOLUME,
    before_and_after,
    groups,
    in_kilograms,
    links,
    transactions,
)
from pasar_nb.analysis.business.results import Budgets, Exchanges, Gains
from pasar_nb.findings import NotEstimable

FIXED = "biaya_tetap"
_ORDER = ["peran", "kondisi", "jenis", "komponen", "satuan", "harga", "volume"]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ranges:
    """Prices, or volumes, of all lines.

    Attributes
    ----------
    low, base, high
        Shape (lines,).
    driver
        Shape (lines,): lines with the same number move together, each within its own range.
    basis
        Shape (lines,): where the range comes from, see `risk_results.Basis`; ``fixed`` where nothing varies.
    """

    low: Floats
    base: Floats
    high: Floats
    driver: npt.NDArray[np.intp]
    basis: npt.NDArray[np.object_]

    @property
    def varies(self) -> Mask:
        """Which lines have a range at all."""
        wide: Mask = self.high > self.low
        return wide


@dataclass(frozen=True, slots=True)
class Drivers:
    """The budget lines of all parties whose gain can be computed, and what moves them.

    Attributes
    ----------
    parties
        Roles, in the order of the chain.
    lines
        The operating lines of these parties; arrays below follow them.
    party
        Shape (lines,): place in `parties`.
    weight
        Shape (lines,): a party's gain is the sum of weight x price x volume over its lines. Times a year,
        negative for a cost, and the reverse before.
    price, volume
        Their ranges. The volumes of what a party sells and of its variable costs are one driver, the extent
        of its business; each fixed cost has its own.
    deal
        Shape (lines,): lines with the same number are one transaction under one condition.
    guessed
        Whether some of them are known by their equal price only, as no exchange is recorded.
    """

    parties: tuple[str, ...]
    lines: pd.DataFrame
    party: npt.NDArray[np.intp]
    weight: Floats
    price: Ranges
    volume: Ranges
    deal: npt.NDArray[np.intp]
    guessed: bool

    def gains(self, price: Floats, volume: Floats) -> Floats:
        """Compute the gains.

        Parameters
        ----------
        price, volume
            Shape (..., lines).

        Returns
        -------
        ndarray
            Rp per unit and year, shape (..., parties).
        """
        member = (self.party[:, None] == np.arange(len(self.parties))[None, :]).astype("float64")
        found: Floats = (self.weight * price * volume) @ member
        return found

    @property
    def shared(self) -> int:
        """Number of transactions that two parties have in their budgets."""
        return int((np.bincount(self.deal) > 1).sum())


def find_drivers(
    budgets: Budgets, gains: Gains, exchanges: Exchanges | NotEstimable, spread: float
) -> Drivers:
    """Find what varies in the budgets of all parties whose gain can be computed.

    Parameters
    ----------
    budgets, gains, exchanges
        Earlier results; the exchanges tell whose lines are one transaction.
    spread
        Half width of the range of a price or volume for which the plan gives none, as a share.

    Notes
    -----
    A transaction has ONE price, which the seller and the buyer see alike, with the widest range that either
    gives. The same price before and after is at the same place of its range, as in the rule that compares
    bad with bad and good with good. A fixed cost's volume (months, parcels) varies only where the plan says
    so.
    """
    known = gains.table[gains.table["reason"].eq("") & gains.table["verdict"].ne("exempt")]
    parties = tuple(known["peran"])
    used = budgets.lines["peran"].isin(parties) & budgets.lines["jenis"].isin(list(OPERATING))
    order = in_kilograms(budgets.lines[used]).sort_values(_ORDER, kind="stable").index
    lines = budgets.lines.loc[order].reset_index(drop=True)
    alike, exchanged = in_kilograms(lines), links(exchanges)
    pairs, deals = list(before_and_after(alike)), list(transactions(alike, exchanged))
    deal = np.array(groups(len(lines), deals), dtype="intp")
    earned, after = lines["jenis"].eq(EARNED), lines["kondisi"].eq("sesudah")
    return Drivers(
        parties=parties,
        lines=lines,
        party=np.array([parties.index(name) for name in lines["peran"]], dtype="intp"),
        weight=np.where(earned == after, 1.0, -1.0) * lines["frekuensi_per_tahun"].to_numpy(dtype="float64"),
        price=_prices(lines, deal, [*pairs, *deals], spread),
        volume=_volumes(lines, pairs, _whole(alike, deals), spread),
        deal=deal,
        guessed=not {lines.at[sold, "kondisi"] for sold, _bought in deals} <= {one for one, *_ in exchanged},
    )


def _prices(
    lines: pd.DataFrame, deal: npt.NDArray[np.intp], pairs: list[tuple[int, int]], spread: float
) -> Ranges:
    driver = np.array(groups(len(lines), pairs), dtype="intp")
    base, down, up, given = _own(lines, "harga")
    basis = np.where(given, "given", "default").astype(object)
    down, up = _widest(down, up, deal, given, only_missing=False)
    basis[~given & _any(deal, given)] = "counterpart"
    known = np.isfinite(down)
    down, up = _widest(down, up, driver, known, only_missing=True)
    basis[~known & np.isfinite(down)] = "related"
    return _ranges(base, down, up, driver, basis, spread)


def _volumes(
    lines: pd.DataFrame, pairs: list[tuple[int, int]], whole: list[tuple[int, int]], spread: float
) -> Ranges:
    base, down, up, given = _own(lines, "volume")
    fixed = lines["jenis"].eq(FIXED).to_numpy()
    party = lines["peran"].to_numpy()
    moving = [np.flatnonzero(~fixed & (party == name)).tolist() for name in dict.fromkeys(party)]
    same_extent = [(own[0], other) for own in moving for other in own[1:]]
    same_fixed = [(one, other) for one, other in pairs if fixed[one]]
    within = np.array(groups(len(lines), [*same_extent, *same_fixed]), dtype="intp")
    driver = np.array(groups(len(lines), [*same_extent, *same_fixed, *whole]), dtype="intp")
    basis = np.where(given, "given", "default").astype(object)
    for group, source in ((within, "related"), (driver, "counterpart")):
        known = np.isfinite(down)
        down, up = _widest(down, up, group, known, only_missing=True)
        basis[~known & np.isfinite(down)] = source
    alone = fixed & ~np.isfinite(down)
    down, up, basis[alone] = np.where(alone, 1.0, down), np.where(alone, 1.0, up), "fixed"
    return _ranges(base, down, up, driver, basis, spread)


def _own(lines: pd.DataFrame, column: str) -> tuple[Floats, Floats, Floats, Mask]:
    """Read the planned amount, low and high as parts of it, and whether the plan gives a range."""
    base = lines[column].to_numpy(dtype="float64")
    low, high = (
        lines[f"{column}_{end}"].to_numpy(dtype="float64")
        if f"{column}_{end}" in lines
        else np.full(len(lines), np.nan)
        for end in ("rendah", "tinggi")
    )
    given: Mask = np.isfinite(low) | np.isfinite(high)
    scale = np.where(base > 0, base, 1.0)
    down = np.where(given, np.fmin(low, base) / scale, np.nan)
    up = np.where(given, np.fmax(high, base) / scale, np.nan)
    return base, down, up, given


def _any(group: npt.NDArray[np.intp], mask: Mask) -> Mask:
    found: Mask = np.isin(group, group[mask])
    return found


def _widest(
    down: Floats, up: Floats, group: npt.NDArray[np.intp], known: Mask, *, only_missing: bool
) -> tuple[Floats, Floats]:
    """Give each line the widest range known in its group; or only lines that have none."""
    size = int(group.max(initial=-1)) + 1
    least, most = np.full(size, np.inf), np.full(size, -np.inf)
    np.minimum.at(least, group[known], down[known])
    np.maximum.at(most, group[known], up[known])
    least, most = (np.where(np.isfinite(ends), ends, np.nan)[group] for ends in (least, most))
    if not only_missing:
        return least, most
    return np.where(known, down, least), np.where(known, up, most)


def _whole(lines: pd.DataFrame, deals: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the transactions in which one party sells exactly what the other buys, over all its units."""
    total = lines["jumlah_unit"].to_numpy(dtype="float64") * lines["volume"].to_numpy(dtype="float64")
    total = total * lines["frekuensi_per_tahun"].to_numpy(dtype="float64")
    fixed = lines["jenis"].eq(FIXED).to_numpy()
    return [
        (sold, bought)
        for sold, bought in deals
        if not fixed[bought] and abs(total[sold] - total[bought]) <= SAME_VOLUME * total[sold]
    ]


def _ranges(
    base: Floats,
    down: Floats,
    up: Floats,
    driver: npt.NDArray[np.intp],
    basis: npt.NDArray[np.object_],
    spread: float,
) -> Ranges:
    down, up = np.where(np.isfinite(down), down, 1 - spread), np.where(np.isfinite(up), up, 1 + spread)
    return Ranges(low=base * down, base=base, high=base * up, driver=driver, basis=basis)
