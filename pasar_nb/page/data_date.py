"""How recent a district's data are: the latest day or month that something was measured or decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from pasar_nb.district import District

# Columns that say when something was measured; deadlines and starts of programmes tell nothing of that.
MEASURED = {
    "deret": "bulan",
    "capaian": "bulan",
    "survei": "tanggal",
    "mitra_survei": "tanggal",
    "pendampingan": "tanggal",
    "umpan_balik": "tanggal",
    "keputusan": "tanggal",
}


def data_date(district: District) -> str:
    """Find the latest date in the district's tables.

    Parameters
    ----------
    district
        The district; its absent and stopped tables are left out.

    Returns
    -------
    str
        ISO date, the last day for a month; empty where no table holds a date.
    """
    present = (name for name in MEASURED if district.state(name) == "present")
    dates = (_latest(district.table(name)[MEASURED[name]]) for name in present)
    return max((date for date in dates if date), default="")


def _latest(column: pd.Series[Any]) -> str:
    known = column.dropna()
    if known.empty:
        return ""
    latest = known.max()
    last_day = latest if isinstance(latest, pd.Timestamp) else pd.Period(latest, freq="M").end_time
    return str(last_day.date().isoformat())
