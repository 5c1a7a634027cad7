"""The producers' income against the district minimum wage."""

from __future__ import annotations

import math

import pandas as pd

from pasar_nb.analysis.business.budgets import CONDITIONS
from pasar_nb.analysis.business.results import Budgets, Wage
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import MONTHS_PER_YEAR, PRODUCERS


def compare_wage(budgets: Budgets, reference: pd.DataFrame, *, start_year: int | None) -> Wage | NotEstimable:
    """Set a producer household's net income per month beside the district minimum wage.

    Parameters
    ----------
    budgets
        Of one or both conditions.
    reference
        Table `acuan` of the contract.
    start_year
        Year in which the intervention starts; its wage is taken where it is recorded, else the latest.
    """
    nets = budgets.table[budgets.table["peran"] == PRODUCERS].set_index("kondisi")["net"].dropna()
    if nets.empty:
        return NotEstimable(
            _("Anggaran POKMAS belum lengkap, sehingga tidak dibandingkan dengan upah minimum.")
        )
    wages = reference.dropna(subset=["tahun", "umk"]).set_index("tahun")["umk"].astype("float64").sort_index()
    wages = wages[wages > 0]
    if wages.empty:
        return NotEstimable(_("Upah minimum kabupaten belum dicatat pada tabel acuan."))
    year = start_year if start_year is not None and start_year in wages.index else int(wages.index[-1])
    before, after = (_monthly(nets, one) for one in CONDITIONS)
    return Wage(year=year, wage=float(wages[year]), before=before, after=after)


def _monthly(nets: pd.Series[float], condition: str) -> float | None:
    yearly = float(nets.get(condition, math.nan))
    return None if math.isnan(yearly) else yearly / MONTHS_PER_YEAR
