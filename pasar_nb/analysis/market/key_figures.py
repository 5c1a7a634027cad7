"""The few figures of a market map that are compared across districts."""

from __future__ import annotations

from pasar_nb.analysis.key_figures import KeyFigure
from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.findings import NotEstimable


def key_figures(result: MarketMap) -> dict[str, KeyFigure]:
    """Collect what another district's market can be compared with.

    Parameters
    ----------
    result
        A market map that has passed disclosure control.

    Returns
    -------
    dict
        ``commodity``; ``actor_groups``; ``channels``, and for the largest ``final_price``, ``unit`` and
        ``producer_share`` (0-1); ``final_value`` (Rp a year); ``functions_empty``, keys of the guide's
        functions that nobody fills; ``roots`` and ``roots_unanswered``. What cannot be said is a
        `NotEstimable`.
    """
    actors, gaps = result.actors, result.gaps
    return {
        "commodity": result.commodity,
        "actor_groups": actors if isinstance(actors, NotEstimable) else actors.groups,
        **_priced(result),
        "functions_empty": gaps if isinstance(gaps, NotEstimable) else gaps.in_state("empty"),
        **_rooted(result),
    }


def _priced(result: MarketMap) -> dict[str, KeyFigure]:
    prices, money = result.prices, result.money
    figures: dict[str, KeyFigure] = {
        "final_value": money if isinstance(money, NotEstimable) else money.final_value
    }
    if isinstance(prices, NotEstimable):
        return figures | dict.fromkeys(("channels", "final_price", "unit", "producer_share"), prices)
    largest = prices.channels.iloc[0]
    return figures | {
        "channels": len(prices.channels),
        "final_price": float(largest["final_price"]),
        "unit": str(largest["unit"]),
        "producer_share": float(largest["producer_share"]),
    }


def _rooted(result: MarketMap) -> dict[str, KeyFigure]:
    tree = result.tree
    if isinstance(tree, NotEstimable):
        return {"roots": tree, "roots_unanswered": tree}
    return {"roots": tree.roots, "roots_unanswered": len(tree.unanswered)}
