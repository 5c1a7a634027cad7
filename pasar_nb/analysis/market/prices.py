"""Price, margin and share of the final price along each way of the product."""

from __future__ import annotations

import math
from itertools import pairwise

import networkx as nx
import pandas as pd

from pasar_nb.analysis.market.channels import Channels, Path, find_channels, kept_along, thinnest
from pasar_nb.analysis.market.functions import fills
from pasar_nb.analysis.market.marketing import marketing_margin
from pasar_nb.analysis.market.results import Actors, Prices, RefusedChannel
from pasar_nb.analysis.market.trade import chain_graph, no_trade
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _n, listing

ARROW = " → "
_STEPS = [
    *("channel", "step", "pelaku", "nama", "buying", "selling", "left", "paid", "earned"),
    *("margin", "share", "price_share", "cost", "net"),
]


def follow_prices(actors: Actors, links: pd.DataFrame, costs: pd.Series[float]) -> Prices | NotEstimable:
    """Compute margins and shares of the final price along every channel.

    Parameters
    ----------
    actors
        For names, producers and consumers.
    links
        From `trade_links`.
    costs
        Cost per unit (Rp) by actor code.

    Returns
    -------
    Prices or NotEstimable
        The latter where no channel can be compared along its way.

    Notes
    -----
    Gross marketing margin and producer's share of the final price, as usual in studies of value chains
    (Tomek and Kaiser, Agricultural Product Prices, ch. 6); a margin is cost and what is left after it.
    Channels start at the producers; what these buy are inputs, not the product. Along a channel all units
    must agree, and an actor must sell about as much as it buys: a kilogram dried is not a kilogram fresh.
    What little is lost on the way is nobody's income, so that shares are those of rupiah: what an actor sells
    less what it buys, of a unit that the producer sells. Where a loss is not known they are those of prices.
    """
    if links.empty:
        return NotEstimable(no_trade())
    channels = find_channels(chain_graph(links), actors)
    if isinstance(channels, NotEstimable):
        return channels
    if not channels.sound:
        return NotEstimable(_none_sound(channels.refused))
    return _compared(channels, actors.table.set_index("pelaku"), costs)


def _none_sound(refused: tuple[RefusedChannel, ...]) -> Message:
    return _n(
        "Harga tidak dapat dibandingkan di sepanjang {count} jalur produk: {reasons}.",
        len(refused),
        reasons=listing(dict.fromkeys(one.reason for one in refused)),
    )


def _compared(channels: Channels, known: pd.DataFrame, costs: pd.Series[float]) -> Prices:
    numbered = list(enumerate(channels.sound, start=1))
    rows = [_channel(channels.graph, number, path, known, costs) for number, path in numbered]
    steps = [step for number, path in numbered for step in _steps(channels.graph, number, path, known, costs)]
    return Prices(
        refused=channels.refused,
        inputs=channels.inputs,
        overall=marketing_margin(channels),
        channels=pd.DataFrame(rows),
        steps=pd.DataFrame(steps, columns=_STEPS),
    )


def _channel(
    graph: nx.DiGraph, number: int, path: Path, known: pd.DataFrame, costs: pd.Series[float]
) -> dict[str, object]:
    first, final = (graph.edges[link]["price"] for link in (path[:2], path[-2:]))
    kept, left = kept_along(graph, path)[-1], _left(graph, path)
    value = final * left[-1]
    cost = sum(
        float(costs.get(name, math.nan)) * part for name, part in zip(path[1:-1], left[1:], strict=True)
    )
    return {
        "channel": number,
        "names": ARROW.join(known.loc[list(path), "nama"]),
        "unit": graph.edges[path[-2:]]["unit"],
        "volume": thinnest(graph, path),
        "producer_price": first,
        "final_price": final,
        "kept": kept,
        "final_value": value,
        "producer_share": first / value,
        "price_share": first / final,
        "margin": value - first,
        "margin_share": (value - first) / value,
        "margin_cost": cost,
        "margin_left": value - first - cost,
        "at_consumer": fills(str(known.at[path[-1], "fungsi"]), "konsumsi"),
        "lost": 1 - kept,
    }


def _left(graph: nx.DiGraph, path: Path) -> tuple[float, ...]:
    """Give what is left of the producer's unit at each sale; all of it where the loss is not known."""
    kept = kept_along(graph, path)
    return (1.0,) * len(kept) if math.isnan(kept[-1]) else kept


def _steps(
    graph: nx.DiGraph, number: int, path: Path, known: pd.DataFrame, costs: pd.Series[float]
) -> list[tuple[object, ...]]:
    prices = [float(graph.edges[link]["price"]) for link in pairwise(path)]
    left = _left(graph, path)
    values = [price * part for price, part in zip(prices, left, strict=True)]
    # The first only sells and the last only buys.
    sides = [([math.nan, *one], [*one, math.nan]) for one in (prices, values)]
    rows: list[tuple[object, ...]] = []
    for at, name in enumerate(path):
        (buying, selling), (paid, earned) = ((before[at], after[at]) for before, after in sides)
        part = left[at] if at < len(left) else math.nan
        margin, step_price = (
            out - (0.0 if at == 0 else taken) for taken, out in ((paid, earned), (buying, selling))
        )
        cost = float(costs.get(name, math.nan))
        trade = (buying, selling, part, paid, earned, margin, margin / values[-1], step_price / prices[-1])
        rows.append((number, at + 1, name, known.at[name, "nama"], *trade, cost, margin - cost * part))
    return rows
