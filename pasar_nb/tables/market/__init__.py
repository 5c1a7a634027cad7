"""The market of a commodity, in tables."""

from pasar_nb.tables.market.actors import flows, functions, gaps
from pasar_nb.tables.market.problems import problem_tree, roots
from pasar_nb.tables.market.trade import channels, margins, money

__all__ = [
    "channels",
    "flows",
    "functions",
    "gaps",
    "margins",
    "money",
    "problem_tree",
    "roots",
]
