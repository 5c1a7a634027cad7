"""Yearly cycle of a monthly series: how strong, whether more than chance, and in which month it peaks."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.trend.inference import (
    Model,
    autoregressive,
    plausible_persistences,
    trend_model,
)
from pasar_nb.analysis.trend.results import Monthly, Season
from pasar_nb.analysis.trend.slope import LEAST_SEASON, months_from_first
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import MONTHS_PER_YEAR

LONGEST_GAP = 2  # months that a straight line may bridge
EXACT = 1e-20  # variance of logarithms below which there is nothing but rounding noise
MOST_BRIDGED = 0.1  # share of all months that may be bridged
ONE_IN_TWENTY = 0.95


def measure_season(series: Monthly, *, draws: int, seed: int) -> Season | NotEstimable:
    """Take the yearly cycle out of a series as recorded.

    Parameters
    ----------
    series
        The series. Rupiah are nominal here: inflation is part of the trend, which is taken out anyway.
    draws, seed
        Number of simulated series, and where the random numbers start.

    Returns
    -------
    Season or NotEstimable
        The latter with fewer than 24 months, long gaps or figures that have no logarithm.

    Notes
    -----
    STL (Cleveland et al. 1990) with the same cycle in all years; strength after Wang, Smith and Hyndman 2006.
    A cycle of twelve months fits chance as well: over two years of pure noise half of all series reach a
    strength of 0.5. So the strength is compared with series of the same length, trend and persistence that
    have no cycle, and effects get their intervals from series that have the found one.
    """
    reason = _unusable(series)
    if reason is not None:
        return NotEstimable(reason)
    values = _bridged(series)
    start = pd.Period(series.first, "M").month - 1
    trend, cycle, rest = decompose(values)
    effects = _by_month(cycle, start)
    noise = _noise(series, len(values), draws, seed)
    by_chance = _strength(*decompose(trend + noise)[1:])
    again = _by_month(decompose(trend + cycle + noise)[1], start)
    lower, upper = _bounds(effects, again)
    found, peak, low = float(_strength(cycle, rest)), int(effects.argmax()), int(effects.argmin())
    return Season(
        strength=found,
        by_chance=float(np.quantile(by_chance, ONE_IN_TWENTY)),
        p_value=float((1 + (by_chance >= found).sum()) / (1 + draws)),
        peak=peak + 1,
        low=low + 1,
        peak_effect=float(np.expm1(effects[peak])),
        low_effect=float(np.expm1(effects[low])),
        peak_interval=Interval(lower[peak], upper[peak]),
        low_interval=Interval(lower[low], upper[low]),
        n=series.n,
        draws=draws,
        table=pd.DataFrame(
            {
                "month": np.arange(1, MONTHS_PER_YEAR + 1),
                "effect": np.expm1(effects),
                "low": lower,
                "high": upper,
            }
        ),
    )


def _unusable(series: Monthly) -> Message | None:
    if series.n < LEAST_SEASON:
        return _(
            "Musim tidak dihitung: hanya {months} bulan berisi angka, padahal perlu paling sedikit {least}.",
            months=series.n,
            least=LEAST_SEASON,
        )
    values = series.table["nilai"]
    if (values <= 0).any() or values.nunique() == 1:
        return _("Musim tidak dihitung: deret memuat angka nol atau negatif, atau angkanya selalu sama.")
    months = months_from_first(series.table)
    if int(np.diff(months).max()) - 1 > LONGEST_GAP or len(series.gaps) > MOST_BRIDGED * (months[-1] + 1):
        return _("Musim tidak dihitung: terlalu banyak bulan kosong di tengah deret.")
    return None


def _bridged(series: Monthly) -> Floats:
    """Take logarithms for every month, on a straight line over a month or two without a figure."""
    months = months_from_first(series.table)
    known = np.log(series.table["nilai"].to_numpy(dtype="float64"))
    bridged: Floats = np.interp(np.arange(months[-1] + 1), months, known)
    return bridged


def decompose(values: Floats) -> tuple[Floats, Floats, Floats]:
    """Take series apart into trend, cycle and rest.

    Parameters
    ----------
    values
        Shape (..., months): logarithms without gaps, two years or more.

    Returns
    -------
    trend, cycle, rest
        Each of the shape of `values`, which they add up to.
    """
    of_trend, of_cycle = _smoothers(values.shape[-1])
    trend, cycle = values @ of_trend, values @ of_cycle
    return trend, cycle, values - trend - cycle


@lru_cache(maxsize=8)
def _smoothers(length: int) -> tuple[Floats, Floats]:
    """Find the matrices, (months, months) each, that give a series' trend and cycle by STL.

    Without robust weights STL is linear, so that the parts of each single month make up those of any series.
    A thousand simulated series are then one product in place of a thousand fits.
    """
    from statsmodels.tsa.seasonal import STL

    longer_than_series = 10 * length + 1  # the smoother of the cycle then makes all years alike
    parts = [
        STL(month, period=MONTHS_PER_YEAR, seasonal=longer_than_series, seasonal_deg=0).fit()
        for month in np.eye(length)
    ]
    return np.array([one.trend for one in parts]), np.array([one.seasonal for one in parts])


def _strength(cycle: Floats, rest: Floats) -> Floats:
    """Compare what varies beside the cycle with both together; shape (...), for parts of (..., months)."""
    varies, beside = (cycle + rest).var(axis=-1), rest.var(axis=-1)
    left = np.divide(beside, varies, out=np.ones_like(varies), where=varies > EXACT)
    strength: Floats = np.maximum(0.0, 1 - left)
    return strength


def _by_month(cycle: Floats, start: int) -> Floats:
    """Average the cycle by calendar month, around the year's typical level; shape (..., 12)."""
    calendar = (start + np.arange(cycle.shape[-1])) % MONTHS_PER_YEAR
    belongs = (calendar[:, np.newaxis] == np.arange(MONTHS_PER_YEAR)).astype("float64")
    effects = cycle @ (belongs / belongs.sum(axis=0))
    centred: Floats = effects - effects.mean(axis=-1, keepdims=True)
    return centred


