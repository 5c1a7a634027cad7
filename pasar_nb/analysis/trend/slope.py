"""Trend of a monthly series, and its level before and after: what may be asked of it, and the answers."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.trend.inference import Months, estimate, step_model, trend_model
from pasar_nb.analysis.trend.results import LevelChange, Monthly, SeriesTrend, Slope
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import Message, Month, _
from pasar_nb.vocabulary import MONTHS_PER_YEAR

LEAST_MONTHS = 8  # the fewest points of a trend
LEAST_SEASON = 24  # two whole years, as one alone cannot tell a season from chance
LEAST_FILLED = 2 / 3  # share of the months between first and last; with fewer, neighbours are too rare


def measure_trend(series: Monthly, *, seed: int) -> SeriesTrend:
    """Measure the change per year of a series.

    Parameters
    ----------
    series
        The series.
    seed
        Where random numbers start.

    Returns
    -------
    SeriesTrend
        Log-linear, so that the change is a share of the level.
    """
    slope = _slope(series.table, series.measured, seed)
    real = series.real_base is not None
    return SeriesTrend(series, slope, _slope(series.table, "nilai", seed) if real else None)


def compare_levels(series: Monthly, start: str | None, *, seed: int) -> LevelChange | NotEstimable:
    """Compare the level of a series before and from a month on.

    Parameters
    ----------
    series
        The series.
    start
        The month, ``YYYY-MM``, or None where none is recorded.
    seed
        Where random numbers start.
    """
    if start is None:
        return no_start()
    measured = series.table.dropna(subset=[series.measured])
    values = measured[series.measured].to_numpy(dtype="float64")
    after = (measured["bulan"] >= start).to_numpy()
    reason = _too_few_on_a_side(int((~after).sum()), int(after.sum()), start) or unusable(
        measured["bulan"], values
    )
    if reason is not None:
        return NotEstimable(reason)
    months, seasonal = months_from_first(measured["bulan"]), len(measured) >= LEAST_SEASON
    beginning = month_number(start) - month_number(str(measured["bulan"].iloc[0]))
    found = estimate(step_model(months, beginning, seasonal=seasonal), np.log(values), seed=seed)
    return LevelChange(
        start=start,
        before=float(values[~after].mean()),
        after=float(values[after].mean()),
        n_before=int((~after).sum()),
        n_after=int(after.sum()),
        change=as_share(found.value),
        interval=shares(found.interval),
        seasonal=seasonal,
    )


def no_start() -> NotEstimable:
    """Say that nobody recorded when the intervention began."""
    return NotEstimable(
        _("Profil tidak mencatat tanggal mulai intervensi, sehingga tidak ada sebelum dan sesudah.")
    )


def month_number(month: str) -> int:
    """Give a month ``YYYY-MM`` a number, so that neighbours differ by one."""
    year, of_year = month.split("-")
    return int(year) * MONTHS_PER_YEAR + int(of_year)


def months_from_first(months: Iterable[str]) -> Months:
    """Count months ``YYYY-MM`` from the first of them."""
    numbers = np.array([month_number(month) for month in months])
    counted: Months = numbers - numbers[0]
    return counted


def unusable(months: Iterable[str], values: Floats) -> Message | None:
    """Say why logarithms of these values cannot be described by a line, or None where they can."""
    if len(values) < LEAST_MONTHS:
        return _(
            "Tren tidak dihitung: hanya {months} bulan berisi angka, padahal perlu paling sedikit {least}.",
            months=len(values),
            least=LEAST_MONTHS,
        )
    if (values <= 0).any():
        return _("Tren dalam persen tidak dihitung: deret memuat angka nol atau negatif.")
    if np.ptp(values) == 0:
        return _("Tren tidak dihitung: angkanya sama pada setiap bulan.")
    if len(values) < LEAST_FILLED * (months_from_first(months)[-1] + 1):
        return _(
            "Tren tidak dihitung: lebih dari sepertiga bulan di antara yang pertama dan terakhir kosong."
        )
    return None


def _slope(table: pd.DataFrame, column: str, seed: int) -> Slope | NotEstimable:
    measured = table.dropna(subset=[column])
    values = measured[column].to_numpy(dtype="float64")
    reason = unusable(measured["bulan"], values)
    if reason is not None:
        return NotEstimable(reason)
    seasonal = len(values) >= LEAST_SEASON
    found = estimate(
        trend_model(months_from_first(measured["bulan"]), seasonal=seasonal), np.log(values), seed=seed
    )
    return Slope(
        per_year=as_share(found.value),
        interval=shares(found.interval),
        n=len(values),
        first=str(measured["bulan"].iloc[0]),
        last=str(measured["bulan"].iloc[-1]),
    )


def _too_few_on_a_side(before: int, after: int, start: str) -> Message | None:
    if min(before, after) >= LEAST_MONTHS:
        return None
    return _(
        "Tingkat sebelum dan sesudah {start} tidak dibandingkan: ada {before} bulan sebelum dan {after} "
        "bulan sejak itu, padahal masing-masing perlu paling sedikit {least}.",
        start=Month(start),
        before=before,
        after=after,
        least=LEAST_MONTHS,
    )


def as_share(logarithm: float) -> float:
    """Turn a difference of logarithms into a change as a share."""
    # Beyond e^500 a wide interval of a short series would overflow.
    return float(np.expm1(min(logarithm, 500.0)))


def shares(interval: Interval) -> Interval:
    """Turn an interval of a difference of logarithms into one of a change as a share."""
    return Interval(as_share(interval.low), as_share(interval.high), interval.level)
