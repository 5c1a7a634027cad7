"""How each indicator stands, with the values that may be shown: what figures, tables and sentences read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from pasar_nb.analysis.monitoring.pace import Plan
from pasar_nb.analysis.monitoring.results import BASELINE, Indicators
from pasar_nb.findings import PublishedCount
from pasar_nb.vocabulary import IndicatorState


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator as it may be shown.

    Attributes
    ----------
    indicator, level, name, unit
        Of the indicator; `level` is that of its box in the chain.
    state
        How it stands, judged on the exact values.
    baseline, latest
        Number, the mark of a small count, or None where there is none.
    target
        Value to be reached.
    latest_month, start_month, deadline
        ``YYYY-MM``, ``YYYY-MM`` and ISO day; empty where there is none.
    share
        Achieved share of the planned change, from the values on show; None where it cannot be said.
    expected
        Share due in the latest month by the straight line; None where there is no line.
    past_deadline, late
        Whether the deadline is over and the target not reached; whether it was reached only after it.
    reached_month
        First month in which the target was met, or empty.
    values
        Month and number of every value on show, in order of time.
    n_values
        Number of months measured.
    of_people
        Whether it counts persons or households.
    """

    indicator: str
    level: str
    name: str
    unit: str
    state: IndicatorState
    baseline: float | str | None
    target: float
    latest: float | str | None
    latest_month: str
    start_month: str
    deadline: str
    share: float | None
    expected: float | None
    past_deadline: bool
    late: bool
    reached_month: str
    values: tuple[tuple[str, float], ...]
    n_values: int
    of_people: bool

    @property
    def fell_back(self) -> bool:
        """Whether the target was met once and no longer is."""
        return bool(self.reached_month) and self.state != "reached"


def standings(indicators: Indicators) -> tuple[Standing, ...]:
    """Read every indicator, in the order of the levels of the chain.

    Parameters
    ----------
    indicators
        Released or not; from a released result, counts of people are rounded or hidden.
    """
    return tuple(_standing(row, indicators) for row in indicators.table.to_dict("records"))


def _standing(row: dict[Any, Any], indicators: Indicators) -> Standing:
    values = _values(row, indicators)
    latest = values.get(row["latest_month"])
    baseline = _baseline(row, indicators)
    return Standing(
        indicator=str(row["indikator"]),
        level=str(row["tingkat"]),
        name=str(row["nama"]),
        unit=str(row["satuan"]),
        state=row["state"],
        baseline=baseline,
        target=float(row["target"]),
        latest=latest,
        latest_month=row["latest_month"],
        start_month=row["start_month"],
        deadline=row["deadline"],
        share=_share(row, baseline, latest),
        expected=None if pd.isna(row["expected"]) else float(row["expected"]),
        past_deadline=bool(row["past_deadline"]),
        late=bool(row["late"]),
        reached_month=row["reached_month"],
        values=tuple((month, value) for month, value in values.items() if isinstance(value, float)),
        n_values=int(row["n_values"]),
        of_people=bool(row["of_people"]),
    )


def _values(row: dict[Any, Any], indicators: Indicators) -> dict[str, float | str]:
    if row["of_people"]:
        counts = indicators.people.get(row["indikator"], {})
        return {month: _shown(count) for month, count in counts.items() if month != BASELINE}
    mine = indicators.measured[indicators.measured["indikator"] == row["indikator"]]
    return {str(month): float(value) for month, value in zip(mine["bulan"], mine["value"], strict=True)}


def _baseline(row: dict[Any, Any], indicators: Indicators) -> float | str | None:
    count = indicators.people.get(row["indikator"], {}).get(BASELINE)
    if count is not None:
        return _shown(count)
    return None if pd.isna(row["nilai_awal"]) else float(row["nilai_awal"])


def _share(row: dict[Any, Any], baseline: float | str | None, latest: float | str | None) -> float | None:
    """Compute the share from what is on show, so that it tells no more than the rounded counts do."""
    if not isinstance(baseline, float) or not isinstance(latest, float) or row["state"] == "unclear":
        return None
    plan = Plan(str(row["arah"]), baseline, float(row["target"]), None, int(row["deadline_month"]))
    return plan.achieved(latest)


def _shown(count: PublishedCount) -> float | str:
    return count if isinstance(count, str) else float(count)
