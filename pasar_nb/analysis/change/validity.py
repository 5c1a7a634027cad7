"""When a comparison is valid, and what each check does to what may be said: the one place for it.

Three checks decide whether anything is claimed of the programme: the baseline was surveyed before it, the
outcome of the arms was alike then (What Works Clearinghouse, Standards Handbook 4.1: up to 0.25 standard
deviations), and the arms did not already move apart before it. The others only say how firm a claim stands.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, TypeAlias, TypeVar

from pasar_nb.analysis.change.check_results import SIGNIFICANT, LeeBounds, PreTrend
from pasar_nb.analysis.change.effects import same_conclusion
from pasar_nb.analysis.change.results import Claim, Comparison
from pasar_nb.findings import NotEstimable

T = TypeVar("T")
Check: TypeAlias = Literal[
    "baseline",
    "together",
    "before",
    "pretrend",
    "placebo",
    "since_last",
    "permuted",
    "unadjusted",
    "outliers",
    "ancova",
    "lee",
]
"""What is checked, in the order in which it is shown."""

Verdict: TypeAlias = Literal["passes", "fails", "informs", "unchecked"]
"""Whether a check is passed; it may also only inform, or be impossible."""

FIRMNESS: tuple[Check, ...] = (
    *("placebo", "since_last", "permuted"),
    *("unadjusted", "outliers", "ancova", "lee"),
)
CHECKS: tuple[Check, ...] = ("baseline", "together", "before", "pretrend", *FIRMNESS)
DECIDING: tuple[Check, ...] = ("baseline", "before", "pretrend")


def claim_with(alike: Claim, pretrend: PreTrend | NotEstimable, *, underway: bool | None) -> Claim:
    """Say what the likeness of the arms and their past allow together.

    Parameters
    ----------
    alike
        What the likeness at baseline allows (`balance.claim_of`).
    pretrend
        What the waves before the programme say. Where there is only one, nothing speaks against a claim, but
        the report says that it was not checked.
    underway
        Whether the programme already ran at the baseline: then the arms were never seen without it, and a
        difference of their changes is not that between with and without.
    """
    moved_apart = isinstance(pretrend, PreTrend) and pretrend.rejected
    return "none" if moved_apart or underway else alike


def verdicts(found: Comparison) -> dict[Check, Verdict]:
    """Give the verdict of every check."""
    checks, clear = found.checks, found.estimate.significant
    return {
        "baseline": "fails" if found.alike == "none" else "passes",
        "together": "unchecked" if isinstance(checks.together, NotEstimable) else "informs",
        "before": _before(checks.underway),
        "pretrend": _judged(checks.pretrend, lambda one: not one.rejected),
        "placebo": _judged(checks.placebo, lambda one: not one.estimate.significant),
        "since_last": (
            "informs" if checks.since_last is None else _judged(checks.since_last, lambda one: one.agrees)
        ),
        "permuted": _judged(checks.permuted, lambda one: (one.p_value < SIGNIFICANT) == clear),
        "unadjusted": _same(
            changed=bool(found.adjusted_for), agrees=same_conclusion(found.estimate, found.unadjusted)
        ),
        "outliers": _same(changed=found.outliers, agrees=found.same_without_outliers),
        "ancova": _judged(checks.ancova, lambda one: one.agrees),
        "lee": _of_bounds(checks.lee, clear),
    }


def failed(found: Comparison) -> tuple[Check, ...]:
    """Name the checks of firmness that a comparison does not pass."""
    verdict = verdicts(found)
    return tuple(check for check in FIRMNESS if verdict[check] == "fails")


def _before(underway: bool | None) -> Verdict:
    if underway is None:
        return "unchecked"
    return "fails" if underway else "passes"


def _same(*, changed: bool, agrees: bool) -> Verdict:
    """Judge a second way of counting, which only informs where it counts the same as the first."""
    if not changed:
        return "informs"
    return "passes" if agrees else "fails"


def _judged(found: T | NotEstimable, passes: Callable[[T], bool]) -> Verdict:
    if isinstance(found, NotEstimable):
        return "unchecked"
    return "passes" if passes(found) else "fails"


def _of_bounds(found: LeeBounds | NotEstimable, clear: bool) -> Verdict:
    """Judge the bounds: an unclear difference loses nothing, a clear one must stay clear."""
    if isinstance(found, NotEstimable) or not clear:
        return "informs"
    return "passes" if found.clear else "fails"
