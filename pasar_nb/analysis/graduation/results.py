"""What graduation answers, as frozen values: one dataclass per question, one that holds them all."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.analysis.graduation.standing import (
    PRECISION,
    Criteria,
    Levels,
    Movement,
    Moves,
    Unjudged,
    Wave,
)
from pasar_nb.findings import GroupStatistics, Microdata, NotEstimable, published

__all__ = [
    "Criteria",
    "FollowUp",
    "Graduation",
    "Kept",
    "Levels",
    "Movement",
    "Moves",
    "Obstacles",
    "Split",
    "Unjudged",
    "Wave",
]


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether those who graduated earlier are still there.

    Attributes
    ----------
    last
        The wave in which they are looked at.
    seen
        One row: ``graduated`` (participants who rose to the level of graduation before the last wave),
        ``seen`` (of them, those whose level in the last wave is known), ``share``.
    table
        One row: ``seen``, ``kept`` (still at the level or above), ``share``, ``design_effect``, ``clusters``.
    """

    last: int
    seen: pd.DataFrame = published(GroupStatistics(n="graduated", shares=(("share", "seen", "graduated"),)))
    table: pd.DataFrame = published(
        GroupStatistics(n="seen", values=PRECISION, shares=(("share", "kept", "seen"),))
    )


@dataclass(frozen=True, slots=True)
class Obstacles:
    """Which criteria participants do not meet in the last wave.

    Attributes
    ----------
    table
        A row per criterion, obligatory ones first, most often failed first: ``kriteria``, ``place`` (its row
        in ``Criteria.table``, as text), ``level``, ``required`` (ya, tidak), ``judged`` (participants
        whose value is known), ``failing``, ``share``, ``design_effect`` and ``clusters``; for the owner of
        the data also ``below`` (judged participants below the level) and ``share_below``, the share of them
        that fail it. A criterion that is asked again at a higher level
        with the same threshold stands once.
    alone
        A row per level and obligatory criterion, for levels that ask for more than one up to there:
        ``level, kriteria, place, below`` (participants below the level), ``alone`` (they lack nothing else),
        ``share``.
    """

    table: pd.DataFrame = published(
        GroupStatistics(
            n="judged",
            values=PRECISION,
            shares=(("share", "failing", "judged"),),
            exact_only=("below", "share_below"),
        )
    )
    alone: pd.DataFrame = published(
        GroupStatistics(n="below", shares=(("share", "alone", "below"),), margins=("level",))
    )


@dataclass(frozen=True, slots=True)
class Split:
    """Levels of the participants in the last wave by a trait of the household.

    Attributes
    ----------
    table
        ``group`` (value of the trait), ``level``, ``households``, ``base`` (households of the group whose
        level is known), ``share``.
    reached
        A row per group: ``group, known, reached`` (no longer poor), ``share, design_effect, clusters``.
    """

    table: pd.DataFrame = published(
        GroupStatistics(n="households", shares=(("share", "households", "base"),), margins=("group", "level"))
    )
    reached: pd.DataFrame = published(
        GroupStatistics(n="known", values=PRECISION, shares=(("share", "reached", "known"),))
    )


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What comes next for every participant.

    Attributes
    ----------
    wave
        The last wave.
    mentoring_recorded
        Whether any contact of the kind `intensif` was attended: without one the later steps stay empty.
    steps
        A row per step: ``step`` (see `vocabulary.FOLLOW_UP_LABELS`), ``households``, ``base`` (all
        participants), ``share``.
    plan
        A row per participant: ``id_rt, id_kelompok, kecamatan, desa, first`` (level at the baseline),
        ``last`` (level in the last wave), ``step``, ``lacking`` (unmet obligatory criteria up to the level of
        graduation, each at the lowest level where it is unmet) and ``missing`` (obligatory criteria whose
        value is not known), both as tuples of rows of ``Criteria.table``.
    """

    wave: int
    mentoring_recorded: bool
    steps: pd.DataFrame = published(
        GroupStatistics(n="households", shares=(("share", "households", "base"),))
    )
    plan: pd.DataFrame = published(Microdata())


@dataclass(frozen=True, slots=True)
class Graduation:
    """Everything a district can say about the way out of poverty.

    Attributes
    ----------
    pass_level
        The level at which a household graduates.
    criteria
        The criteria, or why none can be applied.
    levels, movement, kept, obstacles, follow_up
        The findings, or why they cannot be said.
    by_sex, by_disability
        Levels by sex of the head and by disability in the household.
    unfinished
        Last waves that no finding uses (`households.finished`).
    """

    pass_level: str
    criteria: Criteria | NotEstimable
    levels: Levels | NotEstimable
    movement: Movement | NotEstimable
    kept: Kept | NotEstimable
    obstacles: Obstacles | NotEstimable
    by_sex: Split | NotEstimable
    by_disability: Split | NotEstimable
    follow_up: FollowUp | NotEstimable
    unfinished: tuple[int, ...] = ()
