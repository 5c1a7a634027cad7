"""The verdict on the primary outcome: Holm over its tests, of which there are one or two."""

from __future__ import annotations

import math

import numpy as np

from pasar_nb.analysis.change.results import Comparison, HouseholdChange, PairedChange
from pasar_nb.analysis.change.validity import failed
from pasar_nb.analysis.multiple_tests import holm
from pasar_nb.analysis.outcomes.results import Primary, PrimaryTest, Tested
from pasar_nb.analysis.outcomes.verdicts import change_verdict, effect_verdict
from pasar_nb.findings import NotEstimable


def judge(changed: HouseholdChange) -> Primary | NotEstimable:
    """Judge the primary outcome.

    Parameters
    ----------
    changed
        The change of the primary outcome.

    Returns
    -------
    Primary or NotEstimable
        The latter where the district has no primary outcome that can be told.
    """
    if isinstance(changed.outcome, NotEstimable):
        return changed.outcome
    both = [one for one in (changed.paired, changed.comparison) if not isinstance(one, NotEstimable)]
    allowed = [one for one in both if isinstance(one, PairedChange) or one.claim != "none"]
    corrected = holm(np.array([one.estimate.p_value for one in allowed], dtype="float64"))
    tests = tuple(_tested(one, float(p)) for one, p in zip(allowed, corrected, strict=True))
    by_kind = {one.what: one for one in tests}
    return Primary(
        outcome=changed.outcome,
        tests=tests,
        verdict=change_verdict(*_judged(by_kind.get("paired"))),
        effect=effect_verdict(*_judged(by_kind.get("did")), allowed="did" in by_kind),
        reason=changed.paired.reason if isinstance(changed.paired, NotEstimable) else None,
        firm=isinstance(changed.comparison, NotEstimable) or not failed(changed.comparison),
    )


def _tested(found: PairedChange | Comparison, p: float) -> Tested:
    what: PrimaryTest = "did" if isinstance(found, Comparison) else "paired"
    n, compared = (
        (found.n_participants, found.n_compared) if isinstance(found, Comparison) else (found.n, None)
    )
    return Tested(what=what, estimate=found.estimate, p_corrected=p, n=n, n_compared=compared)


def _judged(test: Tested | None) -> tuple[float, float]:
    return (math.nan, math.nan) if test is None else (test.estimate.value, test.p_corrected)
