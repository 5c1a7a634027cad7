"""The business model, in tables."""

from pasar_nb.tables.business.appraisal import cash_flows, present_values, repayment
from pasar_nb.tables.business.candidates import candidates
from pasar_nb.tables.business.exchanges import exchanges
from pasar_nb.tables.business.finance import finance_by_source, finance_in_full
from pasar_nb.tables.business.income import break_even, budget_lines, budgets, gains, incomes, investment
from pasar_nb.tables.business.models import features
from pasar_nb.tables.business.partial import outreach, partial_budgets, partial_lines
from pasar_nb.tables.business.risk import price_falls, probabilities, sensitivity
from pasar_nb.tables.business.sharing import activities, cost_sharing, finance_by_group_and_year
from pasar_nb.tables.business.traded import traded

__all__ = [
    "activities",
    "break_even",
    "budget_lines",
    "budgets",
    "candidates",
    "cash_flows",
    "cost_sharing",
    "exchanges",
    "features",
    "finance_by_group_and_year",
    "finance_by_source",
    "finance_in_full",
    "gains",
    "incomes",
    "investment",
    "outreach",
    "partial_budgets",
    "partial_lines",
    "present_values",
    "price_falls",
    "probabilities",
    "repayment",
    "sensitivity",
    "traded",
]
