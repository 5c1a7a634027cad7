"""The Theta forecast of many starts of one series at once, in logarithms."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.trend.inference import trend_model
from pasar_nb.vocabulary import MONTHS_PER_YEAR

SMOOTHING = np.linspace(0.05, 1.0, 20)  # weights of the last month that are tried
HALF = 0.5  # of the slope of the line goes on: Hyndman and Billah 2003
EXACT = 1e-20  # sum of squares below which there is nothing but rounding noise


@dataclass(frozen=True, slots=True, eq=False)
class Ahead:
    """Forecasts from several origins.

    Attributes
    ----------
    values, spread
        Shape (origins, horizon): logarithms and their standard deviations.
    seasonal
        Shape (origins,): whether a yearly cycle is forecast.
    """

    values: Floats
    spread: Floats
    seasonal: list[bool]


def theta(values: Floats, origins: list[int], horizon: int) -> Ahead:
    """Forecast from the first so many months of a series, for several of such numbers.

    Parameters
    ----------
    values
        Shape (n,): logarithms, a value in every month.
    origins
        Numbers of months known, each 24 or more, increasing.
    horizon
        Months to forecast.

    Notes
    -----
    Simple exponential smoothing with half the slope of a line as drift, which Hyndman and Billah 2003 show to
    be the Theta method of Assimakopoulos and Nikolopoulos 2000; season, where there is one, as two waves.
    """
    parts = [_parts(values[:known], horizon) for known in origins]
    longest = origins[-1]
    plain = np.full((len(origins), longest), np.nan)
    for row, (left, _season, _slope) in enumerate(parts):
        plain[row, : len(left)] = left
    level, weight, variance = _smoothed(plain, np.array(origins))
    ahead = np.arange(1, horizon + 1)
    slopes = np.array([slope for _left, _season, slope in parts])
    known = np.array(origins)
    behind = (1 - (1 - weight) ** known) / weight  # how far the smoothed level lags a line
    drift = HALF * slopes[:, np.newaxis] * (ahead - 1 + behind[:, np.newaxis])
    spread = np.sqrt(variance[:, np.newaxis] * (1 + (ahead - 1) * weight[:, np.newaxis] ** 2))
    season = np.array([season for _left, season, _slope in parts])
    return Ahead(level[:, np.newaxis] + drift + season, spread, [bool(one.any()) for one in season])


def _parts(values: Floats, horizon: int) -> tuple[Floats, Floats, float]:
    """Take the season out; give what is left, the season to come and the slope per month of what is left."""
    n = len(values)
    design = trend_model(np.arange(n + horizon), seasonal=True).design
    design[:, 1] -= design[:n, 1].mean()
    fit = np.linalg.pinv(design[:n]) @ values
    waves = design[:, 2:] @ fit[2:]
    line = np.polyfit(np.arange(n), values, 1)
    left = values - np.polyval(line, np.arange(n))
    if not _is_seasonal(left, values - design[:n] @ fit, design.shape[1] - 2):
        return values, np.zeros(horizon), float(line[0])
    return values - waves[:n], waves[n:], float(fit[1]) / MONTHS_PER_YEAR


def _is_seasonal(without: Floats, with_waves: Floats, waves: int) -> bool:
    """Whether waves explain more than their number does by chance: Schwarz 1978."""
    before, after = float(without @ without), float(with_waves @ with_waves)
    if before <= EXACT:
        return False
    n = len(without)
    return after <= EXACT or n * float(np.log(before / after)) > waves * float(np.log(n))


def _smoothed(plain: Floats, known: np.ndarray) -> tuple[Floats, Floats, Floats]:
    """Smooth each row up to its origin with the weight that forecasts its months best.

    Returns
    -------
    level, weight, variance
        Each of shape (origins,); the variance is that of forecasts one month ahead.
    """
    level = np.repeat(plain[:, :1], len(SMOOTHING), axis=1)
    squares = np.zeros_like(level)
    for month in range(1, plain.shape[1]):
        surprise = np.where((month < known)[:, np.newaxis], plain[:, month : month + 1] - level, 0.0)
        squares += surprise**2
        level += SMOOTHING * surprise
    best = squares.argmin(axis=1)
    rows = np.arange(len(plain))
    return level[rows, best], SMOOTHING[best], squares[rows, best] / (known - 1)
