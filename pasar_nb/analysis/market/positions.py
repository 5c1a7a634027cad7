"""Where the actors of the chain stand between producer and consumer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import networkx as nx


def positions(given: Mapping[str, float | None], links: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Give the actors of the chain their place, 1 being the most upstream.

    Parameters
    ----------
    given
        Recorded order by actor, None where there is none.
    links
        Product flows, seller and buyer.

    Returns
    -------
    dict of str to int
        A recorded order counts. An actor without one follows its furthest supplier, or else comes just
        before its nearest buyer. Where nobody in a trade has one, it starts with those who only sell. Without
        any trade an actor stands last. A circle of actors is taken as one place.
    """
    graph = nx.DiGraph()
    graph.add_nodes_from(sorted(given))
    graph.add_edges_from(sorted(link for link in links if link[0] in given and link[1] in given))
    circles = nx.condensation(graph)
    order = list(nx.lexicographical_topological_sort(circles))
    placed = {name: float(at) for name, at in given.items() if at is not None}
    _begin(graph, circles, placed)
    _spread(graph, [circles.nodes[at]["members"] for at in order], placed, downstream=True)
    _spread(graph, [circles.nodes[at]["members"] for at in reversed(order)], placed, downstream=False)
    last = max(placed.values(), default=0.0) + 1
    found = {name: placed.get(name, last) for name in given}
    rank = {at: number for number, at in enumerate(sorted(set(found.values())), start=1)}
    return {name: rank[at] for name, at in found.items()}


def _begin(graph: nx.DiGraph, circles: nx.DiGraph, placed: dict[str, float]) -> None:
    """Place the first sellers of every trade in which nobody has a place; `placed` is filled."""
    for trade in nx.weakly_connected_components(graph):
        if len(trade) > 1 and not trade & placed.keys():
            first = (circles.nodes[at]["members"] for at, before in circles.in_degree() if not before)
            placed.update(dict.fromkeys((name for one in first for name in one & trade), 1.0))


def _spread(
    graph: nx.DiGraph, order: Iterable[set[str]], placed: dict[str, float], *, downstream: bool
) -> None:
    """Place whoever has no place yet beside its placed neighbours; `placed` is filled."""
    for members in order:
        missing = members - placed.keys()
        around = {
            other
            for name in missing
            for other in (graph.predecessors(name) if downstream else graph.successors(name))
        }
        known = [placed[other] for other in around if other in placed]
        if missing and known:
            at = max(known) + 1 if downstream else min(known) - 1
            placed.update(dict.fromkeys(missing, at))
