"""Every indicator against its plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from pasar_nb.analysis.monitoring.months import month_name, month_number, month_of
from pasar_nb.analysis.monitoring.pace import Plan, judge
from pasar_nb.analysis.monitoring.people import counts_people
from pasar_nb.analysis.monitoring.results import BASELINE, Indicators
from pasar_nb.vocabulary import LEVEL_LABELS

_KEPT = ("indikator", "rantai", "tingkat", "nama", "satuan", "tema", "apkm", "arah", "target", "frekuensi")
_FOUND = (
    *(
        "nilai_awal",
        "deadline",
        "start",
        "start_month",
        "deadline_month",
        "latest_month",
        "expected",
        "state",
    ),
    *("past_deadline", "reached_month", "late", "n_values", "of_people"),
)


@dataclass(frozen=True, slots=True)
class Clock:
    """The two months that every indicator is held against; None where not known."""

    start: str | None
    reference: str | None


def up_to(measured: pd.DataFrame, month: str | None) -> pd.DataFrame:
    """Keep what was measured up to a month, in order of time: ``indikator, bulan, value``."""
    kept = measured.assign(value=measured["nilai"].astype("float64")).dropna(subset=["value"])
    kept = kept[kept["bulan"] <= month] if month else kept
    ordered = kept.sort_values(["indikator", "bulan"], kind="stable").drop_duplicates(
        ["indikator", "bulan"], keep="last"
    )
    return ordered[["indikator", "bulan", "value"]].reset_index(drop=True)


def place_indicators(indicators: pd.DataFrame, boxes: pd.DataFrame) -> pd.DataFrame:
    """Put the indicators in the order of the levels of their boxes, with ``tingkat``."""
    levels = boxes.drop_duplicates("rantai").set_index("rantai")["tingkat"]
    tingkat = indicators["rantai"].map(levels)
    ranks = {level: place for place, level in enumerate(LEVEL_LABELS)}
    order = tingkat.map(ranks).sort_values(kind="stable").index
    return indicators.assign(tingkat=tingkat).loc[order].reset_index(drop=True)


def compare_with_plan(placed: pd.DataFrame, measured: pd.DataFrame, clock: Clock) -> Indicators:
    """Hold every indicator against its plan.

    Parameters
    ----------
    placed
        From `place_indicators`.
    measured
        From `up_to`.
    clock
        Start and reference month.
    """
    rows, people = [], {}
    for indicator in placed.to_dict("records"):
        values = measured.loc[measured["indikator"] == indicator["indikator"]].set_index("bulan")["value"]
        found = _against_plan(indicator, values, clock)
        if found["of_people"]:
            people[str(indicator["indikator"])] = _counts(found, values)
            found["nilai_awal"] = found["nilai_awal"] if found["nilai_awal"] == 0 else None
        rows.append({name: indicator.get(name) for name in _KEPT} | found)
    table = _typed(pd.DataFrame(rows, columns=[*_KEPT, *_FOUND]))
    open_values = measured[~measured["indikator"].isin(people.keys())].reset_index(drop=True)
    return Indicators(table=table, measured=open_values, people=people)


def _against_plan(indicator: dict[Any, Any], values: pd.Series[float], clock: Clock) -> dict[str, Any]:
    plan = _plan(indicator, values, clock)
    latest = None if values.empty else str(values.index[-1])
    month = None if latest is None else month_number(latest)
    reference = month_number(clock.reference) if clock.reference else None
    state = judge(plan, None if latest is None else float(values.iloc[-1]), month, reference)
    reached = (
        [] if plan.contradicts_itself else [at for at, value in values.items() if plan.is_reached(value)]
    )
    before = () if plan.baseline is None else (plan.baseline,)
    over = reference is not None and reference > plan.deadline
    return {
        "nilai_awal": plan.baseline,
        "deadline": pd.Timestamp(indicator["tenggat"]).date().isoformat(),
        "start": plan.start,
        "start_month": None if plan.start is None else month_name(plan.start),
        "deadline_month": plan.deadline,
        "latest_month": latest,
        "expected": None if month is None or not plan.has_line else plan.expected(month),
        "state": state,
        "past_deadline": over and state != "reached",
        "reached_month": str(reached[0]) if reached else None,
        "late": bool(reached) and month_number(str(reached[0])) > plan.deadline,
        "n_values": len(values),
        "of_people": counts_people(str(indicator["satuan"]), (*before, *values)),
    }


def _plan(indicator: dict[Any, Any], values: pd.Series[float], clock: Clock) -> Plan:
    first = None if values.empty else str(values.index[0])
    start = clock.start or first
    return Plan(
        direction=str(indicator["arah"]),
        baseline=None if pd.isna(indicator["nilai_awal"]) else float(indicator["nilai_awal"]),
        target=float(indicator["target"]),
        start=month_number(start) if start else None,
        deadline=month_number(month_of(pd.Timestamp(indicator["tenggat"]).date())),
    )


def _counts(found: dict[str, Any], values: pd.Series[float]) -> dict[str, int | str]:
    """Collect the counts of people; a baseline of nought, before anything began, tells of nobody."""
    counts: dict[str, int | str] = {str(month): int(value) for month, value in values.items()}
    if found["nilai_awal"]:
        counts[BASELINE] = round(found["nilai_awal"])
    return counts


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    numbers = {name: table[name].astype("float64") for name in ("nilai_awal", "target", "expected")}
    texts = {
        name: table[name].astype(object).where(table[name].notna(), "")
        for name in ("apkm", "latest_month", "reached_month", "start_month")
    }
    flags = {name: table[name].astype("bool") for name in ("past_deadline", "late", "of_people")}
    whole = {name: table[name].astype("Int64") for name in ("start", "deadline_month", "n_values")}
    return table.assign(**numbers, **texts, **flags, **whole)
