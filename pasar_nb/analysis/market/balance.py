"""Volume balance: what every actor of the chain takes in, and what of it goes out."""

from __future__ import annotations

import math
from typing import Literal, TypeAlias

import pandas as pd

from pasar_nb.analysis.market.functions import doing
from pasar_nb.analysis.market.results import Actors, Flows
from pasar_nb.analysis.market.structure import Balance
from pasar_nb.analysis.market.trade import chain_graph, no_trade, product_graph
from pasar_nb.findings import NotEstimable

ROUNDING = 0.005  # of the larger volume; estimates are written with two or three digits
State: TypeAlias = Literal[
    "source", "end", "balanced", "kept", "excess", "stops", "unsourced", "unknown", "units"
]
_COLUMNS = ["pelaku", "nama", "unit", "bought", "sold", "difference", "share", "state"]


def balance_volumes(actors: Actors, flows: Flows, links: pd.DataFrame) -> Balance | NotEstimable:
    """Set what each actor buys against what it sells, per unit.

    Parameters
    ----------
    actors, flows
        The map.
    links
        From `trade_links`.

    Returns
    -------
    Balance or NotEstimable
        The latter without product flows.

    Notes
    -----
    A difference is own use, loss, processing or a flow that nobody recorded; which of them is not guessed.
    Volumes in different units are never compared. What producers buy of others is an input, not the product,
    and is left out with those who trade in nothing else.
    """
    if links.empty:
        return NotEstimable(no_trade())
    products = product_flows(actors, flows, links)
    known = actors.table.set_index("pelaku")
    consumers = set(known.index[doing(known, "konsumsi")])
    rows = [
        row
        for name in known.index
        for row in _rows(
            name, products, actors, consumer=name in consumers, called=str(known.at[name, "nama"])
        )
    ]
    return Balance(table=pd.DataFrame(rows, columns=_COLUMNS))


def product_flows(actors: Actors, flows: Flows, links: pd.DataFrame) -> pd.DataFrame:
    """Give the flows of the product along the chain, their units written alike."""
    graph, _inputs = product_graph(chain_graph(links), actors.producers)
    table = flows.table[flows.table["jenis"] == "produk"]
    along = [ends in graph.edges for ends in zip(table["dari"], table["ke"], strict=True)]
    written = table["satuan"].str.strip()
    alike = written.groupby(written.str.casefold()).transform("first")
    return table.assign(satuan=alike)[along]


def _rows(
    name: str, products: pd.DataFrame, actors: Actors, *, consumer: bool, called: str
) -> list[tuple[object, ...]]:
    bought, sold = (products[products[side] == name] for side in ("ke", "dari"))
    if bought.empty and sold.empty:
        return []
    if name in actors.producers and bought.empty:
        return _one_sided(name, called, sold, "source")
    if sold.empty:
        return _one_sided(name, called, bought, "end" if consumer else "stops")
    if bought.empty:
        return _one_sided(name, called, sold, "unsourced")
    both = pd.concat([bought, sold])
    if both[["volume", "satuan"]].isna().any(axis=None):
        return [(name, called, None, math.nan, math.nan, math.nan, math.nan, "unknown")]
    ins, outs = (part.groupby("satuan", sort=False)["volume"].sum() for part in (bought, sold))
    if set(ins.index) != set(outs.index):
        units = dict.fromkeys(both["satuan"])
        volumes = [(unit, ins.get(unit, math.nan), outs.get(unit, math.nan)) for unit in units]
        return [(name, called, unit, *pair, math.nan, math.nan, "units") for unit, *pair in volumes]
    return [_compared(name, called, str(unit), float(ins[unit]), float(outs[unit])) for unit in ins.index]


def _one_sided(name: str, called: str, part: pd.DataFrame, state: State) -> list[tuple[object, ...]]:
    """Add up what somebody only buys or only sells, as far as it is recorded."""
    if part[["volume", "satuan"]].isna().any(axis=None):
        return [(name, called, None, math.nan, math.nan, math.nan, math.nan, state)]
    sums = part.groupby("satuan", sort=False)["volume"].sum()
    sells = state in ("source", "unsourced")
    pairs = [(unit, math.nan, total) if sells else (unit, total, math.nan) for unit, total in sums.items()]
    return [(name, called, *pair, math.nan, math.nan, state) for pair in pairs]


def _compared(name: str, called: str, unit: str, bought: float, sold: float) -> tuple[object, ...]:
    difference = bought - sold
    state: State = "kept" if difference > 0 else "excess"
    if abs(difference) <= ROUNDING * max(bought, sold):
        state = "balanced"
    share = difference / bought if bought > 0 else math.nan
    return name, called, unit, bought, sold, difference, share, state
