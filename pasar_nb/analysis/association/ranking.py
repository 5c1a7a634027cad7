"""Values as ranks: where each household stands among the others, and what it adds to their ranks."""

from __future__ import annotations

from typing import TypeAlias, TypeGuard

import numpy as np

from pasar_nb.analysis.arrays import Codes, Floats

Values: TypeAlias = Floats | Codes
"""What is put in order: numbers as they were told, or their steps."""

_SHORT_SCALE = 64  # steps


def ranks(values: Values) -> Floats:
    """Rank values from -1/2 to 1/2 about a mean of nought; ties share their mean rank."""
    return ranked(values)[0]


def ranked(values: Values) -> tuple[Floats, Codes]:
    """Rank values, and number the distinct ones in order."""
    codes = steps_of(values)
    sizes = np.bincount(codes)
    middles = (np.cumsum(sizes) - sizes / 2) / len(values) - 0.5
    return middles[codes], codes


def carried(codes: Codes, other: Floats) -> Floats:
    """Say what a household adds to the ranks of those above it, weighed by their other variable."""
    sums = np.bincount(codes, weights=other)
    added: Floats = ((sums.sum() - np.cumsum(sums) + sums / 2) / len(codes))[codes]
    return added


def steps_of(values: Values) -> Codes:
    """Map values to numbers in order; steps and short scales need no sorting, as gaps do no harm."""
    if _is_steps(values):
        return values
    above = values - values.min()
    if above.max() < max(_SHORT_SCALE, 2 * len(values)):
        steps: Codes = above.astype(np.intp)
        if bool((steps == above).all()):
            return steps
    return np.unique(values, return_inverse=True)[1]


def _is_steps(values: Values) -> TypeGuard[Codes]:
    """Tell whether values are steps already: whole numbers from 0."""
    return values.dtype.kind == "i"


def cosine(x: Floats, y: Floats) -> float:
    """Correlate two arrays whose means are nought."""
    return float(np.clip((x @ y) / np.sqrt((x @ x) * (y @ y)), -1, 1))
