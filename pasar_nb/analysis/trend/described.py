"""All that is said of a district's series, as frozen values.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.analysis.trend.break_results import Shifts
from pasar_nb.analysis.trend.forecast_results import Forecast, NoForecast
from pasar_nb.analysis.trend.interruption_results import AgainstSeries, Interruption
from pasar_nb.analysis.trend.results import Choice, LevelChange, Monthly, Season, SeriesTrend, Slope
from pasar_nb.findings import NotEstimable, Open, published


@dataclass(frozen=True, slots=True)
class Study:
    """What is asked of one series.

    Attributes
    ----------
    series
        The series.
    slope
        Its trend, of real rupiah where there are such.
    season
        Its yearly cycle, as recorded.
    interruption
        Level and slope at the month in which the intervention began.
    against
        The same of its ratio to the series that it names as its comparison.
    shifts
        Shifts of level found without being told a date.
    forecast
        Its next months as recorded, or how the forecast failed on the past.
    """

    series: Monthly
    slope: Slope | NotEstimable
    season: Season | NotEstimable
    interruption: Interruption | NotEstimable
    against: AgainstSeries | NotEstimable
    shifts: Shifts | NotEstimable
    forecast: Forecast | NoForecast | NotEstimable


@dataclass(frozen=True, slots=True)
class Trend:
    """Everything a district can say about its monthly series.

    Attributes
    ----------
    main
        The main series and its trend, or why there is none.
    chosen
        Why that series is the main one.
    level, season
        Its level before and after, and its yearly cycle.
    others
        The other series, in the order of the table; exploratory.
    studies
        Every further question to each series, in the order of `all_series`.
    table
        Columns ``seri, satuan, n, first, last, real_base, per_year, low, high``: a row per series, the main
        one first; numbers are missing where there is no trend.
    """

    main: SeriesTrend | NotEstimable
    chosen: Choice | None
    level: LevelChange | NotEstimable
    season: Season | NotEstimable
    others: tuple[SeriesTrend, ...]
    studies: tuple[Study, ...]
    table: pd.DataFrame = published(
        Open("prices and volumes of markets by month; no household stands behind a row")
    )

    @property
    def all_series(self) -> tuple[SeriesTrend, ...]:
        """The main series first, then the others."""
        return () if isinstance(self.main, NotEstimable) else (self.main, *self.others)

    @property
    def main_study(self) -> Study | None:
        """What is asked of the main series beyond its trend; None where there is no series."""
        return self.studies[0] if self.studies else None
