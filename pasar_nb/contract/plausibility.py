"""Checks of a column as a whole: values that are wrong only beside the others of their column."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from pasar_nb.contract import messages_columns as messages
from pasar_nb.contract.cell_checks import NUMBER_KINDS
from pasar_nb.contract.cell_log import DASHES
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import PER_CENT, Column, Table

COMPARABLE_ROWS = frozenset({"survei"})  # tables whose rows are alike, so that a column has one magnitude
THOUSANDFOLD = 300  # times the median; incomes and holdings of households spread by a factor of 100
FEWEST_TO_COMPARE = 10  # values; the median of fewer says little about their magnitude
GROUPINGS = frozenset(
    ("rumah_tangga", name) for name in ("id_kelompok", "jenis_kelamin_kk", "disabilitas", "desil")
)
"""Columns by which households are grouped; a household without a value would vanish from every group."""


def column_problems(frame: pd.DataFrame, raw: RawTable, spec: Table) -> list[Problem]:
    """Check each column of numbers as a whole.

    Parameters
    ----------
    frame
        The typed table; its index is the spreadsheet's row.
    raw
        The same table as it was written, for the messages.
    spec
        Its specification.
    """
    problems: list[Problem] = []
    for column in spec.columns:
        if column.name in frame.columns:
            cells = frame[column.name].dropna()
            problems += _shares_as_fractions(cells, raw, column)
            problems += _thousandfold(cells, raw, column)
            problems += _constant(cells, raw, column)
            problems += _missing_group(frame[column.name], raw, column)
    return problems


def _shares_as_fractions(cells: pd.Series, raw: RawTable, column: Column) -> Iterator[Problem]:
    if column.unit == PER_CENT and len(cells) and cells.between(0, 1).all() and (cells % 1 > 0).any():
        yield raw.place.problem(messages.SHARES_AS_FRACTIONS, column=column.name)
        return
    if column.unit == PER_CENT and (cells > 1).any():
        for row in cells.index[cells.between(0, 1, inclusive="neither")]:
            value = str(raw.frame.at[row, column.name]).strip()
            yield raw.place.problem(messages.SHARE_DOUBTFUL, row=int(row), column=column.name, value=value)


def _constant(cells: pd.Series, raw: RawTable, column: Column) -> Iterator[Problem]:
    measured = column.kind in NUMBER_KINDS and not column.required
    if raw.table not in COMPARABLE_ROWS or not measured or len(cells) < FEWEST_TO_COMPARE:
        return
    if cells.nunique() == 1:
        value = str(raw.frame.at[cells.index[0], column.name]).strip()
        yield raw.place.problem(
            messages.COLUMN_CONSTANT,
            column=column.name,
            value=value,
            person=column.person,
            rows=len(cells),
        )


def _missing_group(cells: pd.Series, raw: RawTable, column: Column) -> Iterator[Problem]:
    if (raw.table, column.name) not in GROUPINGS:
        return
    # What is written but cannot be read is no missing answer, and is told at its cell.
    missing = int((cells.isna() & raw.frame[column.name].str.strip().isin(["", *DASHES])).sum())
    if 0 < missing < len(cells):
        yield raw.place.problem(
            messages.GROUP_MISSING,
            column=column.name,
            count=missing,
            total=len(cells),
        )


def _thousandfold(cells: pd.Series, raw: RawTable, column: Column) -> Iterator[Problem]:
    if raw.table not in COMPARABLE_ROWS or column.kind not in {"money", "number"}:
        return
    positive = cells[cells > 0]
    if len(positive) < FEWEST_TO_COMPARE:
        return
    for row in positive.index[positive > THOUSANDFOLD * positive.median()]:
        yield raw.place.problem(
            messages.VALUE_THOUSANDFOLD,
            row=int(row),
            column=column.name,
            value=str(raw.frame.at[row, column.name]),
            times=THOUSANDFOLD,
        )
