"""What is noted while the cells of one column are read, told so that a reader is not flooded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial

import pandas as pd

from pasar_nb.contract.cases import Case
from pasar_nb.contract.enough import told_up_to_enough
from pasar_nb.contract.grid import Place, row_number
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.spec import Column
from pasar_nb.language import Value

DASHES = frozenset({"-", "--", "–", "—"})
"""What people write into a cell to say that there is nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it was understood.

    Attributes
    ----------
    value
        Its typed value; None where it is missing or could not be read.
    case
        What there is to say about it, or None.
    fields
        Fields of the case's message.
    """

    value: object = None
    case: Case | None = None
    fields: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Note:
    row: int
    text: str
    fields: Mapping[str, Value]


class CellLog:
    """Collects what is to be said about a column, and says it: a warning once with a count, errors singly.

    Parameters
    ----------
    place
        Table, file and sheet of the column.
    column
        The column; values that may identify a person are masked.
    """

    def __init__(self, place: Place, column: Column) -> None:
        self._place = place
        self._column = column
        self._cases: dict[str, Case] = {}
        self._notes: defaultdict[str, list[_Note]] = defaultdict(list)

    def note(self, case: Case, row: int, text: str, fields: Mapping[str, Value] | None = None) -> None:
        """Note a case at a row."""
        self._cases[case.code] = case
        self._notes[case.code].append(_Note(row, text, fields or {}))

    def note_all(self, case: Case, texts: pd.Series) -> None:
        """Note a case at every row of a series of cells."""
        for row, text in texts.items():
            self.note(case, row_number(row), text)

    def problems(self) -> list[Problem]:
        """Tell everything that was noted."""
        cases = self._cases.items()
        return [problem for code, case in cases for problem in self._told(case, self._notes[code])]

    def _told(self, case: Case, notes: list[_Note]) -> list[Problem]:
        if case.severity == "warning":
            return [self._problem(case, notes[0], count=len(notes))]
        return told_up_to_enough(notes, partial(self._problem, case))

    def _problem(self, case: Case, note: _Note, **fields: Value) -> Problem:
        return self._place.problem(
            case,
            row=note.row,
            column=self._column.name,
            value=note.text,
            person=self._column.person,
            **{**note.fields, **fields},
        )


def read_each(texts: pd.Series, read: Callable[[str], Cell], log: CellLog) -> list[object]:
    """Read cells one by one, each distinct text once, and note what there is to say.

    Parameters
    ----------
    texts
        Text of the cells, by row.
    read
        Understands one text.
    log
        Where cases are noted.

    Returns
    -------
    list
        The values, in the order of the texts.
    """
    written = texts.tolist()  # looping over a list is many times faster than over a pandas column
    understood = {text: read(text) for text in dict.fromkeys(written)}
    cells = [understood[text] for text in written]
    for row, text, cell in zip(texts.index.tolist(), written, cells, strict=True):
        if cell.case:
            log.note(cell.case, row, text, cell.fields)
    return [cell.value for cell in cells]
