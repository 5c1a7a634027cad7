"""The business model, in tables."""

from pasar_nb.tables.business.exchanges import exchanges
from pasar_nb.tables.business.finance import finance_by_source, finance_in_full
from pasar_nb.tables.business.income import break_even, budget_lines, budgets, gains, incomes, investment

__all__ = [
    "break_even",
    "budget_lines",
    "budgets",
    "exchanges",
    "finance_by_source",
    "finance_in_full",
    "gains",
    "incomes",
    "investment",
]
