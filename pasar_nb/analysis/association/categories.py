"""How a category goes with anything: Cramer's V and the correlation ratio, with tests that know the groups.

Both come from the same chi-square of a category's levels; groups of households make it larger by chance, so
it is divided by a design effect first, as survey statistics does (Rao and Scott 1984).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.association.correlation import Correlation
from pasar_nb.analysis.association.ranking import ranks
from pasar_nb.analysis.numbering import count_clusters, renumber
from pasar_nb.findings import Interval
from pasar_nb.vocabulary import CONFIDENCE

_Effect: TypeAlias = Callable[[float], float]
_FURTHEST = 1e7  # non-centrality past which no bound is sought


def cramers_v(x: Codes, y: Codes, clusters: Codes, *, rows: Codes | None = None) -> Correlation:
    """Compute Cramer's V of two categories, corrected for its bias (Bergsma 2013).

    Parameters
    ----------
    x, y, clusters
        Shape (n,): numbers of the levels, from 0 without a gap, and of the clusters.
    rows
        Households from whose groups the design effect is found; all where None.
    """
    n, levels_x, levels_y = len(x), int(x.max()) + 1, int(y.max()) + 1
    counts = np.bincount(x * levels_y + y, minlength=levels_x * levels_y).reshape(levels_x, levels_y)
    expected = np.outer(counts.sum(axis=1), counts.sum(axis=0)) / n
    phi_squared = float(((counts - expected) ** 2 / expected).sum() / n)
    freedom = (levels_x - 1) * (levels_y - 1)
    corrected_x, corrected_y = (k - (k - 1) ** 2 / (n - 1) for k in (levels_x, levels_y))
    value = max(0.0, phi_squared - freedom / (n - 1)) / (min(corrected_x, corrected_y) - 1)
    chosen = np.arange(n) if rows is None else rows
    effect = _design_effect(_basis(x[chosen]), _basis(y[chosen]), clusters[chosen])
    reach = min(levels_x, levels_y) - 1
    return _judged(
        float(np.sqrt(min(value, 1.0))),
        n * phi_squared / effect,
        freedom,
        count_clusters(clusters[chosen]) - 1,
        lambda away: float(np.sqrt(min(1.0, away * effect / n / reach))),
    )


def correlation_ratio(x: Codes, y: Floats, clusters: Codes, *, rows: Codes | None = None) -> Correlation:
    """Compute the correlation ratio of the ranks of a number over a category, corrected for its bias.

    Notes
    -----
    The root of epsilon squared (Kelley 1935) of the ranks, which goes with the test of Kruskal and Wallis;
    ranks, as a few large incomes would decide a ratio of amounts. Parameters as in `cramers_v`; with
    `rows` the numbers are ranks already.
    """
    n, levels = len(x), int(x.max()) + 1
    ranked = ranks(y) if rows is None else y - y.mean()
    means = np.bincount(x, weights=ranked) / np.bincount(x)
    share = float((means[x] ** 2).sum() / (ranked @ ranked))
    value = max(0.0, 1 - (1 - share) * (n - 1) / (n - levels))
    chosen = np.arange(n) if rows is None else rows
    of_number = ranks(y[chosen])
    scaled = (of_number / np.sqrt(of_number @ of_number))[:, np.newaxis]
    effect = _design_effect(_basis(x[chosen]), scaled, clusters[chosen])
    return _judged(
        float(np.sqrt(value)),
        (n - levels) * share / max(1 - share, 1e-9) / effect,
        levels - 1,
        count_clusters(clusters[chosen]) - 1,
        lambda away: float(np.sqrt(away * effect / (away * effect + n))),
    )


def _basis(levels: Codes) -> Floats:
    """Give an orthonormal basis of the differences between the levels of a category."""
    present = renumber(levels)
    shown = np.eye(int(present.max()) + 1)[present][:, 1:]
    basis: Floats = np.linalg.qr(shown - shown.mean(axis=0))[0]
    return basis


def _design_effect(x: Floats, y: Floats, clusters: Codes) -> float:
    """Say how many times more the products of two bases vary by groups than by single households."""
    n, counted = len(x), renumber(clusters)
    products = (x[:, :, np.newaxis] * y[:, np.newaxis, :]).reshape(n, -1)
    products -= products.mean(axis=0)
    groups = int(counted.max()) + 1
    totals = np.stack([np.bincount(counted, weights=column) for column in products.T])
    return max(float(groups / (groups - 1) * (totals**2).sum(axis=1).mean() * n), 1e-9)


def _judged(
    value: float, statistic: float, q: int, freedom: int, effect_of: Callable[[float], float]
) -> Correlation:
    """Test a chi-square and turn its plausible non-centralities into bounds of the coefficient."""
    from scipy.special import fdtrc

    f, other = statistic / q, float(q * freedom)
    tail = (1 - CONFIDENCE) / 2
    low, high = (effect_of(_away(f, q, other, level)) for level in (1 - tail, tail))
    bounds = Interval(min(low, value), max(high, value), CONFIDENCE)
    return Correlation(value, bounds, float(fdtrc(q, other, f)))


def _away(f: float, q: int, other: float, level: float) -> float:
    """Find the non-centrality of F with which a value as low as this has a given probability."""
    from scipy.optimize import brentq
    from scipy.special import ncfdtr

    def above(away: float) -> float:
        return float(ncfdtr(q, other, away, f)) - level

    if above(0.0) <= 0:
        return 0.0
    furthest = 10.0 + 2 * q * f
    while above(furthest) > 0 and furthest < _FURTHEST:
        furthest *= 4
    return float(brentq(above, 0.0, furthest, xtol=1e-3)) if furthest < _FURTHEST else furthest
