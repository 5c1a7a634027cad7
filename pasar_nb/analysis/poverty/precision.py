"""How sure an index of households in groups is: error, degrees of freedom, and an interval that fits it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.confidence import t_quantile
from pasar_nb.findings import Interval
from pasar_nb.vocabulary import CONFIDENCE

Scale: TypeAlias = Literal["logit", "root", "plain"]
"""On which scale an interval is symmetric: logit for shares and Gini, reciprocal root for gap and severity,
which are skewed, and the index itself for differences."""
NOTHING = 1e-12  # an error of rounding only: all households alike, so that nothing is known of the spread
_UNDEFINED = Interval(float("nan"), float("nan"), CONFIDENCE)


@dataclass(frozen=True, slots=True)
class Precision:
    """The error of an index.

    Attributes
    ----------
    error
        Standard error.
    freedom
        Its degrees of freedom, not necessarily whole.
    """

    error: float
    freedom: float

    @property
    def margin(self) -> float:
        """How far a symmetric interval reaches on either side."""
        return t_quantile(self.freedom) * self.error


def precision_of(influence: Floats, weights: Floats, clusters: Codes) -> Precision:
    """Sum the influence within groups; never surer than households alone, as groups may be alike by chance.

    Parameters
    ----------
    influence, weights
        Shape (households,): from `indices`.
    clusters
        Shape (households,): number of the group of each, from 0.

    Notes
    -----
    Groups: jackknife of a ratio, each total over one less the group's weight (CV3 of MacKinnon, Nielsen and
    Webb 2023), t with one less than the effective number of groups (Carter, Schnepel and Steigerwald 2017),
    which is below their number where they differ in size. In simulation with 8 to 15 unequal groups these
    intervals of a headcount cover the truth in 94 to 98 of 100 samples; without either, as few as 92.
    """
    count = len(influence)
    alone = Precision(float(np.sqrt(count / (count - 1) * (influence**2).sum())), count - 1)
    held = np.bincount(clusters, weights=weights) / weights.sum()
    if len(held) < 2:
        return alone  # one group has no clustered error
    totals = np.bincount(clusters, weights=influence) / (1 - held)
    error = float(np.sqrt((len(held) - 1) / len(held) * (totals**2).sum()))
    grouped = Precision(error, max(1 / float((held**2).sum()) - 1, 1.0))
    return max(alone, grouped, key=lambda one: one.margin)


def interval_of(value: float, precision: Precision, scale: Scale) -> Interval:
    """Give an interval that stays between 0 and 1, for a difference a symmetric one.

    Undefined where the index is 0, 1 or not defined, or where all households are alike.
    """
    if np.isnan(value) or precision.error <= NOTHING:
        return _UNDEFINED
    if scale == "plain":
        return Interval(value - precision.margin, value + precision.margin, CONFIDENCE)
    if not 0 < value < 1:
        return _UNDEFINED
    return _logit(value, precision.margin) if scale == "logit" else _root(value, precision.margin)


def _logit(value: float, margin: float) -> Interval:
    from scipy.special import expit, logit

    middle, reach = logit(value), margin / (value * (1 - value))
    return Interval(float(expit(middle - reach)), float(expit(middle + reach)), CONFIDENCE)


def _root(value: float, margin: float) -> Interval:
    middle, reach = value**-0.5, 0.5 * value**-1.5 * margin
    high = (middle - reach) ** -2 if middle - reach > 1 else 1.0
    return Interval(float((middle + reach) ** -2), float(high), CONFIDENCE)
