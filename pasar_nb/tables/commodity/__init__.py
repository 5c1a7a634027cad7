"""The choice of a commodity, in tables."""

from pasar_nb.tables.commodity.certainty import first_places, tipping_points
from pasar_nb.tables.commodity.criteria import ahp_consistency, ahp_weights, criteria, evidence
from pasar_nb.tables.commodity.scores import (
    agreed_order,
    ranking,
    raters,
    reranking,
    score_means,
    score_spread,
)

__all__ = [
    "agreed_order",
    "ahp_consistency",
    "ahp_weights",
    "criteria",
    "evidence",
    "first_places",
    "ranking",
    "raters",
    "reranking",
    "score_means",
    "score_spread",
    "tipping_points",
]
