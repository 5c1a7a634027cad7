"""Who is in the data of a survey, as frozen values: one dataclass per question, one that holds them all.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.analysis.measures import Measure
from pasar_nb.findings import GroupStatistics, NotEstimable, published
from pasar_nb.language import Message

__all__ = ["Matching", "MissingValues", "Precision", "SamplePlan", "SurveyExamined"]


@dataclass(frozen=True, slots=True)
class Matching:
    """How many households were interviewed in two waves.

    Attributes
    ----------
    waves
        Waves of the survey, in order.
    table
        Columns ``arm, first, last`` (the two waves, text), ``pair, before`` (households of the first of them)
        and ``both, share`` (those of them interviewed in the other as well). Of more than four waves each is
        told with the first of all and with the one before it.
    """

    waves: tuple[int, ...]
    table: pd.DataFrame = published(
        # The arms of a pair add up; pairs do not.
        GroupStatistics(n="before", shares=(("share", "both", "before"),), margins=("pair",))
    )


@dataclass(frozen=True, slots=True)
class MissingValues:
    """Which answers are missing.

    Attributes
    ----------
    questions
        Those that somebody answered in any wave.
    never
        Names of questions that nobody answered in any wave: they were not asked.
    not_every_wave
        Names of questions that were answered in some waves, and by nobody in others.
    table
        Columns ``variable, wave`` (text), ``asked, missing, share``: households interviewed in a wave, and
        those of them without an answer, of every question that lacks one in any wave, the largest share
        first. A question that nobody answered in a wave was not asked in it and has no row.
    by_wave
        Columns ``wave, asked, complete, share_complete, share_missing, exposing``: households that answered
        every question of the wave, and the share of all answers that are missing, which would tell how many
        answers a few households left out where fewer than ten are incomplete (``exposing``).
    """

    questions: tuple[Measure, ...]
    never: tuple[Message, ...]
    not_every_wave: tuple[Message, ...]
    table: pd.DataFrame = published(
        # Neither questions nor waves add up to anything: there are no margins.
        GroupStatistics(n="asked", shares=(("share", "missing", "asked"),))
    )
    by_wave: pd.DataFrame = published(
        GroupStatistics(
            n="asked",
            values=("share_missing",),
            shares=(("share_complete", "complete", "asked"),),
            margins=("wave",),
            exposing="exposing",
        )
    )


@dataclass(frozen=True, slots=True)
class SamplePlan:
    """The number of households against what Slovin's formula asks for.

    Attributes
    ----------
    margin
        Margin of error of the plan, a share.
    table
        Columns ``arm, listed`` (households of the arm on the district's list), ``needed, interviewed`` (in
        the first wave), ``matched`` (in the first and the last) and ``verdict``: ``census`` where everybody
        listed was interviewed, ``enough``, ``lost`` where only the first wave was large enough, ``short``.
        With the first wave only, ``matched`` is missing.
    """

    margin: float
    table: pd.DataFrame = published(
        GroupStatistics(
            n="listed",
            counts=("needed", "interviewed"),
            values=("verdict",),
            margins=("arm",),
            exact_only=("matched",),  # beside those interviewed it would tell how few were lost
        )
    )


@dataclass(frozen=True, slots=True)
class Precision:
    """How sure the means and shares of the participants are.

    Attributes
    ----------
    questions
        Measures that are numbers, scales, or yes and no.
    main
        Name of the primary outcome; None where there is none among them.
    groups
        Number of groups of households that the error allows for; 0 where households count as independent.
    table
        Columns ``variable, wave`` (text: the last in which it was answered), ``n, rse, exact_rse``: relative
        standard error of the mean or share. ``rse`` is missing where it would tell of fewer than ten
        households, both where fewer than ten answered or the mean is nought.
    """

    questions: tuple[Measure, ...]
    main: str | None
    groups: int
    table: pd.DataFrame = published(GroupStatistics(n="n", values=("rse",), exact_only=("exact_rse",)))


@dataclass(frozen=True, slots=True)
class SurveyExamined:
    """Everything that can be said of who and what is in the data of a survey.

    Attributes
    ----------
    matching, missing, plan, precision
        The findings, or why they cannot be said.
    """

    matching: Matching | NotEstimable
    missing: MissingValues | NotEstimable
    plan: SamplePlan | NotEstimable
    precision: Precision | NotEstimable
