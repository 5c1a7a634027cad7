"""One coefficient with its interval and test, from how much each group of households moves it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.confidence import t_quantile
from pasar_nb.findings import Interval
from pasar_nb.vocabulary import CONFIDENCE

LEAST_CLUSTERS = 5  # with three or four the interval tells nothing; from five on it keeps its level
LARGEST = 0.99999  # of a coefficient; 1 has no place on Fisher's scale


@dataclass(frozen=True, slots=True)
class Correlation:
    """A coefficient from -1 to 1.

    Attributes
    ----------
    value
        The coefficient.
    interval
        Of plausible values.
    p_value
        Probability of one as far from nought without any relation.
    error
        Standard error on Fisher's scale (arctanh).
    """

    value: float
    interval: Interval
    p_value: float
    error: float


def judge(value: float, error: float, freedom: int) -> Correlation:
    """Give a coefficient its interval and test: Student's t on Fisher's scale.

    Parameters
    ----------
    value
        The coefficient, -1 to 1.
    error
        Its standard error on Fisher's scale (arctanh).
    freedom
        Degrees of freedom: clusters less one.
    """
    from scipy.special import stdtr

    middle, reach = fisher(value), error * _quantile(freedom)
    p_value = 2 * float(stdtr(freedom, -abs(middle) / error)) if error > 0 else float(value == 0)
    # Fisher's scale has no place for 1, which its interval must still hold.
    low, high = min(value, float(np.tanh(middle - reach))), max(value, float(np.tanh(middle + reach)))
    return Correlation(value, Interval(low, high, CONFIDENCE), p_value, error)


@cache
def _quantile(freedom: int) -> float:
    return t_quantile(freedom)


def error_from(influence: Floats, value: float, clusters: Codes) -> float:
    """Find the standard error of a coefficient on Fisher's scale.

    Parameters
    ----------
    influence
        Shape (n,): what each household adds to the coefficient, times n; its mean is nought.
    value
        The coefficient.
    clusters
        Shape (n,): number of the cluster of each household; not all numbers need occur.

    Notes
    -----
    Households of a group are summed up before they are squared (Liang and Zeger 1986).
    """
    totals = np.bincount(clusters, weights=influence)
    count = count_clusters(clusters)
    spread = np.sqrt(count / (count - 1) * float(totals @ totals)) / len(influence)
    return float(spread / (1 - min(abs(value), LARGEST) ** 2))


def fisher(coefficient: float) -> float:
    """Bring a coefficient to Fisher's scale."""
    return float(np.arctanh(np.clip(coefficient, -LARGEST, LARGEST)))


def count_clusters(clusters: Codes) -> int:
    """Count the clusters that occur."""
    return int(np.count_nonzero(np.bincount(clusters)))
