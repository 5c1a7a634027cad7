"""What is checked of a comparison with another group, as frozen values.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias

import pandas as pd

from pasar_nb.analysis.change.described import Outcome
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.findings import Count, GroupStatistics, NotEstimable, OfHouseholds, PublishedCount, published

Reference: TypeAlias = Literal["permutation", "signs", "normal"]
"""What a test of the arms is compared with: groups dealt anew to the arms; signs of whole groups turned,
where groups have households of both arms; or, with many groups, the multivariate t distribution."""

SIGNIFICANT = 0.05  # size of every test, as of the 95 % intervals


@dataclass(frozen=True, slots=True)
class ArmsTest(OfHouseholds):
    """Test of the hypothesis that the arms differ in none of several variables.

    Attributes
    ----------
    p_value
        Of all variables together.
    reference
        What the largest difference was compared with.
    draws
        How often the groups were dealt or turned, or how many random numbers were drawn.
    complete
        Whether these are all ways there are.
    variables
        How many variables are told apart.
    groups
        Number of groups; None where households count as independent.
    """

    P_VALUES: ClassVar[tuple[str, ...]] = ("p_value",)

    p_value: float
    reference: Reference
    draws: int
    complete: bool
    variables: int
    groups: int | None

    @property
    def rejected(self) -> bool:
        """Whether the arms differ by more than chance makes."""
        return self.p_value < SIGNIFICANT


@dataclass(frozen=True, slots=True)
class EventStudy:
    """The difference of the arms in every wave, less that of the last wave before the programme.

    Attributes
    ----------
    outcome
        The primary outcome.
    reference
        The last wave before the programme.
    pointwise
        Number of waves whose intervals each hold for themselves.
    table
        Columns ``wave, month, phase`` (before, reference, after), ``n, n_compared, value, low, high``: a row
        per wave; values are missing where fewer than ten households of an arm were seen in both waves, or
        their error is not known. In the reference wave the difference is 0 by definition.
    """

    outcome: Outcome
    reference: int
    pointwise: int
    table: pd.DataFrame = published(
        GroupStatistics(n="n", values=("value", "low", "high"), counts=("n_compared",), margins=("wave",))
    )


@dataclass(frozen=True, slots=True)
class PreTrend:
    """Whether the arms already moved apart before the programme.

    Attributes
    ----------
    test
        Of all changes between the waves before the programme together.
    waves
        Waves before the programme.
    """

    test: ArmsTest
    waves: tuple[int, ...]

    @property
    def rejected(self) -> bool:
        """Whether they moved apart."""
        return self.test.rejected


@dataclass(frozen=True, slots=True)
class Placebo(OfHouseholds):
    """The comparison made between two waves before the programme, where there should be no difference.

    Attributes
    ----------
    estimate
        Change of the participants less that of the others.
    first, last
        The two waves.
    n
        Households seen in both.
    """

    estimate: Estimate
    first: int
    last: int
    n: PublishedCount = published(Count())


@dataclass(frozen=True, slots=True)
class SinceLast(OfHouseholds):
    """The comparison made from the last of several waves before the programme.

    Attributes
    ----------
    estimate
        Change of the participants less that of the others.
    month
        First month of the interviews of that wave (YYYY-MM).
    agrees
        Whether it says the same as the comparison from the baseline.
    n
        Households seen in that wave and the last.
    """

    estimate: Estimate
    month: str
    agrees: bool
    n: PublishedCount = published(Count())


@dataclass(frozen=True, slots=True)
class Ancova:
    """The last level of the arms compared at the same first level.

    Attributes
    ----------
    estimate
        Difference of the arms.
    agrees
        Whether it says the same as the difference of the changes.
    """

    estimate: Estimate
    agrees: bool


@dataclass(frozen=True, slots=True)
class LeeBounds(OfHouseholds):
    """Between what bounds the comparison lies if those who left the fuller arm were its most extreme.

    Attributes
    ----------
    low, high
        Bounds of the difference of the changes.
    interval_low, interval_high
        95 % interval of the true difference that lies between them.
    trimmed
        Arm that kept more of its households.
    share
        Share of that arm's matched households that is left out.
    clear
        Whether the interval leaves out nought.
    left_out
        How many households that is, the one at the edge not counted. With and without them, the two means
        tell what they answered: the public sees no number where they are fewer than ten.
    """

    low: float
    high: float
    interval_low: float
    interval_high: float
    trimmed: str
    share: float
    clear: bool
    left_out: PublishedCount = published(Count())


@dataclass(frozen=True, slots=True)
class Checks:
    """Everything that is checked of a comparison, or why it cannot be.

    Attributes
    ----------
    together
        All characteristics at baseline together.
    underway
        Whether the programme already ran at the baseline (`waves.underway`); None where its start is not
        known.
    pretrend, placebo
        The waves before the programme.
    since_last
        The comparison from the last wave before the programme; None where that is the baseline.
    event_study
        Every wave.
    permuted
        The main comparison against groups dealt anew to the arms.
    ancova
        The last level at the same first level.
    lee
        Bounds under unequal loss of households.
    """

    together: ArmsTest | NotEstimable
    underway: bool | None
    pretrend: PreTrend | NotEstimable
    placebo: Placebo | NotEstimable
    since_last: SinceLast | NotEstimable | None
    event_study: EventStudy | NotEstimable
    permuted: ArmsTest | NotEstimable
    ancova: Ancova | NotEstimable
    lee: LeeBounds | NotEstimable
