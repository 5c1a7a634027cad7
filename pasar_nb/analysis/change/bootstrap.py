"""The wild cluster bootstrap with few groups: restricted residuals, bootstrap-t, interval by inversion.

Cameron, Gelbach and Miller 2008; six-point weights of Webb 2014; the interval holds every value that the
test does not refuse (MacKinnon 2023). Under the hypothesis that the coefficient is b, the residuals are
e - b f, with e and f those of outcome and regressor on the other regressors. So the scores of every draw are
linear in b, and one set of draws answers for every b: three sums per draw are all that is kept. Groups of
one household may be thousands, so that nothing of the size of groups times groups is ever formed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pasar_nb.analysis.arrays import Floats

WEIGHTS = np.sqrt(np.array([0.5, 1.0, 1.5]))  # and their negatives: Webb 2014
_FURTHEST = 1e4  # standard errors from the estimate: a bound further away is none
_PRECISION = 1e-4  # standard errors to which a bound is found
_AT_ONCE = 2**18  # weights drawn at once: what the fast memory of a processor holds


@dataclass(frozen=True, slots=True)
class WildBootstrap:
    """Draws from which the test of any value of the coefficient can be read.

    Attributes
    ----------
    value, error
        Coefficient and its clustered standard error (CR1).
    clusters
        Number of groups.
    """

    value: float
    error: float
    clusters: int
    _t_scale: float
    _moved: tuple[Floats, Floats]
    _scores: tuple[Floats, Floats, Floats]

    @classmethod
    def of(
        cls,
        outcome: Floats,
        regressor: Floats,
        others: Floats,
        clusters: npt.NDArray[np.intp],
        *,
        draws: int,
        seed: int,
    ) -> WildBootstrap:
        """Draw.

        Parameters
        ----------
        outcome, regressor
            Shape (units,).
        others
            Shape (units, k): the other regressors; k may be 0.
        clusters
            Shape (units,): numbers from 0 without a gap.
        draws, seed
            How many draws, and where the random numbers start.
        """
        basis = np.linalg.qr(np.column_stack([others, regressor]))[0]
        own, of_outcome = _without(others, regressor), _without(others, outcome)
        squares = float(own @ own)
        scores = _totals(own * (outcome - basis @ (basis.T @ outcome)), clusters)
        groups, (n, k) = len(scores), basis.shape
        constant, linear = (_Sums.of(part, own, basis, clusters) for part in (of_outcome, own))
        drawn = [_sums_of_draws(constant, linear, part) for part in draw_weights(draws, groups, seed)]
        moved, moved_by, *powers = np.concatenate(drawn, axis=1)
        correction = groups / (groups - 1) * (n - 1) / (n - k)
        root = float(np.sqrt((scores**2).sum()))
        return cls(
            value=float(own @ outcome) / squares,
            error=float(np.sqrt(correction)) * root / squares,
            clusters=groups,
            _t_scale=root / squares,
            _moved=(moved, moved_by),
            _scores=(powers[0], powers[1], powers[2]),
        )

    def p_value(self, value: float) -> float:
        """Tell how often a draw lies as far from a hypothetical value as the estimate does."""
        moved = self._moved[0] - value * self._moved[1]
        constant, linear, square = self._scores
        spread = constant - value * linear + value**2 * square
        drawn = moved**2 / np.maximum(spread, np.finfo(float).tiny)
        observed = ((self.value - value) / self._t_scale) ** 2
        return float((1 + (drawn >= observed * (1 - 1e-9)).sum()) / (1 + len(drawn)))

    def interval(self, level: float) -> tuple[float, float] | None:
        """Give the values that are not refused; None where that is not bounded."""
        low, high = self._bound(-1, 1 - level), self._bound(1, 1 - level)
        return None if low is None or high is None else (low, high)

    def _bound(self, direction: int, size: float) -> float | None:
        inside, outside = 0.0, 1.0
        while self.p_value(self.value + direction * outside * self.error) > size:
            inside, outside = outside, outside * 2
            if outside > _FURTHEST:
                return None
        while outside - inside > _PRECISION:
            middle = (inside + outside) / 2
            refused = self.p_value(self.value + direction * middle * self.error) <= size
            inside, outside = (inside, middle) if refused else (middle, outside)
        return self.value + direction * outside * self.error


def draw_weights(draws: int, groups: int, seed: int) -> Iterator[Floats]:
    """Draw a weight for every group: parts of shape (some draws, groups), together as many as asked for."""
    choices, random = np.concatenate([-WEIGHTS, WEIGHTS]), np.random.default_rng(seed)
    part = max(_AT_ONCE // groups, 1)
    for first in range(0, draws, part):
        yield random.choice(choices, size=(min(part, draws - first), groups))


def _without(others: Floats, variable: Floats) -> Floats:
    """Take out of a variable what other regressors explain."""
    if not others.shape[1]:
        return variable
    left: Floats = variable - others @ np.linalg.lstsq(others, variable, rcond=None)[0]
    return left


def _totals(values: Floats, clusters: npt.NDArray[np.intp]) -> Floats:
    totals: Floats = np.bincount(clusters, weights=values).astype("float64")
    return totals


@dataclass(frozen=True, slots=True)
class _Sums:
    """What the residuals of every group do to the regression.

    Attributes
    ----------
    scores
        Shape (groups,): their part in the numerator of the coefficient.
    carried, returned
        Shape (groups, k): what they move in the other directions of the new fit, and what such a move takes
        from the scores.
    """

    scores: Floats
    carried: Floats
    returned: Floats

    @classmethod
    def of(cls, residuals: Floats, own: Floats, basis: Floats, clusters: npt.NDArray[np.intp]) -> _Sums:
        return cls(
            scores=_totals(own * residuals, clusters),
            carried=np.column_stack([_totals(column * residuals, clusters) for column in basis.T]),
            returned=np.column_stack([_totals(column * own, clusters) for column in basis.T]),
        )

    def after(self, weights: Floats) -> Floats:
        """Give the scores after the new fit to residuals times weights, shape (draws, groups)."""
        scores: Floats = weights * self.scores - (weights @ self.carried) @ self.returned.T
        return scores


def _sums_of_draws(constant: _Sums, linear: _Sums, weights: Floats) -> Floats:
    """Give what a test of b needs of every draw, shape (5, draws).

    The numerators of outcome and regressor, then the sum over groups of (constant - b linear)^2 by powers of
    b.
    """
    first, second = constant.after(weights), linear.after(weights)
    return np.stack(
        [
            weights @ constant.scores,
            weights @ linear.scores,
            (first**2).sum(axis=1),
            2 * (first * second).sum(axis=1),
            (second**2).sum(axis=1),
        ]
    )
