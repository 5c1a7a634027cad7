"""From kept submissions to rows of the contract's tables: every cell as it was collected."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timezone

from pasar_nb.contract.grid import Place
from pasar_nb.contract.numerals import read_numeral
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables import TABLES
from pasar_nb.kobo import messages
from pasar_nb.kobo.binding import TIMES, BoundRound, BoundTable, Source
from pasar_nb.kobo.export import ExportSheet
from pasar_nb.kobo.links import climb
from pasar_nb.kobo.map_rounds import VARIABLES
from pasar_nb.kobo.mapping import HOUSEHOLD, WAVE, ImportMap
from pasar_nb.kobo.moments import local_day
from pasar_nb.kobo.questions import Found, choices_agree, chosen_options
from pasar_nb.kobo.submissions import Submission

SEVERAL = ";"
"""Separator of several choices in one cell, as in the contract."""

# What a spreadsheet would carry out when the table is opened in it; signed numbers and dashes are none.
_COMMAND = re.compile(r"[=@\t\r].*|[+\-](?![\d.,\s\-]*$).*", re.DOTALL)
_TEXT_MARK = "'"
_AMOUNTS = frozenset({"money", "number", "integer"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and where it comes from.

    Attributes
    ----------
    cells
        Text by column.
    submission
        The submission that it belongs to.
    place, row
        Sheet and row of the export.
    """

    cells: Mapping[str, str]
    submission: Submission
    place: Place
    row: int


@dataclass(frozen=True, slots=True)
class Filled:
    """The tables of an import.

    Attributes
    ----------
    rows
        Rows by table, in the order of the contract's tables.
    days
        How many moments became days, by ``table.column``.
    marked
        How many cells that a spreadsheet would carry out got an apostrophe, by ``table.column``.
    problems
        Rows of repeat groups without their submission.
    """

    rows: Mapping[str, tuple[Row, ...]]
    days: Counter[str]
    marked: Counter[str]
    problems: tuple[Problem, ...]


def fill(the_map: ImportMap, kept: Sequence[Submission], rounds: Sequence[BoundRound]) -> Filled:
    """Fill the tables of the contract.

    Parameters
    ----------
    the_map
        What the columns are made of.
    kept
        Submissions whose answers are taken over.
    rounds
        The rounds with their sheets.
    """
    filler = _Filler(the_map, kept)
    rows: dict[str, list[Row]] = {}
    for bound in rounds:
        for table in bound.tables:
            rows.setdefault(table.plan.table, []).extend(filler.rows_of(table))
    ordered = {name: tuple(rows[name]) for name in TABLES if name in rows}
    return Filled(ordered, filler.days, filler.marked, tuple(filler.problems))


class _Filler:
    """Writes the rows of tables and counts what was done to cells."""

    def __init__(self, the_map: ImportMap, kept: Sequence[Submission]) -> None:
        self.map = the_map
        self.days: Counter[str] = Counter()
        self.marked: Counter[str] = Counter()
        self.problems: list[Problem] = []
        self._kept = {(one.place, one.at): one for one in kept}

    def rows_of(self, table: BoundTable) -> list[Row]:
        spec = TABLES[table.plan.table]
        known = {column.name: column for column in spec.columns}
        rows = []
        for at, (number, _cells) in enumerate(table.sheet.rows):
            way = climb(table.sheet, at, table.links)
            if way is None:
                parent = table.links[0].parent.name
                self.problems.append(table.sheet.place.problem(messages.ORPHAN, row=number, parent=parent))
                continue
            main, top = way[-1]
            submission = self._kept.get((main.place, top))
            if submission is not None:
                cells = self._made(spec, submission)
                for name, source in table.columns.items():
                    cells[name] = self._cell(way, source, known.get(name), f"{spec.name}.{name}")
                rows.append(Row(cells, submission, table.sheet.place, number))
        return rows

    def _made(self, spec: Table, submission: Submission) -> dict[str, str]:
        made = {HOUSEHOLD: submission.household, WAVE: submission.wave}
        own = {column.name for column in spec.columns}
        return {name: cell for name, cell in made.items() if name in own}

    def _cell(
        self, way: Sequence[tuple[ExportSheet, int]], source: Source, column: Column | None, name: str
    ) -> str:
        if source.found is None:
            return self._harmless(source.answer.value, name)
        sheet, at = way[source.level]
        self._compare_choices(sheet, at, source.found)
        separator = (column.separator if column else "") or SEVERAL
        answers = _answers(sheet.rows[at][1], source.found, multiple=source.answer.multiple)
        bare = name.partition(".")[2]
        text = f"{separator} ".join(self.map.translated(bare, one) for one in answers)
        if column is not None and column.kind == "date":
            text = self._day(text, self.map.zone, source.found.header in TIMES, name)
        return text if column is not None and _is_amount(text, column) else self._harmless(text, name)

    def _compare_choices(self, sheet: ExportSheet, at: int, found: Found) -> None:
        row, cells = sheet.rows[at]
        if not choices_agree(cells, found):
            problem = sheet.place.problem(messages.CHOICES_DIFFER, row=row, column=found.header)
            self.problems += [] if problem in self.problems else [problem]

    def _day(self, text: str, zone: timezone, universal: bool, name: str) -> str:
        day = local_day(text, zone, universal=universal)
        self.days[name] += day != text
        return day

    def _harmless(self, text: str, name: str) -> str:
        if not _COMMAND.fullmatch(text):
            return text
        self.marked[name] += 1
        return _TEXT_MARK + text


def _answers(cells: Sequence[str], found: Found, *, multiple: bool) -> list[str]:
    """Give the answer, or the choices of a question with several."""
    if found.options:
        return chosen_options(cells, found)
    written = cells[found.at] if found.at is not None else ""
    return written.split() if multiple else [written.strip()]


def _is_amount(text: str, column: Column) -> bool:
    """Tell whether the contract reads a cell as a number, such as ``-Rp 500.000``, which no program runs."""
    return column.kind in _AMOUNTS and text.startswith(("+", "-")) and read_numeral(text).value is not None


def with_variables(filled: Filled, the_map: ImportMap, kept: Sequence[Submission]) -> Filled:
    """Add the table of further variables that the map declares."""
    if not the_map.variables or not kept:
        return filled
    first = kept[0]
    rows = tuple(Row(one, first, Place(the_map.file), 0) for one in the_map.variables)
    return replace(filled, rows={**filled.rows, VARIABLES: rows})
