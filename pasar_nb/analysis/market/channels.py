"""The ways of the product from producer to last buyer, and which of them have comparable prices."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import networkx as nx

from pasar_nb.analysis.market.balance import ROUNDING
from pasar_nb.analysis.market.results import Actors, RefusedChannel
from pasar_nb.analysis.market.trade import Trouble, circle, product_graph
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Money, Number, Value, _, listing

MOST_CHANNELS = 20  # more than anybody would read one by one
KEPT = (0.8, 1.25)  # volume sold for volume bought; beyond, the product has changed or a flow is missing

Path = tuple[str, ...]

_TROUBLES: Mapping[Trouble, Message] = {
    "no_price": _("harga dari {seller} ke {buyer} tidak dicatat"),
    "no_unit": _("satuan dari {seller} ke {buyer} tidak dicatat"),
    "units": _("produk dari {seller} ke {buyer} dicatat dalam satuan yang berbeda"),
    "prices": _("ada beberapa harga dari {seller} ke {buyer} tanpa volume untuk merata-ratakannya"),
}


@dataclass(frozen=True, slots=True)
class Channels:
    """The ways of the product.

    Attributes
    ----------
    graph
        Trade without what the producers buy.
    sound
        Paths with comparable prices, largest volume first.
    refused
        The others, with the reason.
    starts
        Codes of those with whom they begin.
    inputs
        Names of those who sell inputs to the producers.
    """

    graph: nx.DiGraph
    sound: tuple[Path, ...]
    refused: tuple[RefusedChannel, ...]
    starts: tuple[str, ...]
    inputs: tuple[str, ...]


def find_channels(trade: nx.DiGraph, actors: Actors) -> Channels | NotEstimable:
    """Follow the product from its producers, or whoever only sells, to whoever only buys.

    Parameters
    ----------
    trade
        From `trade.chain_graph`.
    actors
        For names and producers.

    Returns
    -------
    Channels or NotEstimable
        The latter where the product goes round in a circle or there are too many ways.
    """
    names = dict(zip(actors.table["pelaku"], actors.table["nama"], strict=True))
    graph, inputs = product_graph(trade, actors.producers)
    round_about = circle(graph, names)
    if round_about is not None:
        return round_about
    paths = _paths(graph, actors)
    if isinstance(paths, NotEstimable):
        return paths
    checked = {path: _trouble(graph, path, names) for path in paths}
    return Channels(
        graph=graph,
        sound=tuple(path for path, why in checked.items() if why is None),
        refused=tuple(
            RefusedChannel(tuple(names[one] for one in path), why)
            for path, why in checked.items()
            if why is not None
        ),
        starts=tuple(dict.fromkeys(path[0] for path in paths)),
        inputs=tuple(names[one] for one in inputs),
    )


def thinnest(graph: nx.DiGraph, path: Path) -> float:
    """Give the volume of the thinnest link of a path, missing where one is not known."""
    volumes = [float(graph.edges[link]["volume"]) for link in pairwise(path)]
    return math.nan if any(math.isnan(volume) for volume in volumes) else min(volumes)


def producer_volume(graph: nx.DiGraph, path: Path) -> float:
    """Give the volume that the first of a path sells into it, missing where one is not known.

    An actor that sells to several buyers is taken to mix what it bought, so that the volumes of all paths sum
    to what producers sell.
    """
    volume = float(graph.edges[path[:2]]["volume"])
    for seller, buyer in pairwise(path[1:]):
        sold = float(sum(each for _seller, _buyer, each in graph.out_edges(seller, data="volume")))
        volume *= float(graph.edges[seller, buyer]["volume"]) / sold if sold > 0 else math.nan
    return volume


def kept_share(graph: nx.DiGraph, name: str) -> float:
    """Give the volume that an actor sells for each unit it buys, missing where it cannot be known."""
    bought, sold = _throughput(graph, name)
    return sold / bought if bought > 0 else math.nan


def kept_along(graph: nx.DiGraph, path: Path) -> tuple[float, ...]:
    """Give what is left of a unit that the first sells at each sale of a path, missing where it is not known.

    Selling more than was bought is a contradiction beyond rounding, and tells nothing of the loss.
    """
    kept = [1.0]
    for name in path[1:-1]:
        share = kept_share(graph, name)
        kept.append(kept[-1] * share if share <= 1 + ROUNDING else math.nan)
    return tuple(kept)


def _paths(graph: nx.DiGraph, actors: Actors) -> list[Path] | NotEstimable:
    makers = [name for name in actors.producers if name in graph and graph.out_degree(name)]
    starts = makers or [name for name in graph if not graph.in_degree(name)]
    ends = [name for name in graph if not graph.out_degree(name)]
    count = _count(graph, starts)
    if count > MOST_CHANNELS:
        return NotEstimable(
            _(
                "Ada {count} jalur dari produsen ke pembeli terakhir; lebih dari {most} tidak dibandingkan "
                "satu per satu.",
                count=count,
                most=MOST_CHANNELS,
            )
        )
    found = sorted(tuple(path) for start in starts for path in nx.all_simple_paths(graph, start, ends))
    volumes = {path: thinnest(graph, path) for path in found}
    return sorted(found, key=lambda path: math.inf if math.isnan(volumes[path]) else -volumes[path])


def _count(graph: nx.DiGraph, starts: list[str]) -> int:
    """Count the ways without walking them, as they may be very many."""
    ways: dict[str, int] = {}
    for name in reversed(list(nx.topological_sort(graph))):
        ways[name] = sum(ways[buyer] for buyer in graph.successors(name)) or 1
    return sum(ways[name] for name in starts)


def _trouble(graph: nx.DiGraph, path: Path, names: Mapping[str, str]) -> Message | None:
    for seller, buyer in pairwise(path):
        trouble: Trouble = graph.edges[seller, buyer]["trouble"]
        if trouble:
            return replace(_TROUBLES[trouble], values={"seller": names[seller], "buyer": names[buyer]})
    units = {str(graph.edges[link]["unit"]).casefold(): None for link in pairwise(path)}
    if len(units) > 1:
        return _("satuannya tidak sama di sepanjang jalur ({units})", units=listing(units))
    if not graph.edges[path[-2:]]["price"] > 0:
        return _("harga pada ujung jalur nol")
    changed = next((why for name in path[1:-1] if (why := _changed(graph, name, names)) is not None), None)
    return _shrunk(graph, path) if changed is None else changed


def _shrunk(graph: nx.DiGraph, path: Path) -> Message | None:
    """Say that less is paid at the end than the producer receives, of which nobody can have a share."""
    first, final = (float(graph.edges[link]["price"]) for link in (path[:2], path[-2:]))
    kept = kept_along(graph, path)[-1]
    if first <= final * (1.0 if math.isnan(kept) else kept):
        return None
    facts: dict[str, Value] = {
        "first": Money(first),
        "final": Money(final),
        "unit": str(graph.edges[path[:2]]["unit"]),
    }
    if first > final:
        return _("harga akhir {final} lebih rendah daripada harga produsen {first} per {unit}", **facts)
    return _(
        "setelah susut, harga akhir {final} tidak menutup harga produsen {first} per {unit} yang dijualnya",
        **facts,
    )


def _changed(graph: nx.DiGraph, name: str, names: Mapping[str, str]) -> Message | None:
    kept = kept_share(graph, name)
    if math.isnan(kept) or KEPT[0] <= kept <= KEPT[1]:
        return None
    bought, sold = _throughput(graph, name)
    _seller, _buyer, unit = next(iter(graph.out_edges(name, data="unit")))
    return _(
        "{name} membeli {bought} dan menjual {sold} {unit}, jadi produknya berubah bentuk atau ada aliran "
        "yang belum dicatat, dan harga sebelum dan sesudahnya tidak sebanding",
        name=names[name],
        bought=Number(bought),
        sold=Number(sold),
        unit=str(unit),
    )


def _throughput(graph: nx.DiGraph, name: str) -> tuple[float, float]:
    """Add up the volumes that an actor buys and sells, missing where one is or where units differ."""
    bought, sold = list(graph.in_edges(name, data=True)), list(graph.out_edges(name, data=True))
    if len({str(about["unit"]).casefold() for _seller, _buyer, about in bought + sold}) > 1:
        return math.nan, math.nan
    return (
        float(sum(about["volume"] for _seller, _buyer, about in bought)),
        float(sum(about["volume"] for _seller, _buyer, about in sold)),
    )
