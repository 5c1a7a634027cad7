"""Checks of what a model of a monthly series leaves over."""

from __future__ import annotations

import numpy as np

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.trend.inference import Model, Months, persistence_of
from pasar_nb.analysis.trend.interruption_results import Residuals
from pasar_nb.vocabulary import MONTHS_PER_YEAR

SHARE_OF_LAGS = 5  # one lag for five months, at most a year: Hyndman and Athanasopoulos 2021, section 5.4


def check_residuals(model: Model, values: Floats) -> Residuals:
    """Look for pattern in what a model leaves over.

    Parameters
    ----------
    model
        What the values are described by.
    values
        Shape (n,), logarithms of the series.

    Notes
    -----
    Neighbouring months that go together are expected and part of the interval; Ljung and Box 1978 is
    therefore applied to what the deviation of the month before does not tell. Normality after Jarque and
    Bera 1980.
    """
    from scipy.stats import jarque_bera

    left = values - model.design @ (np.linalg.pinv(model.design) @ values)
    persistence = float(persistence_of(left[np.newaxis, :], model.months)[0])
    lags = min(MONTHS_PER_YEAR, len(values) // SHARE_OF_LAGS)
    p_value = _ljung_box(_unforeseen(left, model.months, persistence), lags)
    return Residuals(persistence, p_value, lags, float(jarque_bera(left).pvalue))


def _unforeseen(left: Floats, months: Months, persistence: float) -> Floats:
    """Take from each deviation what that of the month before tells of it."""
    follows = np.flatnonzero(np.diff(months) == 1)
    unforeseen: Floats = left[follows + 1] - persistence * left[follows]
    return unforeseen


def _ljung_box(values: Floats, lags: int) -> float:
    """Probability of such autocorrelations by chance, one degree of freedom having gone into persistence."""
    from scipy.stats import chi2

    n, about = len(values), values - values.mean()
    together = np.array([about[lag:] @ about[: n - lag] for lag in range(1, lags + 1)]) / (about @ about)
    statistic = n * (n + 2) * (together**2 / (n - np.arange(1, lags + 1))).sum()
    return float(chi2.sf(statistic, max(lags - 1, 1)))
