"""Dependence on single actors: what no longer reaches a last buyer if one of them is gone."""

from __future__ import annotations

import math

import networkx as nx
import pandas as pd

from pasar_nb.analysis.market.functions import fills
from pasar_nb.analysis.market.results import Actors
from pasar_nb.analysis.market.structure import Dependence
from pasar_nb.analysis.market.trade import chain_graph, no_trade, product_graph
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

_COLUMNS = ["pelaku", "nama", "jumlah", "share", "cut_off"]


def depend(actors: Actors, links: pd.DataFrame) -> Dependence | NotEstimable:
    """Take each actor away in turn and see which sales of the producers then lead nowhere.

    Parameters
    ----------
    actors
        For producers, functions and names.
    links
        From `trade_links`.

    Returns
    -------
    Dependence or NotEstimable
        The latter where nobody stands at the beginning or the end of the trade.

    Notes
    -----
    A cut vertex of the trade between producers and last buyers. Consumers are not taken away. The share is
    that of the first sales whose every way leads through the actor, so nothing is assumed about how an actor
    divides what it buys.
    """
    if links.empty:
        return NotEstimable(no_trade())
    graph, _inputs = product_graph(chain_graph(links), actors.producers)
    makers = [name for name in actors.producers if name in graph and graph.out_degree(name)]
    starts = makers or [name for name in graph if not graph.in_degree(name)]
    ends = {name for name in graph if not graph.out_degree(name)}
    if not starts or not ends:
        return NotEstimable(_("Aliran produk tidak mempunyai ujung, jadi ketergantungannya tidak terlihat."))
    known = actors.table.set_index("pelaku")
    between = [
        name
        for name in known.index
        if name in graph and name not in starts and not fills(str(known.at[name, "fungsi"]), "konsumsi")
    ]
    rows = [
        (name, known.at[name, "nama"], known.at[name, "jumlah"], *_without(graph, name, starts, ends))
        for name in between
    ]
    table = pd.DataFrame(rows, columns=_COLUMNS).astype({"jumlah": "Int64", "share": "float64"})
    kept = table[(table["share"].fillna(0) > 0) | (table["cut_off"] > 0)]
    ordered = kept.sort_values(["cut_off", "share"], ascending=False, kind="stable")
    return Dependence(producers=len(starts), table=ordered.reset_index(drop=True))


def _without(graph: nx.DiGraph, gone: str, starts: list[str], ends: set[str]) -> tuple[float, int]:
    """Give the share of first sales, and the number of producers, that no longer reach an end."""
    left = graph.copy()
    left.remove_node(gone)
    arriving = set(ends - {gone})
    for end in ends - {gone}:
        arriving |= nx.ancestors(left, end)
    cut_off = sum(name not in arriving for name in starts)
    sales = [
        (buyer, about) for _seller, buyer, about in graph.out_edges(starts, data=True) if buyer not in starts
    ]
    units = {str(about["unit"]).casefold() for _buyer, about in sales}
    volumes = [float(about["volume"]) for _buyer, about in sales]
    total = sum(volumes)
    if len(units) > 1 or not total > 0:
        return math.nan, cut_off
    lost = sum(float(about["volume"]) for buyer, about in sales if buyer not in arriving)
    return lost / total, cut_off
