"""How much goes from whom to whom in a year: volume where one unit holds for all, or else its value."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from pasar_nb.analysis.market.results import Actors
from pasar_nb.analysis.market.structure import Quantities
from pasar_nb.analysis.market.trade import chain_graph, circle, no_trade, product_graph
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

RUPIAH = "Rp"
_COLUMNS = ["dari", "ke", "nama_dari", "nama_ke", "quantity"]


def measure_flows(actors: Actors, links: pd.DataFrame) -> Quantities | NotEstimable:
    """Measure all flows of the product in one unit, so that they can be drawn side by side.

    Parameters
    ----------
    actors
        For names, producers and order.
    links
        From `trade_links`.

    Returns
    -------
    Quantities or NotEstimable
        The latter where the product goes round, or neither volumes nor values are known of all flows.
    """
    if links.empty:
        return NotEstimable(no_trade())
    names = dict(zip(actors.table["pelaku"], actors.table["nama"], strict=True))
    graph, _inputs = product_graph(chain_graph(links), actors.producers)
    round_about = circle(graph, names)
    if round_about is not None:
        return round_about
    along = links[[ends in graph.edges for ends in zip(links["dari"], links["ke"], strict=True)]]
    unit = _common_unit(along)
    quantity = along["value"] if unit is None else along["volume"]
    if quantity.isna().any() or not quantity.sum() > 0:
        return NotEstimable(
            _(
                "Aliran produk tidak dapat digambar berdampingan: satuannya tidak sama atau volumenya belum "
                "lengkap, dan nilainya tidak diketahui untuk semua aliran."
            )
        )
    named = along.assign(
        nama_dari=along["dari"].map(names), nama_ke=along["ke"].map(names), quantity=quantity
    )
    order = nx.lexicographical_topological_sort(graph, key=list(names).index)
    return Quantities(unit=unit or RUPIAH, order=tuple(order), table=named[_COLUMNS].reset_index(drop=True))


def _common_unit(links: pd.DataFrame) -> str | None:
    """Give the unit of all volumes, or none where units differ or a volume is missing."""
    alike = links["unit"].notna().all() and links["unit"].str.casefold().nunique() == 1
    whole = links["volume"].notna().all() and links["volume"].sum() > 0
    return str(links["unit"].iloc[0]) if alike and whole else None
