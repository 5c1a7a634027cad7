"""The answers of the survey in tables."""

from pasar_nb.tables.description.budgets import business_income, spending
from pasar_nb.tables.description.splits import every_split, splits
from pasar_nb.tables.description.waves import amounts, answers, numbers

__all__ = ["amounts", "answers", "business_income", "every_split", "numbers", "spending", "splits"]
