"""The whole of commodity selection in one call."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.chance import SEED
from pasar_nb.analysis.commodity.agreement import measure_agreement
from pasar_nb.analysis.commodity.ahp import weigh_by_pairs
from pasar_nb.analysis.commodity.certainty import assess_certainty
from pasar_nb.analysis.commodity.decision import compare_decision, year_of
from pasar_nb.analysis.commodity.evidence import examine_evidence
from pasar_nb.analysis.commodity.ranking import rank
from pasar_nb.analysis.commodity.results import CommoditySelection
from pasar_nb.analysis.commodity.scores import combine, rate
from pasar_nb.analysis.commodity.tipping import find_tipping_points
from pasar_nb.analysis.commodity.veto import apply_vetoes
from pasar_nb.analysis.commodity.weights import weigh

DRAWS = 10_000  # a share is then known to half a percentage point


def select(
    criteria: pd.DataFrame,
    scores: pd.DataFrame,
    *,
    comparisons: pd.DataFrame | None = None,
    decision: pd.DataFrame | None = None,
    draws: int = DRAWS,
    seed: int = SEED,
    reference_year: int | None = None,
) -> CommoditySelection:
    """Rank the candidate commodities and tell how sure the ranking is.

    Parameters
    ----------
    criteria, scores, comparisons, decision
        Tables `kriteria`, `skor`, `perbandingan` and `keputusan` of the contract. They are not changed.
    draws, seed
        Number of random draws (rank acceptability, permutation test), and where the random numbers start.
    reference_year
        Year against which the age of the data is judged where no decision is recorded.

    Returns
    -------
    CommoditySelection
        What cannot be said is a `NotEstimable` with its reason.

    Raises
    ------
    DataError
        If a criterion is listed twice.
    UsageError
        If a direction is unknown or `draws` is below 1.
    """
    agreed = weigh(criteria)
    ratings = rate(agreed, scores)
    combined = combine(ratings)
    veto = apply_vetoes(agreed, combined)
    ahp = weigh_by_pairs(agreed, combined, veto, comparisons)
    ranking = rank(agreed, combined, veto, ahp)
    return CommoditySelection(
        criteria=agreed,
        scores=combined,
        ranking=ranking,
        veto=veto,
        ahp=ahp,
        agreement=measure_agreement(agreed, ratings, permutations=draws, seed=seed),
        certainty=assess_certainty(agreed, ratings, combined, veto, draws=draws, seed=seed),
        tipping=find_tipping_points(agreed, combined, ranking),
        evidence=examine_evidence(agreed, scores, reference_year=year_of(decision) or reference_year),
        decision=compare_decision(decision, ranking, veto),
        candidates=len(ratings.commodities),
    )
