"""What the monthly series of a commodity answer on its demand and supply, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import pandas as pd

from pasar_nb.analysis.trend import Monthly, Season, Slope
from pasar_nb.findings import NotEstimable, Open, published

Kind: TypeAlias = Literal["price", "supply", "demand", "other"]
"""What a series tells of: price, production or supply, sales or demand, or what cannot be told."""

Decided: TypeAlias = Literal["name", "source", "several", "unit", "input", "nothing"]
"""What decided: a word of the name, a word of the source; or why nothing did: words of several kinds, a unit
that contradicts the word, the price of an input, no such word at all."""


@dataclass(frozen=True, slots=True)
class PeriodChange:
    """Two periods of twelve months compared, the same calendar months in both.

    Attributes
    ----------
    before, after
        Means per month, in the unit of the series.
    change
        After against before, as a share.
    pairs
        Calendar months with a figure in both periods, on which the means stand.
    before_last, after_last
        Last month of either period, ``YYYY-MM``.
    """

    before: float
    after: float
    change: float
    pairs: int
    before_last: str
    after_last: str


@dataclass(frozen=True, slots=True)
class SeriesProfile:
    """One monthly series of the commodity.

    Attributes
    ----------
    series
        As it was recorded.
    kind, decided
        What it tells of, and what decided that.
    latest
        Its last figure, as recorded.
    recent, recent_real
        Last twelve months against the twelve before, as recorded and in real rupiah; `recent_real` is None
        where the unit is not rupiah.
    since, since_real
        The same against the first twelve months of the series.
    slope
        Change per year with its interval, of real rupiah where there are such.
    season
        Yearly cycle of the series as recorded.
    """

    series: Monthly
    kind: Kind
    decided: Decided
    latest: float
    recent: PeriodChange | NotEstimable
    recent_real: PeriodChange | NotEstimable | None
    since: PeriodChange | NotEstimable
    since_real: PeriodChange | NotEstimable | None
    slope: Slope | NotEstimable
    season: Season | NotEstimable


@dataclass(frozen=True, slots=True)
class PriceGap:
    """A producer's price on the map that is not that of today.

    Attributes
    ----------
    series, unit, last
        The main price series, what its price is for, and its last month.
    price
        Of the producer in the main channel, Rp per unit.
    latest
        Mean of the last twelve months of the series.
    years
        Yearly means of the series that the price agrees with, by year.
    """

    series: str
    unit: str
    last: str
    price: float
    latest: float
    years: Mapping[int, float]

    @property
    def gap(self) -> float:
        """Price against the latest mean, as a share."""
        return self.price / self.latest - 1

    @property
    def year(self) -> int | None:
        """The year whose mean comes nearest, or None."""
        return min(self.years, key=lambda year: abs(self.years[year] - self.price), default=None)


@dataclass(frozen=True, slots=True)
class CommodityProfile:
    """Demand and supply of the commodity as its monthly series show them.

    Attributes
    ----------
    every
        Its series: prices first, then supply, demand and others, each in the order of the table.
    main_price
        Name of the plainest price series, empty where there is none.
    unrelated
        Names of series in the table that are not about the commodity.
    mixed
        Names of series of the commodity that change their unit, and so are not described.
    table
        Columns ``seri, kind, decided, satuan, n, gaps, first, last, latest, recent, recent_real, since,
        since_real, per_year, low, high, peak, peak_effect, peak_low, peak_high, trough, trough_effect,
        trough_low, trough_high, sumber``: a row per series of the commodity; changes and effects as shares
        with their 95 per cent intervals, missing where they cannot be told; ``peak`` and ``trough`` calendar
        months (1-12), missing where the cycle is no more than chance.
    """

    every: tuple[SeriesProfile, ...]
    main_price: str
    unrelated: tuple[str, ...]
    mixed: tuple[str, ...]
    table: pd.DataFrame = published(Open("prices and volumes of markets by month; no household behind a row"))

    def of_kind(self, *kinds: Kind) -> tuple[SeriesProfile, ...]:
        """List the series of some kinds."""
        return tuple(one for one in self.every if one.kind in kinds)

    @property
    def headline(self) -> SeriesProfile | None:
        """The main price, or None."""
        return next((one for one in self.every if one.series.name == self.main_price), None)
