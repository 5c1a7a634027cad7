"""How sure a share of households is: Wilson's interval, widened where neighbours are alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.analysis.confidence import t_quantile
from pasar_nb.findings import Interval
from pasar_nb.vocabulary import CONFIDENCE, LEAST_FOR_INFERENCE

_DECIMALS = 2  # of a published design effect: finer ones would tell the exact counts behind it


@dataclass(frozen=True, slots=True)
class Proportion:
    """A share with what it stands on.

    Attributes
    ----------
    share
        Between 0 and 1.
    part, whole
        The counts.
    interval
        None with fewer than ten households.
    """

    share: float
    part: int
    whole: int
    interval: Interval | None


def proportion(row: Mapping[str, object] | None, part: str, whole: str) -> Proportion | None:
    """Read a share off a row of a released table.

    Parameters
    ----------
    row
        From `key_figures.find_row`: with two counts, and ``design_effect`` and ``clusters`` where there is to
        be an interval.
    part, whole
        Names of the counts.

    Returns
    -------
    Proportion or None
        From the counts as they are shown, rounded for the public; None where one is hidden or missing,
        where there is nobody, or no row.
    """
    if row is None:
        return None
    hits, units = shown_count(row[part]), shown_count(row[whole])
    if hits is None or not units:
        return None
    # Rounding may lift the part above the whole.
    share = min(hits / units, 1.0)
    return Proportion(share, hits, units, _interval(share, units, row))


def shown_count(cell: object) -> int | None:
    """Read a count of a released table; None where it is hidden or missing."""
    if isinstance(cell, int | float | np.integer | np.floating) and np.isfinite(cell):
        return int(cell)
    return None


def spread(hits: pd.Series[bool], clusters: pd.Series[str]) -> dict[str, float]:
    """Measure how much less a sample of groups tells about a share than one of single households.

    Parameters
    ----------
    hits
        Shape (households,): whether each is one of those counted.
    clusters
        Shape (households,): the group of each.

    Returns
    -------
    dict
        ``design_effect``: variance of the share with groups as clusters over that of a simple random sample
        (Kish 1965), never below 1; ``clusters``: number of groups. One group has no variance between groups,
        so that its households stand for themselves.
    """
    size = len(hits)
    deviations = hits.astype("float64").to_numpy() - (hits.mean() if size else 0.0)
    totals = pd.Series(deviations).groupby(clusters.to_numpy()).sum().to_numpy()
    count = len(totals)
    simple = float((deviations**2).sum())
    if count < 2 or not simple:
        return {"design_effect": 1.0, "clusters": float(size if count < 2 else count)}
    effect = count / (count - 1) * float((totals**2).sum()) * (size - 1) / size / simple
    return {"design_effect": round(max(effect, 1.0), _DECIMALS), "clusters": float(count)}


def clusters_of(interviews: pd.DataFrame) -> pd.Series[str]:
    """Give the group of each household; one without a group stands for itself."""
    own = interviews["id_rt"].astype("object")
    return interviews["id_kelompok"].astype("object").fillna(own).astype("str")


def wilson(share: float, units: float, quantile: float) -> Interval:
    """Compute Wilson's score interval of a share.

    Parameters
    ----------
    share
        Between 0 and 1.
    units
        Independent units behind it, not necessarily whole.
    quantile
        Of the reference distribution, 1.96 for 95 % of a normal one.

    Notes
    -----
    Wilson 1927; formula (3) of Newcombe 1998, which recommends it for small samples.
    """
    square = quantile**2
    middle = (share + square / (2 * units)) / (1 + square / units)
    margin = quantile * np.sqrt(share * (1 - share) / units + square / (4 * units**2)) / (1 + square / units)
    return Interval(max(float(middle - margin), 0.0), min(float(middle + margin), 1.0), CONFIDENCE)


def _interval(share: float, units: int, row: Mapping[str, object]) -> Interval | None:
    """Apply Wilson to the effective number of households, t with the groups' degrees of freedom.

    As in R's `svyciprop`; Dean and Pagano 2015 compare such intervals and find this one to hold its level.
    """
    effect, clusters = (float(str(row.get(name, "nan"))) for name in ("design_effect", "clusters"))
    if units < LEAST_FOR_INFERENCE or not np.isfinite(effect) or clusters < 2:
        return None
    return wilson(share, units / effect, t_quantile(clusters - 1))
