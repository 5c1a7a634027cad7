"""The market of a commodity, in tables."""

from pasar_nb.tables.market.actors import flows, functions, gaps
from pasar_nb.tables.market.logic import intervention_logic, why_chains
from pasar_nb.tables.market.problems import problem_tree, roots
from pasar_nb.tables.market.series import series_levels, series_seasons, series_trends
from pasar_nb.tables.market.structure import balance, buyers, dependence, support
from pasar_nb.tables.market.trade import channels, margins, marketing, money

__all__ = [
    "balance",
    "buyers",
    "channels",
    "dependence",
    "flows",
    "functions",
    "gaps",
    "intervention_logic",
    "margins",
    "marketing",
    "money",
    "problem_tree",
    "roots",
    "series_levels",
    "series_seasons",
    "series_trends",
    "support",
    "why_chains",
]
