"""What became of every outcome, as frozen values.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

import pandas as pd

from pasar_nb.analysis.change.described import Outcome
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.measures import Measure
from pasar_nb.analysis.outcomes.described import Switched, ThemeCoverage, Unswitched
from pasar_nb.analysis.outcomes.verdicts import ChangeVerdict, EffectVerdict
from pasar_nb.findings import Count, GroupStatistics, NotEstimable, OfHouseholds, PublishedCount, published
from pasar_nb.language import Message
from pasar_nb.vocabulary import CHANCE_LIMIT

__all__ = [
    "Difference",
    "Explored",
    "Outcomes",
    "Primary",
    "PrimaryTest",
    "Switched",
    "Tested",
    "ThemeCoverage",
    "Unswitched",
]

PrimaryTest: TypeAlias = Literal["paired", "did"]
"""Change of the participants, or their change against that of the comparison group."""


@dataclass(frozen=True, slots=True)
class Tested(OfHouseholds):
    """A test of the primary outcome.

    Attributes
    ----------
    what
        Which one.
    estimate
        What was tested.
    p_corrected
        By Holm, over the tests of the primary outcome.
    n, n_compared
        Matched households of the participants, and of the comparison group where there is one.
    """

    P_VALUES: ClassVar[tuple[str, ...]] = ("p_corrected",)

    what: PrimaryTest
    estimate: Estimate
    p_corrected: float
    n: PublishedCount = published(Count())
    n_compared: PublishedCount | None = published(Count())

    @property
    def weakened(self) -> bool:
        """Whether it is clear by itself, but not once all tests of the outcome are counted."""
        return self.estimate.significant and self.p_corrected > CHANCE_LIMIT


@dataclass(frozen=True, slots=True)
class Primary:
    """The primary outcome, which stands alone.

    Attributes
    ----------
    outcome
        The outcome.
    tests
        One, or two where the comparison with another group is allowed.
    verdict, effect
        Of the change, and of the comparison.
    reason
        Why nothing can be said of the change; None where something can.
    firm
        Whether the comparison passes all checks of its firmness (`validity.failed`); so without one.
    """

    outcome: Outcome
    tests: tuple[Tested, ...]
    verdict: ChangeVerdict
    effect: EffectVerdict
    reason: Message | None
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Difference(OfHouseholds):
    """The change of the participants less that of the comparison group.

    Attributes
    ----------
    estimate
        With the same characteristics held equal as for the primary outcome.
    p_corrected
        By Benjamini and Hochberg, over all explored outcomes that are compared.
    verdict
        What may be said.
    n, n_compared
        Matched households of the two arms.
    """

    P_VALUES: ClassVar[tuple[str, ...]] = ("p_corrected",)

    estimate: Estimate
    p_corrected: float
    verdict: EffectVerdict
    n: PublishedCount = published(Count())
    n_compared: PublishedCount = published(Count())


@dataclass(frozen=True, slots=True)
class Explored(OfHouseholds):
    """An outcome that was not named beforehand.

    Attributes
    ----------
    measure
        What was asked.
    outcome
        How it is told; None where it was not asked at baseline.
    estimate
        Mean change of the participants, in real rupiah where possible; or why there is none.
    p_corrected
        By Benjamini and Hochberg, over all explored outcomes; NaN without an estimate.
    verdict
        What may be said.
    nominal
        The change in nominal rupiah; None where the amounts are nominal anyway or no money.
    scale
        Standard deviations of the first wave in one unit of the outcome (`change.shifts.standardised`).
    p_signs
        Of Wilcoxon's or McNemar's test that rises and falls balance.
    outliers, same_without_outliers
        Whether there are changes far outside the others, and whether sign and clearness stay without them.
    small
        Fewer than 30 households.
    difference
        Against the comparison group; None where no comparison is allowed at all.
    n
        Matched participants.
    """

    P_VALUES: ClassVar[tuple[str, ...]] = ("p_corrected", "p_signs")

    measure: Measure
    outcome: Outcome | None
    estimate: Estimate | NotEstimable
    p_corrected: float
    verdict: ChangeVerdict
    nominal: Estimate | NotEstimable | None
    scale: float | NotEstimable
    p_signs: float | NotEstimable
    outliers: bool
    same_without_outliers: bool
    small: bool
    difference: Difference | NotEstimable | None
    n: PublishedCount = published(Count())

    @property
    def standardised(self) -> tuple[float, float, float] | None:
        """The change and its bounds in standard deviations of the first wave; None where unknown."""
        if isinstance(self.estimate, NotEstimable) or isinstance(self.scale, NotEstimable):
            return None
        found = self.estimate
        return found.value * self.scale, found.low * self.scale, found.high * self.scale


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Everything a district can say about all its outcomes.

    Attributes
    ----------
    primary
        The primary outcome, or why there is none.
    explored
        All others, by theme.
    categories
        Questions answered by names.
    uncompared
        Why no comparison is allowed; None where one is.
    coverage
        What the data cover of each theme.
    no_endline
        Why there is no wave after the baseline; None where there is one.
    levels
        Columns ``name, n, mean_before, mean_after, exposing`` of numbers and scales; ``exposing`` where the
        means or their difference would tell what a few households answered.
    answers
        Columns ``name, n, yes_before, yes_after, share_before, share_after`` of yes and no.
    movements
        Columns ``name, n, share_rose, share_fell``.
    """

    primary: Primary | NotEstimable
    explored: tuple[Explored, ...]
    categories: tuple[Switched | Unswitched, ...]
    uncompared: NotEstimable | None
    coverage: tuple[ThemeCoverage, ...]
    no_endline: NotEstimable | None
    levels: pd.DataFrame = published(
        GroupStatistics(n="n", values=("mean_before", "mean_after"), exposing="exposing")
    )
    answers: pd.DataFrame = published(
        GroupStatistics(
            n="n",
            shares=(("share_before", "yes_before", "n"), ("share_after", "yes_after", "n")),
        )
    )
    movements: pd.DataFrame = published(
        # Each share of a small part would need others hidden; forty outcomes would be left with little.
        GroupStatistics(n="n", exact_only=("share_rose", "share_fell"))
    )

    @property
    def tested(self) -> int:
        """How many explored outcomes were tested, questions answered by names included."""
        numbers = sum(not isinstance(one.estimate, NotEstimable) for one in self.explored)
        return numbers + sum(isinstance(one, Switched) for one in self.categories)

    @property
    def clear(self) -> tuple[Explored, ...]:
        """The explored outcomes that clearly rose or fell after the correction."""
        return tuple(one for one in self.explored if one.verdict in ("rose", "fell"))
