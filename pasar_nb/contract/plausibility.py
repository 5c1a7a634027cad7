"""Checks of a column as a whole: values that are wrong only beside the others of their column."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import TypeAlias

import pandas as pd

from pasar_nb.contract.cases import Case
from pasar_nb.contract.cell_checks import NUMBER_KINDS
from pasar_nb.contract.enough import told_up_to_enough
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import columns as messages
from pasar_nb.contract.outliers import code_problems, magnitude_problems
from pasar_nb.contract.placeholders import says_nothing
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Column, Table

COMPARABLE_ROWS = frozenset({"survei"})  # tables whose rows are alike, so that a column has one magnitude
FEWEST_TO_COMPARE = 10  # values; fewer may well be the same by chance
PER_CENT_OF_ONE = 100
LARGER_THAN_LARGEST = 2  # times the largest share, as far as another share may well lie
Cell: TypeAlias = tuple[int | None, str]
"""Row and column of a cell."""

GROUPINGS = frozenset(
    ("rumah_tangga", name) for name in ("id_kelompok", "jenis_kelamin_kk", "disabilitas", "desil")
)
"""Columns by which households are grouped; a household without a value would vanish from every group."""


def column_problems(
    frame: pd.DataFrame, raw: RawTable, spec: Table, known: Collection[Cell] = ()
) -> list[Problem]:
    """Check each column of numbers as a whole.

    Parameters
    ----------
    frame
        The typed table; its index is the spreadsheet's row.
    raw
        The same table as it was written, for the messages.
    spec
        Its specification.
    known
        Cells that already have an error, whose magnitude is not doubted as well.
    """
    problems: list[Problem] = []
    for column in spec.columns:
        if column.name in frame.columns:
            cells = frame[column.name].dropna()
            problems += _shares_as_fractions(cells, raw, column)
            doubted = magnitude_problems(frame, raw, column)
            problems += [one for one in doubted if (one.row, one.column) not in known]
            problems += code_problems(cells, raw, column)
            problems += _constant(cells, raw, column)
            problems += _missing_group(frame[column.name], raw, column)
    return problems


def _shares_as_fractions(cells: pd.Series, raw: RawTable, column: Column) -> Iterator[Problem]:
    """Tell shares between 0 and 1 from per cent; a cell with a sign of per cent says itself what it is."""
    if not column.per_cent or cells.empty:
        return
    written = raw.frame.loc[cells.index, column.name].str.strip()
    bare = cells[~written.str.endswith("%")]
    between = bare.between(0, 1, inclusive="neither")
    if (cells > 1).any():
        # Among small shares 0.7 is one of them; among large ones 0.4 must be 40.
        between &= PER_CENT_OF_ONE * bare <= LARGER_THAN_LARGEST * cells.max()
    fractions = [row_number(row) for row in bare.index[between]]
    if fractions and (cells <= 1).all():
        yield _share_problem(messages.SHARES_AS_FRACTIONS, raw, column, fractions[0])
    elif fractions:
        yield from told_up_to_enough(fractions, partial(_share_problem, messages.SHARE_DOUBTFUL, raw, column))
    elif bare.isin([0, 1]).all() and (bare == 1).any():
        first = row_number(bare.index[bare == 1][0])
        yield _share_problem(messages.SHARES_NOUGHT_OR_ONE, raw, column, first)


def _share_problem(case: Case, raw: RawTable, column: Column, row: int) -> Problem:
    value = str(raw.frame.at[row, column.name]).strip()
    return raw.place.problem(case, row=row, column=column.name, value=value)


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
    missing = int((cells.isna() & says_nothing(raw.frame[column.name].str.strip(), column)).sum())
    if 0 < missing < len(cells):
        yield raw.place.problem(
            messages.GROUP_MISSING,
            column=column.name,
            count=missing,
            total=len(cells),
        )
