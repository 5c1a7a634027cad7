"""What goes with what among the households, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from pasar_nb.analysis.association.exclusions import LeftOut
from pasar_nb.analysis.association.pairs import PARTIAL, VALUES
from pasar_nb.findings import Count, GroupStatistics, NotEstimable, PublishedCount, published
from pasar_nb.language import Message

_TESTS = ("p_value", "p_bh")


@dataclass(frozen=True, slots=True)
class Matrix:
    """The correlations of all pairs of some variables.

    Attributes
    ----------
    labels
        The variables by name, in the order of the report.
    left_out
        Variables that take no part, with the reason.
    drawn
        At most sixteen of them, neighbours being alike: the primary outcome, schooling, and those with the
        strongest clear relations.
    clusters
        Groups behind the intervals; None where every household stands for itself.
    sampled
        Whether the intervals come from a sample of the groups.
    tests
        Number of pairs tested, arithmetic left aside.
    table
        Columns ``one, other, measure, arithmetic, n, value, low, high, p_value, p_bh, pearson, pearson_low,
        pearson_high, partial, partial_low, partial_high``: a row per pair. ``measure`` is a key of
        `naming.COEFFICIENT_LABELS`; ``arithmetic`` is ``ya`` where one is reckoned into the other.
    """

    labels: Mapping[str, Message]
    left_out: tuple[LeftOut, ...]
    drawn: tuple[str, ...]
    clusters: int | None
    sampled: bool
    tests: int
    table: pd.DataFrame = published(
        GroupStatistics(
            n="n", values=(*(name for name in VALUES if name not in _TESTS), *PARTIAL), tests=_TESTS
        )
    )


@dataclass(frozen=True, slots=True)
class Relations:
    """What goes with what: the levels of the last wave, and the changes since the baseline.

    Attributes
    ----------
    primary
        Name of the primary outcome, or empty.
    wave
        The wave whose levels are told; None without a survey.
    levels, changes
        The matrices, or why there is none.
    real_base
        Month in whose rupiah amounts are; None where they are nominal or there are none.
    n
        Participants in that wave.
    """

    primary: str
    wave: int | None
    levels: Matrix | NotEstimable
    changes: Matrix | NotEstimable
    real_base: str | None
    n: PublishedCount = published(Count())
