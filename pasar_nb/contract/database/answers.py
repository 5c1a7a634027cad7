"""The rows of a database's answer, collected as text within bounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from pasar_nb.contract.container import LARGEST_UNPACKED, MOST_CELLS
from pasar_nb.contract.database.addresses import Refused
from pasar_nb.contract.grid import text_of
from pasar_nb.contract.messages import sources as messages
from pasar_nb.contract.problems import Problem

if TYPE_CHECKING:
    from pasar_nb.contract.database.source import Source

MOST = MOST_CELLS["parquet"]
"""Cells of an answer: as many as of the largest file, since both take the same way from here."""
_PLAIN = (str, int, float, Decimal, date, time, UUID)
_MEGABYTE = 1024**2


@dataclass(slots=True)
class Rows:
    """Rows as they come.

    Attributes
    ----------
    source
        Where they come from.
    columns
        Names of the columns.
    texts
        The rows as text.
    problems
        By column, the first value that cannot be written as text with one reading only.
    size
        Characters so far, with one for each end of a cell.
    """

    source: Source
    columns: list[str] = field(default_factory=list)
    texts: list[list[str]] = field(default_factory=list)
    problems: dict[str, Problem] = field(default_factory=dict)
    size: int = 0

    def add(self, columns: list[str], rows: Iterable[Sequence[object]]) -> None:
        """Add rows.

        Raises
        ------
        Refused
            Where they become too many or too large.
        """
        self.columns = columns
        for row in rows:
            texts = [self._text(at, value) for at, value in enumerate(row)]
            self.texts.append(texts)
            self.size += sum(map(len, texts)) + len(texts)
            if len(self.texts) * len(columns) > MOST or self.size > LARGEST_UNPACKED:
                limits = {"most": MOST, "megabytes": LARGEST_UNPACKED // _MEGABYTE}
                raise Refused(self.source.problem(messages.TOO_LARGE, "kueri", **limits))

    def _text(self, at: int, value: object) -> str:
        if type(value) is str and "\0" not in value:
            return value
        if value is None:
            return ""
        if not isinstance(value, _PLAIN) or isinstance(value, str):
            self._refuse(at, value)
            return ""
        if isinstance(value, datetime) and value.tzinfo is not None:
            self._refuse(at, value)
            return ""
        return text_of(value)

    def _refuse(self, at: int, value: object) -> None:
        name = self.columns[at]
        if name in self.problems:
            return
        case = messages.ZONE_REFUSED if isinstance(value, datetime) else messages.TYPE_REFUSED
        kind = "NUL" if isinstance(value, str) else type(value).__name__
        # Rows are told apart by their order only where the question gives one, so no row is named.
        self.problems[name] = self.source.answer.problem(case, column=name, kind=kind)
