"""How graduation is judged and where the households stand, as frozen values; `results` holds them all.

Build them with keywords: tables stand last, as type checkers take `published` for a default. Tables hold no
interval: one from exact counts would tell them. `precision.proportion` computes it from the counts of a
released table, with the ``design_effect`` and number of ``clusters`` (groups of households) beside them.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import GroupStatistics, NotEstimable, Open, published
from pasar_nb.language import Message
from pasar_nb.vocabulary import POOR

PRECISION = ("design_effect", "clusters")
_MOVED = GroupStatistics(n="matched", values=PRECISION, shares=(("share", "moved", "matched"),))


@dataclass(frozen=True, slots=True)
class Unjudged:
    """A criterion that no household can be judged by.

    Attributes
    ----------
    required
        Whether it is obligatory.
    reason
        Why not.
    """

    required: bool
    reason: Message


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria as they are applied.

    Attributes
    ----------
    path
        Levels above `miskin` that households can be placed at, low to high.
    undefined
        Levels without any obligatory criterion: nobody is placed there.
    beyond
        Levels that cannot be told, as an obligatory criterion of theirs or of a lower one cannot be judged.
    unjudged
        Criteria that no household can be judged by.
    year
        Year of the thresholds in `table`: that of the last interview.
    without_reference
        Years of interviews for which a reference that a criterion uses is missing.
    fixed
        Criteria with a threshold in rupiah that does not move with prices.
    inflation
        By how much prices rose (0.05 is five per cent) from the first to the last month of interviews;
        None where no threshold is fixed or with one wave only.
    table
        A row per criterion, low to high: ``kriteria, nama, variabel, operator, ambang, acuan, tingkat,
        wajib`` as in the contract (``acuan`` filled), ``per_member`` (the poverty line is multiplied by the
        household's members) and ``threshold``, what the value is compared with in `year` (missing for a
        yes or no, and where the reference is missing).
    """

    path: tuple[str, ...]
    undefined: tuple[str, ...]
    beyond: tuple[str, ...]
    unjudged: tuple[Unjudged, ...]
    year: int | None
    without_reference: tuple[int, ...]
    fixed: tuple[str, ...]
    inflation: float | NotEstimable | None
    table: pd.DataFrame = published(Open("criteria of the district, nothing of households"))

    @property
    def levels(self) -> tuple[str, ...]:
        """Every level that a household can be placed at, low to high."""
        return (POOR, *self.path)


@dataclass(frozen=True, slots=True)
class Wave:
    """When a wave was interviewed.

    Attributes
    ----------
    wave
        Its number; 0 is the baseline.
    first, last
        First and last month, YYYY-MM.
    """

    wave: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Levels:
    """Households by level.

    Attributes
    ----------
    waves
        Every wave of the survey, in order.
    last
        The last wave in which the level of a participant is known.
    table
        A row per arm, wave and level, the unknown one among them: ``group`` (peserta, pembanding), ``wave``,
        ``level``, ``households``, ``base`` (households whose level is known; for the unknown level all that
        were interviewed), ``share`` of them, ``design_effect``, ``clusters``.
    """

    waves: tuple[Wave, ...]
    last: int
    table: pd.DataFrame = published(
        GroupStatistics(
            n="households",
            values=PRECISION,
            shares=(("share", "households", "base"),),
            margins=("group", "wave"),
        )
    )


@dataclass(frozen=True, slots=True)
class Moves:
    """How many households of an arm moved, in tables of one row.

    Attributes
    ----------
    up, fell
        ``matched`` (households whose level is known in both waves), ``moved`` (to a higher, to a lower
        level), ``share``, ``design_effect``, ``clusters``.
    coverage
        ``baseline`` (households interviewed then), ``matched``, ``share``.
    """

    up: pd.DataFrame = published(_MOVED)
    fell: pd.DataFrame = published(_MOVED)
    coverage: pd.DataFrame = published(
        GroupStatistics(n="baseline", shares=(("share", "matched", "baseline"),))
    )


@dataclass(frozen=True, slots=True)
class Movement:
    """Who moved between the baseline and the last wave.

    Attributes
    ----------
    first, last
        The two waves.
    participants
        The households in the programme.
    comparison
        The others; None where the district has none.
    matrix
        Participants whose level is known in both: every pair ``start, end`` of levels with ``households``,
        ``base`` (those that started there) and ``share`` of them.
    """

    first: int
    last: int
    participants: Moves
    comparison: Moves | None
    matrix: pd.DataFrame = published(
        GroupStatistics(n="households", shares=(("share", "households", "base"),), margins=("start", "end"))
    )
