"""The checks of single cells: what each kind of column may hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from pasar_nb.contract.cases import Case
from pasar_nb.contract.messages import columns as messages
from pasar_nb.contract.spec import Column
from pasar_nb.language import Message, Number, Value

SENTINELS = (-9, -99, -999, -9999, 99, 999, 9999)  # codes for "no answer" in survey programs
NEGATIVE_SENTINELS = (-999, -9999)  # in a column without limits only these can be nothing else
TIME_KINDS = frozenset({"date", "month", "year"})
NUMBER_KINDS = frozenset({"number", "integer", "money"})


@dataclass(frozen=True, slots=True)
class CellCheck:
    """A check of single cells.

    Attributes
    ----------
    name
        Its name in pandera's list of failures.
    applies
        Whether a column is checked.
    holds
        True for each cell that is right; empty cells are left out by pandera.
    problem
        The case of a wrong cell and the fields of its message.
    """

    name: str
    applies: Callable[[Column], bool]
    holds: Callable[[pd.Series, Column], pd.Series]
    problem: Callable[[Column, str], tuple[Case, dict[str, Value]]]


def span(low: float | None, high: float | None, *, plain: bool = False) -> Message:
    """Say a range of values in words; `plain` leaves years without separators."""
    shown = {"low": _bound(low, plain), "high": _bound(high, plain)}
    if high is None:
        return Message(messages.AT_LEAST.template, shown)
    if low is None:
        return Message(messages.AT_MOST.template, shown)
    return Message(messages.BETWEEN.template, shown)


def _bound(bound: float | None, plain: bool) -> Value:
    if bound is None:
        return ""
    decimals = 0 if bound == int(bound) else 2
    return f"{bound:.0f}" if plain else Number(bound, decimals)


def _magnitudes(cells: pd.Series, column: Column) -> pd.Series:
    if column.kind == "date":
        years: pd.Series = cells.dt.year
        return years
    if column.kind == "month":
        return cells.str[:4].astype("int64")
    return cells


def _between(cells: pd.Series, column: Column, low: float | None, high: float | None) -> pd.Series:
    magnitudes = _magnitudes(cells, column)
    inside = magnitudes >= low if low is not None else magnitudes.notna()
    return inside & (magnitudes <= high) if high is not None else inside


def is_answer(cells: pd.Series, column: Column) -> pd.Series:
    """Tell codes for "no answer" from values, where they stand outside what is usual or possible."""
    if not _is_limited(column):
        return ~cells.isin(NEGATIVE_SENTINELS)
    low = column.usual_low if column.usual_low is not None else column.low
    high = column.usual_high if column.usual_high is not None else column.high
    return ~cells.isin(SENTINELS) | _between(cells, column, low, high)


def _is_limited(column: Column) -> bool:
    return any(one is not None for one in (column.low, column.high, column.usual_low, column.usual_high))


def _outside_problem(column: Column, _value: str) -> tuple[Case, dict[str, Value]]:
    time = column.kind in TIME_KINDS
    case = messages.YEAR_OUTSIDE if time else messages.VALUE_OUTSIDE
    return case, {"range": span(column.low, column.high, plain=time)}


# In order of gravity: of one cell only the first failure is reported. Whether a cell can be read at all,
# `parsing` has told before.
CELL_CHECKS: tuple[CellCheck, ...] = (
    CellCheck(
        "pattern",
        lambda column: bool(column.pattern),
        lambda cells, column: cells.str.fullmatch(column.pattern),
        lambda column, _value: (messages.TEXT_MALFORMED, {"meaning": column.meaning}),
    ),
    CellCheck(
        "sentinel",
        lambda column: column.kind in NUMBER_KINDS,
        is_answer,
        lambda _column, _value: (messages.VALUE_SENTINEL, {}),
    ),
    CellCheck(
        "outside",
        lambda column: (column.low, column.high) != (None, None),
        lambda cells, column: _between(cells, column, column.low, column.high),
        _outside_problem,
    ),
    CellCheck(
        "unusual",
        lambda column: (column.usual_low, column.usual_high) != (None, None),
        lambda cells, column: _between(cells, column, column.usual_low, column.usual_high),
        lambda column, _value: (
            messages.VALUE_UNUSUAL,
            {"range": span(column.usual_low, column.usual_high)},
        ),
    ),
)
