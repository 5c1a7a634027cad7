"""The market of a commodity, said in sentences."""

from pasar_nb.prose.market.actors import actors, gaps, women
from pasar_nb.prose.market.problems import tree
from pasar_nb.prose.market.summary import limits, summary
from pasar_nb.prose.market.trade import margins, money, prices

__all__ = ["actors", "gaps", "limits", "margins", "money", "prices", "summary", "tree", "women"]
