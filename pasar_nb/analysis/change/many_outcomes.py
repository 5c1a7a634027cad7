"""The same estimate for many outcomes of the same households: what they share is computed once.

Every answer is that of `estimation.estimate`, which a test holds it to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.balance import others_of
from pasar_nb.analysis.change.effects import Drawing
from pasar_nb.analysis.change.estimation import Estimate, estimate, method_for, with_t
from pasar_nb.analysis.change.least_squares import Design, moved_by_one
from pasar_nb.findings import NotEstimable

NOTHING_LEFT = 1e-9  # of an outcome; as in `least_squares.is_constant`, which then decides

WELL_APART = (
    1e-6  # least eigenvalue of a correlation matrix whose columns certainly do not follow from others
)


def estimate_each(
    outcomes: Sequence[Floats],
    regressor: Floats,
    held: Floats | None,
    clusters: Codes | None,
    how: Drawing,
) -> list[Estimate | NotEstimable]:
    """Estimate the coefficient of one regressor for many outcomes.

    Parameters
    ----------
    outcomes
        Shape (households,) each; a household whose outcome is missing is left out of that outcome.
    regressor, clusters
        As in `least_squares.Design` and `estimation.estimate`.
    held
        Shape (households, k): characteristics to be held equal beside a constant (`balance.held_equal`); None
        for a regressor that stands alone.
    how
        The bootstrap, where it is needed.

    Returns
    -------
    list
        One for each outcome, in order; at least one household must have each.
    """
    found: dict[int, Estimate | NotEstimable] = {}
    for told, columns in _patterns(outcomes):
        codes = None if clusters is None else pd.factorize(clusters[told])[0].astype(np.intp)
        others = np.empty((int(told.sum()), 0)) if held is None else _others(held[told])
        values = [outcomes[place][told] for place in columns]
        found |= dict(zip(columns, _each(values, regressor[told], others, codes, how), strict=True))
    return [found[place] for place in range(len(outcomes))]


def _patterns(outcomes: Sequence[Floats]) -> Iterator[tuple[npt.NDArray[np.bool_], list[int]]]:
    """Group the outcomes that the same households told."""
    together: dict[bytes, list[int]] = {}
    for place, one in enumerate(outcomes):
        together.setdefault(np.packbits(~np.isnan(one)).tobytes(), []).append(place)
    for columns in together.values():
        yield ~np.isnan(outcomes[columns[0]]), columns


def _others(held: Floats) -> Floats:
    """Lay out a constant and what is held equal as `balance.others_of` does, but quicker where it can."""
    told = ~np.isnan(held)
    means = np.where(told, held, 0.0).sum(axis=0) / np.maximum(told.sum(axis=0), 1)
    apart = np.where(told, held - means, 0.0)
    products = apart.T @ apart
    sizes = np.sqrt(np.diag(products))
    if not (sizes > 0).all() or _least_eigenvalue(products / np.outer(sizes, sizes)) < WELL_APART:
        return others_of(held)
    return np.column_stack([np.ones(len(held)), apart])


def _least_eigenvalue(correlations: Floats) -> float:
    return float(np.linalg.eigvalsh(correlations).min()) if len(correlations) else 1.0


def _each(
    values: Sequence[Floats], regressor: Floats, others: Floats, clusters: Codes | None, how: Drawing
) -> list[Estimate | NotEstimable]:
    designs = [Design(column, regressor, others) for column in values]
    if clusters is not None and method_for(regressor, clusters) == "clustered":
        basis, own = np.linalg.qr(designs[0].matrix)[0], regressor - _explained(others, regressor)
        if not moved_by_one((basis**2).sum(axis=1), own):
            return _clustered(designs, basis, own, clusters, how)
    return [estimate(design, clusters, draws=how.draws, seed=how.seed) for design in designs]


def _clustered(
    designs: Sequence[Design], basis: Floats, own: Floats, clusters: Codes, how: Drawing
) -> list[Estimate | NotEstimable]:
    """Give all outcomes the clustered error (CR1) with t(G - 1), from one decomposition of the regressors."""
    squares = float(own @ own)
    groups, (n, k) = int(clusters.max()) + 1, basis.shape
    scale = np.sqrt(groups / (groups - 1) * (n - 1) / (n - k)) / squares
    found: list[Estimate | NotEstimable] = []
    for design in designs:
        left = design.outcome - basis @ (basis.T @ design.outcome)
        if np.abs(left).max() <= NOTHING_LEFT * np.abs(design.outcome).max():
            found.append(estimate(design, clusters, draws=how.draws, seed=how.seed))
            continue
        totals = np.bincount(clusters, weights=own * left)
        error = float(scale * np.sqrt((totals**2).sum()))
        found.append(with_t(float(own @ design.outcome) / squares, error, groups - 1.0, "clustered", groups))
    return found


def _explained(others: Floats, variable: Floats) -> Floats:
    """Give what other regressors explain of a variable."""
    if not others.shape[1]:
        return np.zeros_like(variable)
    basis = np.linalg.qr(others)[0]
    explained: Floats = basis @ (basis.T @ variable)
    return explained
