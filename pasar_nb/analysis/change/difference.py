"""Whether groups of households changed differently: one test for all levels of a split.

That one group clearly changed and another did not, does not say that they differ (Gelman and Stern 2006);
the test of their difference does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.bootstrap import draw_weights
from pasar_nb.analysis.change.effects import Drawing
from pasar_nb.analysis.change.estimation import LEAST_CLUSTERS, LEAST_CLUSTERS_PER_ARM, MANY_CLUSTERS
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

DifferenceTest: TypeAlias = Literal["welch", "wald", "wild"]
"""Welch's analysis of variance, households independent; Wald test with clustered errors; the same with its
distribution from the wild cluster bootstrap."""

CLUSTERS_PER_CONTRAST = 2  # fewer, and the clustered covariance of the contrasts can hardly be inverted
_CONFOUNDED = _(
    "Kurang dari dua di antaranya terdiri atas {least} POKMAS atau lebih, sehingga perbedaannya tidak dapat "
    "dipisahkan dari perbedaan antar-POKMAS.",
    least=LEAST_CLUSTERS_PER_ARM,
)
_NO_VARIATION = _("Perubahannya tidak bervariasi, sehingga perbedaannya tidak dapat diuji.")
_SMALLEST = float(np.finfo(float).tiny)


@dataclass(frozen=True, slots=True)
class Difference:
    """A test that the mean change is the same in every level of a split.

    Attributes
    ----------
    p_value
        Of that hypothesis.
    test
        Which test it is.
    tested
        Shape (households,): who took part in the test.
    """

    p_value: float
    test: DifferenceTest
    tested: npt.NDArray[np.bool_]


def difference(
    change: Floats, levels: Codes, clusters: Codes | None, how: Drawing
) -> Difference | NotEstimable:
    """Test that groups of households changed alike.

    Parameters
    ----------
    change
        Shape (households,): change of the outcome.
    levels
        Shape (households,): number of the level of each household, at least two levels of ten or more.
    clusters
        Shape (households,): number of the group that households were sampled in, or None.
    how
        The bootstrap.

    Notes
    -----
    Where each level is one group, as a split by group, or where levels cut across fewer than five groups,
    households count as independent: the test speaks of these groups only. Else a level that spans fewer than
    five groups is left out; with fewer than 30 groups in a level the distribution of the test comes from the
    wild cluster bootstrap with the residuals of equal changes (Cameron, Gelbach and Miller 2008, weights of
    Webb 2014).
    """
    everybody = np.ones(len(change), dtype=bool)
    if clusters is None or _independent(levels, clusters):
        found = _welch(change, levels)
        return found if isinstance(found, NotEstimable) else Difference(found, "welch", everybody)
    spans = _spans(levels, clusters)
    tested = spans[levels] >= LEAST_CLUSTERS_PER_ARM
    kept = np.unique(levels[tested])
    groups = np.unique(clusters[tested])
    if len(kept) < 2 or len(groups) < CLUSTERS_PER_CONTRAST * len(kept):
        return NotEstimable(_CONFOUNDED)
    own = (change[tested], np.searchsorted(kept, levels[tested]), np.searchsorted(groups, clusters[tested]))
    observed = _parts(*own)
    wald = _wald(observed.means, observed.scores)
    if not np.isfinite(wald):
        return NotEstimable(_NO_VARIATION)
    if spans[kept].min() >= MANY_CLUSTERS:
        return Difference(_of_f(wald, len(kept), len(groups)), "wald", tested)
    return Difference(_of_draws(wald, own, how), "wild", tested)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Means of the levels, shape (levels,), and the scores of every group, shape (groups, levels)."""

    means: Floats
    scores: Floats
    portions: Floats


def _independent(levels: Codes, clusters: Codes) -> bool:
    """Tell whether households count as independent: each level is a group, or levels cut across few groups.

    Levels of several whole groups cannot be told from these groups, however few they are.
    """
    groups, pairs = len(np.unique(clusters)), len(_combinations(levels, clusters))
    return pairs == len(np.unique(levels)) if pairs == groups else groups < LEAST_CLUSTERS


