"""Two further methods for the same decision, by pymcdm: TOPSIS and PROMETHEE II."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pasar_nb.analysis.arrays import Floats

FULL_PREFERENCE = 1.0  # one step of the 1-5 scale: what two neighbouring scores were made to tell apart
_DECIMALS = 9  # rounding noise of a mean must not look like an ideal to TOPSIS
_UNDECIDED = 0.5


def topsis(means: Floats, weights: Floats, cost: npt.NDArray[np.bool_]) -> Floats:
    """Measure how close each commodity is to the best on every criterion.

    Parameters
    ----------
    means
        Shape (commodities, criteria): mean scores, 1-5.
    weights
        Shape (criteria,): sum to 1.
    cost
        Shape (criteria,): whether a high score is bad.

    Returns
    -------
    ndarray
        Shape (commodities,): closeness, 0-1, 1 being best. Where all commodities are alike, ideal and
        anti-ideal are the same point (0/0) and all get 0.5: a tie.

    Notes
    -----
    Hwang and Yoon 1981, vector normalisation; as in Tzeng and Huang 2011.
    """
    from pymcdm.methods import TOPSIS
    from pymcdm.normalizations import vector_normalization

    means = np.round(means, _DECIMALS)
    if (means == means[0]).all():
        return np.full(len(means), _UNDECIDED)
    closeness: Floats = TOPSIS(vector_normalization)(means, weights, _types(cost), validation=False)
    return closeness


def promethee(means: Floats, weights: Floats, cost: npt.NDArray[np.bool_]) -> Floats:
    """Balance how far each commodity outranks the others and is outranked by them.

    Parameters
    ----------
    means, weights, cost
        As for `topsis`.

    Returns
    -------
    ndarray
        Shape (commodities,): net flow, -1 to 1.

    Notes
    -----
    Brans and Vincke 1985, with the V-shape preference function and p = 1: a lead of one step on the 1-5 scale
    or more is full preference, a smaller one counts in proportion. The *usual* function would count a lead of
    a tenth, which one rater of ten can make, as much as a lead of four steps. A V over the whole scale
    (p = 4) is never saturated, so that the net flow is a linear function of the weighted sum: always the
    same ranking, and no second opinion.
    """
    from pymcdm.methods import PROMETHEE_II

    means = np.round(means, _DECIMALS)
    if len(means) == 1:  # nothing to outrank: pymcdm would divide by the number of rivals
        return np.zeros(1)
    method = PROMETHEE_II("vshape", p=[FULL_PREFERENCE] * means.shape[1])
    flow: Floats = method(means, weights, _types(cost), validation=False)
    return flow


def _types(cost: npt.NDArray[np.bool_]) -> npt.NDArray[np.int_]:
    return np.where(cost, -1, 1)
