"""What may be said of an outcome: the one place of the rule."""

from __future__ import annotations

import math
from typing import Literal, TypeAlias

from pasar_nb.vocabulary import CHANCE_LIMIT

ChangeVerdict: TypeAlias = Literal["rose", "fell", "unclear", "unknown"]
"""Of a change: it rose, it fell, no change is seen, or nothing can be said."""

EffectVerdict: TypeAlias = Literal["more", "less", "unclear", "unknown", "not_compared"]
"""Of a difference of changes: more or less than the comparison group, no difference is seen, nothing can be
said, or no comparison is allowed."""
_AS_EFFECT: dict[ChangeVerdict, EffectVerdict] = {
    "rose": "more",
    "fell": "less",
    "unclear": "unclear",
    "unknown": "unknown",
}


def change_verdict(change: float, p_corrected: float) -> ChangeVerdict:
    """Judge a change.

    Parameters
    ----------
    change
        The estimate, in any unit.
    p_corrected
        Its probability by chance, corrected for the number of tests of its family: by Holm for the primary
        outcome, by Benjamini and Hochberg for all others.

    Returns
    -------
    str
        What is undefined is ``unknown``, never clear. A change of exactly nought is none, whatever its p.
    """
    if math.isnan(change) or math.isnan(p_corrected):
        return "unknown"
    if p_corrected > CHANCE_LIMIT or change == 0:
        return "unclear"
    return "rose" if change > 0 else "fell"


def effect_verdict(difference: float, p_corrected: float, *, allowed: bool) -> EffectVerdict:
    """Judge the change of the participants less that of the comparison group.

    Parameters
    ----------
    difference, p_corrected
        As in `change_verdict`.
    allowed
        Whether the arms were alike enough at baseline (`change.balance`).
    """
    if not allowed:
        return "not_compared"
    return _AS_EFFECT[change_verdict(difference, p_corrected)]
