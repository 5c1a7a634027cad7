"""What is told of questions answered by names, and of the indicator themes, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from pasar_nb.analysis.measures import Measure
from pasar_nb.analysis.outcomes.verdicts import ChangeVerdict
from pasar_nb.findings import Count, NotEstimable, OfHouseholds, PublishedCount, published
from pasar_nb.language import Message


@dataclass(frozen=True, slots=True)
class Switched(OfHouseholds):
    """A question answered by names: whether the shares of the answers changed.

    Attributes
    ----------
    measure
        What was asked.
    statistic, freedom
        Of Stuart and Maxwell's test of equal shares, and its degrees of freedom.
    p_value, p_corrected
        Its probability where groups move as one; corrected together with all explored outcomes.
    verdict
        ``rose`` stands for a change here: names have no direction.
    clusters
        Groups of the households; None where there are none. Fewer than five are not used.
    n
        Matched participants.
    """

    P_VALUES: ClassVar[tuple[str, ...]] = ("p_value", "p_corrected")

    measure: Measure
    statistic: float
    freedom: int
    p_value: float
    p_corrected: float
    verdict: ChangeVerdict
    clusters: int | None
    n: PublishedCount = published(Count())


@dataclass(frozen=True, slots=True)
class Unswitched:
    """A question answered by names of which nothing can be said, and why."""

    measure: Measure
    reason: NotEstimable


@dataclass(frozen=True, slots=True)
class ThemeCoverage:
    """What the survey covers of an indicator theme.

    Attributes
    ----------
    theme
        One of the six, or None for the district's own variables without a theme.
    both, only_first, only_last
        Measures answered at baseline and in the last wave, or in one of them only.
    absent
        Measures that the contract knows and nobody answered in either.
    """

    theme: str | None
    both: tuple[Message, ...]
    only_first: tuple[Message, ...]
    only_last: tuple[Message, ...]
    absent: tuple[Message, ...]
