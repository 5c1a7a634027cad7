"""Interrupted time series: did level and slope change in the month in which the intervention began."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.trend.inference import (
    LEVEL,
    SLOPE,
    Estimate,
    Months,
    estimate,
    segmented_model,
    trend_model,
)
from pasar_nb.analysis.trend.interruption_results import AgainstSeries, Change, Interruption, Placebo
from pasar_nb.analysis.trend.residuals import check_residuals
from pasar_nb.analysis.trend.results import Monthly
from pasar_nb.analysis.trend.slope import (
    LEAST_SEASON,
    as_share,
    month_number,
    months_from_first,
    no_start,
    shares,
    unusable,
)
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Month, _

LEAST_SIDE = 12  # months on either side: Wagner, Soumerai, Zhang and Ross-Degnan 2002


def interrupt(series: Monthly, start: str | None, *, seed: int) -> Interruption | NotEstimable:
    """Measure the change of level and slope of a series at a month.

    Parameters
    ----------
    series
        The series.
    start
        Month of the beginning, ``YYYY-MM``, or None where none is recorded.
    seed
        Where random numbers start.

    Notes
    -----
    Segmented regression of the logarithms (Wagner et al. 2002; Bernal, Cummins and Gasparrini 2017) with
    Newey and West's errors at simulated critical values, see `inference.estimate`.
    """
    if start is None:
        return no_start()
    measured = series.table.dropna(subset=[series.measured])
    return _interrupted(measured.set_index("bulan")[series.measured], start, seed)


def against(
    series: Monthly, others: Mapping[str, Monthly], start: str | None, *, seed: int
) -> AgainstSeries | NotEstimable:
    """Measure the same of the ratio of a series to the one that it names as its comparison.

    Parameters
    ----------
    series
        The series.
    others
        All series by name.
    start
        Month of the beginning, or None.
    seed
        Where random numbers start.
    """
    if start is None:
        return no_start()
    if series.comparison is None or series.comparison not in others:
        return NotEstimable(
            _(
                "Deret ini tidak menyebut deret pembanding; isi kolom pembanding pada tabel deret bila ada "
                "deret yang tidak terjangkau kegiatan."
            )
        )
    ratio = _ratio(series, others[series.comparison])
    found = _interrupted(ratio, start, seed)
    if isinstance(found, NotEstimable):
        return found
    before = ratio[ratio.index < start]
    months = _months(before)
    trend = estimate(
        trend_model(months, seasonal=len(months) >= LEAST_SEASON), np.log(before.to_numpy()), seed=seed
    )
    return AgainstSeries(series.comparison, _change(trend), found)


def _ratio(series: Monthly, other: Monthly) -> pd.Series[float]:
    """Divide two series month by month; of two amounts of rupiah as recorded, as prices then cancel out."""
    recorded = series.money and other.money
    columns = [(one, "nilai" if recorded else one.measured) for one in (series, other)]
    above, below = (one.table.set_index("bulan")[column].dropna() for one, column in columns)
    common = above.index.intersection(below.index)
    # The sign stays, so that figures without a logarithm are still refused.
    divisor = below[common].where(below[common] != 0, -1.0)
    return above[common] / divisor


def _interrupted(values: pd.Series[float], start: str, seed: int) -> Interruption | NotEstimable:
    """Fit the model to values that have their months as index."""
    before = int((values.index < start).sum())
    figures = values.to_numpy(dtype="float64")
    reason = _too_few(before, len(values) - before, start) or unusable(values.index, np.asarray(figures))
    if reason is not None:
        return NotEstimable(reason)
    months, logarithms = _months(values), np.log(values.to_numpy())
    beginning = month_number(start) - month_number(str(values.index[0]))
    level, slope = _fit(months, logarithms, beginning, seed)
    model = segmented_model(months, beginning, seasonal=_seasonal(months), asked=LEVEL)
    coefficients = np.linalg.pinv(model.design) @ logarithms
    unbroken = coefficients.copy()
    unbroken[[LEVEL, SLOPE]] = 0.0
    return Interruption(
        start=start,
        n_before=before,
        n_after=len(values) - before,
        level=_change(level),
        slope=_change(slope),
        seasonal=_seasonal(months),
        residuals=check_residuals(model, logarithms),
        placebo=_placebo(values[values.index < start], level.value, seed),
        table=pd.DataFrame(
            {
                "bulan": values.index.astype("str"),
                "fitted": np.exp(model.design @ coefficients),
                "continued": np.where(months >= beginning, np.exp(model.design @ unbroken), np.nan),
            }
        ),
    )


def _fit(months: Months, logarithms: Floats, beginning: int, seed: int) -> tuple[Estimate, Estimate]:
    seasonal = _seasonal(months)
    level, slope = (
        estimate(segmented_model(months, beginning, seasonal=seasonal, asked=asked), logarithms, seed=seed)
        for asked in (LEVEL, SLOPE)
    )
    return level, slope


def _placebo(before: pd.Series[float], level: float, seed: int) -> Placebo | NotEstimable:
    """Fit the same at every month before the beginning that has enough months on either side."""
    if len(before) < 2 * LEAST_SIDE:
        return NotEstimable(
            _(
                "Uji tanggal semu tidak dibuat: hanya {months} bulan sebelum kegiatan, padahal perlu paling "
                "sedikit {least}.",
                months=len(before),
                least=2 * LEAST_SIDE,
            )
        )
    months, logarithms = _months(before), np.log(before.to_numpy())
    models = [
        segmented_model(months, int(month), seasonal=_seasonal(months), asked=LEVEL)
        for month in months[LEAST_SIDE : len(months) - LEAST_SIDE + 1]
    ]
    jumps = [float((np.linalg.pinv(model.design) @ logarithms)[LEVEL]) for model in models]
    middle = len(models) // 2
    return Placebo(
        month=str(before.index[LEAST_SIDE + middle]),
        level=_change(estimate(models[middle], logarithms, seed=seed)),
        dates=len(jumps),
        as_large=sum(abs(jump) >= abs(level) for jump in jumps),
    )


def _months(values: pd.Series[float]) -> Months:
    return months_from_first(values.index)


def _seasonal(months: Months) -> bool:
    return len(months) >= LEAST_SEASON


def _change(found: Estimate) -> Change:
    return Change(as_share(found.value), shares(found.interval))


def _too_few(before: int, after: int, start: str) -> Message | None:
    if min(before, after) >= LEAST_SIDE:
        return None
    return _(
        "Pergeseran tingkat dan laju pada {start} tidak dihitung: ada {before} bulan sebelum dan {after} "
        "bulan sejak itu, padahal masing-masing perlu paling sedikit {least}.",
        start=Month(start),
        before=before,
        after=after,
        least=LEAST_SIDE,
    )
