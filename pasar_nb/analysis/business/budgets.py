"""What each party earns and spends in a year: the budget lines valued and summed up."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.business.results import Budgets
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import BUDGET_LABELS, CONDITION_LABELS, ROLE_LABELS

CONDITIONS = tuple(CONDITION_LABELS)
OPERATING = {"pendapatan": "revenue", "biaya_variabel": "variable", "biaya_tetap": "fixed"}
INVESTMENT = "investasi"
_KEYS = ["peran", "kondisi"]


def sum_budgets(model: pd.DataFrame) -> Budgets | NotEstimable:
    """Value every budget line and sum up each party's year.

    Parameters
    ----------
    model
        Table `model_bisnis` of the contract: a line is the budget of ONE unit of a party.

    Returns
    -------
    Budgets or NotEstimable
        The latter where there is no line of a party that exists; a party with nought units does not.

    Notes
    -----
    Partial budget: net income = revenue - variable costs - fixed costs; gross margin = revenue - variable
    costs (Kay, Edwards and Duffy 2016, Farm Management). Investment is kept apart. The range is that of
    interval arithmetic: with every revenue low and every cost high, and the reverse. It bounds; it has no
    probability.
    """
    lines = value_lines(model[model["jumlah_unit"].fillna(1) > 0])
    if lines.empty:
        return NotEstimable(_("Tabel model bisnis belum berisi anggaran."))
    grouped = lines.groupby(_KEYS, sort=False, observed=True)
    rows = [{**dict(zip(_KEYS, key, strict=True)), **_party(own)} for key, own in grouped]
    table = pd.DataFrame(rows).sort_values(_KEYS, key=_in_order, kind="stable").reset_index(drop=True)
    present = set(lines["kondisi"])
    return Budgets(
        conditions=tuple(one for one in CONDITIONS if one in present),
        table=table.assign(total_net=table["net"] * table["unit"]),
        lines=lines,
    )


def value_lines(model: pd.DataFrame) -> pd.DataFrame:
    """Value each line in Rp per unit and year, with its range.

    Parameters
    ----------
    model
        Table `model_bisnis`.

    Returns
    -------
    DataFrame
        The lines, in the order of the chain, with ``value, bad, good`` and ``yearly``. An investment counts
        once, or as often as it is bought in a year; a frequency between 0 and 1 states its life (0.2 is once
        in five years), and ``yearly`` then is its share of a year.
    """
    order = [*_KEYS, "jenis"]
    lines = model.sort_values(order, key=_in_order, kind="stable").reset_index(drop=True)
    volume, price, times = (
        lines[name].astype("float64") for name in ("volume", "harga", "frekuensi_per_tahun")
    )
    invested = lines["jenis"].eq(INVESTMENT)
    count = times.where(~invested, times.clip(lower=1))
    low = _bound(lines, "volume_rendah", volume, np.fmin) * _bound(lines, "harga_rendah", price, np.fmin)
    high = _bound(lines, "volume_tinggi", volume, np.fmax) * _bound(lines, "harga_tinggi", price, np.fmax)
    earned = lines["jenis"].eq("pendapatan")
    lived = invested & times.gt(0) & times.lt(1)
    return lines.assign(
        value=volume * price * count,
        bad=low.where(earned, high) * count,
        good=high.where(earned, low) * count,
        yearly=(volume * price * times).where(lived),
    )


def _bound(lines: pd.DataFrame, column: str, middle: pd.Series[float], extreme: np.ufunc) -> pd.Series[float]:
    """Take the bound as given, never inside the middle; without one, and without a middle, nothing varies."""
    given = lines[column].astype("float64") if column in lines else middle
    bound: pd.Series[float] = extreme(given, middle).where(middle.notna())
    return bound


def _party(lines: pd.DataFrame) -> dict[str, object]:
    operating = lines[lines["jenis"].isin(list(OPERATING))]
    invested = lines[lines["jenis"].eq(INVESTMENT)]
    agree = lines["jumlah_unit"].dropna().nunique() <= 1
    if not agree:  # lines for different numbers of units do not add up to the budget of one
        operating = operating.assign(value=np.nan, bad=np.nan, good=np.nan)
    sums = {label: _total(operating, "value", name) for name, label in OPERATING.items()}
    return {
        "unit": float(lines["jumlah_unit"].mean()) if agree else float("nan"),
        "units_agree": agree,
        "lines": len(operating),
        **sums,
        "gross_margin": sums["revenue"] - sums["variable"],
        "margin_share": _ratio(sums["revenue"] - sums["variable"], sums["revenue"]),
        **{column: _net(operating, of) for column, of in _NETS.items()},
        "investment": float(invested["value"].sum(skipna=False)) if len(invested) else 0.0,
        "investment_yearly": float(invested["yearly"].sum(skipna=False)) if len(invested) else 0.0,
        "ranged": bool((operating["bad"] != operating["good"]).where(operating["value"].notna()).any()),
        "incomplete": "; ".join(_unvalued(lines)),
    }


_NETS = {"net": "value", "net_bad": "bad", "net_good": "good"}


def _net(lines: pd.DataFrame, of: str) -> float:
    return (
        _total(lines, of, "pendapatan")
        - _total(lines, of, "biaya_variabel")
        - _total(lines, of, "biaya_tetap")
    )


def _total(lines: pd.DataFrame, of: str, kind: str) -> float:
    """Sum one kind of lines; nought where there is none, missing where one has no value."""
    return float(lines.loc[lines["jenis"].eq(kind), of].sum(skipna=False))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole > 0 else float("nan")


def _unvalued(lines: pd.DataFrame) -> list[str]:
    operating = lines[lines["jenis"].isin(list(OPERATING))]
    return operating.loc[operating["value"].isna(), "komponen"].fillna("–").astype("str").tolist()


def _in_order(column: pd.Series) -> pd.Series:
    places = {name: place for place, name in enumerate([*ROLE_LABELS, *CONDITIONS, *BUDGET_LABELS])}
    return column.map(places)
