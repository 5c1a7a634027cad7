"""Critical values that hold whatever the persistence of a series, found by simulation.

How far a statistic of a short series strays by chance depends on how much its months persist, and that is
itself only estimated from the same few months. A critical value that is right on average over persistences
is too large where there is none and too small where there is much. Here it is a function of the persistence
that is found, chosen so that whatever the true one, the truth is left out one time in twenty.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from pasar_nb.analysis.arrays import Floats
from pasar_nb.vocabulary import CONFIDENCE

PERSISTENCES = np.linspace(0.0, 0.95, 20)  # the true ones for which the critical value is made to hold
DRAWS = 600  # simulated series for each of them
KNOTS = np.linspace(
    0.03, 0.97, 5
)  # quantiles of the found persistence between which the function is straight
SMOOTH = 0.05  # width on the log scale over which a series counts as partly covered, so that there is a slope
NARROWEST, WIDEST = 0.6, 1.0  # how far, on the log scale, the function may leave the average critical value
_TINY = 1e-9  # stands for a ratio of nought, which has no logarithm


@dataclass(frozen=True, slots=True)
class Critical:
    """A critical value for each persistence that may be found.

    Attributes
    ----------
    at
        Shape (k,): found persistences, increasing.
    logarithms
        Shape (k,): logarithms of the critical values there.
    """

    at: Floats
    logarithms: Floats

    def values(self, found: Floats) -> Floats:
        """Give the critical values for found persistences, any shape."""
        values: Floats = np.exp(np.interp(found, self.at, self.logarithms))
        return values


@lru_cache(maxsize=4)
def persistent_series(length: int, seed: int) -> Floats:
    """Simulate series without trend, cycle or change.

    Returns
    -------
    ndarray
        Shape (persistences x DRAWS, length), variance 1, those of one persistence together; not writeable.
    """
    drawn = np.random.default_rng(seed).standard_normal((len(PERSISTENCES) * DRAWS, length))
    series = autoregressive(drawn, np.repeat(PERSISTENCES, DRAWS))
    series.flags.writeable = False
    return series


def autoregressive(innovations: Floats, persistence: Floats) -> Floats:
    """Turn independent draws into series that persist, each with its own persistence and variance 1.

    Parameters
    ----------
    innovations
        Shape (series, months): standard normal.
    persistence
        Shape (series,): 0 or more, below 1.
    """
    fresh = np.sqrt(1 - persistence**2)
    series = np.empty_like(innovations)
    series[:, 0] = innovations[:, 0]
    for month in range(1, innovations.shape[1]):
        series[:, month] = persistence * series[:, month - 1] + fresh * innovations[:, month]
    return series


def critical_values(ratios: Floats, found: Floats) -> Critical:
    """Find the critical value of a statistic for every persistence that may be found.

    Parameters
    ----------
    ratios
        Shape (persistences x draws,) or (persistences x draws, several): the statistic, 0 or more, in series
        simulated without what it looks for, in the order of `PERSISTENCES`; several for statistics that
        share one critical value.
    found
        Shape (persistences x draws,): persistence found in each of the series.

    Returns
    -------
    Critical
        Such that at each true persistence the statistic exceeds it as close to 5 % of the time as a function
        of the found persistence, straight between five knots, allows.

    Notes
    -----
    The function solves coverage = 95 % at twenty persistences by least squares. The criterion, size control
    for every value of a nuisance parameter, is that of Elliott, Müller and Watson 2015.
    """
    from scipy.optimize import least_squares

    logarithms = np.log(np.maximum(ratios.reshape(len(found), -1), _TINY))
    at = np.quantile(found, KNOTS)
    weights = _between(found, at)
    start = np.full(len(at), float(np.quantile(logarithms, CONFIDENCE)))
    solved = least_squares(
        lambda knots: _coverage(logarithms, weights @ knots) - CONFIDENCE,
        start,
        jac=lambda knots: _slopes(logarithms, weights, weights @ knots),
        bounds=(start - NARROWEST, start + WIDEST),
        max_nfev=30,
    )
    return Critical(at, solved.x)


def _between(found: Floats, at: Floats) -> Floats:
    """Weigh the knots for each found persistence; shape (series, knots)."""
    return np.column_stack([np.interp(found, at, knot) for knot in np.eye(len(at))])


def _covered(logarithms: Floats, critical: Floats) -> Floats:
    distance = np.clip((critical[:, np.newaxis] - logarithms) / SMOOTH, -50, 50)
    covered: Floats = 1 / (1 + np.exp(-distance))
    return covered


def _coverage(logarithms: Floats, critical: Floats) -> Floats:
    """Share covered at each true persistence."""
    covered = _covered(logarithms, critical).mean(axis=1)
    share: Floats = covered.reshape(len(PERSISTENCES), -1).mean(axis=1)
    return share


def _slopes(logarithms: Floats, weights: Floats, critical: Floats) -> Floats:
    """Change of each coverage with each knot; shape (persistences, knots)."""
    covered = _covered(logarithms, critical)
    change = (covered * (1 - covered)).mean(axis=1) / SMOOTH
    slopes: Floats = (
        (change[:, np.newaxis] * weights).reshape(len(PERSISTENCES), -1, weights.shape[1]).mean(1)
    )
    return slopes
