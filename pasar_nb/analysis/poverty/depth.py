"""How far below the line the poor are, and how unequal all are, in every arm and wave."""

from __future__ import annotations

import numpy as np

from pasar_nb.analysis.poverty.indices import Index, gini_of, mean_of, shortfalls, unbiased
from pasar_nb.analysis.poverty.sample import Arm, Sample
from pasar_nb.analysis.poverty.shares import change_interval, level_interval
from pasar_nb.findings import Interval
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE
from pasar_nb.vocabulary.poverty import POOR_CLASS

Row = dict[str, str | float | int]
_ORDERS = {"gap": 1, "severity": 2}
_NONE = Interval(float("nan"), float("nan"))


def depth_levels(sample: Sample, rows: list[Row]) -> list[Row]:
    """Add P1 and P2 to the rows of the poor."""
    arms = {arm.name: arm for arm in sample.arms}
    waves = {moment: wave for wave, moment in enumerate(sample.moments)}
    return [
        row | _depth(arms[str(row["group"])], waves[str(row["moment"])])
        if row["kelas"] == POOR_CLASS
        else row
        for row in rows
    ]


def depth_changes(sample: Sample, rows: list[Row]) -> list[Row]:
    """Add the changes of P1 and P2 to the rows of the poor."""
    arms = {arm.name: arm for arm in sample.arms}
    return [
        row | _depth_change(arms[str(row["group"])]) if row["kelas"] == POOR_CLASS else row for row in rows
    ]


def inequality_levels(sample: Sample) -> list[Row]:
    """Give the Gini coefficient of every arm and wave."""
    return [
        _gini_row(arm, _gini(arm, wave), wave) | {"group": arm.name, "moment": moment}
        for arm in sample.arms
        for wave, moment in enumerate(sample.moments)
    ]


def inequality_changes(sample: Sample) -> list[Row]:
    """Give the change of the Gini coefficient of every arm; none with one wave."""
    return [_gini_change(arm) for arm in sample.arms] if len(sample.moments) > 1 else []


def _depth(arm: Arm, wave: int) -> Row:
    row: Row = {}
    enough = _poor(arm, wave) >= LEAST_FOR_INFERENCE
    for name, order in _ORDERS.items():
        index = _index(arm, wave, order)
        interval = level_interval(index, arm, wave, "root") if enough else _NONE
        row |= _with_bounds(name, index.value, interval)
    return row


def _depth_change(arm: Arm) -> Row:
    row: Row = {}
    enough = min(_poor(arm, wave) for wave in (0, 1)) >= LEAST_FOR_INFERENCE
    for name, order in _ORDERS.items():
        before, after = (_index(arm, wave, order) for wave in (0, 1))
        interval = change_interval(before, after, arm) if enough else _NONE
        row |= _with_bounds(name, after.value - before.value, interval)
    return row


def _with_bounds(name: str, value: float, interval: Interval) -> Row:
    return {name: value, f"{name}_low": interval.low, f"{name}_high": interval.high}


def _index(arm: Arm, wave: int, order: int) -> Index:
    return mean_of(shortfalls(arm.values[wave], arm.lines[wave], order), arm.weights[wave])


def _poor(arm: Arm, wave: int) -> int:
    """Count the households whose shortfalls are behind gap and severity."""
    return int(np.count_nonzero(arm.values[wave] < arm.lines[wave]))


def _gini(arm: Arm, wave: int) -> Index:
    return unbiased(gini_of(arm.values[wave], arm.weights[wave]), arm.weights[wave])


def _gini_row(arm: Arm, index: Index, wave: int) -> Row:
    interval = level_interval(index, arm, wave, "logit")
    households = arm.values.shape[1]
    return {"households": households, "gini": index.value, "low": interval.low, "high": interval.high}


def _gini_change(arm: Arm) -> Row:
    before, after = (_gini(arm, wave) for wave in (0, 1))
    interval = change_interval(before, after, arm)
    return {
        "group": arm.name,
        "households": arm.values.shape[1],
        "difference": after.value - before.value,
        "low": interval.low,
        "high": interval.high,
    }
