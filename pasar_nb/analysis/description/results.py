"""What is said of all answers of the survey, as frozen values.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.analysis.description.prices import Rupiah
from pasar_nb.analysis.measures import Measure
from pasar_nb.findings import GroupStatistics, Microdata, NotEstimable, published


@dataclass(frozen=True, slots=True)
class Split:
    """Key measures of the participants, split one way.

    Attributes
    ----------
    kind
        One of `groups.SPLIT_KINDS`.
    table
        Columns ``measure, wave, group`` (texts), ``n, mean, median``, and for a yes or no, which has neither,
        ``yes`` and ``share``. Everyone who answered in a wave is in it, as in `Description.statistics`.
    """

    kind: str
    table: pd.DataFrame = published(
        GroupStatistics(
            n="n",
            values=("mean",),
            shares=(("share", "yes", "n"),),
            quantiles=(("median", 0.5),),
            margins=("part",),
            dominance=("largest",),
        )
    )


@dataclass(frozen=True, slots=True)
class Distribution:
    """How the participants' answers to one question lie, in bands that ten households or more share.

    Attributes
    ----------
    measure
        The question.
    edges
        Bounds between the bands, ascending; the first and last band are open, so that nobody's lowest or
        highest answer is told. A band includes its lower bound.
    table
        Columns ``wave``, ``band`` (texts: the place from 0), ``of``, ``count``, ``share``.
    """

    measure: Measure
    edges: tuple[float, ...]
    table: pd.DataFrame = published(
        GroupStatistics(n="of", shares=(("share", "count", "of"),), margins=("wave",))
    )


@dataclass(frozen=True, slots=True)
class Spending:
    """On what households spend, and how much of their income comes from the business.

    Attributes
    ----------
    table
        Columns ``wave, arm`` (texts), ``n`` and a share for each kind of spending: the sum over households
        that answered every part, as a share of all they spend.
    """

    table: pd.DataFrame = published(
        GroupStatistics(
            n="n",
            values=(
                *("belanja_makanan", "belanja_pendidikan_kesehatan", "belanja_transport_komunikasi"),
                *("belanja_rumah", "belanja_transfer", "belanja_lain"),
            ),
            margins=("wave",),
            dominance=("largest",),
        )
    )


@dataclass(frozen=True, slots=True)
class FromBusiness:
    """How much of the income of households comes from the business.

    Attributes
    ----------
    table
        Columns ``wave, arm`` (texts), ``n``, ``share`` (the sum of business incomes as a share of the sum of
        all incomes) and ``median`` of the households' own shares.
    """

    table: pd.DataFrame = published(
        GroupStatistics(
            n="n",
            values=("share",),
            quantiles=(("median", 0.5),),
            margins=("wave",),
            dominance=("largest",),
        )
    )


@dataclass(frozen=True, slots=True)
class Description:
    """All answers of the survey.

    Attributes
    ----------
    measures
        Every question with an answer.
    key
        Those that are split and drawn: the primary outcome first, then what officials ask for, with one of
        every theme that has any.
    months
        First and last month of the interviews of each wave (YYYY-MM).
    compared
        Whether there is a comparison group.
    rupiah
        In whose rupiah amounts are.
    unrecorded
        Kinds of groups that no participant is known to be in.
    crowded
        Kinds with more groups than anybody would read.
    withheld
        Kinds of groups that only the owner of the data sees, in `every_split`: with the other splits they
        would tell a few households by subtraction.
    splits, distributions
        Of the key measures.
    spending, business
        Shares of spending, and of income.
    statistics
        Numbers and scales: columns ``measure, theme, wave, arm`` (texts), ``n, mean, median, mode, deviation,
        low_quartile, high_quartile, least, most``. The mode is the answer given most often, by ten households
        or more; that of an amount is as it was given, in nominal rupiah.
    answers
        Frequencies of yes, of categories and of the steps of scales: columns ``measure, theme, wave, arm,
        answer`` (texts), ``of, count, share``.
    every_split
        Every measure split every way, for the owner of the data: columns ``measure, kind, group, wave``,
        ``answer`` of questions answered by names (else missing), and ``n, mean, median``, the mean of an
        answer being its share; groups may be single households, so that it is treated like microdata.
    """

    measures: tuple[Measure, ...]
    key: tuple[Measure, ...]
    months: dict[int, tuple[str, str]]
    compared: bool
    rupiah: Rupiah
    unrecorded: tuple[str, ...]
    crowded: tuple[str, ...]
    withheld: tuple[str, ...]
    splits: tuple[Split, ...]
    distributions: tuple[Distribution, ...]
    spending: Spending | NotEstimable
    business: FromBusiness | NotEstimable
    statistics: pd.DataFrame = published(
        GroupStatistics(
            n="n",
            values=("mean", "mode", "deviation"),
            quantiles=(("median", 0.5), ("low_quartile", 0.25), ("high_quartile", 0.75)),
            exact_only=("least", "most"),
            margins=("part",),
            dominance=("largest",),
        )
    )
    answers: pd.DataFrame = published(
        GroupStatistics(n="of", shares=(("share", "count", "of"),), margins=("part",))
    )
    every_split: pd.DataFrame = published(Microdata())
