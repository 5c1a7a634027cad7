"""The few figures of a selection that are compared across districts."""

from __future__ import annotations

from pasar_nb.analysis.commodity.results import CommoditySelection
from pasar_nb.analysis.key_figures import KeyFigure
from pasar_nb.findings import NotEstimable


def key_figures(selection: CommoditySelection) -> dict[str, KeyFigure]:
    """Collect what another district's selection can be compared with.

    Parameters
    ----------
    selection
        A selection that has passed disclosure control.

    Returns
    -------
    dict
        ``winners`` and their ``index`` (1-5); ``first_near`` and ``first_any``, the shares (0-1) of draws in
        which the first winner comes first; ``methods_agree``; ``kendall_w`` and ``kendall_p``; ``raters``;
        ``candidates``; ``decided`` and whether that ``agrees``. What cannot be said is a `NotEstimable`.
    """
    return {
        "candidates": selection.candidates,
        "raters": selection.scores.n_raters,
        **_ranked(selection),
        **_agreed(selection),
        **_decided(selection),
    }


def _ranked(selection: CommoditySelection) -> dict[str, KeyFigure]:
    ranking, certainty = selection.ranking, selection.certainty
    if isinstance(ranking, NotEstimable):
        return dict.fromkeys(("winners", "index", "methods_agree", "first_near", "first_any"), ranking)
    figures: dict[str, KeyFigure] = {
        "winners": ranking.winners,
        "index": float(ranking.table["index"].iloc[0]),
        "methods_agree": ranking.methods_agree,
    }
    if isinstance(certainty, NotEstimable):
        return figures | dict.fromkeys(("first_near", "first_any"), certainty)
    for name, drawn in (("first_near", certainty.near), ("first_any", certainty.any)):
        winning = drawn.first["komoditas"].eq(ranking.winners[0])
        figures[name] = float(drawn.first.loc[winning, "share"].iloc[0])
    return figures


def _agreed(selection: CommoditySelection) -> dict[str, KeyFigure]:
    agreement = selection.agreement
    if isinstance(agreement, NotEstimable):
        return {"kendall_w": agreement, "kendall_p": agreement}
    return {"kendall_w": agreement.w, "kendall_p": agreement.p_value}


def _decided(selection: CommoditySelection) -> dict[str, KeyFigure]:
    decision = selection.decision
    if isinstance(decision, NotEstimable):
        return {"decided": decision, "agrees": decision}
    return {"decided": decision.commodity, "agrees": decision.agrees}
