"""The error of a weighted share of households that live in groups, and an interval for it."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.confidence import t_quantile
from pasar_nb.findings import Interval
from pasar_nb.vocabulary import CONFIDENCE


def logit_interval(share: float, error: float, freedom: int) -> Interval:
    """Give an interval of a share that stays between 0 and 1; a share of none or all has none."""
    if not 0 < share < 1:
        return Interval(float("nan"), float("nan"), CONFIDENCE)
    middle = np.log(share / (1 - share))
    margin = t_quantile(freedom) * error / (share * (1 - share))
    low, high = (1 / (1 + np.exp(-(middle + sign * margin))) for sign in (-1, 1))
    return Interval(float(low), float(high), CONFIDENCE)


def influence_of(poor: Floats, weights: Floats) -> Floats:
    """Compute what each household adds to the error of a weighted share."""
    rate = np.average(poor, weights=weights)
    return np.asarray(weights * (poor - rate) / weights.sum(), dtype="float64")


def error_of(influence: Floats, rows: pd.DataFrame) -> tuple[float, int]:
    """Sum the influence within groups; never less than alone, as few groups may be alike by chance.

    Parameters
    ----------
    influence
        Shape (households,): from `influence_of`.
    rows
        The same households: ``id_kelompok`` (may be missing) and ``id_rt``.

    Returns
    -------
    tuple of float and int
        Standard error, and its degrees of freedom.
    """
    groups = rows["id_kelompok"].astype("object").fillna(rows["id_rt"].astype("object")).to_numpy()
    totals = pd.Series(influence).groupby(groups).sum().to_numpy(dtype="float64")
    if len(totals) == 1:
        return _spread(influence), len(influence) - 1  # one cluster has no clustered error
    return max(_spread(influence), _spread(totals)), len(totals) - 1


def _spread(parts: npt.NDArray[Any]) -> float:
    return float(np.sqrt(len(parts) / (len(parts) - 1) * (parts**2).sum()))
