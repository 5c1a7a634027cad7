"""Least squares: a regression in which one coefficient matters, and what of it rests on which unit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pasar_nb.analysis.arrays import Floats

WHOLE = 1 - 1e-9  # leverage of a unit that the regression cannot miss, but for rounding


@dataclass(frozen=True, slots=True)
class Design:
    """A regression in which one coefficient matters.

    Attributes
    ----------
    outcome, regressor
        Shape (units,).
    others
        Shape (units, k): what else is in the regression, the constant among them; k may be 0.
    """

    outcome: Floats
    regressor: Floats
    others: Floats

    @property
    def matrix(self) -> Floats:
        """Shape (units, k + 1): all regressors, the one that matters last."""
        return np.column_stack([self.others, self.regressor])


def is_constant(design: Design) -> bool:
    """Tell whether the regression explains everything, so that nothing is left to judge it by."""
    left = residuals(design.matrix, design.outcome)
    scale = max(float(np.abs(design.outcome).max()), np.finfo(float).tiny)
    return bool(np.abs(left).max() <= 1e-9 * scale)  # rounding of least squares


def leans_on_one(design: Design) -> bool:
    """Tell whether the coefficient rests on one unit that the regression hits exactly, whatever it says."""
    return moved_by_one(leverage_of(design.matrix), residuals(design.others, design.regressor))


def moved_by_one(leverage: Floats, own: Floats) -> bool:
    """Tell the same from how far each unit pulls the regression, and what others leave of the regressor."""
    return bool(((leverage >= WHOLE) & (np.abs(own) > 1 - WHOLE)).any())


def leverage_of(matrix: Floats) -> Floats:
    """Compute how far each unit pulls the regression to itself, 0 to 1."""
    basis = np.linalg.qr(matrix)[0]
    found: Floats = (basis**2).sum(axis=1)
    return found


def residuals(matrix: Floats, outcome: Floats) -> Floats:
    """Compute what is left of the outcome when the columns of a matrix are taken out."""
    if not matrix.shape[1]:
        return outcome
    coefficients = np.linalg.lstsq(matrix, outcome, rcond=None)[0]
    left: Floats = outcome - matrix @ coefficients
    return left
