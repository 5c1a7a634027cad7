"""Who pays for what: budget and realisation by group, source and year."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.results import Finance
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import FINANCE_LABELS, FUND_CLASS_LABELS, FUND_LABELS

_SUMS = ["rows", "budget", "reported_rows", "reported_budget", "spent"]


def sum_finance(costs: pd.DataFrame) -> Finance | NotEstimable:
    """Sum up who pays for what.

    Parameters
    ----------
    costs
        Table `pembiayaan` of the contract. A realisation that is not filled in is not yet known; it is not
        nought.

    Returns
    -------
    Finance or NotEstimable
        The latter where no cost has a budget.
    """
    budgeted = costs[costs["anggaran"].notna()]
    if budgeted.empty:
        return NotEstimable(_("Tabel pembiayaan belum berisi, sehingga belum terlihat siapa membiayai apa."))
    reported = budgeted["realisasi"].notna()
    budget, spent = budgeted["anggaran"].astype("float64"), budgeted["realisasi"].astype("float64")
    rows = budgeted[["kelompok", "sumber", "tahun"]].assign(
        rows=1,
        budget=budget,
        reported_rows=reported.astype("int64"),
        reported_budget=budget.where(reported),
        spent=spent,
    )
    known = bool(reported.any())
    return Finance(
        budget=float(budget.sum()),
        reported_budget=float(budget[reported].sum()) if known else None,
        spent=float(spent.sum()) if known else None,
        rows=len(budgeted),
        reported_rows=int(reported.sum()),
        overspent=int((spent > budget).sum()),
        table=summed(rows, ["kelompok", "sumber", "tahun"]),
        by_source=summed(rows, ["sumber"]),
        by_group=summed(rows, ["kelompok"]),
        by_year=summed(rows, ["tahun"]),
    )


def summed(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Sum up costs by some keys, with their share of the whole budget; what no row reports stays missing."""
    sums = rows.groupby(keys, sort=False)[_SUMS].sum(min_count=1).reset_index()
    whole = sums["budget"].sum()
    shares = sums["budget"] / whole if whole > 0 else float("nan")
    return sums.assign(share=shares).sort_values(keys, key=_in_order, kind="stable").reset_index(drop=True)


def _in_order(column: pd.Series) -> pd.Series:
    if column.name == "tahun":
        return column
    labels = FUND_CLASS_LABELS if column.name == "kelas" else [*FINANCE_LABELS, *FUND_LABELS]
    return column.map({name: at for at, name in enumerate(labels)})
