"""Agreed minimums that no other merit makes up for."""

from __future__ import annotations

from pasar_nb.analysis.commodity.results import Criteria, Scores, Veto
from pasar_nb.analysis.commodity.ties import TIE
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import readable


def apply_vetoes(criteria: Criteria, scores: Scores) -> Veto:
    """Find the commodities whose mean score breaks a veto threshold.

    Parameters
    ----------
    criteria
        ``ambang_veto`` is on the scale of the scores: the least mean of a benefit, the highest of a cost.
    scores
        Means of the raters; incomplete commodities are looked at too, as far as they are scored.

    Returns
    -------
    Veto
        A row per broken threshold; a mean exactly on the threshold does not break it.
    """
    limits = criteria.table[["kriteria", "arah", "ambang_veto"]]
    table = scores.table.merge(limits, on="kriteria", how="left", validate="many_to_one")
    over = table["mean"] - table["ambang_veto"]
    broken = (over > TIE).where(table["arah"].eq("biaya"), over < -TIE)
    columns = ["komoditas", "kriteria", "mean", "ambang_veto"]
    return Veto(table=table.loc[broken, columns].reset_index(drop=True))


def marked(veto: Veto, commodity: str) -> Message | str:
    """Name a commodity for people, marked where it is vetoed."""
    name = readable(commodity)
    return _("{commodity} (terkena veto)", commodity=name) if commodity in veto.commodities else name
