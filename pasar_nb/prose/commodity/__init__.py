"""The choice of a commodity, said in sentences."""

from pasar_nb.prose.commodity.certainty import agreement, certainty_any, certainty_near, tipping
from pasar_nb.prose.commodity.decision import decision, decision_in_short, evidence
from pasar_nb.prose.commodity.ranking import ahp, methods, vetoes, winner
from pasar_nb.prose.commodity.summary import limits, summary

__all__ = [
    "agreement",
    "ahp",
    "certainty_any",
    "certainty_near",
    "decision",
    "decision_in_short",
    "evidence",
    "limits",
    "methods",
    "summary",
    "tipping",
    "vetoes",
    "winner",
]
