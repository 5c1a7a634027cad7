"""The whole business model in one call."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

import pandas as pd

from pasar_nb.analysis.business.breakeven import break_even
from pasar_nb.analysis.business.budgets import sum_budgets
from pasar_nb.analysis.business.exchanges import compare_exchanges
from pasar_nb.analysis.business.finance import sum_finance
from pasar_nb.analysis.business.gains import check_gains
from pasar_nb.analysis.business.results import BreakEven, Budgets, BusinessModel, Exchanges, Gains, Wage
from pasar_nb.analysis.business.wage import compare_wage
from pasar_nb.analysis.profile import commodity_of, start_of
from pasar_nb.findings import NotEstimable


def compare(
    model: pd.DataFrame,
    relations: pd.DataFrame,
    costs: pd.DataFrame,
    *,
    profile: pd.DataFrame,
    reference: pd.DataFrame,
) -> BusinessModel:
    """Compare the business model before and after.

    Parameters
    ----------
    model, relations, costs
        Tables `model_bisnis`, `relasi_bisnis` and `pembiayaan` of the contract. They are not changed.
    profile, reference
        Tables `profil` (commodity and start) and `acuan` (minimum wage).

    Returns
    -------
    BusinessModel
        What cannot be said is a `NotEstimable` with its reason.
    """
    exchanges = compare_exchanges(relations)
    return BusinessModel(
        commodity=commodity_of(profile),
        **_from_budgets(sum_budgets(model), exchanges, reference, start_of(profile)),
        exchanges=exchanges,
        finance=sum_finance(costs),
    )


class _FromBudgets(TypedDict):
    budgets: Budgets | NotEstimable
    gains: Gains | NotEstimable
    break_even: BreakEven | NotEstimable
    wage: Wage | NotEstimable


def _from_budgets(
    budgets: Budgets | NotEstimable,
    exchanges: Exchanges | NotEstimable,
    reference: pd.DataFrame,
    start: date | None,
) -> _FromBudgets:
    if isinstance(budgets, NotEstimable):
        return {"budgets": budgets, "gains": budgets, "break_even": budgets, "wage": budgets}
    return {
        "budgets": budgets,
        "gains": check_gains(budgets, exchanges),
        "break_even": break_even(budgets),
        "wage": compare_wage(budgets, reference, start_year=start.year if start else None),
    }
