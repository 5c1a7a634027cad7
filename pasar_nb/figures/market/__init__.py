"""The market of a commodity, drawn."""

from pasar_nb.figures.market.intervention_logic import intervention_logic
from pasar_nb.figures.market.market_map import market_map
from pasar_nb.figures.market.money import money_shares
from pasar_nb.figures.market.prices import price_build_up
from pasar_nb.figures.market.problem_tree import problem_tree
from pasar_nb.figures.market.product_flow import product_flow
from pasar_nb.figures.market.roots import root_answers
from pasar_nb.figures.market.series import commodity_series

__all__ = [
    "commodity_series",
    "intervention_logic",
    "market_map",
    "money_shares",
    "price_build_up",
    "problem_tree",
    "product_flow",
    "root_answers",
]
