"""The few figures of a business model that are compared across districts."""

from __future__ import annotations

import math

from pasar_nb.analysis.business.gains import WITHOUT_GAIN
from pasar_nb.analysis.business.investment_results import Investment
from pasar_nb.analysis.business.model_results import CostSharing, PartialBudget, Partners, Recognition
from pasar_nb.analysis.business.reconciliation_results import Reconciliation
from pasar_nb.analysis.business.results import BusinessModel, Finance, Gains
from pasar_nb.analysis.business.risk_results import Risk
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
        ``largest_source`` and ``largest_share``, and ``spent_share`` of what is reported; ``model_before``,
        ``model_after`` (``conventional``, ``A``, ``B``, ``unrecognised``); ``leverage``, private rupiah per
        public rupiah, and ``leverage_without_loans``; ``cost_per_household``, Rp of budget per household
        of the plan, without loans; ``agreed_local``, ``agreed_private``, candidates with an agreement;
        ``pokmas_return``, Rp of net change per rupiah of added cost; ``all_gain_probability``, missing where
        a party could not be computed or prices are disputed, and ``first_to_break``, whose gain ends first
        when selling prices fall; ``pokmas_npv``, net present value of a household's extra investment, Rp;
        ``pokmas_without_buyer``, share of what the producers sell to partners after that no partner buys.
    """
    return {
        "commodity": model.commodity,
        **_ruled(model),
        **_exchanged(model),
        **_financed(model.finance),
        **_recognised(model.recognition),
        **_shared(model.sharing),
        **_partnered(model.partners),
        "pokmas_return": _returned(model.partial),
        **_risky(model.risk, model.gains),
        "pokmas_npv": _present_value(model.investment),
        "pokmas_without_buyer": _without_buyer(model.reconciliation),
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
        "losing": gains.parties(*WITHOUT_GAIN),
        "undecided": gains.parties("unsure", "unknown"),
        **{name: _or_none(row.get(column)) for name, column in _PRODUCER_FIGURES.items()},
    }


def _risky(risk: Risk | NotEstimable, gains: Gains | NotEstimable) -> dict[str, KeyFigure]:
    if isinstance(risk, NotEstimable):
        return {"all_gain_probability": risk, "first_to_break": risk}
    disputed = not isinstance(gains, NotEstimable) and bool(gains.disputed)
    whole = not risk.simulation.missing and not disputed
    falls = risk.price_falls
    return {
        "all_gain_probability": risk.simulation.together if whole else None,
        "first_to_break": falls if isinstance(falls, NotEstimable) else falls.first,
    }


def _present_value(investment: Investment | NotEstimable) -> KeyFigure:
    if isinstance(investment, NotEstimable):
        return investment
    own = investment.table.loc[investment.table["peran"].eq(PRODUCERS), "npv"]
    return _or_none(float(own.iloc[0])) if len(own) else None


def _without_buyer(reconciliation: Reconciliation | NotEstimable) -> KeyFigure:
    if isinstance(reconciliation, NotEstimable):
        return reconciliation
    own = reconciliation.of(PRODUCERS)
    sold = own["sold"].sum(skipna=False)
    return (
        _or_none(float((own["without_buyer"] * own["sold"]).sum(skipna=False) / sold)) if sold > 0 else None
    )


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


def _recognised(recognition: Recognition | NotEstimable) -> dict[str, KeyFigure]:
    if isinstance(recognition, NotEstimable):
        return {"model_before": recognition, "model_after": recognition}
    found = {one.condition: one.model for one in recognition.found}
    return {"model_before": found.get("sebelum"), "model_after": found.get("sesudah")}


def _shared(sharing: CostSharing | NotEstimable) -> dict[str, KeyFigure]:
    if isinstance(sharing, NotEstimable):
        return dict.fromkeys(("leverage", "leverage_without_loans", "cost_per_household"), sharing)
    ratio, each = sharing.leverage, sharing.per_household
    return {
        "leverage": ratio if isinstance(ratio, NotEstimable) else ratio.all_private,
        "leverage_without_loans": ratio if isinstance(ratio, NotEstimable) else ratio.without_loans,
        "cost_per_household": each if isinstance(each, NotEstimable) else each.budget,
    }


def _partnered(partners: Partners | NotEstimable) -> dict[str, KeyFigure]:
    if isinstance(partners, NotEstimable):
        return {"agreed_local": partners, "agreed_private": partners}
    return {"agreed_local": len(partners.agreed("lokal")), "agreed_private": len(partners.agreed("swasta"))}


def _returned(partial: PartialBudget | NotEstimable) -> KeyFigure:
    if isinstance(partial, NotEstimable):
        return partial
    rows = partial.table.loc[partial.table["peran"].eq(PRODUCERS), "returned"]
    return _or_none(float(rows.iloc[0])) if len(rows) else None


def _or_none(value: object) -> float | None:
    number = float(value) if isinstance(value, int | float) else math.nan
    return None if math.isnan(number) else number
