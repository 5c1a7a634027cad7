"""The whole business model in one call."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

import pandas as pd

from pasar_nb.analysis.business.assumptions import Assumptions
from pasar_nb.analysis.business.breakeven import break_even
from pasar_nb.analysis.business.budgets import sum_budgets
from pasar_nb.analysis.business.exchanges import compare_exchanges
from pasar_nb.analysis.business.finance import sum_finance
from pasar_nb.analysis.business.gains import check_gains
from pasar_nb.analysis.business.investment import appraise
from pasar_nb.analysis.business.investment_results import Investment, Loan
from pasar_nb.analysis.business.loan import repay
from pasar_nb.analysis.business.model_results import PartialBudget
from pasar_nb.analysis.business.partial import partial_budgets
from pasar_nb.analysis.business.partners import compare_partners
from pasar_nb.analysis.business.recognition import recognise
from pasar_nb.analysis.business.reconciliation import reconcile
from pasar_nb.analysis.business.reconciliation_results import Reconciliation
from pasar_nb.analysis.business.results import BreakEven, Budgets, BusinessModel, Exchanges, Gains, Wage
from pasar_nb.analysis.business.risk import assess_risk
from pasar_nb.analysis.business.risk_results import Risk
from pasar_nb.analysis.business.sharing import find_free_capital, share_costs
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
    candidates: pd.DataFrame | None = None,
    assumptions: Assumptions | None = None,
) -> BusinessModel:
    """Compare the business model before and after.

    Parameters
    ----------
    model, relations, costs
        Tables `model_bisnis`, `relasi_bisnis` and `pembiayaan` of the contract. They are not changed.
    profile, reference
        Tables `profil` (commodity and start) and `acuan` (minimum wage).
    candidates
        Table `mitra`; None where the district has none.
    assumptions
        Of the investments, the loan and the risk; None for the usual ones.

    Returns
    -------
    BusinessModel
        What cannot be said is a `NotEstimable` with its reason.
    """
    exchanges, budgets, finance = compare_exchanges(relations), sum_budgets(model), sum_finance(costs)
    found = _from_budgets(budgets, exchanges, reference, start_of(profile))
    return BusinessModel(
        commodity=commodity_of(profile),
        **found,
        **_ahead(budgets, found["gains"], exchanges, assumptions or Assumptions()),
        exchanges=exchanges,
        finance=finance,
        recognition=recognise(exchanges),
        sharing=share_costs(finance, budgets),
        free_capital=find_free_capital(costs, exchanges),
        partners=compare_partners(candidates),
    )


class _FromBudgets(TypedDict):
    budgets: Budgets | NotEstimable
    gains: Gains | NotEstimable
    break_even: BreakEven | NotEstimable
    wage: Wage | NotEstimable
    partial: PartialBudget | NotEstimable
    reconciliation: Reconciliation | NotEstimable


def _from_budgets(
    budgets: Budgets | NotEstimable,
    exchanges: Exchanges | NotEstimable,
    reference: pd.DataFrame,
    start: date | None,
) -> _FromBudgets:
    if isinstance(budgets, NotEstimable):
        return {
            "budgets": budgets,
            "gains": budgets,
            "break_even": budgets,
            "wage": budgets,
            "partial": budgets,
            "reconciliation": budgets,
        }
    reconciliation = reconcile(budgets, exchanges)
    gains = check_gains(budgets, exchanges, reconciliation)
    return {
        "budgets": budgets,
        "gains": gains,
        "reconciliation": reconciliation,
        "partial": partial_budgets(budgets, gains),
        "break_even": break_even(budgets),
        "wage": compare_wage(budgets, reference, start_year=start.year if start else None),
    }


class _Ahead(TypedDict):
    investment: Investment | NotEstimable
    loan: Loan | NotEstimable
    risk: Risk | NotEstimable


def _ahead(
    budgets: Budgets | NotEstimable,
    gains: Gains | NotEstimable,
    exchanges: Exchanges | NotEstimable,
    assumptions: Assumptions,
) -> _Ahead:
    """Look ahead: at the years of an investment, and at what prices and volumes may become."""
    if isinstance(budgets, NotEstimable):
        return {"investment": budgets, "loan": budgets, "risk": budgets}
    if isinstance(gains, NotEstimable):
        return {"investment": gains, "loan": gains, "risk": gains}
    return {
        "investment": appraise(budgets, gains, assumptions),
        "loan": repay(budgets, gains, exchanges, assumptions),
        "risk": assess_risk(budgets, gains, exchanges, assumptions),
    }
