"""Which commodity comes first: the weighted sum of the documents, TOPSIS and PROMETHEE II side by side."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.commodity.methods import promethee, topsis
from pasar_nb.analysis.commodity.results import (
    AhpWeights,
    CommoditySelection,
    Criteria,
    Ranking,
    Reranking,
    Scores,
    Veto,
)
from pasar_nb.analysis.commodity.scores import wide
from pasar_nb.analysis.commodity.ties import best, competition_ranks
from pasar_nb.analysis.commodity.weights import unweighted
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, listing
from pasar_nb.vocabulary import readable_all

LEAST_CANDIDATES = 2
_OTHER_METHODS = {"topsis": topsis, "promethee": promethee}


def rank(
    criteria: Criteria, scores: Scores, veto: Veto, ahp: AhpWeights | NotEstimable | None = None
) -> Ranking | NotEstimable:
    """Rank the complete commodities by three methods.

    Parameters
    ----------
    criteria, scores, veto
        Earlier results. A vetoed commodity keeps its index, gets no rank and is left out of TOPSIS and
        PROMETHEE II, whose values depend on who else takes part.
    ahp
        If estimable, its winners are compared with those of the three methods.

    Returns
    -------
    Ranking or NotEstimable
        The latter without usable weights, with fewer than two complete commodities or all of them vetoed.
    """
    reason = unrankable(criteria, scores, veto)
    if reason is not None:
        return NotEstimable(reason)
    weights = criteria.table["weight"].to_numpy()
    order = reorder(wide(scores, criteria, "utility"), weights, veto)
    flows = _other_methods(criteria, scores, veto)
    table = order.table.merge(flows, on="komoditas", how="left", validate="one_to_one")
    winners = {"weighted_sum": order.winners}
    for method in _OTHER_METHODS:
        winners[method] = best(flows[method].to_numpy(), tuple(flows["komoditas"]))
    if isinstance(ahp, AhpWeights):
        winners["ahp"] = ahp.winners
    return Ranking(
        table=table[[*order.table.columns.drop("vetoed"), *flows.columns.drop("komoditas"), "vetoed"]],
        winners=order.winners,
        method_winners=winners,
        methods_agree=len(set(winners.values())) == 1,
    )


def reorder(utilities: pd.DataFrame, weights: Floats, veto: Veto) -> Reranking:
    """Order commodities by their weighted mean utility.

    Parameters
    ----------
    utilities
        Commodities by criteria, 1-5, 5 best.
    weights
        Shape (criteria,): sum to 1.
    veto
        Its commodities get an index but no rank.
    """
    index = utilities.to_numpy() @ weights
    table = pd.DataFrame({"komoditas": utilities.index.astype("str"), "index": index})
    vetoed = table["komoditas"].isin(veto.commodities)
    eligible = table[~vetoed]
    ranks = pd.Series(competition_ranks(eligible["index"].to_numpy()), eligible.index, dtype="Int64")
    table = table.assign(rank=ranks.reindex(table.index), vetoed=vetoed)
    winners = best(eligible["index"].to_numpy(), tuple(eligible["komoditas"]))
    ordered = table.sort_values(["vetoed", "rank", "komoditas"], ignore_index=True)
    return Reranking(table=ordered, winners=winners)


def reweighted(selection: CommoditySelection, weights: Mapping[str, float]) -> Reranking | NotEstimable:
    """Rank again under other weights, fast enough for a slider.

    Parameters
    ----------
    selection
        What was computed before; nothing is read again.
    weights
        Weight of every criterion on any scale from 0 up; only their proportions count.

    Raises
    ------
    UsageError
        If a criterion has no weight here, one is unknown, or a weight is negative or not a number.
    """
    names = tuple(selection.criteria.table["kriteria"])
    if set(weights) != set(names):
        raise UsageError(_("Berikan bobot untuk tepat kriteria berikut: {names}.", names=listing(names)))
    values = np.array([weights[name] for name in names], dtype="float64")
    if not np.isfinite(values).all() or (values < 0).any():
        raise UsageError(_("Bobot harus berupa angka nol atau lebih."))
    reason = _unusable_scores(selection.scores, selection.veto)
    if reason is not None:
        return NotEstimable(reason)
    if not values.sum() > 0:
        return NotEstimable(_("Semua bobot nol, sehingga komoditas tidak dapat dibandingkan."))
    utilities = wide(selection.scores, selection.criteria, "utility")
    return reorder(utilities, values / values.sum(), selection.veto)


def unrankable(criteria: Criteria, scores: Scores, veto: Veto) -> Message | None:
    """Say why commodities cannot be ranked, or None where they can."""
    if criteria.table.empty:
        return _("Tabel kriteria belum berisi, sehingga komoditas tidak dapat dibandingkan.")
    bad = unweighted(criteria)
    if bad:
        return _(
            "Kriteria {names} tidak memiliki bobot lebih dari nol, sehingga indeks tidak dapat dihitung.",
            names=listing(criteria.names[one] for one in bad),
        )
    return _unusable_scores(scores, veto)


def _unusable_scores(scores: Scores, veto: Veto) -> Message | None:
    if scores.n_raters == 0:
        return _("Belum ada skor komoditas, sehingga peringkat tidak dapat disusun.")
    complete = set(scores.table["komoditas"]) - set(scores.incomplete)
    if len(complete) < LEAST_CANDIDATES:
        return _too_few(len(complete), scores.incomplete)
    if complete <= set(veto.commodities):
        return _("Semua komoditas melanggar ambang veto, sehingga tidak ada yang dapat diperingkat.")
    return None


def _too_few(count: int, incomplete: tuple[str, ...]) -> Message:
    if not incomplete:
        return _("Hanya ada satu komoditas, sehingga tidak ada yang dapat dibandingkan.")
    return _(
        "Komoditas yang memiliki skor pada semua kriteria berjumlah {count}; perbandingan memerlukan "
        "paling sedikit {least}. Skor belum lengkap: {names}.",
        count=count,
        least=LEAST_CANDIDATES,
        names=readable_all(incomplete),
    )


def _other_methods(criteria: Criteria, scores: Scores, veto: Veto) -> pd.DataFrame:
    means = wide(scores, criteria, "mean").drop(index=list(veto.commodities), errors="ignore")
    weights = criteria.table["weight"].to_numpy()
    cost = criteria.table["arah"].eq("biaya").to_numpy(dtype="bool")
    table = pd.DataFrame({"komoditas": means.index.astype("str")})
    for name, method in _OTHER_METHODS.items():
        values = method(means.to_numpy(), weights, cost)
        table[name] = values
        table[f"rank_{name}"] = pd.array(competition_ranks(values), dtype="Int64")
    return table
