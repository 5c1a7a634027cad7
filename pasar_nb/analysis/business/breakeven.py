"""At which price and volume each party just covers its costs, and how its prices differ."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from pasar_nb.analysis.business.results import BreakEven, Budgets
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _

REASONS: dict[str, Message] = {
    "several_units": _("penjualan dicatat dalam satuan yang berbeda-beda"),
    "incomplete": _("ada baris anggaran tanpa volume, harga, atau frekuensi"),
    "no_margin": _("biaya variabel tidak tertutup oleh harga, berapa pun volumenya"),
    "no_volume": _("volume penjualan nol"),
}
_MISSING = float("nan")
_SALES = "pendapatan"


def break_even(budgets: Budgets) -> BreakEven | NotEstimable:
    """Find each party's break-even price, volume and revenue.

    Parameters
    ----------
    budgets
        Of one or both conditions.

    Returns
    -------
    BreakEven or NotEstimable
        The latter where no party sells anything.

    Notes
    -----
    Break-even price = (variable + fixed costs) / volume. Break-even volume = fixed costs / (price - variable
    costs per satuan), with variable costs in proportion to sales. Break-even revenue = fixed costs / share of
    the gross margin. A price needs sales in one unit of measurement; revenue does not.
    """
    sales = sold(budgets.lines)
    if sales.empty:
        return NotEstimable(
            _("Tidak ada pihak yang mencatat pendapatan, sehingga titik impas tidak dihitung.")
        )
    rows = budgets.table.merge(sales, on=["peran", "kondisi"], how="inner", validate="one_to_one")
    table = pd.DataFrame([_row(row) for row in rows.to_dict("records")])
    return BreakEven(table=table, prices=_prices(table))


def sold(lines: pd.DataFrame) -> pd.DataFrame:
    """Sum up what each party sells.

    Returns
    -------
    DataFrame
        ``peran, kondisi, satuan, volume``: per unit and year; both missing where the sales have several
        units of measurement, which differ by more than capitals and spaces.
    """
    sales = lines[lines["jenis"].eq(_SALES)]
    yearly = sales["volume"].astype("float64") * sales["frekuensi_per_tahun"].astype("float64")
    written = sales["satuan"].astype("str").str.split().str.join(" ").str.casefold()
    grouped = sales.assign(yearly=yearly, written=written).groupby(["peran", "kondisi"], sort=False)
    rows = [{"peran": party, "kondisi": condition, **_one_unit(own)} for (party, condition), own in grouped]
    return pd.DataFrame(rows, columns=["peran", "kondisi", "satuan", "volume"])


def _one_unit(sales: pd.DataFrame) -> dict[str, object]:
    if sales["written"].nunique() > 1:
        return {"satuan": None, "volume": _MISSING}
    return {"satuan": sales["written"].iloc[0], "volume": float(sales["yearly"].sum(skipna=False))}


def _row(row: Mapping[Hashable, Any]) -> dict[str, object]:
    revenue, variable, fixed, volume = (
        float(row[name]) for name in ("revenue", "variable", "fixed", "volume")
    )
    found = {"peran": row["peran"], "kondisi": row["kondisi"], "satuan": row["satuan"], "volume": volume}
    margin = revenue - variable
    reason = _reason(row, margin, volume)
    priced = reason in ("", "no_margin")
    price, needed = (revenue / volume, (variable + fixed) / volume) if priced else (_MISSING, _MISSING)
    return {
        **found,
        "price": price,
        "break_even_price": needed,
        "room": 1 - needed / price if price > 0 else _MISSING,
        "break_even_volume": fixed * volume / margin if reason == "" else _MISSING,
        "break_even_revenue": fixed * revenue / margin if margin > 0 else _MISSING,
        "reason": reason,
    }


def _reason(row: Mapping[Hashable, Any], margin: float, volume: float) -> str:
    if row["incomplete"]:
        return "incomplete"
    if not row["satuan"]:
        return "several_units"
    if volume <= 0:
        return "no_volume"
    return "" if margin > 0 else "no_margin"


def _prices(table: pd.DataFrame) -> pd.DataFrame:
    before, after = (table[table["kondisi"] == one].drop(columns="kondisi") for one in ("sebelum", "sesudah"))
    both = before.merge(after, on="peran", suffixes=("_before", "_after"), validate="one_to_one")
    same = both["satuan_before"].eq(both["satuan_after"]) & both["satuan_before"].notna()
    return pd.DataFrame(
        {
            "peran": both["peran"],
            "satuan": both["satuan_after"].where(same),
            "before": both["price_before"].where(same),
            "after": both["price_after"].where(same),
            "change": (both["price_after"] - both["price_before"]).where(same),
            "comparable": same,
        }
    )
