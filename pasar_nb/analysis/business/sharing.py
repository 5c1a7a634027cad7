"""How government and partners share the costs, what a household costs, and pointers to free capital."""

from __future__ import annotations

import math
import re

import pandas as pd

from pasar_nb.analysis.business.budgets import CONDITIONS
from pasar_nb.analysis.business.finance import summed
from pasar_nb.analysis.business.model_results import (
    CostSharing,
    FreeCapital,
    Leverage,
    PerHousehold,
    Realised,
)
from pasar_nb.analysis.business.results import Budgets, Exchanges, Finance
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Share, _
from pasar_nb.vocabulary import FUND_CLASSES, PRODUCERS

PUBLIC = "pemerintah"
LENDERS = "lembaga_keuangan"
PRIVATE = ("usaha", "pokmas", LENDERS)
REPORTED = 0.9  # of the budget of a side and year; with less, the rest could turn the ratio
GIVEN = ("uang", "pembiayaan")
FREE_WORDS = (
    *("hibah", "stimulan", "dana bergulir", "modal gratis", "modal cuma-cuma"),
    *("bantuan modal", "modal awal", "bantuan dana", "bantuan uang", "bantuan tunai", "bantuan langsung"),
)
"""Words that districts use for capital that is not paid back, or, as revolving funds, seldom is."""
_FREE = re.compile(r"\b(" + "|".join(word.replace(" ", r"\s+") for word in FREE_WORDS) + r")\b")


def share_costs(
    finance: Finance | NotEstimable, budgets: Budgets | NotEstimable
) -> CostSharing | NotEstimable:
    """Set what government pays against what partners pay.

    Parameters
    ----------
    finance
        Who pays for what.
    budgets
        Say how many households the model reaches.

    Notes
    -----
    Public: APBN, APBD, DAK and APBDes. Private: private and local partners, CSR, producers and lenders.
    Donors are neither, as in the private finance mobilised that the OECD counts.
    """
    if isinstance(finance, NotEstimable):
        return finance
    classes = summed(finance.by_source.assign(kelas=finance.by_source["sumber"].map(FUND_CLASSES)), ["kelas"])
    return CostSharing(
        leverage=_leverage(classes, _by_side(finance)),
        per_household=_per_household(finance, classes, budgets),
        table=classes,
    )


def find_free_capital(costs: pd.DataFrame, exchanges: Exchanges | NotEstimable) -> FreeCapital | NotEstimable:
    """Point out what may be capital for nothing: by the words of activities, and by gifts without return.

    Parameters
    ----------
    costs
        Table `pembiayaan` of the contract.
    exchanges
        Of the plan.

    Notes
    -----
    Panduan Replikasi, 2: free capital is better avoided, as many programmes of starting capital or revolving
    funds failed. Names cannot tell what was agreed, so what is found is a pointer to look at.
    """
    if costs.empty and isinstance(exchanges, NotEstimable):
        return NotEstimable(
            _("Tabel pembiayaan dan relasi bisnis belum berisi, sehingga modal gratis tidak dapat dicari.")
        )
    budgeted = costs[costs["anggaran"].notna()]
    named = budgeted.assign(kegiatan=budgeted["kegiatan"].fillna("–").astype("str"))
    grouped = named.groupby(["kegiatan", "sumber"], sort=False, observed=True)["anggaran"]
    activities = grouped.agg(rows="size", anggaran="sum").reset_index()
    words = [_words(name) for name in activities["kegiatan"]]
    return FreeCapital(
        exchanges=_gifts(exchanges), costs=activities.assign(words=pd.Series(words, dtype="str"))
    )


def _words(name: str) -> str:
    return ", ".join(dict.fromkeys(" ".join(one.split()) for one in _FREE.findall(name.casefold())))


def _gifts(exchanges: Exchanges | NotEstimable) -> pd.DataFrame:
    rows = [] if isinstance(exchanges, NotEstimable) else [_given(exchanges, one) for one in CONDITIONS]
    columns = ["kondisi", "jenis", "keterangan"]
    return pd.concat(rows, ignore_index=True)[columns] if rows else pd.DataFrame(columns=columns)


