"""What the review meeting should ask: boxes that lag, their assumptions, and what is not known."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.monitoring.chain import LAGGING, UNKNOWN, boxes_before
from pasar_nb.analysis.monitoring.results import Chain, Indicators, Questions

_COLUMNS = ("rantai", "tingkat", "pernyataan", "state", "indicators", "kind", "assumptions", "before")


def collect_questions(chain: Chain, indicators: Indicators) -> Questions:
    """Collect the boxes to be asked about: first those that lag, from the lowest level, then the unknown.

    Parameters
    ----------
    chain
        The chain with its states.
    indicators
        The indicators against their plan.
    """
    boxes = chain.boxes.set_index("rantai", drop=False)
    lagging = [row for row in boxes.to_dict("records") if row["state"] in LAGGING]
    unknown = [row for row in boxes.to_dict("records") if row["state"] in UNKNOWN]
    rows = [_question(row, boxes, chain, indicators) for row in (*lagging, *unknown)]
    return Questions(table=pd.DataFrame(rows, columns=list(_COLUMNS), dtype=object))


def _question(
    row: dict[Any, Any], boxes: pd.DataFrame, chain: Chain, indicators: Indicators
) -> dict[str, object]:
    ahead = boxes.loc[list(boxes_before(chain, row["rantai"]))]
    lagging = ahead[ahead["state"].isin(LAGGING)]
    lags = row["state"] in LAGGING
    assumed = [row["asumsi"], *ahead["asumsi"]] if lags else []
    mine = indicators.table["rantai"].eq(row["rantai"]) & indicators.table["state"].eq(row["state"])
    return {name: row[name] for name in ("rantai", "tingkat", "pernyataan", "state")} | {
        "indicators": tuple(indicators.table.loc[mine, "nama"]),
        "kind": _kind(ahead, lagging) if lags else row["state"],
        "assumptions": tuple(dict.fromkeys(text for text in assumed if text)),
        "before": tuple(lagging["pernyataan"]) if lags else (),
    }


def _kind(ahead: pd.DataFrame, lagging: pd.DataFrame) -> str:
    if ahead.empty:
        return "starts_here"
    return "breaks_here" if lagging.empty else "from_before"
