"""The business model, drawn."""

from pasar_nb.figures.business.diagram import model_diagram
from pasar_nb.figures.business.finance import finance_by_source, finance_by_year
from pasar_nb.figures.business.income import net_income

__all__ = ["finance_by_source", "finance_by_year", "model_diagram", "net_income"]
