"""Where the money goes: what each actor adds between buying and selling, in rupiah a year."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from pasar_nb.analysis.market.results import Actors, Money
from pasar_nb.analysis.market.structure import Balance
from pasar_nb.analysis.market.trade import chain_graph, no_trade
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, _n, listing


def follow_money(
    actors: Actors, links: pd.DataFrame, balance: Balance | NotEstimable
) -> Money | NotEstimable:
    """Divide what the last buyers pay in a year among all who sell along the chain.

    Parameters
    ----------
    actors
        For names and numbers.
    links
        From `trade_links`.
    balance
        From `balance_volumes`.

    Returns
    -------
    Money or NotEstimable
        The latter where a link has no value, nobody stands at the end or nothing is paid there. Units need
        not agree, as only rupiah are added up.

    Notes
    -----
    Value added is sales less purchases. Every sale but the last is somebody's purchase, so that the values
    added sum to what is paid at the end.
    """
    if links.empty:
        return NotEstimable(no_trade())
    unknown = int(links["value"].isna().sum())
    if unknown:
        return NotEstimable(
            _n(
                "Nilai perdagangan setahun tidak dapat dijumlahkan: {count} dari {links} aliran produk tidak "
                "lengkap volume atau harganya.",
                unknown,
                links=len(links),
            )
        )
    odd = () if isinstance(balance, NotEstimable) else _unsourced(actors, balance)
    return _divided(actors, links, chain_graph(links), odd)


def _unsourced(actors: Actors, balance: Balance) -> tuple[str, ...]:
    """Name who sells more than it buys. Where no producer is known, somebody has to begin."""
    states = ["excess", "unsourced"] if actors.producers else ["excess"]
    return tuple(dict.fromkeys(balance.table.loc[balance.table["state"].isin(states), "nama"]))


def _contradictions(odd: tuple[str, ...], losing: tuple[str, ...]) -> tuple[Message, ...]:
    said = []
    if odd:
        said.append(_("yang dijual melebihi yang tercatat dibeli ({names})", names=listing(odd)))
    if losing:
        said.append(_("nilai pembelian melebihi nilai penjualan ({names})", names=listing(losing)))
    return tuple(said)


def _divided(
    actors: Actors, links: pd.DataFrame, graph: nx.DiGraph, odd: tuple[str, ...]
) -> Money | NotEstimable:
    known = actors.table.set_index("pelaku")
    order = [name for name in known.index if name in graph]
    ends = [name for name in order if not graph.out_degree(name)]
    final = float(links.loc[links["ke"].isin(ends), "value"].sum())
    if not final > 0:
        return NotEstimable(_("Tidak ada pembeli di ujung rantai yang membayar, atau nilainya nol."))
    sellers = [name for name in order if name not in ends]
    sales = links.groupby("dari")["value"].sum().reindex(sellers)
    purchases = links.groupby("ke")["value"].sum().reindex(sellers).fillna(0.0)
    added = sales - purchases
    number = known.loc[sellers, "jumlah"].astype("float64")
    table = pd.DataFrame(
        {
            "pelaku": sellers,
            "nama": known.loc[sellers, "nama"].to_numpy(),
            "purchases": purchases.to_numpy(),
            "sales": sales.to_numpy(),
            "value_added": added.to_numpy(),
            "share": (added / final).to_numpy(),
            "per_actor": (added / number.where(number > 0)).to_numpy(),
        }
    )
    return Money(
        final_value=final,
        ends=tuple(known.loc[ends, "nama"]),
        contradictions=_contradictions(odd, tuple(table.loc[table["value_added"] < 0, "nama"])),
        table=table,
    )
