"""A correction: one cell that is read otherwise than it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from pasar_nb.contract.grid import Place


@dataclass(frozen=True, slots=True)
class Correction:
    """One cell that is read otherwise than it is written.

    Attributes
    ----------
    table
        Table of the contract.
    key
        Columns and values that single out its row.
    column
        Column of the cell.
    wrong, right
        What the file holds and what is read in its place; either may be empty.
    reason
        Why.
    decided_by
        Office or function that decided; never published.
    day
        When it was decided.
    file, at
        Where the correction stands: its file, and the row in it.
    row
        Row of the corrected cell in its own file; 0 as long as it has not been found.
    """

    table: str
    key: Mapping[str, str]
    column: str
    wrong: str
    right: str
    reason: str
    decided_by: str
    day: date
    file: str
    at: int
    row: int = 0

    @property
    def place(self) -> Place:
        """Where it stands, for errors, which stop the table that it was to correct."""
        return Place(self.file, table=self.table)
