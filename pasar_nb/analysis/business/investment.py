"""What each party's extra investment brings over some years: cash flow, present value, return, payback."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.business.assumptions import Assumptions
from pasar_nb.analysis.business.budgets import INVESTMENT
from pasar_nb.analysis.business.investment_results import Investment
from pasar_nb.analysis.business.rates_of_return import internal_rates, net_present_value, payback_years
from pasar_nb.analysis.business.results import Budgets, Gains
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _

REASONS: dict[str, Message] = {
    "gone": _("tidak ikut lagi dalam model sesudah"),
    "income": _("pendapatan bersihnya tidak dapat dibandingkan"),
    "unvalued": _("ada investasi tanpa volume, harga, atau frekuensi"),
}
_ROUNDING = 1e-9  # of a year, so that 3 / 0.3 counts as ten


def appraise(budgets: Budgets, gains: Gains, assumptions: Assumptions) -> Investment | NotEstimable:
    """Appraise the extra investment of every party.

    Parameters
    ----------
    budgets, gains
        Earlier results.
    assumptions
        Horizon and discount rate.

    Returns
    -------
    Investment or NotEstimable
        The latter where no party invests.

    Notes
    -----
    Incremental cash flow (Gittinger 1982, Economic Analysis of Agricultural Projects): the investment after
    less that before, now and whenever a life ends within the horizon, and every year the change of the net
    income (for a new party its net income): ALL of it, whatever it comes from, so that this values the change
    of the model and not the investment apart from price, training or contract. Yearly amounts come at the
    end of the year; what is bought again, at its beginning. Nothing is left of an investment at the end of
    the horizon, which errs on the side of caution.
    """
    bought = budgets.lines[budgets.lines["jenis"].eq(INVESTMENT)]
    if bought.empty:
        return NotEstimable(_("Tidak ada investasi yang dicatat dalam model bisnis."))
    rows, flows = [], []
    for party in gains.table.to_dict("records"):
        own = bought[bought["peran"].eq(party["peran"])]
        if own.empty:
            continue
        row, flow = _appraised(party, own, assumptions)
        rows.append(row)
        flows += flow
    return Investment(
        horizon=assumptions.horizon,
        rate=assumptions.discount_rate,
        table=pd.DataFrame(rows, columns=_COLUMNS),
        flows=pd.DataFrame(flows, columns=["peran", "year", "invested", "income", "flow", "balance"]),
    )


_AMOUNTS = ("first", "again", "yearly", "npv", "npv_low", "npv_high", "payback")
_COLUMNS = ["peran", "reason", *_AMOUNTS, "kind", "rates", "renewed"]
_STATES = ("value", "bad", "good")


def outlays(lines: pd.DataFrame, horizon: int, of: str = "value") -> Floats:
    """Spread the investments of one condition over the years.

    Parameters
    ----------
    lines
        Valued investment lines of one party and condition.
    horizon
        Years.
    of
        Column with the amounts: ``value``, or ``bad`` and ``good`` at the ends of the recorded range.

    Returns
    -------
    ndarray
        Rp per unit, of year 0 (now) to ``horizon``. A frequency below 1 states a life (0.25: every four
        years) at whose end it is bought again; one of at least 1 is bought every year; without one, only now.
    """
    spent = np.zeros(horizon + 1)
    for value, times in zip(lines[of], lines["frekuensi_per_tahun"], strict=True):
        count = min(float(times), 1.0)
        bought = np.arange(horizon) if count >= 1 else _purchases(count, horizon)
        spent[bought] += float(value)
    return spent


def _purchases(times: float, horizon: int) -> np.ndarray[Any, np.dtype[np.intp]]:
    if not times > 0:
        return np.array([0])
    lives = np.arange(math.ceil(horizon * times) + 1) / times
    years = np.floor(lives + _ROUNDING).astype("intp")
    return years[years < horizon]


def _appraised(
    party: Mapping[Hashable, Any], bought: pd.DataFrame, assumptions: Assumptions
) -> tuple[dict[str, object], list[dict[str, object]]]:
    name, incomes = party["peran"], _incomes(party)
    reason = _reason(party, bought, incomes["usual"])
    if reason:
        empty = dict.fromkeys(_AMOUNTS, math.nan)
        return {"peran": name, "reason": reason, **empty, "kind": "", "rates": (), "renewed": False}, []
    spent = _extra(bought, assumptions.horizon, "value")
    usual = _flows(spent, incomes["usual"])
    kind, rates = internal_rates(usual.tolist())
    row = {
        "peran": name,
        "reason": "",
        "first": float(spent[0]),
        "again": float(spent[1:].sum()),
        "yearly": incomes["usual"],
        "npv": net_present_value(usual.tolist(), assumptions.discount_rate),
        **_npv_range(bought, incomes, assumptions),
        "payback": payback_years(usual.tolist()),
        "kind": kind,
        "rates": rates,
        "renewed": bool(bought["frekuensi_per_tahun"].gt(0).all()),
    }
    return row, _yearly(name, spent, usual)


def _npv_range(
    bought: pd.DataFrame, incomes: Mapping[str, float], assumptions: Assumptions
) -> dict[str, float]:
    """Value the least income with the dearest investment, and the most with the cheapest."""
    states = [_extra(bought, assumptions.horizon, of) for of in _STATES]
    low, high = (
        [
            net_present_value(_flows(spent, incomes[end]).tolist(), assumptions.discount_rate)
            for spent in states
        ]
        for end in ("low", "high")
    )
    return {"npv_low": min(low), "npv_high": max(high)}


def _incomes(party: Mapping[Hashable, Any]) -> dict[str, float]:
    """Give the yearly income that the investment goes with, as a rule and at its least and most."""
    if party["presence"] == "both":
        return {"usual": party["change"], "low": party["change_low"], "high": party["change_high"]}
    return {"usual": party["after"], "low": party["alone_low"], "high": party["alone_high"]}


def _reason(party: Mapping[Hashable, Any], bought: pd.DataFrame, income: float) -> str:
    if party["presence"] == "gone":
        return "gone"
    if party["reason"] or math.isnan(income):
        return "income"
    return "unvalued" if bought["value"].isna().any() or bought["frekuensi_per_tahun"].isna().any() else ""


def _extra(bought: pd.DataFrame, horizon: int, of: str) -> Floats:
    after, before = (
        outlays(bought[bought["kondisi"].eq(one)], horizon, of) for one in ("sesudah", "sebelum")
    )
    extra: Floats = after - before
    return extra


def _flows(spent: Floats, income: float) -> Floats:
    flows: Floats = -spent + np.concatenate([[0.0], np.full(len(spent) - 1, income)])
    return flows


def _yearly(name: str, spent: Floats, flows: Floats) -> list[dict[str, object]]:
    return [
        {
            "peran": name,
            "year": year,
            "invested": float(-spent[year]) + 0.0,
            "income": float(flows[year] + spent[year]),
            "flow": float(flows[year]),
            "balance": float(balance),
        }
        for year, balance in enumerate(np.cumsum(flows))
    ]