def _given(exchanges: Exchanges, condition: str) -> pd.DataFrame:
    rows = exchanges.of(condition)
    remark = rows["before" if condition == CONDITIONS[0] else "after"]
    rows = rows.assign(kondisi=condition, keterangan=remark)
    given_back = (rows["dari"].eq(PRODUCERS) & rows["ke"].eq(PUBLIC)).any()
    given = rows["dari"].eq(PUBLIC) & rows["ke"].eq(PRODUCERS) & rows["jenis"].isin(GIVEN)
    return rows[given & (not given_back)]


def _by_side(finance: Finance) -> pd.DataFrame:
    """Sum up by year what the government and what its partners pay; donors are left out."""
    sides = (
        finance.table["sumber"].map(FUND_CLASSES).map({PUBLIC: PUBLIC, **dict.fromkeys(PRIVATE, "private")})
    )
    rows = finance.table.assign(side=sides).dropna(subset="side")
    sums = rows.groupby(["side", "tahun"])[["budget", "reported_budget", "spent"]].sum()
    return sums.reset_index()


def _leverage(classes: pd.DataFrame, sides: pd.DataFrame) -> Leverage | NotEstimable:
    budget = classes.set_index("kelas")["budget"]
    public = float(budget.get(PUBLIC, 0.0))
    if not public > 0:
        return NotEstimable(
            _("Tidak ada anggaran pemerintah yang dicatat, sehingga daya ungkit dana tidak dihitung.")
        )
    private = float(budget.reindex(PRIVATE).sum())
    lent = float(budget.get(LENDERS, 0.0))
    return Leverage(
        all_private=private / public, without_loans=(private - lent) / public, realised=_realised(sides)
    )


def _realised(sides: pd.DataFrame) -> Realised | NotEstimable:
    """Compare what is spent where both sides report nearly all: overall, or else in years that have both."""
    told = sides
    if not _reports(sides.groupby("side")[["budget", "reported_budget"]].sum()).all():
        both = sides.groupby("tahun")["side"].nunique().eq(2)
        told = sides[sides["tahun"].map(_reports(sides).groupby(sides["tahun"]).all() & both)]
    spent = told.groupby("side")["spent"].sum()
    if not {PUBLIC, "private"} <= set(spent.index) or not spent[PUBLIC] > 0:
        return NotEstimable(
            _(
                "Daya ungkit menurut realisasi tidak dihitung, sebab belum ada tahun yang realisasinya "
                "dilaporkan untuk sedikitnya {least} anggaran pemerintah maupun pihak swasta.",
                least=Share(REPORTED),
            )
        )
    years = told.loc[told["reported_budget"] > 0, "tahun"]
    return Realised(
        ratio=float(spent["private"] / spent[PUBLIC]),
        first=int(years.min()),
        last=int(years.max()),
        covered=float(told["reported_budget"].sum() / sides["budget"].sum()),
    )


def _reports(sums: pd.DataFrame) -> pd.Series[bool]:
    return sums["reported_budget"] >= REPORTED * sums["budget"]


def _per_household(
    finance: Finance, classes: pd.DataFrame, budgets: Budgets | NotEstimable
) -> PerHousehold | NotEstimable:
    households = _households(budgets)
    if not households > 0:
        return NotEstimable(
            _(
                "Jumlah rumah tangga POKMAS pada model sesudah tidak diketahui, sehingga biaya per rumah "
                "tangga tidak dihitung."
            )
        )
    given = classes[classes["kelas"].ne(LENDERS)]
    budget, reported = float(given["budget"].sum()), float(given["reported_budget"].sum())
    if not budget > 0:
        return NotEstimable(
            _(
                "Anggaran selain pinjaman nol atau tidak dicatat, sehingga biaya per rumah tangga tidak "
                "dihitung."
            )
        )
    public = float(classes.loc[classes["kelas"].eq(PUBLIC), "budget"].sum())
    return PerHousehold(
        households=households,
        budget=budget / households,
        public=public / households,
        lent=(finance.budget - budget) / households,
        spent=float(given["spent"].sum()) / households if given["spent"].notna().any() else None,
        covered=reported / budget,
    )


def _households(budgets: Budgets | NotEstimable) -> float:
    """Count the producer units of the model after; missing where none, or several numbers, are recorded."""
    if isinstance(budgets, NotEstimable):
        return math.nan
    rows = budgets.table[budgets.table["peran"].eq(PRODUCERS) & budgets.table["kondisi"].eq("sesudah")]
    return float(rows["unit"].iloc[0]) if len(rows) else math.nan
