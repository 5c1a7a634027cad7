"""The business model, drawn."""

from pasar_nb.figures.business.candidates import partner_ratings
from pasar_nb.figures.business.chances import probabilities
from pasar_nb.figures.business.diagram import model_diagram
from pasar_nb.figures.business.finance import finance_by_source, finance_by_year
from pasar_nb.figures.business.income import net_income
from pasar_nb.figures.business.tornado import tornado

__all__ = [
    "finance_by_source",
    "finance_by_year",
    "model_diagram",
    "net_income",
    "partner_ratings",
    "probabilities",
    "tornado",
]
