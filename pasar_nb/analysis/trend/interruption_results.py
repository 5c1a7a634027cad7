"""What an interrupted series answers, as frozen values: level and slope at a known date, with its checks."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import Interval, NotEstimable, Open, published
from pasar_nb.vocabulary import CHANCE_LIMIT

_OF_MARKETS = "prices and volumes of markets by month; no household stands behind a row"


@dataclass(frozen=True, slots=True)
class Change:
    """A change as a share, 0.05 for 5 per cent.

    Attributes
    ----------
    size, interval
        The change and its 95 per cent interval.
    """

    size: float
    interval: Interval

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out no change."""
        return self.interval.clear


@dataclass(frozen=True, slots=True)
class Residuals:
    """What the model leaves over.

    Attributes
    ----------
    persistence
        Correlation of neighbouring months; the interval takes it into account.
    pattern_p
        Probability of such autocorrelations beyond that (Ljung and Box) where there are none.
    lags
        Months over which they are looked for.
    normal_p
        Probability of such skewness and tails (Jarque and Bera) under normality; it only informs.
    """

    persistence: float
    pattern_p: float
    lags: int
    normal_p: float

    @property
    def patterned(self) -> bool:
        """Whether there is more pattern than the interval takes into account."""
        return self.pattern_p < CHANCE_LIMIT


@dataclass(frozen=True, slots=True)
class Placebo:
    """The same model at dates before the beginning, when nothing had begun.

    Attributes
    ----------
    month, level
        The month in the middle of the time before, and the jump found there.
    dates
        Months before the beginning at which the model can be fitted.
    as_large
        Those of them with a jump of the level at least as large as at the beginning.
    """

    month: str
    level: Change
    dates: int
    as_large: int


@dataclass(frozen=True, slots=True)
class Interruption:
    """Level and slope of a series at the month in which the intervention began.

    Attributes
    ----------
    start
        That month, ``YYYY-MM``; the first of the time after.
    n_before, n_after
        Months with a figure on either side.
    level
        Jump in that month against the continued line from before.
    slope
        How much more the series grows per year from then on than before.
    seasonal
        Whether a yearly cycle is taken out.
    residuals
        What is left over.
    placebo
        The same at dates before; why not, where the time before is too short.
    table
        Columns ``bulan, fitted, continued``: what the model describes, and the line from before continued,
        missing before the beginning; in the unit of the series.
    """

    start: str
    n_before: int
    n_after: int
    level: Change
    slope: Change
    seasonal: bool
    residuals: Residuals
    placebo: Placebo | NotEstimable
    table: pd.DataFrame = published(Open(_OF_MARKETS))


@dataclass(frozen=True, slots=True)
class AgainstSeries:
    """A series relative to another that the intervention does not reach.

    Attributes
    ----------
    other
        Name of that series.
    before
        Change per year of their ratio before the beginning; a comparison needs it to be none.
    ratio
        Level and slope of the ratio at the beginning.
    """

    other: str
    before: Change
    ratio: Interruption

    @property
    def passes(self) -> bool:
        """Whether the two went together before, and no placebo date shows a jump."""
        placebo = self.ratio.placebo
        calm = not isinstance(placebo, NotEstimable) and not placebo.level.clear
        return calm and not self.before.clear
