"""The explored outcomes corrected for how many they are, and judged."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.measures import Measure
from pasar_nb.analysis.multiple_tests import benjamini_hochberg
from pasar_nb.analysis.outcomes.categories import Homogeneity
from pasar_nb.analysis.outcomes.results import Difference, Explored, Switched, Unswitched
from pasar_nb.analysis.outcomes.verdicts import change_verdict, effect_verdict
from pasar_nb.findings import NotEstimable


def correct_differences(explored: Sequence[Explored], allowed: bool) -> list[Explored]:
    """Correct the differences from the comparison group for how many there are, and judge them."""
    p_values = np.array(
        [
            one.difference.estimate.p_value if isinstance(one.difference, Difference) else np.nan
            for one in explored
        ]
    )
    corrected = benjamini_hochberg(p_values)
    return [
        replace(one, difference=_judged(one.difference, float(p), allowed)) if allowed else one
        for one, p in zip(explored, corrected, strict=True)
    ]


def _judged(
    found: Difference | NotEstimable | None, p: float, allowed: bool
) -> Difference | NotEstimable | None:
    if not isinstance(found, Difference):
        return found
    verdict = effect_verdict(found.estimate.value, p, allowed=allowed)
    return replace(found, p_corrected=p, verdict=verdict)


def correct_changes(
    explored: Sequence[Explored], named: Mapping[Measure, Homogeneity | NotEstimable]
) -> tuple[tuple[Explored, ...], tuple[Switched | Unswitched, ...]]:
    """Correct the changes, those of names among them, for how many there are, and judge them."""
    numbers = [one.estimate.p_value if isinstance(one.estimate, Estimate) else np.nan for one in explored]
    names = [one.p_value if isinstance(one, Homogeneity) else np.nan for one in named.values()]
    corrected: Floats = benjamini_hochberg(np.array([*numbers, *names]))
    changes = tuple(
        replace(one, p_corrected=float(p), verdict=change_verdict(_value(one), float(p)))
        for one, p in zip(explored, corrected[: len(numbers)], strict=True)
    )
    others = tuple(
        _category(measure, one, float(p))
        for (measure, one), p in zip(named.items(), corrected[len(numbers) :], strict=True)
    )
    return changes, others


def _value(one: Explored) -> float:
    return one.estimate.value if isinstance(one.estimate, Estimate) else math.nan


def _category(measure: Measure, found: Homogeneity | NotEstimable, p: float) -> Switched | Unswitched:
    if isinstance(found, NotEstimable):
        return Unswitched(measure, found)
    return Switched(
        measure=measure,
        statistic=found.statistic,
        freedom=found.freedom,
        p_value=found.p_value,
        p_corrected=p,
        verdict=change_verdict(found.statistic, p),
        clusters=found.clusters,
        n=found.n,
    )
