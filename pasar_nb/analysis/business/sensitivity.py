"""What each price and volume does to a party's gain, one at a time: the tornado."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.business.drivers import FIXED, Drivers, Mask, Ranges
from pasar_nb.analysis.business.risk_results import Sensitivity

_COLUMNS = [
    *("peran", "what", "komponen", "down", "up", "basis"),
    *("gain", "gain_low", "gain_high", "swing", "turns"),
]


def vary(drivers: Drivers, spread: float) -> Sensitivity:
    """Move one price or volume at a time to its low and high, before and after alike.

    Parameters
    ----------
    drivers
        What varies.
    spread
        Range that was assumed where none is given, as a share.

    Notes
    -----
    Tornado diagram (Clemen and Reilly 2014, Making Hard Decisions): all else as planned, sorted by the
    absolute difference of the two results.
    """
    planned = drivers.gains(drivers.price.base, drivers.volume.base)
    rows = [row for place in range(len(drivers.parties)) for row in _of_party(drivers, place, planned)]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    order = {name: place for place, name in enumerate(drivers.parties)}
    ranked = table.assign(place=table["peran"].map(order), fall=-table["swing"])
    ranked = ranked.sort_values(["place", "fall", "what", "komponen"], kind="stable")
    return Sensitivity(spread=spread, table=ranked[_COLUMNS].reset_index(drop=True))


def _of_party(drivers: Drivers, place: int, planned: Floats) -> Iterator[dict[str, object]]:
    own = drivers.party == place
    for what, ranges in (("price", drivers.price), ("volume", drivers.volume)):
        for driver in dict.fromkeys(ranges.driver[own & ranges.varies].tolist()):
            moved = own & (ranges.driver == driver)
            ends = [
                _moved(drivers, what, np.where(moved, end, ranges.base))[place]
                for end in (ranges.low, ranges.high)
            ]
            yield {
                "peran": drivers.parties[place],
                **_named(drivers.lines, what, ranges, moved),
                "gain": float(planned[place]),
                "gain_low": float(ends[0]),
                "gain_high": float(ends[1]),
                "swing": float(abs(ends[1] - ends[0])),
                "turns": bool((min(ends) <= 0 < planned[place]) or (planned[place] <= 0 < max(ends))),
            }


def _moved(drivers: Drivers, what: str, values: Floats) -> Floats:
    if what == "price":
        return drivers.gains(values, drivers.volume.base)
    return drivers.gains(drivers.price.base, values)


def _named(lines: pd.DataFrame, what: str, ranges: Ranges, moved: Mask) -> dict[str, object]:
    """Describe what moves by its largest line, after where there is one."""
    size = lines["value"].abs().where(moved & ranges.varies)
    after = size.where(lines["kondisi"].eq("sesudah"))
    line = int(np.nanargmax(after if after.notna().any() else size))
    extent = what == "volume" and lines.loc[line, "jenis"] != FIXED
    base = ranges.base[line]
    return {
        "what": what if what == "price" or extent else "quantity",
        "komponen": "" if extent else str(lines.loc[line, "komponen"]),
        "down": float(ranges.low[line] / base - 1),
        "up": float(ranges.high[line] / base - 1),
        "basis": str(ranges.basis[line]),
    }
