"""The few figures of a business model that are compared across districts."""

from __future__ import annotations

import math

from pasar_nb.analysis.business.results import BusinessModel, Finance
from pasar_nb.analysis.key_figures import KeyFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.vocabulary import PRODUCERS

_PRODUCER_FIGURES = {
    "pokmas_before": "before",
    "pokmas_after": "after",
    "pokmas_change": "change",
    "pokmas_change_low": "change_low",
    "pokmas_change_high": "change_high",
    "pokmas_units": "unit_after",
}


def key_figures(model: BusinessModel) -> dict[str, KeyFigure]:
    """Collect what another district's model can be compared with.

    Parameters
    ----------
    model
        A model that has passed disclosure control.

    Returns
    -------
    dict
        ``commodity``; ``rule`` (kept, broken, open); ``gaining``, ``losing``, ``undecided`` parties;
        ``pokmas_*``, net income of a producer household in Rp per year with the change and its range (not a
        confidence interval), and ``pokmas_units``; ``new_exchanges``, ``ended_exchanges``; ``budget``, its
        ``largest_source`` and ``largest_share``, and ``spent_share`` of what is reported.
    """
    return {
        "commodity": model.commodity,
        **_ruled(model),
        **_exchanged(model),
        **_financed(model.finance),
    }


def _ruled(model: BusinessModel) -> dict[str, KeyFigure]:
    gains = model.gains
    if isinstance(gains, NotEstimable):
        return dict.fromkeys(("rule", "gaining", "losing", "undecided", *_PRODUCER_FIGURES), gains)
    producers = gains.table[gains.table["peran"] == PRODUCERS]
    row = producers.iloc[0].to_dict() if len(producers) else {}
    return {
        "rule": gains.rule,
        "gaining": gains.parties("gain"),
        "losing": gains.parties("loss", "same"),
        "undecided": gains.parties("unsure", "unknown"),
        **{name: _or_none(row.get(column)) for name, column in _PRODUCER_FIGURES.items()},
    }


def _exchanged(model: BusinessModel) -> dict[str, KeyFigure]:
    exchanges = model.exchanges
    if isinstance(exchanges, NotEstimable):
        return {"new_exchanges": exchanges, "ended_exchanges": exchanges}
    if len(exchanges.conditions) == 1:
        return {"new_exchanges": None, "ended_exchanges": None}
    status = exchanges.table["status"]
    return {"new_exchanges": int((status == "new").sum()), "ended_exchanges": int((status == "ended").sum())}


def _financed(finance: Finance | NotEstimable) -> dict[str, KeyFigure]:
    if isinstance(finance, NotEstimable):
        return dict.fromkeys(("budget", "largest_source", "largest_share", "spent_share"), finance)
    top = finance.by_source.sort_values("budget", ascending=False, kind="stable").iloc[0]
    spent, of = finance.spent, finance.reported_budget
    return {
        "budget": finance.budget,
        "largest_source": str(top["sumber"]),
        "largest_share": _or_none(top["share"]),
        "spent_share": spent / of if spent is not None and of else None,
    }


def _or_none(value: object) -> float | None:
    number = float(value) if isinstance(value, int | float) else math.nan
    return None if math.isnan(number) else number
