"""Which commodity: the candidates' scores, their ranking, and how sure it is.

`select` does everything; its parts stand in modules of their own. `reweighted` answers the sliders.
"""

from pasar_nb.analysis.commodity.key_figures import key_figures
from pasar_nb.analysis.commodity.ranking import reweighted
from pasar_nb.analysis.commodity.results import (
    Acceptability,
    Agreement,
    AhpWeights,
    Certainty,
    CommoditySelection,
    Criteria,
    Decision,
    Evidence,
    Ranking,
    Reranking,
    Scores,
    Tipping,
    Veto,
)
from pasar_nb.analysis.commodity.selection import DRAWS, select

__all__ = [
    "DRAWS",
    "Acceptability",
    "Agreement",
    "AhpWeights",
    "Certainty",
    "CommoditySelection",
    "Criteria",
    "Decision",
    "Evidence",
    "Ranking",
    "Reranking",
    "Scores",
    "Tipping",
    "Veto",
    "key_figures",
    "reweighted",
    "select",
]
