"""The change by subgroup and the path over the waves, as frozen values.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.analysis.change.described import Outcome
from pasar_nb.findings import GroupStatistics, published
from pasar_nb.language import Message


@dataclass(frozen=True, slots=True)
class Subgroups:
    """The change of the participants by subgroup, and whether subgroups changed differently.

    Attributes
    ----------
    outcome
        The primary outcome.
    family
        Number of splits of which a difference was tested; `differences` is adjusted for them.
    untested
        Split and reason why no difference was tested.
    gaps
        Why a split or a subgroup is missing.
    table
        Columns ``kind`` (see `vocabulary.SPLIT_LABELS`), ``group, n, change, low, high, basis, largest,
        exposing``: mean change with its own 95 % interval; missing with fewer than ten households. ``basis``
        is ``few_groups`` where the households are of fewer than five groups, other than a single one that is
        itself the subgroup: they then count as independent, and the interval speaks of these groups only;
        else ``usual``.
    differences
        Columns ``kind, n, difference, low, high, detectable, p_value, adjusted, verdict, exposing``: a row
        per tested split. ``difference`` of the second group less the first, only where there are two;
        ``adjusted`` is the p value after Holm; ``verdict`` is ``differ`` or ``unclear``.
    """

    outcome: Outcome
    family: int
    untested: tuple[tuple[str, Message], ...]
    gaps: tuple[Message, ...]
    table: pd.DataFrame = published(
        GroupStatistics(
            n="n",
            values=("change", "low", "high"),
            margins=("kind",),
            dominance=("largest",),
            exposing="exposing",
        )
    )
    differences: pd.DataFrame = published(
        GroupStatistics(
            n="n",
            values=("difference", "low", "high", "detectable"),
            tests=("p_value", "adjusted"),
            exposing="exposing",
        )
    )


@dataclass(frozen=True, slots=True)
class OutcomePath:
    """The outcome in every wave, of the households that answered in all of them.

    Attributes
    ----------
    outcome
        The primary outcome; all amounts are in its rupiah.
    waves
        Waves in which it was answered, the baseline first.
    table
        Columns ``arm, wave, month, n, mean, low, high, change, change_low, change_high, detectable,
        largest``: mean of every wave with its 95 % interval, and change since the baseline with its own; the
        same households throughout.
    all_pairs
        Columns ``arm, wave, more, n, change, low, high``: change since the baseline of all ``n`` households
        with answers in both waves, ``more`` of whom did not answer in some other wave.
    """

    outcome: Outcome
    waves: tuple[int, ...]
    table: pd.DataFrame = published(
        GroupStatistics(
            n="n",
            values=("mean", "low", "high"),
            coarse=("change", "change_low", "change_high", "detectable"),  # beside those of all pairs
            margins=("arm", "wave"),
            dominance=("largest",),
        )
    )
    all_pairs: pd.DataFrame = published(
        # A mean with and one without a few households would together tell those few.
        GroupStatistics(n="more", counts=("n",), values=("change", "low", "high"), margins=("arm", "wave"))
    )
