"""The few figures of a change that are compared across districts."""

from __future__ import annotations

import math

from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.results import HouseholdChange, Outcome
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language

KeyFigure = str | float | int | bool | tuple[int, ...] | None
_ESTIMATED = (
    *("estimate", "low", "high", "standard_error", "n", "baseline_mean", "claim"),
    *("relative_change", "relative_low", "relative_high", "relative_standard_error"),
    *("log_change", "log_standard_error"),
)
_RELATIVE = _ESTIMATED[7:]


def key_figures(change: HouseholdChange, language: Language = "id") -> dict[str, KeyFigure]:
    """Collect what another district's change can be compared with.

    Parameters
    ----------
    change
        A change that has passed disclosure control.
    language
        Of the text of `reason`.

    Returns
    -------
    dict
        ``outcome`` (column), ``outcome_unit`` (``rupiah`` of the month ``real_base``, ``rupiah nominal`` or
        another unit), ``design`` (``paired`` or ``did``), ``claim`` (of a comparison: ``fine``, ``adjusted``,
        ``none``), ``estimate, low, high, standard_error`` in the unit, ``n``, ``baseline_mean``;
        ``log_change, log_standard_error`` and the same as shares: ``relative_change, relative_low,
        relative_high, relative_standard_error``; ``waves`` compared; ``commodity``; ``attrition_share``
        of the baseline; and where there is no estimate, its ``reason``.
    """
    outcome, main = change.outcome, change.main
    figures: dict[str, KeyFigure] = {
        "commodity": change.commodity,
        "attrition_share": _attrition_share(change),
        **_about(outcome),
        "design": None if isinstance(main, NotEstimable) else change.design,
    }
    if isinstance(main, NotEstimable):
        return figures | dict.fromkeys(_ESTIMATED) | {"reason": main.reason.text(language)}
    return figures | {
        "estimate": main.estimate.value,
        "low": main.estimate.low,
        "high": main.estimate.high,
        "standard_error": main.estimate.standard_error,
        "n": main.n,
        "baseline_mean": main.baseline_mean,
        "claim": None if isinstance(change.comparison, NotEstimable) else change.comparison.claim,
        **_relative(main.relative),
        "reason": None,
    }


def _about(outcome: Outcome | NotEstimable) -> dict[str, KeyFigure]:
    if isinstance(outcome, NotEstimable):
        return dict.fromkeys(("outcome", "outcome_unit", "real_base", "waves"))
    if outcome.kind == "money":
        unit = "rupiah" if outcome.real_base else "rupiah nominal"
    else:
        unit = outcome.unit.text("id")
    return {
        "outcome": outcome.name,
        "outcome_unit": unit,
        "real_base": outcome.real_base,
        "waves": (outcome.first, outcome.last) if outcome.has_endline else (outcome.first,),
    }


def _relative(logged: Estimate | NotEstimable) -> dict[str, KeyFigure]:
    if isinstance(logged, NotEstimable):
        return dict.fromkeys(_RELATIVE)
    return {
        "relative_change": math.expm1(logged.value),
        "relative_low": math.expm1(logged.low),
        "relative_high": math.expm1(logged.high),
        "relative_standard_error": math.exp(logged.value) * logged.standard_error,
        "log_change": logged.value,
        "log_standard_error": logged.standard_error,
    }


def _attrition_share(change: HouseholdChange) -> float | None:
    if isinstance(change.attrition, NotEstimable):
        return None
    share = float(change.attrition.table["share_left"].iloc[0])
    return None if math.isnan(share) else share
