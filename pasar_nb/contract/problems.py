"""A problem of the data: where it is, what is wrong and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pasar_nb.language import Message

Severity: TypeAlias = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in a district's data.

    Attributes
    ----------
    code
        Stable name of the kind of problem, e.g. ``score_out_of_range``.
    severity
        An error stops the table it stands in; a warning does not.
    message
        What is wrong.
    remedy
        What the official who filled the table should do.
    table
        Table of the contract; empty where no table could be told.
    file
        File relative to the district's folder.
    sheet
        Worksheet, or empty for a file without sheets.
    row
        Row as the spreadsheet numbers it, the header being row 1; None for the whole table.
    column
        Column of the contract; empty for the whole row or table.
    value
        The value as it was written, masked where it may identify a person.
    """

    code: str
    severity: Severity
    message: Message
    remedy: Message
    table: str = ""
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    value: str = ""

    @property
    def stops(self) -> bool:
        """Whether the table cannot be used."""
        return self.severity == "error"


def tables_stopped(problems: Iterable[Problem]) -> frozenset[str]:
    """Name the tables that an error stops."""
    return frozenset(problem.table for problem in problems if problem.stops)
