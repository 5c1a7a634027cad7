"""The trade along the chain: product flows between its actors, one link for each seller and buyer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

import networkx as nx
import pandas as pd

from pasar_nb.analysis.market.actors import CHAIN
from pasar_nb.analysis.market.results import Actors, Flows
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _

Trouble: TypeAlias = Literal["", "no_price", "no_unit", "units", "prices"]
COLUMNS = ["dari", "ke", "volume", "unit", "price", "value", "trouble"]


def trade_links(actors: Actors, flows: Flows) -> pd.DataFrame:
    """Merge the product flows between the same seller and buyer.

    Returns
    -------
    DataFrame
        Columns ``dari, ke, volume, unit, price, value, trouble``. Several flows (such as grades) of one unit
        become one with the mean price weighted by volume; ``volume`` and ``value`` (Rp a year) are missing
        where a part is; ``trouble`` says why there is no price. Who is recorded as trading nought does not
        trade, and is left out.
    """
    chain = set(actors.table.loc[actors.table["lapisan"] == CHAIN, "pelaku"])
    table = flows.table
    products = table[(table["jenis"] == "produk") & table["dari"].isin(chain) & table["ke"].isin(chain)]
    rows = [(*ends, *_merged(part)) for ends, part in products.groupby(["dari", "ke"], sort=False)]
    links = pd.DataFrame(rows, columns=COLUMNS)
    return links[links["volume"] != 0].reset_index(drop=True)


def chain_graph(links: pd.DataFrame) -> nx.DiGraph:
    """Make the directed graph of the trade."""
    return nx.from_pandas_edgelist(links, "dari", "ke", edge_attr=True, create_using=nx.DiGraph)


def product_graph(trade: nx.DiGraph, producers: Iterable[str]) -> tuple[nx.DiGraph, tuple[str, ...]]:
    """Cut what the producers buy, which are inputs, and the trade that then has no producer.

    Returns
    -------
    tuple of DiGraph and tuple of str
        The trade of the product, and who sells inputs to the producers. Without producers it is all trade.
    """
    makers = {name for name in producers if name in trade and trade.out_degree(name)}
    bought = [(seller, maker) for seller, maker in trade.in_edges(makers) if seller not in makers]
    kept = trade.copy()
    kept.remove_edges_from(bought)
    for together in list(nx.weakly_connected_components(kept)):
        if len(together) == 1 or (makers and not together & makers):
            kept.remove_nodes_from(together)
    return kept, tuple(dict.fromkeys(seller for seller, _maker in bought))


def circle(graph: nx.DiGraph, names: dict[str, str]) -> NotEstimable | None:
    """Say that the product goes round in a circle, if it does."""
    if nx.is_directed_acyclic_graph(graph):
        return None
    path = [names[start] for start, _end in nx.find_cycle(graph)]
    return NotEstimable(
        _(
            "Aliran produk berputar ({path}), sehingga hulu dan hilirnya tidak dapat dibedakan.",
            path=" → ".join([*path, path[0]]),
        )
    )


def no_trade() -> Message:
    """Say that nothing is recorded."""
    return _(
        "Tabel aliran belum mencatat aliran produk bervolume lebih dari nol antarpelaku rantai nilai "
        "komoditas ini."
    )


def _merged(part: pd.DataFrame) -> tuple[float, str | None, float, float, Trouble]:
    value = part["volume"] * part["harga"]
    volume, total = part["volume"].sum(skipna=False), value.sum(skipna=False)
    units = part["satuan"].str.strip().str.casefold()
    unit = None if units.isna().any() or units.nunique() != 1 else str(part["satuan"].iloc[0]).strip()
    if part["harga"].isna().any():
        return volume, unit, float("nan"), total, "no_price"
    if unit is None:
        return float("nan"), None, float("nan"), total, "no_unit" if units.isna().any() else "units"
    if part["harga"].nunique() == 1:
        return volume, unit, float(part["harga"].iloc[0]), total, ""
    if not volume > 0:
        return volume, unit, float("nan"), total, "prices"
    return volume, unit, total / volume, total, ""
