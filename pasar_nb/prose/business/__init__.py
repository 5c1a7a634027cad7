"""The business model, said in sentences."""

from pasar_nb.prose.business.exchanges import exchanges
from pasar_nb.prose.business.finance import finance
from pasar_nb.prose.business.income import investment, margins, prices, producers, wage
from pasar_nb.prose.business.rule import partners, rule
from pasar_nb.prose.business.summary import limits, summary

__all__ = [
    "exchanges",
    "finance",
    "investment",
    "limits",
    "margins",
    "partners",
    "prices",
    "producers",
    "rule",
    "summary",
    "wage",
]
