"""The answers of the survey, said in sentences."""

from pasar_nb.prose.description.budgets import business_income, spending
from pasar_nb.prose.description.overview import hidden_splits, levels, overview

__all__ = ["business_income", "hidden_splits", "levels", "overview", "spending"]
