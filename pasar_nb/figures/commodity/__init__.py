"""The choice of a commodity, drawn."""

from pasar_nb.figures.commodity.acceptability import acceptability_any, acceptability_near
from pasar_nb.figures.commodity.composition import index_composition
from pasar_nb.figures.commodity.methods import ranks_by_method
from pasar_nb.figures.commodity.scores import scores_by_criterion
from pasar_nb.figures.commodity.tipping import tipping_points

__all__ = [
    "acceptability_any",
    "acceptability_near",
    "index_composition",
    "ranks_by_method",
    "scores_by_criterion",
    "tipping_points",
]
