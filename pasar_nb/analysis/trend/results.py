"""What a monthly series answers, as frozen values: its trend, its level before and after, its season.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import pandas as pd

from pasar_nb.findings import Interval, NotEstimable, Open, published
from pasar_nb.vocabulary import CHANCE_LIMIT

_OF_MARKETS = "prices and volumes of markets by month; no household stands behind a row"

Choice: TypeAlias = Literal["commodity_price", "commodity", "only", "first_price", "first"]
"""Why a series is the main one: price of the chosen commodity, another series of it, the only one, the first
price, the first of all."""


@dataclass(frozen=True, slots=True)
class Monthly:
    """One series as it was recorded.

    Attributes
    ----------
    name, unit
        Its id and unit.
    sources
        Where its figures come from, each once, in order of first use.
    first, last
        First and last month with a figure, ``YYYY-MM``.
    n
        Months with a figure.
    gaps
        Months between them without one.
    comparison
        Name of the series that it is compared with, None where it names none.
    money
        Whether the unit is rupiah.
    real_base
        Month in whose rupiah ``real`` is, None where `unreal` says why there are no real rupiah.
    unreal
        Why there are no real rupiah; None where there are or where the unit is not rupiah.
    table
        Columns ``bulan, nilai, real``: months with a figure in order; ``nilai`` as recorded; ``real`` in
        rupiah of `real_base`, missing where the index does not reach or the unit is not rupiah.
    """

    name: str
    unit: str
    sources: tuple[str, ...]
    first: str
    last: str
    n: int
    gaps: tuple[str, ...]
    comparison: str | None
    money: bool
    real_base: str | None
    unreal: NotEstimable | None
    table: pd.DataFrame = published(Open(_OF_MARKETS))

    @property
    def measured(self) -> str:
        """Column of `table` that is described: ``real`` where there is such a thing, else ``nilai``."""
        return "nilai" if self.real_base is None else "real"


@dataclass(frozen=True, slots=True)
class Slope:
    """Trend of a series.

    Attributes
    ----------
    per_year
        Change per year as a share, 0.05 for 5 per cent; from 24 months on a yearly cycle is taken out.
    interval
        Its 95 per cent interval.
    n
        Months behind it.
    first, last
        The first and the last of them.
    """

    per_year: float
    interval: Interval
    n: int
    first: str
    last: str

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out no change."""
        return self.interval.clear


@dataclass(frozen=True, slots=True)
class SeriesTrend:
    """A series and its trend.

    Attributes
    ----------
    series
        The series.
    slope
        Trend of what is described: of real rupiah where there are such.
    nominal
        Trend of the rupiah as recorded, over all months; None where `slope` already is that of the record.
    """

    series: Monthly
    slope: Slope | NotEstimable
    nominal: Slope | NotEstimable | None


@dataclass(frozen=True, slots=True)
class LevelChange:
    """Level of the main series before and from the month in which the intervention began.

    Attributes
    ----------
    start
        That month, ``YYYY-MM``; it belongs to what came after.
    before, after
        Arithmetic means, in the unit of the series (real rupiah where there are such).
    n_before, n_after
        Months behind them.
    change
        Typical level after against before, as a share; the yearly cycle taken out where `seasonal`.
    interval
        Its 95 per cent interval.
    seasonal
        Whether a yearly cycle is taken out.
    """

    start: str
    before: float
    after: float
    n_before: int
    n_after: int
    change: float
    interval: Interval
    seasonal: bool

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out no change."""
        return self.interval.clear


@dataclass(frozen=True, slots=True)
class Season:
    """Yearly cycle of the main series, as recorded (nominal).

    Attributes
    ----------
    strength
        Share (0-1) of what varies around the trend that the cycle explains.
    by_chance
        Strength that a series of this length without any cycle exceeds one time in twenty.
    p_value
        Probability of such a strength, or a higher one, without any cycle.
    peak, low
        Calendar months (1-12) of the highest and the lowest level.
    peak_effect, low_effect
        Level in those months against the year's typical level, as a share.
    peak_interval, low_interval
        Their 95 per cent intervals.
    n
        Months behind it.
    draws
        Number of simulations.
    table
        Columns ``month, effect, low, high``: twelve rows, effects with their intervals as shares.
    """

    strength: float
    by_chance: float
    p_value: float
    peak: int
    low: int
    peak_effect: float
    low_effect: float
    peak_interval: Interval
    low_interval: Interval
    n: int
    draws: int
    table: pd.DataFrame = published(Open(_OF_MARKETS))

    @property
    def clear(self) -> bool:
        """Whether a cycle is told apart from chance."""
        return self.p_value < CHANCE_LIMIT
