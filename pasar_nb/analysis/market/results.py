"""What a market map answers, as frozen values: one dataclass per question, one that holds them all.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.analysis.market.cause_results import InterventionLogic, ProblemTree
from pasar_nb.analysis.market.profile_results import CommodityProfile, PriceGap
from pasar_nb.analysis.market.structure import (
    Balance,
    Buyers,
    Dependence,
    MarketingMargin,
    Quantities,
    Support,
)
from pasar_nb.findings import GroupStatistics, NotEstimable, Open, published
from pasar_nb.language import Message

_OF_ACTORS = "rows are groups of market actors and estimates of how many there are; no survey stands behind"
_OF_TRADE = "prices, volumes and costs of groups of actors as the market study recorded them"


@dataclass(frozen=True, slots=True)
class WomenShare:
    """Share of women in one function; protected by itself, as no total over functions is ever shown.

    Attributes
    ----------
    layer, function
        Which.
    table
        One row with columns ``actors, share``: the actors whose number and percentage are both recorded, and
        the share of women (0-1) among them, weighted by number. Public only where it stands on ten actors.
    """

    layer: str
    function: str
    table: pd.DataFrame = published(GroupStatistics(n="actors", values=("share",)))


@dataclass(frozen=True, slots=True)
class Actors:
    """Who takes part, in which layer and function.

    Attributes
    ----------
    groups
        Groups of actors on the map.
    without_number
        Groups whose number of actors is not recorded.
    unconnected
        Names of groups that no flow reaches or leaves.
    producers
        Codes of the groups that grow or make the commodity: those whose function says so, the most upstream
        of them; none where no function says so.
    table
        Columns ``pelaku, nama, lapisan, fungsi, lokasi, jumlah, position``, upstream first; ``position``
        numbers the links of the chain from 1 and is missing outside the chain.
    functions
        Columns ``lapisan, fungsi, groups, actors, unknown, inside, outside``: per layer and function the
        groups, their actors (missing where none is recorded), the groups without a number, and those inside
        and outside the district.
    women
        Functions for which the share of women is recorded.
    """

    groups: int
    without_number: int
    unconnected: tuple[str, ...]
    producers: tuple[str, ...]
    women: tuple[WomenShare, ...]
    table: pd.DataFrame = published(Open(_OF_ACTORS))
    functions: pd.DataFrame = published(Open(_OF_ACTORS))

    @property
    def women_shares(self) -> dict[tuple[str, str], float]:
        """Shares of women by layer and function, as far as they may be shown."""
        shares = {(one.layer, one.function): one.table["share"].iloc[0] for one in self.women}
        return {key: float(share) for key, share in shares.items() if not pd.isna(share)}


@dataclass(frozen=True, slots=True)
class Flows:
    """What goes from whom to whom.

    Attributes
    ----------
    loose
        Flows of which an end is no actor of this commodity; they are counted and left out.
    backward
        Product flows, as pairs of names, that run against the recorded order of the chain.
    table
        Columns ``dari, ke, nama_dari, nama_ke, jenis, volume, satuan, harga`` (Rp per unit).
    """

    loose: int
    backward: tuple[tuple[str, str], ...]
    table: pd.DataFrame = published(Open(_OF_TRADE))


@dataclass(frozen=True, slots=True)
class RefusedChannel:
    """A way of the product whose prices cannot be compared.

    Attributes
    ----------
    path
        Names of the actors along it.
    reason
        Why.
    """

    path: tuple[str, ...]
    reason: Message


@dataclass(frozen=True, slots=True)
class Prices:
    """Price, margin and share of the final price along each channel.

    Attributes
    ----------
    refused
        Channels that cannot be compared along their way.
    inputs
        Names of actors whose sales to the producers are left out, being inputs.
    overall
        Marketing margin over all channels.
    channels
        Columns ``channel, names, unit, volume, producer_price, final_price, kept, final_value,
        producer_share, price_share, margin, margin_share, margin_cost, margin_left, at_consumer, lost``:
        largest volume first. ``names`` are joined by arrows; ``volume`` is that of the thinnest link, missing
        where one has none; prices in Rp per unit. ``kept`` is what reaches the end (0-1) of a unit that the
        producer sells, ``lost`` the rest, both missing where not known; ``final_value`` what is paid for it,
        taken as nothing lost where that is not known. ``producer_share`` is the producer's price by this
        value, ``price_share`` by the final price. ``margin`` is the marketing margin, final value less
        producer's price, ``margin_share`` its part of the value, ``margin_cost`` the own costs of all who
        earn it and ``margin_left`` what is left, both missing where a cost is. ``at_consumer`` tells whether
        the last actor is a consumer.
    steps
        Columns ``channel, step, pelaku, nama, buying, selling, left, paid, earned, margin, share,
        price_share, cost, net``: prices in Rp per unit. ``left`` is what an actor sells of a unit that the
        producer sells; ``paid`` and ``earned`` are what it pays and receives for that, Rp. ``margin`` is
        earned less paid, ``share`` its part of the final value, ``price_share`` that of selling less buying
        price in the final price, ``net`` the margin less the actor's own ``cost`` per unit that it sells.
        Margins of a channel sum to its final value. The buyer at the end has a buying price only.
    """

    refused: tuple[RefusedChannel, ...]
    inputs: tuple[str, ...]
    overall: MarketingMargin | NotEstimable
    channels: pd.DataFrame = published(Open(_OF_TRADE))
    steps: pd.DataFrame = published(Open(_OF_TRADE))

    @property
    def main(self) -> pd.Series | None:
        """The channel with the largest volume, or None where that of one among several is not known."""
        unknown = len(self.channels) > 1 and bool(self.channels["volume"].isna().any())
        return None if unknown else self.channels.iloc[0]


@dataclass(frozen=True, slots=True)
class Money:
    """Where the money goes that the last buyers pay in a year.

    Attributes
    ----------
    final_value
        Rp a year that the actors at the end of the chain pay.
    ends
        Their names.
    contradictions
        Why the division cannot be right: who sells what nobody is known to have sold to it, or pays more than
        it receives.
    table
        Columns ``pelaku, nama, purchases, sales, value_added, share, per_actor``: Rp a year;
        ``value_added`` is sales less purchases along the chain and sums to `final_value`, ``share`` its part
        of it, ``per_actor`` it by the number of actors. Whoever only buys is not in it.
    """

    final_value: float
    ends: tuple[str, ...]
    contradictions: tuple[Message, ...]
    table: pd.DataFrame = published(Open(_OF_TRADE))


@dataclass(frozen=True, slots=True)
class Gaps:
    """Functions of the guide, and who fills them.

    Attributes
    ----------
    deserted
        Functions on the map whose recorded number of actors is nought.
    empty_layers
        Layers of the map without an actor, or with none but those whose number is nought.
    table
        Columns ``lapisan, function, state, filled_by, inside``: ``state`` is ``filled`` (an actor's function
        says so), ``embedded`` (only a flow of that kind from another actor) or ``empty``; ``filled_by`` names
        who, separated by a semicolon; ``inside`` whether one of them is inside the district.
    """

    deserted: tuple[str, ...]
    empty_layers: tuple[str, ...]
    table: pd.DataFrame = published(Open(_OF_ACTORS))

    def in_state(self, state: str) -> tuple[str, ...]:
        """List the functions in a state, by key."""
        return tuple(self.table.loc[self.table["state"] == state, "function"])


@dataclass(frozen=True, slots=True)
class MarketMap:
    """Everything a district can say about the market of its commodity.

    Attributes
    ----------
    commodity
        As the tables write it.
    actors, flows, gaps
        Who takes part, what flows, and which functions nobody fills.
    prices, money
        The price per unit along each channel; the money of a year along the whole chain.
    balance, quantities, buyers, dependence, support
        What goes in and out of every actor, and from whom to whom; the market that producers sell into;
        whose loss would cut them off; whom the supporting actors reach.
    tree, logic
        The problem tree, of all interventions of the district; the logic of those of the commodity.
    profile
        Demand and supply of the commodity.
    price_gap
        How far the producer's price on the map is from today's, where it is.
    """

    commodity: str | NotEstimable
    actors: Actors | NotEstimable
    flows: Flows | NotEstimable
    gaps: Gaps | NotEstimable
    prices: Prices | NotEstimable
    money: Money | NotEstimable
    balance: Balance | NotEstimable
    quantities: Quantities | NotEstimable
    buyers: Buyers | NotEstimable
    dependence: Dependence | NotEstimable
    support: Support | NotEstimable
    tree: ProblemTree | NotEstimable
    logic: InterventionLogic | NotEstimable
    profile: CommodityProfile | NotEstimable
    price_gap: PriceGap | None
