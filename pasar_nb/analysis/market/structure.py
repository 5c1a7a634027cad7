"""Structure of a market and what it does with the product, as frozen values: one dataclass per question.

Beside `results`, which holds the map itself. Volumes are those of a year, in the unit that the table names.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import NotEstimable, Open, published

_OF_TRADE = "prices, volumes and costs of groups of actors as the market study recorded them"
_OF_ACTORS = "rows are groups of market actors; no survey stands behind"


@dataclass(frozen=True, slots=True)
class MarketingMargin:
    """What stands between the producer's price and the last price, over all comparable channels.

    Attributes
    ----------
    unit
        Of volumes and prices.
    volume
        Volume that producers sell into these channels.
    covered
        Share (0-1) of all that producers sell which these channels carry, missing where it cannot be added.
    producer_price
        Mean of what producers receive, Rp per unit.
    final_price
        Mean of what last buyers pay, Rp per unit that reaches them.
    kept
        What reaches them (0-1) of a unit that producers sell; a channel of unknown loss counts as without.
    mixed
        Whether an actor on the way sells to several buyers, and so is taken to mix what it bought.
    """

    unit: str
    volume: float
    covered: float
    producer_price: float
    final_price: float
    kept: float
    mixed: bool

    @property
    def final_value(self) -> float:
        """What last buyers pay for what is left of a unit that producers sell, Rp."""
        return self.final_price * self.kept

    @property
    def margin(self) -> float:
        """Final value less producer's price, Rp per unit that producers sell."""
        return self.final_value - self.producer_price

    @property
    def share(self) -> float:
        """Part of the final value (0-1) that is marketing margin."""
        return self.margin / self.final_value


@dataclass(frozen=True, slots=True)
class Balance:
    """What each actor of the chain takes in and gives out.

    Attributes
    ----------
    table
        Columns ``pelaku, nama, unit, bought, sold, difference, share, state``: one row per actor and unit,
        upstream first. ``difference`` is bought less sold and ``share`` its part of what is bought; both are
        missing where they cannot be compared. ``state``: ``source`` (producer), ``end`` (last buyer),
        ``balanced``, ``kept`` (more comes in than goes out), ``excess`` (more goes out than comes in),
        ``stops`` (no sale recorded, though no consumer), ``unsourced`` (no purchase recorded, though no
        producer), ``unknown`` (a volume or unit is not recorded), ``units`` (bought and sold in other units).
    """

    table: pd.DataFrame = published(Open(_OF_TRADE))

    def in_state(self, state: str) -> pd.DataFrame:
        """Give the rows in a state."""
        return self.table[self.table["state"] == state]


@dataclass(frozen=True, slots=True)
class Quantities:
    """How much of the product goes from whom to whom in a year.

    Attributes
    ----------
    unit
        Of all quantities: that of the volumes, or ``Rp`` where volumes cannot be compared.
    order
        Codes of the actors, every seller before its buyers.
    table
        Columns ``dari, ke, nama_dari, nama_ke, quantity``, one row per seller and buyer.
    """

    unit: str
    order: tuple[str, ...]
    table: pd.DataFrame = published(Open(_OF_TRADE))


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much of the producers' product few buyers take.

    Groups are not firms: each bound of a range is what the groups' numbers allow.

    Attributes
    ----------
    unit, volume
        What the producers sell in a year.
    largest
        Name of the group that buys most.
    cr1
        Its share (0-1): the concentration ratio of one group.
    hhi
        Herfindahl-Hirschman index over groups (0-10,000): what it is if every group buys as one firm.
    least_hhi
        The index if every group's firms are of equal size; a group without a number counts as very many.
    without_number
        Names of the groups without a number.
    """

    unit: str
    volume: float
    largest: str
    cr1: float
    hhi: float
    least_hhi: float
    without_number: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Buyers:
    """To whom the producers sell, and what they get besides money.

    Attributes
    ----------
    concentration
        By volume.
    closed_share
        Share (0-1) of the volume that goes to closed local buyers.
    lending_share
        Share of it that goes to local buyers who, money aside, only lend: it may tie the producers to them.
    table
        Columns ``pelaku, nama, lokasi, jumlah, volume, unit, price, share, returns, kind``: largest volume
        first, price in Rp per unit. ``returns`` holds the kinds of flow, money aside, that the buyer gives
        producers, separated by a semicolon. ``kind``: ``consumer``; or else ``lending`` (local, gives finance
        and nothing else), ``linked`` (gives services, information or, from outside, finance), ``outside``
        (the district) or ``closed`` (local, nothing but money).
    """

    concentration: Concentration | NotEstimable
    closed_share: float | NotEstimable
    lending_share: float | NotEstimable
    table: pd.DataFrame = published(Open(_OF_TRADE))

    @property
    def only_closed(self) -> bool:
        """Whether, consumers aside, all buyers are closed local ones: the mark of the conventional model."""
        return self._only("closed")

    @property
    def only_closed_or_lending(self) -> bool:
        """Whether they are if loans tie the producers to whoever lends."""
        return self._only("closed", "lending")

    def _only(self, *kinds: str) -> bool:
        traders = self.table.loc[self.table["kind"] != "consumer", "kind"]
        return len(traders) > 0 and bool(traders.isin(kinds).all())


@dataclass(frozen=True, slots=True)
class Dependence:
    """What is cut off if one actor between producers and last buyers is gone.

    Attributes
    ----------
    producers
        Number of groups of producers, or of those who only sell.
    table
        Columns ``pelaku, nama, jumlah, share, cut_off``: largest share first. ``share`` is the part (0-1) of
        what producers sell that then reaches no last buyer, missing where volumes cannot be added;
        ``cut_off`` the groups of producers that then reach none at all. Only those on whom anything depends.
    """

    producers: int
    table: pd.DataFrame = published(Open(_OF_TRADE))

    @property
    def single(self) -> tuple[str, ...]:
        """Names of those without whom no producer reaches a last buyer."""
        return tuple(self.table.loc[self.table["cut_off"] == self.producers, "nama"])


@dataclass(frozen=True, slots=True)
class Support:
    """Whom the supporting actors and those of the business environment reach.

    Attributes
    ----------
    table
        Columns ``pelaku, nama, lapisan, fungsi, state, kinds, others``: ``state`` is ``reaches`` (a service,
        information or finance goes to a producer), ``others`` (only to other actors), ``none`` (to nobody) or
        ``deserted`` (its recorded number is nought); ``kinds`` what goes to producers, ``others`` the names
        of the other receivers, both separated by a semicolon.
    """

    table: pd.DataFrame = published(Open(_OF_ACTORS))

    def in_state(self, state: str) -> tuple[str, ...]:
        """List names by state."""
        return tuple(self.table.loc[self.table["state"] == state, "nama"])
