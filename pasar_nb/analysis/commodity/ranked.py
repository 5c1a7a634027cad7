"""What is ranked and how it comes out: criteria, scores, vetoes and the ranking, as frozen values.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import Open, published

_OF_COMMODITIES = "rows are commodities or criteria; raters enter only as a mean and a count"


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria and how much each counts.

    Attributes
    ----------
    table
        Columns ``kriteria, nama, dimensi, arah, bobot, weight, ambang_veto``, in the order of the district's
        table. ``bobot`` is 1-5; ``weight`` is the bobot divided by the sum of all, so the weights sum to 1.
        ``ambang_veto`` is missing where there is none.
    """

    table: pd.DataFrame = published(Open("agreed criteria of a district"))

    @property
    def names(self) -> Mapping[str, str]:
        """Name for people of each criterion."""
        return dict(zip(self.table["kriteria"], self.table["nama"], strict=True))


@dataclass(frozen=True, slots=True)
class Scores:
    """The raters' scores brought together.

    Attributes
    ----------
    table
        Columns ``komoditas, kriteria, mean, sd, n_raters, utility``; a row per pair that somebody scored, by
        name of the commodity and order of the criteria. ``mean`` and ``sd`` (missing with one rater) on 1-5;
        ``utility`` is on 1-5 too, 5 being best: the mean for a benefit, 6 minus the mean for a cost.
    missing
        Columns ``komoditas, kriteria``: pairs that nobody scored.
    n_raters
        Number of raters who gave at least one score.
    incomplete
        Commodities with at least one criterion that nobody scored; they are not ranked.
    missing_ratings
        Scores that were not given, out of raters x commodities x criteria.
    """

    n_raters: int
    incomplete: tuple[str, ...]
    missing_ratings: int
    table: pd.DataFrame = published(Open(_OF_COMMODITIES))
    missing: pd.DataFrame = published(Open(_OF_COMMODITIES))


@dataclass(frozen=True, slots=True)
class Veto:
    """Commodities that fall short of an agreed minimum and cannot win.

    Attributes
    ----------
    table
        Columns ``komoditas, kriteria, mean, ambang_veto``; a row per threshold that is broken, empty where
        none is. ``mean`` on the scale of the scores (1-5), not of the utility.
    """

    table: pd.DataFrame = published(Open(_OF_COMMODITIES))

    @property
    def commodities(self) -> tuple[str, ...]:
        """Names of the vetoed commodities."""
        return tuple(sorted(set(self.table["komoditas"])))


@dataclass(frozen=True, slots=True)
class Ranking:
    """Which commodity comes first, by the weighted sum of the documents and by two other methods.

    Attributes
    ----------
    table
        Columns ``komoditas, index, rank, topsis, rank_topsis, promethee, rank_promethee, vetoed``; a row per
        complete commodity, by rank, then name, vetoed ones last. ``index`` is the weighted mean utility
        (1-5, 5 best), ``topsis`` the closeness to the ideal (0-1), ``promethee`` the net flow (-1 to 1).
        Ranks are whole numbers, 1 is best, ties share the lower number (1, 1, 3). A vetoed commodity has an
        index but no rank (``<NA>``) and takes no part in the other methods.
    winners
        Best by ``index`` among complete commodities without a veto; several are tied.
    method_winners
        Winners by ``weighted_sum``, ``topsis``, ``promethee`` and, where there are comparisons, ``ahp``.
    methods_agree
        Whether all these methods name exactly the same winners.
    """

    winners: tuple[str, ...]
    method_winners: Mapping[str, tuple[str, ...]]
    methods_agree: bool
    table: pd.DataFrame = published(Open(_OF_COMMODITIES))


@dataclass(frozen=True, slots=True)
class Reranking:
    """A ranking under other weights, for sliders.

    Attributes
    ----------
    table
        Columns ``komoditas, index, rank, vetoed`` as in `Ranking`.
    winners
        The best; several are tied.
    """

    winners: tuple[str, ...]
    table: pd.DataFrame = published(Open(_OF_COMMODITIES))
