"""The whole market map in one call."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.market.actors import describe_actors, describe_flows
from pasar_nb.analysis.market.balance import balance_volumes
from pasar_nb.analysis.market.buyers import face_buyers
from pasar_nb.analysis.market.cause_results import ProblemTree
from pasar_nb.analysis.market.commodity_profile import profile_commodity
from pasar_nb.analysis.market.dependence import depend
from pasar_nb.analysis.market.functions import find_gaps
from pasar_nb.analysis.market.logic import follow_logic
from pasar_nb.analysis.market.money import follow_money
from pasar_nb.analysis.market.price_dating import date_price
from pasar_nb.analysis.market.prices import follow_prices
from pasar_nb.analysis.market.problems import grow_tree
from pasar_nb.analysis.market.quantities import measure_flows
from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.analysis.market.support import reach_producers
from pasar_nb.analysis.market.trade import trade_links
from pasar_nb.analysis.profile import commodity_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _, listing


def chart(
    actors: pd.DataFrame,
    flows: pd.DataFrame,
    *,
    problems: pd.DataFrame | None = None,
    interventions: pd.DataFrame | None = None,
    profile: pd.DataFrame | None = None,
    series: pd.DataFrame | None = None,
    price_index: pd.DataFrame | None = None,
    commodity: str = "",
) -> MarketMap:
    """Map the market of one commodity.

    Parameters
    ----------
    actors, flows, problems, interventions, profile, series, price_index
        Tables `pelaku`, `aliran`, `masalah`, `intervensi`, `profil`, `deret` and `ihk` of the contract. They
        are not changed.
    commodity
        Which commodity to map; empty for the one that the profile names, or else the only one there is.

    Returns
    -------
    MarketMap
        What cannot be said is a `NotEstimable` with its reason.
    """
    tree = grow_tree(problems, interventions)
    chosen = _chosen(actors, profile, commodity)
    if isinstance(chosen, NotEstimable):
        return _unmapped(chosen, tree)
    own = actors[actors["komoditas"] == chosen]
    traded = flows[flows["komoditas"] == chosen]
    described = describe_actors(own, traded)
    named = describe_flows(traded, described)
    links = trade_links(described, named)
    prices = follow_prices(described, links, own.set_index("pelaku")["biaya_per_satuan"].astype("float64"))
    moved = profile_commodity(series, price_index, chosen)
    balance = balance_volumes(described, named, links)
    return MarketMap(
        commodity=chosen,
        actors=described,
        flows=named,
        gaps=find_gaps(described.table, named.table),
        prices=prices,
        money=follow_money(described, links, balance),
        balance=balance,
        quantities=measure_flows(described, links),
        buyers=face_buyers(described, named, links),
        dependence=depend(described, links),
        support=reach_producers(described, named),
        tree=tree,
        logic=follow_logic(interventions, tree, chosen),
        profile=moved,
        price_gap=date_price(prices, moved),
    )


def _unmapped(reason: NotEstimable, tree: ProblemTree | NotEstimable) -> MarketMap:
    """Answer where no commodity can be mapped; a problem tree needs none."""
    return MarketMap(
        commodity=reason,
        actors=reason,
        flows=reason,
        gaps=reason,
        prices=reason,
        money=reason,
        balance=reason,
        quantities=reason,
        buyers=reason,
        dependence=reason,
        support=reason,
        tree=tree,
        logic=reason,
        profile=reason,
        price_gap=None,
    )


def _chosen(actors: pd.DataFrame, profile: pd.DataFrame | None, commodity: str) -> str | NotEstimable:
    mapped = list(dict.fromkeys(actors["komoditas"].dropna()))
    if not mapped:
        return NotEstimable(_("Tabel pelaku belum berisi, jadi peta pasar belum dapat digambar."))
    wanted = commodity.strip() or commodity_of(profile)
    if not wanted and len(mapped) == 1:
        return str(mapped[0])
    if not wanted:
        return NotEstimable(
            _(
                "Profil tidak menyebut komoditas terpilih, sedangkan tabel pelaku memuat beberapa: {mapped}.",
                mapped=listing(mapped),
            )
        )
    if wanted in mapped:
        return wanted
    return NotEstimable(
        _(
            "Tabel pelaku tidak memuat komoditas {wanted}; yang ada: {mapped}.",
            wanted=wanted,
            mapped=listing(mapped),
        )
    )
