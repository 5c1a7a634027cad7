"""Indices of poverty and inequality, each with what every household adds to its error."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pasar_nb.analysis.arrays import Floats
from pasar_nb.errors import UsageError
from pasar_nb.language import _

ORDERS = (0, 1, 2)  # headcount, gap, severity


@dataclass(frozen=True, slots=True)
class Index:
    """An index of a sample.

    Attributes
    ----------
    value
        The index, between 0 and 1.
    influence
        Shape (households,): the first-order change of the index with each household; they sum to 0.
    """

    value: float
    influence: Floats


def fgt(values: Floats, line: Floats | float, order: int, weights: Floats | None = None) -> float:
    """Compute a poverty index of Foster, Greer and Thorbecke.

    Parameters
    ----------
    values
        Shape (units,): income or expenditure.
    line
        Poverty line, in the same unit; one or one per unit.
    order
        0 headcount, 1 gap, 2 severity.
    weights
        Shape (units,): e.g. members of the household; equal where not given.

    Returns
    -------
    float
        Between 0 and 1.

    Notes
    -----
    Mean of ``(1 - y/z)^order`` over those with y < z, the others counting 0: Foster, Greer and Thorbecke
    1984; Haughton and Khandker 2009, chapter 4. A unit at the line is not poor, as BPS counts.
    """
    if order not in ORDERS:
        raise UsageError(_("order = {order} tidak dikenal; pilih 0, 1 atau 2.", order=order))
    return float(np.average(shortfalls(values, line, order), weights=weights))


def shortfalls(values: Floats, line: Floats | float, order: int) -> Floats:
    """Compute each unit's part of an FGT index: 0 where it is not poor; a loss counts as nothing earned."""
    gap = np.minimum(1 - np.asarray(values, dtype="float64") / line, 1.0)
    return np.where(gap > 0, np.abs(gap) ** order, 0.0)


def gini(values: Floats, weights: Floats | None = None) -> float:
    """Compute the Gini coefficient.

    Parameters
    ----------
    values
        Shape (units,): income or expenditure per head, none below 0.
    weights
        Shape (units,): members of the household; equal where not given.

    Returns
    -------
    float
        0 where all have the same; NaN where somebody has less than nothing, or nobody has anything.

    Notes
    -----
    Twice the area between the line of equality and the Lorenz curve (Haughton and Khandker 2009, chapter 6).
    """
    return gini_of(values, np.ones(len(values)) if weights is None else weights).value


def gini_of(values: Floats, weights: Floats) -> Index:
    """Compute the Gini coefficient with its influence function.

    Notes
    -----
    Linearised as in Deville 1999 and Langel and Tillé 2013, Variance estimation of the Gini index.
    """
    order = np.argsort(values, kind="stable")
    amounts = np.asarray(values, dtype="float64")[order]
    shares = np.asarray(weights, dtype="float64")[order] / weights.sum()
    total = float((shares * amounts).sum())
    if amounts[0] < 0 or total <= 0:
        return Index(float("nan"), np.zeros(len(values)))
    rank = np.cumsum(shares) - shares / 2
    held = np.cumsum(shares * amounts) - shares * amounts / 2
    value = 2 * float((shares * amounts * rank).sum()) / total - 1
    single = 2 / total * (amounts * (rank - (value + 1) / 2) + total - held)
    influence = np.empty(len(values))
    influence[order] = shares * (single - float((shares * single).sum()))
    return Index(max(value, 0.0), influence)


def unbiased(index: Index, weights: Floats) -> Index:
    """Enlarge a Gini coefficient for the small sample: a household's distance to itself is left out.

    Notes
    -----
    Deltas 2003, The small-sample bias of the Gini coefficient: n / (n - 1) where all weigh the same.
    """
    shares = weights / weights.sum()
    factor = 1 / (1 - float((shares**2).sum()))
    return Index(min(index.value * factor, 1.0), index.influence * factor)


def mean_of(parts: Floats, weights: Floats) -> Index:
    """Average what each unit adds to an index, as a ratio of sums."""
    value = float(np.average(parts, weights=weights))
    return Index(value, np.asarray(weights * (parts - value) / weights.sum(), dtype="float64"))
