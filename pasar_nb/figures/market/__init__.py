"""The market of a commodity, drawn."""

from pasar_nb.figures.market.market_map import market_map
from pasar_nb.figures.market.money import money_shares
from pasar_nb.figures.market.prices import price_build_up
from pasar_nb.figures.market.roots import root_answers

__all__ = ["market_map", "money_shares", "price_build_up", "root_answers"]
