"""What the checks across tables look at: all tables of a district as they could be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from pasar_nb.contract.cases import Case
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.tables import TABLES
from pasar_nb.language import Value


@dataclass(frozen=True, slots=True)
class Facts:
    """All tables of a district, also those that an error stops, so that all problems are told at once.

    Attributes
    ----------
    frames
        Typed tables; the index is the spreadsheet's row, cells that could not be read are empty.
    raw
        The same tables as they were written.
    today
        The day after which nothing can have happened.
    folder
        Name of the district's folder, or empty.
    unreadable
        Tables that are there but could not be read.
    incomplete
        Tables that lost rows when they were read, so that what they lack proves nothing.
    """

    frames: Mapping[str, pd.DataFrame]
    raw: Mapping[str, RawTable]
    today: date
    folder: str = ""
    unreadable: frozenset[str] = field(default_factory=frozenset)
    incomplete: frozenset[str] = field(default_factory=frozenset)

    def has(self, table: str, *columns: str) -> bool:
        """Whether a table is there with all the columns named."""
        return table in self.frames and set(columns) <= set(self.frames[table].columns)

    def cells(self, table: str, column: str) -> pd.Series:
        """Give the filled cells of a column, none where there is no such column."""
        if not self.has(table, column):
            return pd.Series(dtype="str")
        return self.frames[table][column].dropna()

    def texts(self, table: str, column: str) -> dict[int, str]:
        """Give the filled cells of a column of text, by row."""
        return {row_number(row): str(text) for row, text in self.cells(table, column).items() if text != ""}

    def problem(
        self,
        case: Case,
        table: str,
        *,
        row: int | None = None,
        column: str = "",
        value: str = "",
        **fields: Value,
    ) -> Problem:
        """Say that a case occurred in a table, naming its file and hiding what may identify a person."""
        raw = self.raw.get(table)
        return case.problem(
            table=table,
            file=raw.file if raw else "",
            sheet=raw.sheet if raw else "",
            row=row,
            column=column,
            value=value or self._written(table, row, column),
            person=may_identify(table, column),
            **fields,
        )

    def _written(self, table: str, row: int | None, column: str) -> str:
        raw = self.raw.get(table)
        if raw is None or row is None or column not in raw.frame.columns:
            return ""
        return str(raw.frame.at[row, column]).strip()


def may_identify(table: str, column: str) -> bool:
    """Tell whether the cells of a column may identify a person and are masked in messages."""
    return table in TABLES and any(one.person for one in TABLES[table].columns if one.name == column)
