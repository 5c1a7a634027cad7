"""Price, margin and share of the final price along each way of the product."""

from __future__ import annotations

import math
from itertools import pairwise

import networkx as nx
import pandas as pd

from pasar_nb.analysis.market.channels import Channels, Path, find_channels, kept_share, thinnest
from pasar_nb.analysis.market.functions import fills
from pasar_nb.analysis.market.marketing import marketing_margin
from pasar_nb.analysis.market.results import Actors, Prices, RefusedChannel
from pasar_nb.analysis.market.trade import chain_graph, no_trade
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _n, listing

ARROW = " → "
_STEPS = ["channel", "step", "pelaku", "nama", "buying", "selling", "margin", "share", "cost", "net"]


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
    lost = [1 - kept for kept in (kept_share(graph, name) for name in path[1:-1]) if not math.isnan(kept)]
    cost = sum(float(costs.get(name, math.nan)) for name in path[1:-1])
    return {
        "channel": number,
        "names": ARROW.join(known.loc[list(path), "nama"]),
        "unit": graph.edges[path[-2:]]["unit"],
        "volume": thinnest(graph, path),
        "producer_price": first,
        "final_price": final,
        "producer_share": first / final,
        "margin": final - first,
        "margin_share": (final - first) / final,
        "margin_cost": cost,
        "margin_left": final - first - cost,
        "at_consumer": fills(str(known.at[path[-1], "fungsi"]), "konsumsi"),
        "lost": max(lost, default=math.nan),
    }


def _steps(
    graph: nx.DiGraph, number: int, path: Path, known: pd.DataFrame, costs: pd.Series[float]
) -> list[tuple[object, ...]]:
    prices = [float(graph.edges[link]["price"]) for link in pairwise(path)]
    rows: list[tuple[object, ...]] = []
    # The first only sells and the last only buys.
    for step, (name, buying, selling) in enumerate(
        zip(path, [math.nan, *prices], [*prices, math.nan], strict=True), start=1
    ):
        margin = selling - (0.0 if step == 1 else buying)
        cost = float(costs.get(name, math.nan))
        trade = (buying, selling, margin, margin / prices[-1], cost, margin - cost)
        rows.append((number, step, name, known.at[name, "nama"], *trade))
    return rows
