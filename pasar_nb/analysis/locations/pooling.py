"""The random-effects mean of several districts' changes."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from scipy import stats

from pasar_nb.analysis.confidence import t_quantile
from pasar_nb.analysis.locations.results import Pool
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import CONFIDENCE

# Of two districts Hartung and Knapp's interval spans everything, and a prediction has no degree of freedom.
LEAST_POOLED = 3


def pool(effects: npt.ArrayLike, standard_errors: npt.ArrayLike) -> Pool | NotEstimable:
    """Average districts' changes, allowing each its own true change.

    Parameters
    ----------
    effects, standard_errors
        Shape (districts,): changes on the log scale with their standard errors.

    Returns
    -------
    Pool or NotEstimable
        On the scale of shares. The latter with fewer than three districts.

    Notes
    -----
    The variance between districts is Paule and Mandel's (1982). The interval is Hartung and Knapp's with
    Student's t, its variance never taken smaller than the usual one (Röver, Knapp and Friede 2015); the
    prediction interval is that of Higgins, Thompson and Spiegelhalter (2009), which covers somewhat less than
    it says where districts are few and differ hardly more than by chance (Partlett and Riley 2017).
    """
    from statsmodels.stats.meta_analysis import combine_effects

    changes = np.asarray(effects, dtype="float64")
    errors = np.asarray(standard_errors, dtype="float64")
    count = len(changes)
    if count < LEAST_POOLED:
        return NotEstimable(
            _(
                "Rata-rata memerlukan paling sedikit {least} kabupaten dengan hasil utama dan rancangan yang "
                "sama; di sini ada {count}.",
                least=LEAST_POOLED,
                count=count,
            )
        )
    fitted = combine_effects(changes, errors**2, method_re="iterated")
    error = float(max(fitted.sd_eff_w_re, fitted.sd_eff_w_re_hksj))
    mean, between = float(fitted.mean_effect_re), max(float(fitted.tau2), 0.0)
    reach = t_quantile(count - 1) * error
    return Pool(
        mean=math.expm1(mean),
        low=math.expm1(mean - reach),
        high=math.expm1(mean + reach),
        prediction=_prediction(mean, between, error, count),
        heterogeneity=max(float(fitted.i2), 0.0),
        tau=math.sqrt(between),
        p_heterogeneity=float(stats.chi2.sf(float(fitted.q), count - 1)),
        districts=count,
    )


def weights(standard_errors: npt.ArrayLike, tau: float) -> npt.NDArray[np.float64]:
    """Give each district's part of the random-effects mean; the parts sum to 1."""
    inverse = 1 / (np.asarray(standard_errors, dtype="float64") ** 2 + tau**2)
    return np.asarray(inverse / inverse.sum(), dtype="float64")


def _prediction(mean: float, between: float, error: float, count: int) -> Interval:
    reach = t_quantile(count - 2) * math.sqrt(between + error**2)
    return Interval(math.expm1(mean - reach), math.expm1(mean + reach), CONFIDENCE)
