"""What changes in each party's year: the partial budget, its total and what a rupiah of cost returns."""

from __future__ import annotations

import math

import pandas as pd

from pasar_nb.analysis.business.budgets import OPERATING
from pasar_nb.analysis.business.gains import HALF_RUPIAH
from pasar_nb.analysis.business.model_results import PartialBudget
from pasar_nb.analysis.business.results import Budgets, Gains
from pasar_nb.analysis.rows import as_rows
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import CONDITION_LABELS

EFFECTS = ("added_revenue", "reduced_cost", "added_cost", "reduced_revenue")
REASONS: dict[str, Message] = {
    "new": _("pihak baru, tanpa anggaran sebelumnya"),
    "gone": _("tidak ikut lagi, tanpa anggaran sesudahnya"),
}
"""Further reasons, beside those of `gains.REASONS`, why a party has no partial budget."""
NOISE = 1e-6  # Rp; what binary numbers leave of amounts that were written alike
_LINE = ["peran", "jenis", "komponen"]


def partial_budgets(budgets: Budgets, gains: Gains | NotEstimable) -> PartialBudget | NotEstimable:
    """Draw up the partial budget of each party.

    Parameters
    ----------
    budgets
        Of both conditions.
    gains
        Tell which parties can be compared.

    Returns
    -------
    PartialBudget or NotEstimable
        The latter where one condition has no budget, or no party can be compared.

    Notes
    -----
    Net change = (added revenue + reduced cost) - (added cost + reduced revenue) (Kay, Edwards and Duffy 2016,
    Farm Management, ch. 12; Dillon and Hardaker 1993, FAO Farm Systems Management Series 6). It is the
    difference of the two net incomes however lines are matched; the four parts are not: a line that is named
    differently after counts as ended and added. The return per rupiah therefore takes the cost that is added
    on balance, as the marginal rate of return of CIMMYT (1988, From Agronomic Data to Farmer
    Recommendations, ch. 4) does. Investment stays outside, as in all net incomes here.
    """
    if isinstance(gains, NotEstimable):
        return gains
    rows = as_rows(gains.table)
    compared = [str(row["peran"]) for row in rows if row["presence"] == "both" and not row["reason"]]
    known = [party for party in compared if party in set(budgets.lines["peran"])]
    if not known:
        return NotEstimable(
            _("Tidak ada pihak dengan anggaran lengkap pada kedua kondisi, sehingga tidak dibandingkan.")
        )
    lines = _matched(budgets.lines[budgets.lines["peran"].isin(known)])
    totals = {(row["peran"], row["kondisi"]): row["total_net"] for row in as_rows(budgets.table)}
    parties = [
        {
            **_identity(row, known),
            **_parts(lines[lines["peran"].eq(row["peran"])], known=row["peran"] in known),
            "unit_before": row["unit_before"],
            "unit_after": row["unit_after"],
            "total_before": totals.get((row["peran"], "sebelum"), math.nan),
            "total_after": totals.get((row["peran"], "sesudah"), math.nan),
        }
        for row in rows
        if row["verdict"] != "exempt"
    ]
    table = pd.DataFrame(parties)
    same = table["unit_before"].eq(table["unit_after"])
    return PartialBudget(
        table=table.assign(total_change=(table["net_change"] * table["unit_after"]).where(same)), lines=lines
    )


def _identity(row: dict[str, object], known: list[str]) -> dict[str, object]:
    reason = "" if row["peran"] in known else row["reason"] or row["presence"]
    return {"peran": row["peran"], "reason": reason}


def _matched(lines: pd.DataFrame) -> pd.DataFrame:
    """Set lines of the same kind and name beside each other; several of one name count together."""
    operating = lines[lines["jenis"].isin(list(OPERATING))]
    named = operating.assign(key=operating["komponen"].fillna("–").astype("str").map(_plain))
    sums = named.groupby(["peran", "jenis", "key", "kondisi"], sort=False, observed=True)["value"].sum()
    wide = sums.unstack("kondisi").reindex(columns=list(CONDITION_LABELS)).reset_index()
    names = named.drop_duplicates(["peran", "jenis", "key"], keep="last")
    order = named.drop_duplicates(["peran", "jenis", "key"])[["peran", "jenis", "key"]]
    joined = order.merge(wide, on=["peran", "jenis", "key"]).merge(
        names[["peran", "jenis", "key", "komponen"]], on=["peran", "jenis", "key"]
    )
    found = joined.rename(columns={"sebelum": "before", "sesudah": "after"})
    change = found["after"].fillna(0) - found["before"].fillna(0)
    effect = [_effect(kind, by) for kind, by in zip(found["jenis"], change, strict=True)]
    return found.assign(effect=effect, amount=change.abs())[[*_LINE, "before", "after", "effect", "amount"]]


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _effect(kind: str, change: float) -> str:
    if abs(change) <= NOISE:
        return "unchanged"
    if kind == "pendapatan":
        return "added_revenue" if change > 0 else "reduced_revenue"
    return "added_cost" if change > 0 else "reduced_cost"


def _parts(lines: pd.DataFrame, *, known: bool) -> dict[str, float]:
    if not known:
        return dict.fromkeys((*EFFECTS, "net_change", "extra_cost", "returned"), math.nan)
    parts = {effect: float(lines.loc[lines["effect"].eq(effect), "amount"].sum()) for effect in EFFECTS}
    better = parts["added_revenue"] + parts["reduced_cost"]
    worse = parts["added_cost"] + parts["reduced_revenue"]
    extra = parts["added_cost"] - parts["reduced_cost"]
    returned = (better - worse) / extra if extra > HALF_RUPIAH else math.nan
    return {**parts, "net_change": better - worse, "extra_cost": extra, "returned": returned}
