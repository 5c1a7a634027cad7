"""What monitoring answers, as frozen values: one dataclass per question, one that holds them all.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import Count, GroupStatistics, Microdata, NotEstimable, Open, PublishedCount, published

BASELINE = "awal"
"""Stands for the month of a baseline in `Indicators.people`."""


@dataclass(frozen=True, slots=True)
class Indicators:
    """Target against realisation.

    Attributes
    ----------
    table
        A row per indicator, by level of its box: ``indikator, rantai, tingkat, nama, satuan, tema, apkm,
        arah, target``; ``nilai_awal`` (missing where it is not recorded or a count of people); ``deadline``
        (ISO day); ``start`` and ``start_month`` (number and ``YYYY-MM`` of the month in which the planned
        line begins) and ``deadline_month`` (number); ``latest_month``, empty where never measured;
        ``expected`` (share of the planned change that was due in the latest month, missing where there is no
        line); ``state``; ``past_deadline`` (the target is not reached and its month is over);
        ``reached_month`` (the first in which the target was met, or empty) and ``late`` (that was after the
        deadline); ``n_values``; ``of_people``.
    measured
        Columns ``indikator, bulan, value``: what was measured up to the reference month, but for counts of
        people.
    people
        Counts of persons or households by indicator, then month; the baseline under `BASELINE`.
    """

    table: pd.DataFrame = published(Open("rows are indicators; no value that counts people"))
    measured: pd.DataFrame = published(Open("values of indicators that count no people"))
    people: Mapping[str, Mapping[str, PublishedCount]] = published(Count())


@dataclass(frozen=True, slots=True)
class Chain:
    """The results chain.

    Attributes
    ----------
    boxes
        A row per box, from the lowest level to the highest: ``rantai, tingkat, pernyataan, asumsi`` (empty
        where there is none), ``state`` (that of its worst indicator), ``n_indicators``.
    arrows
        Columns ``source, target``: boxes between which the plan draws an arrow.
    """

    boxes: pd.DataFrame = published(Open("rows are boxes of the results chain"))
    arrows: pd.DataFrame = published(Open("pairs of boxes of the results chain"))


@dataclass(frozen=True, slots=True)
class Measuring:
    """Whether indicators are measured as often as was agreed.

    Attributes
    ----------
    table
        A row per indicator: ``indikator, nama, frekuensi``; ``interval`` (months, missing where `frekuensi`
        names none); ``latest_month``; ``age`` (months from the latest value, or else from the start, to the
        reference month); ``never``, ``late`` (older than the interval) and ``done`` (reached and its deadline
        over: no longer measured).
    """

    table: pd.DataFrame = published(Open("rows are indicators"))


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the indicators cover.

    Attributes
    ----------
    themes, apkm
        Columns ``tema`` or ``apkm`` (empty where it is not recorded), ``state, n``: every theme or dimension
        by every state, number of indicators.
    """

    themes: pd.DataFrame = published(Open("counts of indicators"))
    apkm: pd.DataFrame = published(Open("counts of indicators"))


@dataclass(frozen=True, slots=True)
class Questions:
    """What the review meeting should ask.

    Attributes
    ----------
    table
        A row per box that lags or about which nothing is known: ``rantai, tingkat, pernyataan, state``;
        ``indicators`` (tuple of names of those in that state); ``kind`` (``starts_here``: nothing stands
        before it in the chain; ``breaks_here``: no box before it lags; ``from_before``: one does;
        ``unmeasured``, ``unclear``, ``no_indicator``); ``assumptions`` (tuple: of the box itself and of those
        right before it) and ``before`` (tuple of statements of the boxes before it that lag).
    """

    table: pd.DataFrame = published(Open("boxes and assumptions of the results chain"))


@dataclass(frozen=True, slots=True)
class Feedback:
    """What people said.

    Attributes
    ----------
    themes
        Columns ``tema, n``: number of remarks; ``tema`` is empty where it is not recorded.
    remarks
        Columns ``tanggal, sumber, tema, teks``, latest first.
    """

    themes: pd.DataFrame = published(GroupStatistics(n="n"))
    remarks: pd.DataFrame = published(Microdata())


@dataclass(frozen=True, slots=True)
class Monitoring:
    """Everything a district can say about whether it is on the way it planned.

    Attributes
    ----------
    reference_month
        Month against which deadlines and measuring are held, ``YYYY-MM``: the latest of the data, or the one
        asked for; None where nothing was measured.
    programme_start
        Month in which the planned lines begin, ``YYYY-MM``; None where the profile has none, so that the line
        of an indicator begins with its first value.
    indicators, chain, measuring, coverage, questions
        The answers.
    feedback
        Remarks, or why there are none.
    """

    reference_month: str | None
    programme_start: str | None
    indicators: Indicators
    chain: Chain
    measuring: Measuring
    coverage: Coverage
    questions: Questions
    feedback: Feedback | NotEstimable
