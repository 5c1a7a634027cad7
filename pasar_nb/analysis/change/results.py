"""What changed for the households, as frozen values: one dataclass per question, one that holds them all.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

import pandas as pd

from pasar_nb.analysis.change.described import Attendance, Attrition, BeforeAfter, Outcome
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.findings import Count, GroupStatistics, NotEstimable, PublishedCount, published

__all__ = [
    "Attendance",
    "Attrition",
    "BeforeAfter",
    "ChangeDesign",
    "Claim",
    "Comparison",
    "HouseholdChange",
    "Outcome",
    "PairedChange",
]

Claim: TypeAlias = Literal["fine", "adjusted", "none"]
"""What the likeness of the arms at baseline allows: a comparison as it is, an adjusted one, or no claim."""

ChangeDesign: TypeAlias = Literal["paired", "did"]
"""Before and after of the participants, or their change against that of a comparison group."""


@dataclass(frozen=True, slots=True)
class PairedChange:
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
    n
        Matched households.
    """

    outcome: Outcome
    estimate: Estimate
    nominal: Estimate | NotEstimable | None
    relative: Estimate | NotEstimable
    baseline_mean: float
    small: bool
    outliers: bool
    same_without_outliers: bool
    n: PublishedCount = published(Count())


@dataclass(frozen=True, slots=True)
class Comparison:
    """The change of the participants against that of the comparison group: difference-in-differences.

    Attributes
    ----------
    outcome
        The primary outcome.
    estimate
        Change of the participants less that of the others; adjusted where `claim` is ``adjusted``.
    unadjusted
        Without adjustment; the same where nothing was adjusted.
    nominal, relative
        As in `PairedChange`; a difference of changes.
    claim
        What the likeness of the arms at baseline allows.
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
        Columns ``trait, n, n_compared, mean, mean_compared, difference, verdict``: arms at baseline;
        ``difference`` in standard deviations.
    """

    outcome: Outcome
    estimate: Estimate
    unadjusted: Estimate
    nominal: Estimate | NotEstimable | None
    relative: Estimate | NotEstimable
    claim: Claim
    adjusted_for: tuple[str, ...]
    baseline_mean: float
    small: bool
    outliers: bool
    same_without_outliers: bool
    n: PublishedCount = published(Count())
    n_participants: PublishedCount = published(Count())
    n_compared: PublishedCount = published(Count())
    balance: pd.DataFrame = published(
        # A mean of yes and no would tell a count below ten; the standardised difference does not.
        GroupStatistics(
            n="n",
            values=("difference",),
            counts=("n_compared",),
            exact_only=("mean", "mean_compared"),
        )
    )


@dataclass(frozen=True, slots=True)
class HouseholdChange:
    """Everything a district can say about the change of its households.

    Attributes
    ----------
    outcome
        The primary outcome, or why there is none.
    attendance
        Interviews by wave and arm.
    attrition, levels, paired, comparison
        The findings, or why they cannot be said.
    commodity
        Chosen commodity, or None.
    start
        First day of the intervention, or None.
    """

    outcome: Outcome | NotEstimable
    attendance: Attendance | NotEstimable
    attrition: Attrition | NotEstimable
    levels: BeforeAfter | NotEstimable
    paired: PairedChange | NotEstimable
    comparison: Comparison | NotEstimable
    commodity: str | None = None
    start: date | None = None

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
