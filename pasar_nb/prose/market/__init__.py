"""The market of a commodity, said in sentences."""

from pasar_nb.prose.market.actors import actors, gaps, women
from pasar_nb.prose.market.division import money
from pasar_nb.prose.market.logic import logic
from pasar_nb.prose.market.problems import depth, tree
from pasar_nb.prose.market.series import demand_and_supply, seasons
from pasar_nb.prose.market.structure import balance, buyers, dependence, support
from pasar_nb.prose.market.summary import limits, summary
from pasar_nb.prose.market.trade import margins, prices

__all__ = [
    "actors",
    "balance",
    "buyers",
    "demand_and_supply",
    "dependence",
    "depth",
    "gaps",
    "limits",
    "logic",
    "margins",
    "money",
    "prices",
    "seasons",
    "summary",
    "support",
    "tree",
    "women",
]
