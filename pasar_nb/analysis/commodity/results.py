"""What commodity selection answers, as frozen values: one dataclass per question, one that holds them all.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from pasar_nb.analysis.commodity.ranked import Criteria, Ranking, Reranking, Scores, Veto
from pasar_nb.findings import Named, NotEstimable, Open, published
from pasar_nb.language import _

__all__ = [
    "Acceptability",
    "Agreement",
    "AhpWeights",
    "Certainty",
    "CommoditySelection",
    "Criteria",
    "Decision",
    "Evidence",
    "Ranking",
    "Reranking",
    "Scores",
    "Tipping",
    "Veto",
]

_OF_COMMODITIES = "rows are commodities; raters enter only as a mean and a count"


@dataclass(frozen=True, slots=True)
class AhpWeights:
    """Weights from pairwise comparisons of the criteria, beside the agreed ones.

    Attributes
    ----------
    table
        Columns ``kriteria, weight, ahp_weight``; both weights sum to 1.
    consistency
        Columns ``penilai, cr, consistent``: consistency ratio of each rater, consistent up to 0.1.
    ranking
        Columns ``komoditas, index, rank, vetoed`` with the AHP weights.
    cr_group
        Consistency ratio of the group's matrix.
    consistent_group
        Whether `cr_group` is at most 0.1.
    n_raters
        Raters whose comparisons are complete and used.
    raters_left_out
        Raters with at least one pair of criteria not compared.
    winners
        The best with the AHP weights; several are tied.
    """

    cr_group: float
    consistent_group: bool
    n_raters: int
    raters_left_out: int
    winners: tuple[str, ...]
    table: pd.DataFrame = published(Open("weights of criteria for the group of raters"))
    consistency: pd.DataFrame = published(Named("penilai", _("Penilai")))
    ranking: pd.DataFrame = published(Open(_OF_COMMODITIES))


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far the raters order the commodities alike.

    Attributes
    ----------
    raters
        Columns ``penilai, first_choice, tau_with_mean``. ``first_choice`` is a tuple of all that are tied;
        ``tau_with_mean`` is Kendall's tau-b (-1 to 1) with the mean of the OTHER raters, missing where one
        side ties everything.
    w
        Kendall's coefficient of concordance, 0 (none) to 1 (complete), corrected for ties.
    p_value
        Probability of such a W, or a higher one, if every rater ordered at random; by permutation.
    n_raters
        Raters who scored every ranked commodity on every criterion; only they are used.
    raters_left_out
        Raters who did not.
    n_commodities
        Commodities that are ordered.
    """

    w: float
    p_value: float
    n_raters: int
    raters_left_out: int
    n_commodities: int
    raters: pd.DataFrame = published(Named("penilai", _("Penilai")))


@dataclass(frozen=True, slots=True)
class Acceptability:
    """How often each commodity takes each rank over random draws.

    Attributes
    ----------
    table
        Columns ``komoditas, rank, share``: every pair of commodity and rank; shares (0-1) sum to 1 for each
        commodity and for each rank. Commodities tied in a draw share their ranks equally.
    first
        Columns ``komoditas, share, standard_error, expected_rank``, most often first on top. ``share`` is
        the share of draws at rank 1, ``standard_error`` its Monte Carlo error.
    draws
        Number of random draws.
    raters_resampled
        Whether raters were drawn anew (with replacement) in each draw: only with two raters or more.
    """

    draws: int
    raters_resampled: bool
    table: pd.DataFrame = published(Open(_OF_COMMODITIES))
    first: pd.DataFrame = published(Open(_OF_COMMODITIES))


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure the ranking is.

    Attributes
    ----------
    near
        Each weight anywhere within one step (of 1-5) of the agreed one.
    any
        Every weighting equally likely: what holds whatever the weights.
    """

    near: Acceptability
    any: Acceptability


@dataclass(frozen=True, slots=True)
class Tipping:
    """How far a single weight must move before another commodity wins.

    Attributes
    ----------
    table
        Columns ``kriteria, bobot, weight, tipping_weight, tipping_bobot, change, new_winner, within_scale``:
        a row per criterion with the nearer of the two directions. ``tipping_weight`` (0-1, the other weights
        rescaled in proportion) is where the winner is caught up; ``change`` is it minus ``weight``;
        ``tipping_bobot`` the same as a bobot with the other bobot unchanged; ``within_scale`` whether that
        lies within 1-5. Where no weight of this criterion changes the winner, the numbers are missing,
        ``new_winner`` is empty and ``within_scale`` is False. ``new_winner`` is a tuple of all that catch up.
    directions
        The same columns and ``direction`` (naik, turun): a row per criterion and direction that has a
        tipping point.
    smallest
        Criterion with the smallest absolute change, or None where no single weight changes the winner.
    """

    smallest: str | None
    table: pd.DataFrame = published(Open("weights of criteria"))
    directions: pd.DataFrame = published(Open("weights of criteria"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the scores rest on.

    Attributes
    ----------
    table
        Columns ``kriteria, n_scores, with_data, oldest_year, newest_year``.
    n_scores
        Scores given.
    with_data, with_source, with_year
        Scores with a figure (`nilai_data`), a source, a year of the data.
    oldest_year, newest_year
        Of the data; None where no score has a year.
    reference_year
        Year of the decision, else the year given; None where neither is known.
    stale
        Scores whose data are more than five years older than `reference_year`.
    """

    n_scores: int
    with_data: int
    with_source: int
    with_year: int
    oldest_year: int | None
    newest_year: int | None
    reference_year: int | None
    stale: int | NotEstimable
    table: pd.DataFrame = published(Open("counts of scores per criterion"))


@dataclass(frozen=True, slots=True)
class Decision:
    """The recorded decision against the ranking.

    Attributes
    ----------
    commodity
        What was decided.
    rank, index
        Its place; None where it is not ranked (vetoed, incomplete or no candidate).
    agrees
        Whether it is a winner of the ranking, alone or tied.
    vetoed
        Whether it breaks a veto threshold.
    reason
        As the district wrote it.
    decided_on
        Day of the decision.
    """

    commodity: str
    rank: int | None
    index: float | None
    agrees: bool
    vetoed: bool
    reason: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class CommoditySelection:
    """Everything a district can say about the choice of its commodity.

    Attributes
    ----------
    criteria, scores, veto, evidence, ranking
        What was agreed and scored, and the order it gives.
    ahp, agreement, certainty, tipping, decision
        What supports the ranking, or why it cannot be said.
    candidates
        Number of commodities in the table of scores.
    """

    criteria: Criteria
    scores: Scores
    veto: Veto
    ranking: Ranking | NotEstimable
    ahp: AhpWeights | NotEstimable
    agreement: Agreement | NotEstimable
    certainty: Certainty | NotEstimable
    tipping: Tipping | NotEstimable
    evidence: Evidence
    decision: Decision | NotEstimable
    candidates: int

    @property
    def order(self) -> tuple[str, ...]:
        """Every commodity with a score: the ranked ones by rank, then the others by name."""
        scored = sorted(set(self.scores.table["komoditas"]))
        ranked = [] if isinstance(self.ranking, NotEstimable) else list(self.ranking.table["komoditas"])
        return (*ranked, *(name for name in scored if name not in ranked))
