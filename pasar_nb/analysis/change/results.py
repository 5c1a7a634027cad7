"""What changed for the households, as frozen values: one dataclass per question, one that holds them all.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal, TypeAlias

import pandas as pd

from pasar_nb.analysis.change.check_results import Checks, EventStudy
from pasar_nb.analysis.change.described import Attendance, Attrition, BeforeAfter, Outcome
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.followed import OutcomePath, Subgroups
from pasar_nb.analysis.change.shifts import ShiftTest
from pasar_nb.analysis.change.standardised import Standardised
from pasar_nb.findings import Count, GroupStatistics, NotEstimable, OfHouseholds, PublishedCount, published

__all__ = [
    "Attendance",
    "Attrition",
    "Barrier",
    "BeforeAfter",
    "ChangeDesign",
    "Claim",
    "Comparison",
    "HouseholdChange",
    "Outcome",
    "OutcomePath",
    "PairedChange",
    "Subgroups",
]

Claim: TypeAlias = Literal["fine", "adjusted", "none"]
"""What a comparison allows: one as it is, an adjusted one, or no claim."""

Barrier: TypeAlias = Literal["underway", "baseline", "pretrend"]
"""Why no claim is made: the programme already ran at the baseline, the arms were too unlike then, or they
already moved apart before the programme."""

ChangeDesign: TypeAlias = Literal["paired", "did"]
"""Before and after of the participants, or their change against that of a comparison group."""


@dataclass(frozen=True, slots=True)
class PairedChange(OfHouseholds):
    """How much the outcome of the participants changed between the two waves.

    Attributes
    ----------
    outcome
        The primary outcome.
    estimate
        Mean change, in the unit of the outcome.
    nominal
        The same in nominal rupiah; None where the amounts are nominal anyway or no money.
    relative
        Mean change of the logarithm; the same for all units.
    baseline_mean
        Mean of the first wave.
    small
        Fewer than 30 households.
    outliers
        Whether there are changes more than three interquartile ranges outside the quartiles.
    same_without_outliers
        Whether sign and significance are the same without them.
    standardised
        Mean change in standard deviations of the baseline.
    shift_test, shift_p
        Whether rises and falls balance: test and two-sided p value, see `shifts`.
    n
        Matched households.
    directions
        Columns ``direction`` (rose, fell, same), ``households, n, share``.
    without_outliers
        One row where there are outliers, else none: ``left_out, n, value, low, high, detectable, rse`` of
        the estimate without them. The public sees it only where ten or more were left out: with and without
        a single household, the two means tell that household.
    """

    P_VALUES: ClassVar[tuple[str, ...]] = ("shift_p",)

    outcome: Outcome
    estimate: Estimate
    nominal: Estimate | NotEstimable | None
    relative: Estimate | NotEstimable
    baseline_mean: float
    small: bool
    outliers: bool
    same_without_outliers: bool
    standardised: Standardised | NotEstimable
    shift_test: ShiftTest
    shift_p: float | NotEstimable
    n: PublishedCount = published(Count())
    directions: pd.DataFrame = published(
        GroupStatistics(n="n", shares=(("share", "households", "n"),), margins=("direction",))
    )
    without_outliers: pd.DataFrame = published(
        GroupStatistics(n="left_out", counts=("n",), values=("value", "low", "high", "detectable", "rse"))
    )


@dataclass(frozen=True, slots=True)
class Comparison(OfHouseholds):
    """The change of the participants against that of the comparison group: difference-in-differences.

    Attributes
    ----------
    outcome
        The primary outcome.
    estimate
        Change of the participants less that of the others; adjusted where `alike` is ``adjusted``.
    unadjusted
        Without adjustment; the same where nothing was adjusted.
    nominal, relative
        As in `PairedChange`; a difference of changes.
    alike
        What the likeness of the arms at baseline allows.
    claim
        What likeness and the time before the programme allow together: `validity.claim_with`.
    checks
        What was checked.
    adjusted_for
        Characteristics held equal.
    baseline_mean
        Of the participants.
    small
        Fewer than 30 households in either arm.
    outliers, same_without_outliers
        As in `PairedChange`.
    n, n_participants, n_compared
        Matched households.
    balance
        Columns ``trait, n, n_compared, mean, mean_compared, difference, verdict, exposing``: arms at
        baseline; ``difference`` in standard deviations, ``exposing`` where it tells of fewer than ten.
    """

    outcome: Outcome
    estimate: Estimate
    unadjusted: Estimate
    nominal: Estimate | NotEstimable | None
    relative: Estimate | NotEstimable
    alike: Claim
    claim: Claim
    checks: Checks
    adjusted_for: tuple[str, ...]
    baseline_mean: float
    small: bool
    outliers: bool
    same_without_outliers: bool
    n: PublishedCount = published(Count())
    n_participants: PublishedCount = published(Count())
    n_compared: PublishedCount = published(Count())
    balance: pd.DataFrame = published(
        # A mean of yes and no would tell a count below ten, and so would the difference of two.
        GroupStatistics(
            n="n",
            values=("difference",),
            counts=("n_compared",),
            exact_only=("mean", "mean_compared"),
            exposing="exposing",
        )
    )

    @property
    def barrier(self) -> Barrier | None:
        """Why no claim is made; None where one is."""
        if self.claim != "none":
            return None
        if self.checks.underway:
            return "underway"
        return "baseline" if self.alike == "none" else "pretrend"


@dataclass(frozen=True, slots=True)
class HouseholdChange:
    """Everything a district can say about the change of its households.

    Attributes
    ----------
    outcome
        The primary outcome, or why there is none.
    attendance
        Interviews by wave and arm.
    attrition, levels, path, paired, subgroups, comparison
        The findings, or why they cannot be said.
    commodity
        Chosen commodity, or None.
    start
        First day of the intervention, or None.
    underway
        Whether the intervention already ran at the baseline, so that nothing was measured before it.
    """

    outcome: Outcome | NotEstimable
    attendance: Attendance | NotEstimable
    attrition: Attrition | NotEstimable
    levels: BeforeAfter | NotEstimable
    path: OutcomePath | NotEstimable
    paired: PairedChange | NotEstimable
    subgroups: Subgroups | NotEstimable
    comparison: Comparison | NotEstimable
    commodity: str | None = None
    start: date | None = None
    underway: bool = False

    @property
    def event_study(self) -> EventStudy | NotEstimable:
        """The difference of the arms in every wave, or why there is none."""
        compared = self.comparison
        return compared if isinstance(compared, NotEstimable) else compared.checks.event_study

    @property
    def design(self) -> ChangeDesign:
        """What the main finding is."""
        return "did" if isinstance(self.main, Comparison) else "paired"

    @property
    def main(self) -> PairedChange | Comparison | NotEstimable:
        """The main finding: a comparison that allows a claim, else the change of the participants."""
        if isinstance(self.comparison, NotEstimable) or self.comparison.claim == "none":
            return self.paired
        return self.comparison
