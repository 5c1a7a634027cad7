"""Checks of a table's columns by its specification: headers and single cells."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from pasar_nb.contract.cases import Case
from pasar_nb.contract.cell_checks import CELL_CHECKS, CellCheck
from pasar_nb.contract.enough import told_up_to_enough
from pasar_nb.contract.header_units import header_unit_problems
from pasar_nb.contract.headers import NEAR_ENOUGH
from pasar_nb.contract.messages import columns as messages
from pasar_nb.contract.placeholders import says_nothing
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Column, Table

if TYPE_CHECKING:
    import pandera.pandas as pa

Cell: TypeAlias = tuple[int, str]
"""A cell's row, as the spreadsheet numbers it, and column."""

_NOT_NULLABLE = "not_nullable"  # pandera's own name of the check for empty cells


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
    scaled = dict(header_unit_problems(raw, spec))
    meant = {problem.column for problem in scaled.values()}
    unknown = [name for name in raw.frame.columns if name not in {*own, *scaled}]
    missing = [name for name in spec.required if name not in {*raw.frame.columns, *meant}]
    undeclared = messages.COLUMN_UNDECLARED_VARIABLE if spec.extra_columns else messages.COLUMN_UNDECLARED
    found = [_missing_column(name, unknown, raw) for name in missing]
    suspected = {str(problem.message.values.get("near")) for problem in found}
    free = [name for name in own if name not in raw.frame.columns and name not in missing]
    found += scaled.values()
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
    found: set[Cell] = set()
    faults: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    unread = _unread(frame, raw, spec)
    for name, row, column in _failures(frame, spec):
        cell = row, column
        if cell not in known and cell not in found and not (name == _NOT_NULLABLE and cell in unread):
            found.add(cell)
            faults[name, column].append(row)
    told = []
    for (name, column), rows in faults.items():
        told += _told(rows, partial(_cell_problem, name, columns[column], raw))
    return told


def _unread(frame: pd.DataFrame, raw: RawTable, spec: Table) -> set[Cell]:
    """Find obligatory cells that hold something that could not be read, which has been told."""
    found: set[Cell] = set()
    for name in spec.required:
        if name in frame.columns and frame[name].hasnans:
            missing = frame.index[frame[name].isna()]
            written = raw.frame.loc[missing, name].str.strip()
            found |= {(int(row), name) for row in missing[~says_nothing(written, spec.column(name))]}
    return found


def _told(rows: list[int], tell: Callable[[int], Problem]) -> list[Problem]:
    # Warnings are drawn together later, with their rows; of errors a column may have thousands.
    return told_up_to_enough(rows, tell) if tell(rows[0]).stops else list(map(tell, rows))


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


def _cell_problem(name: str, column: Column, raw: RawTable, row: int) -> Problem:
    value = str(raw.frame.at[row, column.name]).strip()
    if name == _NOT_NULLABLE:
        return raw.place.problem(messages.CELL_EMPTY, row=row, column=column.name)
    case, fields = _BY_NAME[name].problem(column, value)
    return raw.place.problem(case, row=row, column=column.name, value=value, person=column.person, **fields)


_BY_NAME = {check.name: check for check in CELL_CHECKS}