def _combinations(levels: Codes, clusters: Codes) -> npt.NDArray[np.intp]:
    width = int(levels.max()) + 1
    found: npt.NDArray[np.intp] = np.unique(clusters * width + levels)
    return found


def _spans(levels: Codes, clusters: Codes) -> npt.NDArray[np.intp]:
    """Count the groups in which each level is found."""
    width = int(levels.max()) + 1
    counted: npt.NDArray[np.intp] = np.bincount(_combinations(levels, clusters) % width, minlength=width)
    return counted


def _welch(change: Floats, levels: Codes) -> float | NotEstimable:
    from statsmodels.stats.oneway import anova_oneway

    each = [change[levels == level] for level in np.unique(levels)]
    spreads = [float(np.ptp(one)) for one in each]
    if min(spreads) <= 1e-9 * max(float(np.abs(change).max()), _SMALLEST):
        return NotEstimable(_NO_VARIATION)
    return float(anova_oneway(each, use_var="unequal").pvalue)


def _parts(change: Floats, levels: Codes, clusters: Codes) -> _Parts:
    """Lay out what the means of the levels owe to every group."""
    shape = (int(clusters.max()) + 1, int(levels.max()) + 1)
    cell = clusters * shape[1] + levels
    sums = np.bincount(cell, weights=change, minlength=shape[0] * shape[1]).reshape(shape)
    portions = np.bincount(cell, minlength=shape[0] * shape[1]).reshape(shape).astype("float64")
    sizes = portions.sum(axis=0)
    means = sums.sum(axis=0) / sizes
    return _Parts(means, (sums - portions * means) / sizes, portions / sizes)


def _wald(means: Floats, scores: Floats) -> float:
    """Measure how far the means are from being equal, in terms of their clustered covariance."""
    apart, of_groups = means[1:] - means[0], scores[:, 1:] - scores[:, :1]
    covariance = of_groups.T @ of_groups
    scale = np.sqrt(np.diag(covariance))
    if not (scale > 1e-9 * max(float(np.abs(means).max()), _SMALLEST)).all():
        return float("nan")
    like = covariance / np.outer(scale, scale)
    if np.linalg.matrix_rank(like, tol=1e-9) < len(apart):
        return float("nan")
    return float((apart / scale) @ np.linalg.solve(like, apart / scale))


def _of_f(wald: float, levels: int, groups: int) -> float:
    from scipy.stats import f

    contrasts = levels - 1
    corrected = wald * (groups - 1) / groups  # CR1, but for n - 1 over n - k
    return float(f.sf(corrected / contrasts, contrasts, groups - 1))


def _of_draws(wald: float, own: tuple[Floats, Codes, Codes], how: Drawing) -> float:
    """Tell how often a draw in which all levels changed alike lies as far apart as the data."""
    change, levels, clusters = own
    observed = _parts(change - change.mean(), levels, clusters)
    carried = observed.scores + observed.portions * observed.means  # sums of residuals over level sizes
    drawn = np.concatenate(
        [
            _walds_of(weights, carried, observed.portions)
            for weights in draw_weights(how.draws, len(carried), how.seed)
        ]
    )
    return float((1 + (drawn >= wald * (1 - 1e-9)).sum()) / (1 + len(drawn)))


def _walds_of(weights: Floats, carried: Floats, portions: Floats) -> Floats:
    """Give the Wald statistic of every draw, shape (draws,)."""
    means = weights @ carried
    scores = weights[:, :, np.newaxis] * carried - portions * means[:, np.newaxis, :]
    apart, of_groups = means[:, 1:] - means[:, :1], scores[:, :, 1:] - scores[:, :, :1]
    covariance = np.swapaxes(of_groups, 1, 2) @ of_groups
    covariance += (
        _SMALLEST + 1e-12 * np.eye(apart.shape[1]) * np.trace(covariance, axis1=1, axis2=2)[:, None, None]
    )
    solved = np.linalg.solve(covariance, apart[:, :, np.newaxis])[:, :, 0]
    walds: Floats = (apart * solved).sum(axis=1)
    return walds
