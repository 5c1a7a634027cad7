"""A forecast of a series, only where it did better on the past than the same month a year before."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.trend.forecast_results import Backtest, Forecast, NoForecast
from pasar_nb.analysis.trend.results import Monthly
from pasar_nb.analysis.trend.season import bridged, gap_reason, logarithms_of
from pasar_nb.analysis.trend.slope import LEAST_SEASON, months_from_first
from pasar_nb.analysis.trend.theta import theta
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import CONFIDENCE, MONTHS_PER_YEAR

LEAST_FORECAST = 36  # months: two years to learn from and one to be tested on
LONG = 60  # months from which on a whole year is forecast
SHORT_HORIZON = 6
WITHIN = 1.96  # standard deviations of a normal distribution that hold 95 per cent


def forecast(series: Monthly) -> Forecast | NoForecast | NotEstimable:
    """Forecast a series as recorded, half a year ahead, or a whole one from five years on.

    Parameters
    ----------
    series
        The series. Rupiah are nominal here, as they will be recorded.

    Notes
    -----
    Theta, the best of the M3 competition at its price (Makridakis and Hibon 2000), tried from every month
    that has two years behind it and the horizon ahead: one method, chosen before looking, so that the best of
    many is not taken for good. Errors are scaled after Hyndman and Koehler 2006. Intervals that held too few
    of the tested figures are widened until they would have held 95 per cent.
    """
    reason = _unusable(series)
    if reason is not None:
        return NotEstimable(reason)
    values = bridged(logarithms_of(series), months_from_first(series.table["bulan"]))
    horizon = MONTHS_PER_YEAR if len(values) >= LONG else SHORT_HORIZON
    backtest, widened = _tested(values, horizon)
    if not backtest.beats_naive:
        return NoForecast(backtest)
    ahead = theta(values, [len(values)], horizon)
    reach = WITHIN * widened * ahead.spread[0]
    months = pd.period_range(series.last, periods=horizon + 1, freq="M")[1:]
    return Forecast(
        backtest=backtest,
        widened=widened,
        seasonal=ahead.seasonal[0],
        n=series.n,
        table=pd.DataFrame(
            {
                "bulan": months.astype("str"),
                "value": np.exp(ahead.values[0]),
                "low": np.exp(ahead.values[0] - reach),
                "high": np.exp(ahead.values[0] + reach),
            }
        ),
    )


def _tested(values: Floats, horizon: int) -> tuple[Backtest, float]:
    """Forecast from every origin in the past; give what came of it, and how much intervals must widen."""
    origins = list(range(LEAST_SEASON, len(values) - horizon + 1))
    ahead = theta(values, origins, horizon)
    truth = np.array([values[known : known + horizon] for known in origins])
    last_year = np.array(
        [values[known - MONTHS_PER_YEAR : known - MONTHS_PER_YEAR + horizon] for known in origins]
    )
    scale = _scales(np.exp(values), origins)
    ours, naive = (
        np.abs(np.exp(one) - np.exp(truth)).mean(axis=1) / scale for one in (ahead.values, last_year)
    )
    distance = np.abs(truth - ahead.values) / ahead.spread
    backtest = Backtest(
        mase=float(ours.mean()),
        naive_mase=float(naive.mean()),
        origins=len(origins),
        better=int((ours < naive).sum()),
        horizon=horizon,
        tested=distance.size,
        covered=float((distance <= WITHIN).mean()),
    )
    return backtest, max(1.0, float(np.quantile(distance, CONFIDENCE)) / WITHIN)


def _scales(values: Floats, origins: list[int]) -> Floats:
    """Mean absolute change over a year within the months known at each origin."""
    changes = np.abs(values[MONTHS_PER_YEAR:] - values[:-MONTHS_PER_YEAR])
    return np.array([changes[: known - MONTHS_PER_YEAR].mean() for known in origins])


def _unusable(series: Monthly) -> Message | None:
    if series.n < LEAST_FORECAST:
        return _(
            "Perkiraan tidak dibuat: hanya {months} bulan berisi angka, padahal perlu paling sedikit "
            "{least}.",
            months=series.n,
            least=LEAST_FORECAST,
        )
    if gap_reason(series) is not None:
        return _(
            "Perkiraan tidak dibuat: deret memuat angka nol atau negatif, selalu sama, atau terlalu banyak "
            "bulan kosong."
        )
    return None
