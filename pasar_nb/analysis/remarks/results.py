"""What people said, as frozen values.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import (
    Count,
    GroupStatistics,
    Interval,
    Microdata,
    NotEstimable,
    PublishedCount,
    published,
)
from pasar_nb.language import _
from pasar_nb.vocabulary import SUPPRESS_BELOW

__all__ = ["TOO_FEW_REMARKS", "Agreement", "Quotations", "RemarksExamined", "Themes", "Words"]


TOO_FEW_REMARKS = NotEstimable(
    _(
        "Umpan balik ada, tetapi tidak ada tema atau kata dengan cukup ungkapan untuk ditampilkan; pada "
        "laporan untuk umum perlu paling sedikit {least}.",
        least=SUPPRESS_BELOW,
    )
)
"""Why nothing of the remarks is shown, said once for themes, words and quotations."""


@dataclass(frozen=True, slots=True)
class Themes:
    """How often each theme was named, by whom and where.

    Attributes
    ----------
    sexes
        Whether it is recorded of any remark who spoke.
    by_source
        Columns ``tema`` (empty where it is not recorded), ``n`` and one for each source.
    by_sex
        Columns ``tema, n, L, P, unrecorded``: remarks of men, of women, and of nobody in particular.
    """

    sexes: bool
    by_source: pd.DataFrame = published(
        GroupStatistics(n="n", counts=("fgd", "wawancara", "observasi", "laporan"), values=("tema",))
    )
    by_sex: pd.DataFrame = published(
        GroupStatistics(n="n", counts=("L", "P", "unrecorded"), values=("tema",))
    )


@dataclass(frozen=True, slots=True)
class Words:
    """Frequent words.

    Attributes
    ----------
    n
        Remarks.
    table
        Columns ``word, n``: words and the number of remarks that hold them, most frequent first; stop words,
        numbers and what is written like a name are left out.
    common
        The same of words in ten remarks or more; a rarer word may point at who said it.
    """

    n: PublishedCount = published(Count())
    table: pd.DataFrame = published(Microdata())
    common: pd.DataFrame = published(GroupStatistics(n="n"))


@dataclass(frozen=True, slots=True)
class Quotations:
    """A few remarks as they were said, with the obvious taken out.

    Attributes
    ----------
    table
        Columns ``tema, n, teks``: theme, how many remarks it has, and a remark of it. The public reads a
        remark only of a theme that ten or more named.
    """

    table: pd.DataFrame = published(GroupStatistics(n="n", values=("teks", "tema")))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two persons saw the same theme in a remark.

    Attributes
    ----------
    kappa
        Cohen's kappa: agreement beyond what chance would give; 1 is all, 0 no more than chance.
    kappa_interval
        Its 95 % interval; None where they agreed on all, which leaves no error to compute.
    share
        Share of remarks on which they agreed.
    share_interval
        Its exact 95 % interval.
    themes
        Number of different themes that either used.
    small
        Fewer than 30 remarks.
    n
        Remarks that both grouped.
    """

    kappa: float
    kappa_interval: Interval | None
    share: float
    share_interval: Interval
    themes: int
    small: bool
    n: PublishedCount = published(Count())


@dataclass(frozen=True, slots=True)
class RemarksExamined:
    """Everything that can be said of the remarks.

    Attributes
    ----------
    themes, words, quotations, agreement
        The findings, or why they cannot be said.
    """

    themes: Themes | NotEstimable
    words: Words | NotEstimable
    quotations: Quotations | NotEstimable
    agreement: Agreement | NotEstimable
