"""Yearly cycle of a monthly series: how strong, whether more than chance, and in which month it peaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.trend.calibration import Critical, critical_values, persistent_series
from pasar_nb.analysis.trend.inference import Months, persistence_of, squares, trend_model
from pasar_nb.analysis.trend.results import Monthly, Season
from pasar_nb.analysis.trend.slope import LEAST_SEASON, months_from_first
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import CHANCE_LIMIT, MONTHS_PER_YEAR

LONGEST_GAP = 2  # months that a straight line may bridge
EXACT = 1e-20  # variance of logarithms below which there is nothing but rounding noise
MOST_BRIDGED = 0.1  # share of all months that may be bridged
EVERY = 3  # so many months' effects stray alike, and one of them stands for all when simulated
STRONGEST = 1 - 1e-9  # so that a cycle without any rest has odds


@dataclass(frozen=True, slots=True, eq=False)
class _Chance:
    """What a series of certain months without a cycle shows of one.

    Attributes
    ----------
    strength, effect
        Critical values of the odds of the strength, and of an effect of a month in standard deviations.
    relative
        Shape (simulations,): odds of the strength in each series against their critical value there.
    """

    strength: Critical
    effect: Critical
    relative: Floats


def measure_season(series: Monthly, *, seed: int) -> Season | NotEstimable:
    """Take the yearly cycle out of a series as recorded.

    Parameters
    ----------
    series
        The series. Rupiah are nominal here: inflation is part of the trend, which is taken out anyway.
    seed
        Where the random numbers of the simulation start.

    Returns
    -------
    Season or NotEstimable
        The latter with fewer than 24 months, long gaps or figures that have no logarithm.

    Notes
    -----
    STL (Cleveland et al. 1990) with the same cycle in all years; strength after Wang, Smith and Hyndman 2006.
    A cycle of twelve months fits chance as well: over two years of pure noise half of all series reach a
    strength of 0.5. So the strength is compared with simulated series of the same months that have no cycle,
    and so are the effects of the months in standard deviations of what is left; both at critical values that
    hold for every persistence, see `calibration`.
    """
    reason = _unusable(series)
    if reason is not None:
        return NotEstimable(reason)
    months, values = months_from_first(series.table["bulan"]), logarithms_of(series)
    start = pd.Period(series.first, "M").month - 1
    _trend, cycle, rest = decompose(bridged(values, months))
    effects, found = _by_month(cycle, start), float(_strength(cycle, rest))
    spread, persistence = _deviations(values[np.newaxis, :], months)
    chance = _by_chance(months.tobytes(), start, seed)
    relative = _odds(found) / chance.strength.values(persistence)[0]
    limit = float(np.quantile(chance.relative, 1 - CHANCE_LIMIT) * chance.strength.values(persistence)[0])
    reach = float((chance.effect.values(persistence) * spread)[0])
    lower, upper = np.expm1(effects - reach).tolist(), np.expm1(effects + reach).tolist()
    peak, low = int(effects.argmax()), int(effects.argmin())
    return Season(
        strength=found,
        by_chance=limit / (1 + limit),
        p_value=float((chance.relative >= relative).mean()),
        peak=peak + 1,
        low=low + 1,
        peak_effect=float(np.expm1(effects[peak])),
        low_effect=float(np.expm1(effects[low])),
        peak_interval=Interval(lower[peak], upper[peak]),
        low_interval=Interval(lower[low], upper[low]),
        n=series.n,
        draws=len(chance.relative),
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
    return gap_reason(series)


def gap_reason(series: Monthly) -> Message | None:
    """Say why a series cannot be given a value in every month, or None where it can."""
    values = series.table["nilai"]
    if (values <= 0).any() or values.nunique() == 1:
        return _("Musim tidak dihitung: deret memuat angka nol atau negatif, atau angkanya selalu sama.")
    months = months_from_first(series.table["bulan"])
    if int(np.diff(months).max()) - 1 > LONGEST_GAP or len(series.gaps) > MOST_BRIDGED * (months[-1] + 1):
        return _("Musim tidak dihitung: terlalu banyak bulan kosong di tengah deret.")
    return None


def logarithms_of(series: Monthly) -> Floats:
    """Take logarithms of a series as recorded; shape (n,)."""
    logarithms: Floats = np.log(series.table["nilai"].to_numpy(dtype="float64"))
    return logarithms


def bridged(values: Floats, months: Months) -> Floats:
    """Give series a value in every month, on a straight line over months without a figure.

    Parameters
    ----------
    values
        Shape (..., n): values in the months that have a figure.
    months
        Shape (n,): those months, counted from the first.
    """
    every = np.arange(months[-1] + 1)
    if len(every) == len(months):
        return values
    every_month: Floats = values @ np.array([np.interp(every, months, one) for one in np.eye(len(months))])
    return every_month


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


def _odds(strength: Floats | float) -> Floats:
    least = np.minimum(strength, STRONGEST)
    odds: Floats = least / (1 - least)
    return odds


def _deviations(values: Floats, months: Months) -> tuple[Floats, Floats]:
    """Measure the spread and the persistence of what a line and waves leave of series, (series, n)."""
    design = trend_model(months, seasonal=True).design
    left = values - (values @ np.linalg.pinv(design).T) @ design.T
    return np.sqrt(squares(left) / len(months)), persistence_of(left, months)


@lru_cache(maxsize=8)
def _by_chance(months_as_bytes: bytes, start: int, seed: int) -> _Chance:
    """Simulate what series of the same months without a cycle show of one."""
    months = np.frombuffer(months_as_bytes, dtype=np.int_)
    values = persistent_series(int(months[-1]) + 1, seed)[:, months]
    spread, persistence = _deviations(values, months)
    _trend, cycle, rest = decompose(bridged(values, months))
    odds = _odds(_strength(cycle, rest))
    strength = critical_values(odds, persistence)
    some = np.abs(_by_month(cycle, start))[:, ::EVERY]
    effect = critical_values(some / spread[:, np.newaxis], persistence)
    return _Chance(strength, effect, odds / strength.values(persistence))
