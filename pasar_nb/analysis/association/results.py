"""What the support received says about the change of households, as frozen values.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from pasar_nb.analysis.change.results import Outcome
from pasar_nb.findings import Count, GroupStatistics, NotEstimable, PublishedCount, published
from pasar_nb.language import Message

CORRELATION = ("spearman", "low", "high", "pearson", "pearson_low", "pearson_high", "p_value", "p_holm")
BY_OUTCOME = ("spearman", "low", "high", "p_value", "p_bh", "partial", "partial_low", "partial_high")
_COEFFICIENTS = CORRELATION[:-2]
_BY_OUTCOME = GroupStatistics(
    n="n",
    values=("spearman", "low", "high", "partial", "partial_low", "partial_high"),
    tests=("p_value", "p_bh"),
)


@dataclass(frozen=True, slots=True)
class Untested:
    """A measure of support whose relation with the change is not tested.

    Attributes
    ----------
    measure
        Its name, a key of `vocabulary.SUPPORT_LABELS`.
    reason
        Why not.
    """

    measure: str
    reason: Message


@dataclass(frozen=True, slots=True)
class Window:
    """Contacts of the matched participants, counted as contacts and not as households.

    Attributes
    ----------
    inside
        Recorded contacts after the household's baseline interview, up to its last interview.
    outside
        Contacts before or after, which cannot go with the change between the two and are left out.
    without_hours
        Share of the attended contacts inside whose hours are not recorded.
    """

    inside: int
    outside: int
    without_hours: float


@dataclass(frozen=True, slots=True)
class Correlations:
    """How each measure of support goes with the change of the outcome.

    Attributes
    ----------
    table
        Columns ``measure, n, spearman, low, high, pearson, pearson_low, pearson_high, p_value, p_holm``: a
        row per tested measure, as in `vocabulary.SUPPORT_LABELS`. Spearman's correlation (-1 to 1) is the
        primary one; bounds are of 95 per cent intervals; ``p_value`` belongs to Spearman's and ``p_holm`` is
        the same after Holm's correction for all rows.
    at_baseline
        The same columns, without Holm's: one row, contacts attended against the *baseline* level, to see
        whether those who came more often were different before.
    untested
        Measures without a row, with the reason.
    clusters
        Groups of households behind the intervals; None where every household stands for itself.
    """

    untested: tuple[Untested, ...]
    clusters: int | None
    table: pd.DataFrame = published(GroupStatistics(n="n", values=_COEFFICIENTS, tests=("p_value", "p_holm")))
    at_baseline: pd.DataFrame = published(GroupStatistics(n="n", values=_COEFFICIENTS, tests=("p_value",)))


@dataclass(frozen=True, slots=True)
class Family:
    """How each measure of support goes with the change of each outcome that the study asks about by name.

    Attributes
    ----------
    labels
        The outcomes that were tested, with their names for people.
    untested
        Outcomes without a row, with the reason.
    table
        Columns ``outcome, measure, n`` and `BY_OUTCOME`: Spearman's correlation of the measure with the
        change, and the same with the baseline level held equal (``partial``), as who starts low has more
        room to rise; ``p_bh`` is ``p_value`` after the correction of Benjamini and Hochberg for all rows.
    """

    labels: Mapping[str, Message]
    untested: tuple[NotEstimable, ...]
    table: pd.DataFrame = published(_BY_OUTCOME)


@dataclass(frozen=True, slots=True)
class Doses:
    """The mean change of the outcome of those who came seldom, more often and most often.

    Attributes
    ----------
    outcome
        The primary outcome.
    labels
        Name of each level for people, from the least to the most.
    clusters
        Whether groups are the clusters of the intervals.
    table
        Columns ``dose, n, mean, low, high, exposing``: a row per level; ``mean`` in the unit of the outcome,
        with the bounds of its 95 per cent interval, missing where the groups do not tell it; ``exposing``
        where it would tell the change of a few.
    """

    outcome: Outcome
    labels: Mapping[str, Message]
    clusters: bool
    table: pd.DataFrame = published(
        GroupStatistics(n="n", values=("mean", "low", "high"), exposing="exposing")
    )


@dataclass(frozen=True, slots=True)
class Association:
    """Everything a district can say about support received and the change of its primary outcome.

    Attributes
    ----------
    outcome, label
        Column of the survey or derived measure, and its name for people.
    waves
        Numbers of the two waves compared; None where there are not two.
    real_base
        Month in whose rupiah the change is; None where the outcome is no amount of rupiah or the index does
        not reach, which `unreal` says.
    unreal
        Why an amount is in nominal rupiah; None otherwise.
    n
        Participants with the outcome in both waves.
    correlations
        The relations, or why there are none.
    family
        The same for every outcome that the study asks about, or why there is none.
    doses
        The change by level of support, or why it is not told.
    window
        Which contacts were counted.
    received
        Columns ``measure, n, mean, median, exposing``: support received by the matched participants;
        ``exposing`` where the mean would tell what a few received.
    """

    outcome: str
    label: Message
    waves: tuple[int, int] | None
    real_base: str | None
    unreal: NotEstimable | None
    correlations: Correlations | NotEstimable
    family: Family | NotEstimable
    doses: Doses | NotEstimable
    window: Window
    n: PublishedCount = published(Count())
    received: pd.DataFrame = published(
        GroupStatistics(n="n", values=("mean",), quantiles=(("median", 0.5),), exposing="exposing")
    )
