"""How many indicators there are per theme and per dimension of participation (APKM), by state."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from pasar_nb.analysis.monitoring.results import Coverage, Indicators
from pasar_nb.vocabulary import APKM_LABELS, STATE_LABELS, THEME_LABELS

UNRECORDED = ""


def count_coverage(indicators: Indicators) -> Coverage:
    """Count the indicators of every theme and dimension, those without any among them."""
    return Coverage(
        themes=_by_state(indicators.table, "tema", THEME_LABELS),
        apkm=_by_state(indicators.table, "apkm", (*APKM_LABELS, UNRECORDED)),
    )


def _by_state(table: pd.DataFrame, column: str, values: Iterable[str]) -> pd.DataFrame:
    states = [state for state in STATE_LABELS if state != "no_indicator"]
    every = pd.MultiIndex.from_product([list(values), states], names=[column, "state"])
    counts = table.groupby([column, "state"]).size().reindex(every, fill_value=0)
    return counts.rename("n").reset_index()
