"""A table's source: the address of its database and the question to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pasar_nb.contract.cases import Case
from pasar_nb.contract.files import SOURCES
from pasar_nb.contract.grid import Place
from pasar_nb.contract.problems import Problem
from pasar_nb.language import Value


@dataclass(frozen=True, slots=True)
class Source:
    """Where a table comes from.

    Attributes
    ----------
    table
        Table of the contract.
    url
        Address of the database; never shown.
    query
        Question to it, in SQL.
    folder
        Folder in which a database that is a file must lie; None where the environment gave the address.
    line
        Line of the table in ``sumber.toml``.
    """

    table: str
    url: str = field(repr=False)
    query: str
    folder: Path | None
    line: int | None = None

    @property
    def dialect(self) -> str:
        """What the address says of the kind of database."""
        return self.url.partition(":")[0].partition("+")[0]

    @property
    def place(self) -> Place:
        """Where it is named, for problems, whose row is the line in the file."""
        return Place(SOURCES, table=self.table)

    @property
    def answer(self) -> Place:
        """Where the rows of the answer stand, the names of its columns being row 1."""
        return Place(f"{SOURCES}#{self.table}", table=self.table)

    def problem(self, case: Case, column: str = "", **fields: Value) -> Problem:
        """Say what is wrong with the source."""
        values: dict[str, Any] = {**fields}
        return self.place.problem(case, row=self.line, column=column, **values)
