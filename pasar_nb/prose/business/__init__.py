"""The business model, said in sentences."""

from pasar_nb.prose.business.appraisal import loan, present_values
from pasar_nb.prose.business.candidates import candidates
from pasar_nb.prose.business.exchanges import exchanges
from pasar_nb.prose.business.finance import finance
from pasar_nb.prose.business.income import investment, margins, prices, producers, wage
from pasar_nb.prose.business.models import models
from pasar_nb.prose.business.partial import outreach, partial, per_rupiah
from pasar_nb.prose.business.risk import price_falls, probabilities, sensitivity
from pasar_nb.prose.business.rule import partners, rule
from pasar_nb.prose.business.sharing import free_capital, sharing
from pasar_nb.prose.business.summary import limits, summary

__all__ = [
    "candidates",
    "exchanges",
    "finance",
    "free_capital",
    "investment",
    "limits",
    "loan",
    "margins",
    "models",
    "outreach",
    "partial",
    "partners",
    "per_rupiah",
    "present_values",
    "price_falls",
    "prices",
    "probabilities",
    "producers",
    "rule",
    "sensitivity",
    "sharing",
    "summary",
    "wage",
]
