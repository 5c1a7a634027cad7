"""How far several raters order the commodities alike: Kendall's W with a permutation test."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.commodity.results import Agreement, Criteria
from pasar_nb.analysis.commodity.scores import Ratings, utility
from pasar_nb.analysis.commodity.ties import TIE, best, mean_ranks
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _

_LEAST = 2  # raters and commodities: one alone agrees with itself
_DECIMALS = 9  # scipy compares exactly; equal indices may differ by rounding


def measure_agreement(
    criteria: Criteria, ratings: Ratings, *, permutations: int, seed: int
) -> Agreement | NotEstimable:
    """Measure how alike the raters order the commodities.

    Each rater orders the commodities by an own index with the agreed weights.

    Parameters
    ----------
    criteria
        Agreed weights.
    ratings
        Only commodities scored on every criterion enter, and only raters who scored all of them.
    permutations, seed
        Of the test: how many random orders per rater, and where the random numbers start.

    Returns
    -------
    Agreement or NotEstimable
        The latter with fewer than two raters or commodities, or where every rater ties everything.
    """
    commodities = np.array(ratings.commodities, dtype=object)[ratings.complete]
    values = ratings.values[:, ratings.complete]
    complete = np.isfinite(values).all(axis=(1, 2))
    weights = criteria.table["weight"].to_numpy()
    indices = utility(values[complete], ratings.cost) @ weights
    ranks = mean_ranks(indices) if indices.size else indices
    reason = _incomparable(criteria, len(ratings.raters), ranks)
    if reason is not None:
        return NotEstimable(reason)
    return Agreement(
        w=float(kendall_w(ranks)),
        p_value=permutation_p(ranks, permutations=permutations, seed=seed),
        n_raters=len(ranks),
        raters_left_out=int((~complete).sum()),
        n_commodities=len(commodities),
        raters=_each_rater(np.array(ratings.raters, dtype=object)[complete], commodities, indices),
    )


def kendall_w(ranks: Floats) -> Floats:
    """Compute Kendall's coefficient of concordance, corrected for ties.

    Parameters
    ----------
    ranks
        Shape (..., raters, objects): each rater's ranks, ties sharing their mean rank.

    Returns
    -------
    ndarray
        Shape (...): 0 (no agreement) to 1 (complete).

    Notes
    -----
    W = 12 S / (m^2 (n^3 - n) - m T), S the squared deviations of the rank sums from their mean, T the sum of
    t^3 - t over every rater's groups of t ties: Kendall and Babington Smith 1939; Siegel 1956. The bracket is
    the raters' own sums of squares, so W = S / (m sum of squares), which is how it is computed here.
    """
    deviations = ranks - ranks.mean(axis=-1, keepdims=True)
    between = (deviations.sum(axis=-2) ** 2).sum(axis=-1)
    within = (deviations**2).sum(axis=(-2, -1))
    w: Floats = between / (ranks.shape[-2] * within)
    return w


def permutation_p(ranks: Floats, *, permutations: int, seed: int) -> float:
    """Tell how often raters who order at random agree as much.

    Parameters
    ----------
    ranks
        Shape (raters, objects).
    permutations, seed
        Number of random orders, and where the random numbers start.

    Returns
    -------
    float
        (1 + draws with at least this W) / (1 + draws).

    Notes
    -----
    Every rater's own ranks, with their ties, are shuffled independently. The usual chi-square approximation
    is poor for the three or four commodities of a district; Siegel 1956 asks for more than seven.
    """
    random = np.random.default_rng(seed)
    shuffled = random.permuted(np.broadcast_to(ranks, (permutations, *ranks.shape)), axis=-1)
    as_high = kendall_w(shuffled) >= kendall_w(ranks) - TIE
    return float((1 + as_high.sum()) / (1 + permutations))


def _each_rater(
    raters: npt.NDArray[np.object_], commodities: npt.NDArray[np.object_], indices: Floats
) -> pd.DataFrame:
    from scipy.stats import kendalltau

    others = (indices.sum(axis=0) - indices) / (len(indices) - 1)
    pairs = zip(np.round(indices, _DECIMALS), np.round(others, _DECIMALS), strict=True)
    return pd.DataFrame(
        {
            "penilai": raters.astype(str),
            "first_choice": [best(index, tuple(commodities)) for index in indices],
            "tau_with_mean": [float(kendalltau(own, other).statistic) for own, other in pairs],
        }
    )


def _incomparable(criteria: Criteria, n_raters: int, ranks: Floats) -> Message | None:
    if criteria.table["weight"].isna().any() or ranks.shape[-1] < _LEAST:
        return _("Kesepakatan penilai memerlukan bobot dan paling sedikit dua komoditas yang lengkap.")
    if n_raters < _LEAST:
        return _("Hanya ada satu penilai, sehingga kesepakatan antarpenilai tidak dapat diukur.")
    if len(ranks) < _LEAST:
        return _(
            "Kurang dari dua penilai memberi skor untuk semua komoditas dan kriteria, "
            "sehingga kesepakatan antarpenilai tidak dapat diukur."
        )
    if np.ptp(ranks) <= TIE:
        return _("Setiap penilai memberi semua komoditas indeks yang sama, sehingga tidak ada urutan.")
    return None