def _noise(series: Monthly, length: int, draws: int, seed: int) -> Floats:
    """Draw deviations that persist and vary as those of the series around its trend and cycle do."""
    model, values = trend_model(months_from_first(series.table), seasonal=True), np.log(series.table["nilai"])
    logarithms = values.to_numpy(dtype="float64")
    plausible = plausible_persistences(model, logarithms, seed=seed)
    random = np.random.default_rng(seed)
    persistence = random.choice(plausible, draws)
    drawn = autoregressive(random.standard_normal((draws, length)), persistence)
    return drawn * _spread(model, logarithms, persistence)[:, np.newaxis]


def _spread(model: Model, values: Floats, persistence: Floats) -> Floats:
    """Estimate the standard deviation of the deviations, for each persistence without bias.

    A fitted model takes more away from deviations that persist: their expected sum of squares is the trace of
    what is left of their correlations.
    """
    left = np.eye(len(values)) - model.design @ np.linalg.pinv(model.design)
    observed = float(((left @ values) ** 2).sum())
    apart = np.abs(model.months[:, np.newaxis] - model.months[np.newaxis, :])
    distinct, place = np.unique(persistence, return_inverse=True)
    expected = np.array([np.sum(left * np.power(one, apart)) for one in distinct])
    spread: Floats = np.sqrt(observed / expected)[place]
    return spread


def _bounds(effects: Floats, again: Floats) -> tuple[list[float], list[float]]:
    """Turn the deviations of simulated effects around the found ones into 95 per cent intervals."""
    off_low, off_high = np.quantile(again - effects, [0.025, 0.975], axis=0)
    return np.expm1(effects - off_high).tolist(), np.expm1(effects - off_low).tolist()
