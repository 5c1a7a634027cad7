"""The few figures of monitoring that are compared across districts."""

from __future__ import annotations

from pasar_nb.analysis.key_figures import KeyFigure
from pasar_nb.analysis.monitoring.chain import LAGGING, ON_THE_WAY
from pasar_nb.analysis.monitoring.results import Monitoring
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _


def key_figures(result: Monitoring) -> dict[str, KeyFigure]:
    """Collect what another district's monitoring can be compared with.

    Parameters
    ----------
    result
        A result that has passed disclosure control.

    Returns
    -------
    dict
        ``reference_month``; ``indicators``, and of these ``reached``, ``on_track``, ``lagging`` (behind,
        overdue or regressed), ``unmeasured``, ``past_deadline`` and ``measured_late``; ``boxes``,
        ``boxes_without_indicator``, ``boxes_lagging``; ``reached_or_on_track_share`` of the indicators. What
        cannot be said is a `NotEstimable`.
    """
    table, boxes = result.indicators.table, result.chain.boxes
    states = table["state"]
    good = int(states.isin(ON_THE_WAY).sum())
    return {
        "reference_month": result.reference_month,
        "indicators": len(table),
        "reached": int(states.eq("reached").sum()),
        "on_track": int(states.eq("on_track").sum()),
        "lagging": int(states.isin(LAGGING).sum()),
        "unmeasured": int(states.eq("unmeasured").sum()),
        "past_deadline": int(table["past_deadline"].sum()),
        "measured_late": int(result.measuring.table["late"].sum()),
        "boxes": len(boxes),
        "boxes_without_indicator": int(boxes["state"].eq("no_indicator").sum()),
        "boxes_lagging": int(boxes["state"].isin(LAGGING).sum()),
        "reached_or_on_track_share": good / len(table) if len(table) else _no_indicator(),
    }


def _no_indicator() -> NotEstimable:
    return NotEstimable(_("Belum ada indikator."))
