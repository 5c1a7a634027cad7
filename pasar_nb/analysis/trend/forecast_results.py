"""A forecast of a series and how it did on the past, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import Open, published
from pasar_nb.language import Message, Number, _

_OF_MARKETS = "prices and volumes of markets by month; no household stands behind a row"


@dataclass(frozen=True, slots=True)
class Backtest:
    """How forecasts would have done on the past, from rolling origins.

    Attributes
    ----------
    mase, naive_mase
        Mean absolute scaled error of the forecast, and of the same month a year before.
    origins
        Months from which it was forecast.
    better
        Those of them from which the forecast did better than the naive one.
    horizon
        Months forecast from each.
    tested
        Figures forecast in all.
    covered
        Share of them (0-1) within the 95 per cent interval as the method gives it.
    """

    mase: float
    naive_mase: float
    origins: int
    better: int
    horizon: int
    tested: int
    covered: float

    @property
    def beats_naive(self) -> bool:
        """Whether the forecast did better on average, and from most origins."""
        return self.mase < self.naive_mase and 2 * self.better > self.origins


@dataclass(frozen=True, slots=True)
class Forecast:
    """A forecast of a series as recorded (nominal).

    Attributes
    ----------
    backtest
        How the method did on the past; it beat the naive one.
    widened
        Factor by which the interval of the method was widened after the backtest, 1 where it was not.
    seasonal
        Whether the yearly cycle is forecast as well.
    n
        Months behind it.
    table
        Columns ``bulan, value, low, high``: a row per month to come, with a 95 per cent interval.
    """

    backtest: Backtest
    widened: float
    seasonal: bool
    n: int
    table: pd.DataFrame = published(Open(_OF_MARKETS))


@dataclass(frozen=True, slots=True)
class NoForecast:
    """A forecast that was tested and is not shown, as it did not beat the naive one.

    Attributes
    ----------
    backtest
        How the method did on the past.
    """

    backtest: Backtest

    @property
    def reason(self) -> Message:
        """Why it is not shown."""
        tested = self.backtest
        return _(
            "Perkiraan tidak ditampilkan: dalam uji mundur dari {origins} bulan ia (galat MASE {mase}) tidak "
            "terbukti lebih baik daripada sekadar memakai angka bulan yang sama setahun sebelumnya (MASE "
            "{naive}); ia lebih baik dari {better} bulan saja.",
            better=tested.better,
            origins=tested.origins,
            mase=Number(tested.mase, 2),
            naive=Number(tested.naive_mase, 2),
        )
