"""Checks of a table's columns by its specification: headers and single cells."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from pasar_nb.contract import messages_columns as messages
from pasar_nb.contract.cases import Case
from pasar_nb.contract.headers import NEAR_ENOUGH
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Column, Table
from pasar_nb.language import Message, Number, Value

if TYPE_CHECKING:
    import pandera.pandas as pa

Cell: TypeAlias = tuple[int, str]
"""A cell's row, as the spreadsheet numbers it, and column."""

SENTINELS = (-9, -99, -999, -9999, 99, 999, 9999)  # codes for "no answer" in survey programs
NEGATIVE_SENTINELS = (-999, -9999)  # in a column without limits only these can be nothing else
TIME_KINDS = frozenset({"date", "month", "year"})
NUMBER_KINDS = frozenset({"number", "integer", "money"})
_EMPTY = frozenset({"", "-", "--", "–", "—"})  # other text without a value could not be read, which is told
_NOT_NULLABLE = "not_nullable"  # pandera's own name of the check for empty cells


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


def header_problems(raw: RawTable, spec: Table) -> list[Problem]:
    """Check that a table has its obligatory columns and no unknown ones.

    Parameters
    ----------
    raw
        The table as it was written.
    spec
        Its specification, with the columns that the district declares in `variabel`.
    """
    own = [column.name for column in spec.columns]
    unknown = [name for name in raw.frame.columns if name not in own]
    missing = [name for name in spec.required if name not in raw.frame.columns]
    undeclared = messages.COLUMN_UNDECLARED_VARIABLE if spec.extra_columns else messages.COLUMN_UNDECLARED
    found = [_missing_column(name, unknown, raw) for name in missing]
    suspected = {str(problem.message.values.get("near")) for problem in found}
    free = [name for name in own if name not in raw.frame.columns and name not in missing]
    return found + [
        _undeclared_column(name, free, raw, undeclared) for name in unknown if name not in suspected
    ]


def _undeclared_column(name: str, free: list[str], raw: RawTable, otherwise: Case) -> Problem:
    near = difflib.get_close_matches(name, free, n=1, cutoff=NEAR_ENOUGH)
    if near:
        return raw.place.problem(messages.COLUMN_UNDECLARED_NEAR, column=name, near=near[0])
    return raw.place.problem(otherwise, column=name)


def _missing_column(name: str, unknown: list[str], raw: RawTable) -> Problem:
    near = difflib.get_close_matches(name, unknown, n=1)
    if near:
        return raw.place.problem(messages.COLUMN_MISNAMED, column=name, near=near[0])
    return raw.place.problem(messages.COLUMN_MISSING, column=name)


def cell_problems(frame: pd.DataFrame, raw: RawTable, spec: Table, known: Collection[Cell]) -> list[Problem]:
    """Check every cell of a typed table by its column's specification.

    Parameters
    ----------
    frame
        The typed table; its index is the spreadsheet's row.
    raw
        The same table as it was written, for the messages.
    spec
        Its specification.
    known
        Cells that already have an error and are not reported again.
    """
    columns = {column.name: column for column in spec.columns}
    found: dict[Cell, Problem] = {}
    for name, row, column in _failures(frame, spec):
        cell = row, column
        unread = name == _NOT_NULLABLE and str(raw.frame.at[row, column]).strip() not in _EMPTY
        if cell not in known and cell not in found and not unread:
            found[cell] = _cell_problem(name, columns[column], row, raw)
    return list(found.values())


def _failures(frame: pd.DataFrame, spec: Table) -> Iterator[tuple[str, int, str]]:
    """Yield (check, row, column) of each failure; of one cell, the graver check comes first."""
    from pandera.errors import SchemaErrors

    try:
        _schema(spec).validate(frame, lazy=True)
    except SchemaErrors as failed:
        cases = failed.failure_cases
        order = cases["check"].map([_NOT_NULLABLE, *_BY_NAME].index)
        cases = cases.loc[order.sort_values(kind="stable").index]
        yield from zip(cases["check"], cases["index"].astype("int64"), cases["column"], strict=True)


@lru_cache(maxsize=64)  # the tables, and the surveys of districts with variables of their own
def _schema(spec: Table) -> pa.DataFrameSchema:
    import pandera.pandas as pa

    return pa.DataFrameSchema(
        {
            column.name: pa.Column(
                checks=[
                    pa.Check(partial(_holds, check, column), error=check.name)
                    for check in CELL_CHECKS
                    if check.applies(column)
                ],
                nullable=not column.required,
                required=False,
            )
            for column in spec.columns
        }
    )


def _holds(check: CellCheck, column: Column, cells: pd.Series) -> pd.Series:
    # pandas answers NA for an empty cell of a nullable type; those are judged by `nullable` alone.
    return check.holds(cells, column).astype("boolean").fillna(value=True).astype(bool)


def _cell_problem(name: str, column: Column, row: int, raw: RawTable) -> Problem:
    value = str(raw.frame.at[row, column.name]).strip()
    if name == _NOT_NULLABLE:
        return raw.place.problem(messages.CELL_EMPTY, row=row, column=column.name)
    case, fields = _BY_NAME[name].problem(column, value)
    return raw.place.problem(case, row=row, column=column.name, value=value, person=column.person, **fields)


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


def _is_answer(cells: pd.Series, column: Column) -> pd.Series:
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
        _is_answer,
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
_BY_NAME = {check.name: check for check in CELL_CHECKS}
