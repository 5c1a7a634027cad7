"""Bounds of the comparison where one arm lost more of its households than the other: Lee 2009."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.attendance import UNEVEN
from pasar_nb.analysis.change.balance import arm_of
from pasar_nb.analysis.change.check_results import LeeBounds
from pasar_nb.analysis.change.effects import cluster_codes
from pasar_nb.analysis.change.estimation import method_for
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.households import with_traits
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import ARM_LABELS, CONFIDENCE

EVEN = _(
    "Bagian rumah tangga yang hilang di antara peserta dan pembanding berbeda paling banyak 5 poin persen, "
    "sehingga batas Lee tidak diperlukan."
)


def lee_bounds(
    pairs: pd.DataFrame, survey: pd.DataFrame, homes: pd.DataFrame, outcome: Outcome
) -> LeeBounds | NotEstimable:
    """Bound the difference of the changes under unequal loss.

    Parameters
    ----------
    pairs
        From `outcome.matched`: the households that were kept.
    survey, homes
        Tables of the contract: the baseline.
    outcome
        Tells the waves.

    Returns
    -------
    LeeBounds or NotEstimable
        The latter where the arms lost alike (to 5 points), or have too few groups.
    """
    known = with_traits(survey.loc[survey["gelombang"] == outcome.first, ["id_rt"]], homes)
    start = known.drop_duplicates("id_rt")
    change = (pairs["after"] - pairs["before"]).set_axis(pairs["id_rt"])
    moved = start["id_rt"].map(change).to_numpy(dtype="float64")
    arm = arm_of(start)
    last = survey.loc[survey["gelombang"] == outcome.last, "id_rt"]
    seen = start["id_rt"].isin(last).to_numpy()
    kept = ~np.isnan(moved)
    gaps = [abs(one[arm == 1].mean() - one[arm == 0].mean()) for one in (seen, kept)]
    if max(gaps) <= UNEVEN:
        return NotEstimable(EVEN)
    return bounds_of(moved, arm, cluster_codes(start))


def bounds_of(change: Floats, arm: Floats, clusters: Codes | None) -> LeeBounds | NotEstimable:
    """Bound the difference of the mean changes of those who would have stayed in either arm.

    Parameters
    ----------
    change
        Shape (households,): of everybody at baseline; missing for those who were lost.
    arm
        Shape (households,): 1 for participants, else 0.
    clusters
        Shape (households,): number of each household's group; None where there are none.

    Notes
    -----
    The arm that kept the larger share is trimmed to the share of the other, once of its largest changes, once
    of its smallest; the household at the edge counts in part. The error follows from the influence of each
    household on bound and shares (Lee 2009, proposition 3), summed over groups; the interval holds the
    true difference, not both bounds (Imbens and Manski 2004). It all rests on one assumption: to be in the
    one arm rather than the other makes nobody more and somebody else less likely to be lost.
    """
    chosen = method_for(arm, clusters)
    if isinstance(chosen, Message):
        return NotEstimable(chosen)
    kept = ~np.isnan(change)
    own = arm == 1
    fuller = own if kept[own].mean() >= kept[~own].mean() else ~own
    sign = 1.0 if fuller is own else -1.0
    least = _trimmed(sign * change, fuller)
    most = _trimmed(-sign * change, fuller)
    units = np.arange(len(arm)) if clusters is None or chosen == "independent" else clusters
    (error_low, freedom), (error_high, other) = (_error(one.influence, arm, units) for one in (least, most))
    low, high = least.value, -most.value
    critical = _critical(high - low, max(error_low, error_high), min(freedom, other))
    around = Interval(low - critical * error_low, high + critical * error_high)
    return LeeBounds(
        low=low,
        high=high,
        interval_low=around.low,
        interval_high=around.high,
        trimmed=list(ARM_LABELS)[0 if fuller is own else 1],
        share=1 - least.share,
        clear=around.clear,
        left_out=int((1 - least.share) * (kept & fuller).sum() + 1e-9),  # rounding of the product
    )


@dataclass(frozen=True, slots=True)
class _Bound:
    """Mean of the fuller arm without its largest changes, less the mean of the other arm.

    Attributes
    ----------
    value
        The difference.
    share
        Share of the fuller arm that stays.
    influence
        Shape (households,): what each adds to the error.
    """

    value: float
    share: float
    influence: Floats


def _trimmed(change: Floats, fuller: np.ndarray) -> _Bound:
    kept = ~np.isnan(change)
    told = np.where(kept, change, 0.0)
    rate, other_rate = float(kept[fuller].mean()), float(kept[~fuller].mean())
    share = other_rate / rate
    ordered = np.sort(change[fuller & kept])
    mass = share * len(ordered)
    whole = min(int(mass + 1e-9), len(ordered))  # rounding of the product
    edge = float(ordered[min(whole, len(ordered) - 1)])
    mean = float(ordered[:whole].sum() + (mass - whole) * edge) / mass
    other_mean = float(change[~fuller & kept].mean())
    inside = (np.minimum(told - edge, 0.0) - share * (mean - edge)) / share
    loss = (edge - mean) * (kept - np.where(fuller, rate, other_rate))
    in_fuller = (kept * inside - loss) / rate
    in_other = (loss - kept * (told - other_mean)) / other_rate
    influence = np.where(fuller, in_fuller / fuller.sum(), in_other / (~fuller).sum())
    return _Bound(value=mean - other_mean, share=share, influence=influence)


def _error(influence: Floats, arm: Floats, units: Codes) -> tuple[float, float]:
    """Find the error and its degrees of freedom (Welch), with units as clusters."""
    codes = np.unique(units, return_inverse=True)[1]
    sums, of_arm = np.bincount(codes, weights=influence), np.bincount(codes, weights=arm)
    size = np.bincount(codes)
    whole = bool(((of_arm == 0) | (of_arm == size)).all())
    parts = [sums[of_arm > 0], sums[of_arm == 0]] if whole else [sums]
    squares = [len(part) / (len(part) - 1) * float((part**2).sum()) for part in parts]
    total = max(sum(squares), np.finfo(float).tiny)
    shares = [square / total for square in squares]
    freedom = 1 / sum(share**2 / (len(part) - 1) for share, part in zip(shares, parts, strict=True))
    return float(np.sqrt(total)), freedom


def _critical(width: float, error: float, freedom: float) -> float:
    """Give how many errors the interval reaches beyond the bounds: Imbens and Manski 2004, equation 7."""
    from scipy.optimize import brentq
    from scipy.stats import t

    apart = max(width, 0.0) / error
    reach = float(t.ppf((1 + CONFIDENCE) / 2, freedom))
    if apart > 2 * reach:
        return float(t.ppf(CONFIDENCE, freedom))

    def missing(reached: float) -> float:
        return float(t.cdf(reached + apart, freedom) - t.cdf(-reached, freedom) - CONFIDENCE)

    return float(brentq(missing, 0.0, reach + 1))
