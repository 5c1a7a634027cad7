"""Corrections put into tables of text, before anything is made of their cells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from pasar_nb.contract.cases import Case, shown_value
from pasar_nb.contract.cells import without_unseen
from pasar_nb.contract.correction import Correction
from pasar_nb.contract.corrections import shown_key
from pasar_nb.contract.enough import listing_of_first
from pasar_nb.contract.facts import may_identify
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.layout import LaidOut
from pasar_nb.contract.messages import corrections as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.tables import TABLES
from pasar_nb.language import Message, Value, listing
from pasar_nb.vocabulary import HOUSEHOLD_ID

MOST_ROWS = 5  # rows that a message names where a key fits several


@dataclass(frozen=True, slots=True)
class Corrected:
    """What came of corrections.

    Attributes
    ----------
    tables
        The tables with every right value in its place.
    corrections
        Those that were made, each with the row that it was made in.
    problems
        Why the others were not.
    """

    tables: Mapping[str, LaidOut]
    corrections: tuple[Correction, ...]
    problems: tuple[Problem, ...]


def correct(
    tables: Mapping[str, LaidOut], corrections: Sequence[Correction], unread: Collection[str]
) -> Corrected:
    """Put corrections into the tables that they are meant for.

    Parameters
    ----------
    tables
        Tables as they were written; they are not changed. All corrections mean the tables as they are here,
        so their order does not matter, not even where one changes a key.
    corrections
        What to change.
    unread
        Tables that could not be read, which is told elsewhere; ``""`` means that any may be among them.
    """
    texts = {name: _Texts(laid) for name, laid in tables.items()}
    made: list[Correction] = []
    problems: list[Problem] = []
    cells: dict[tuple[str, int, str], Correction] = {}
    for one in corrections:
        found, refused = _found(one, texts)
        if one.table not in tables and not {one.table, ""}.isdisjoint(unread):
            continue
        first = cells.setdefault((one.table, found.row, one.column), one) if found.row else one
        if first is not one:
            refused = [one.place.problem(messages.CELL_TWICE, row=one.at, first=str(first.at))]
        problems += refused
        made += [] if refused else [found]
    return Corrected(_with(tables, made), tuple(made), tuple(problems))


def in_the_future(corrections: Collection[Correction], today: date) -> list[Problem]:
    """Tell which corrections were decided after today."""
    return [
        one.place.problem(messages.IN_THE_FUTURE, row=one.at, column="tanggal", value=one.day.isoformat())
        for one in corrections
        if one.day > today
    ]


def with_sources(
    problems: Collection[Problem], corrections: Collection[Correction], files: Mapping[str, str]
) -> list[Problem]:
    """Say of problems in corrected cells that their value stands in ``koreksi.csv``, not in the file named.

    Parameters
    ----------
    problems
        Problems of the tables.
    corrections
        The corrections that were made.
    files
        File of each table.
    """
    cells = {(one.table, files.get(one.table), one.row, one.column): one for one in corrections}
    return [
        _with_source(problem, cells.get((problem.table, problem.file, problem.row or 0, problem.column)))
        for problem in problems
    ]


def _with_source(problem: Problem, correction: Correction | None) -> Problem:
    if correction is None:
        return problem
    values: dict[str, Value] = {
        "message": problem.message,
        "source": correction.file,
        "at": str(correction.at),
    }
    return replace(problem, message=Message(messages.CORRECTED_CELL.template, values))


@dataclass(slots=True)
class _Texts:
    """A table's cells as corrections name them: without what nobody sees and without spaces at the ends."""

    laid: LaidOut
    columns: dict[str, pd.Series] = field(default_factory=dict)
    rows: dict[tuple[str, ...], dict[tuple[str, ...], list[int]]] = field(default_factory=dict)

    def column(self, name: str) -> pd.Series:
        if name not in self.columns:
            bare, _problems = without_unseen(self.laid.raw.frame[[name]], self.laid.raw.place)
            self.columns[name] = bare[name].str.strip()
        return self.columns[name]

    def rows_of(self, key: Mapping[str, str]) -> list[int]:
        """Find the rows of a key; the first one with certain columns costs a look at all of them."""
        names = tuple(sorted(key))
        if names not in self.rows:
            found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
            cells = zip(*(self.column(name) for name in names), strict=True)
            for row, values in zip(self.laid.raw.frame.index, cells, strict=True):
                found[values].append(row_number(row))
            self.rows[names] = dict(found)
        return self.rows[names].get(tuple(key[name] for name in names), [])


def _found(one: Correction, texts: Mapping[str, _Texts]) -> tuple[Correction, list[Problem]]:
    """Find the cell of a correction, and say why it cannot be corrected."""
    refused = list(_reason_problems(one))
    if one.table not in texts:
        return one, [*refused, _problem(one, messages.TABLE_ABSENT, "tabel")]
    table = texts[one.table]
    refused += _column_problems(one, table)
    if any(problem.column == "baris" for problem in refused):
        return one, refused
    rows = table.rows_of(one.key)
    if len(rows) != 1:
        return one, [*refused, _row_problem(one, rows)]
    if refused:
        return one, refused
    found = replace(one, row=rows[0])
    return found, list(_value_problems(found, str(table.column(one.column).at[found.row])))


def _reason_problems(one: Correction) -> Iterator[Problem]:
    household = one.key.get(HOUSEHOLD_ID, "")
    if household and re.search(rf"(?<!\w){re.escape(household)}(?!\w)", one.reason, re.IGNORECASE):
        yield _problem(one, messages.REASON_NAMES_HOUSEHOLD, "alasan")


def _column_problems(one: Correction, table: _Texts) -> Iterator[Problem]:
    columns = list(map(str, table.laid.raw.frame.columns))
    if one.column not in columns:
        yield _problem(one, messages.COLUMN_UNKNOWN, "kolom", named=one.column, columns=listing(columns))
    unknown = [name for name in one.key if name not in columns]
    if unknown:
        named = listing(columns)
        yield _problem(one, messages.KEY_COLUMN_UNKNOWN, "baris", named=unknown[0], columns=named)
        return
    key = TABLES[one.table].key
    missing = [name for name in key if name not in one.key and name in columns]
    if missing:
        named, all_of = listing(missing), listing(key)
        yield _problem(one, messages.KEY_INCOMPLETE, "baris", missing=named, columns=all_of)


def _row_problem(one: Correction, rows: Sequence[int]) -> Problem:
    key = shown_key(one.key, one.table)
    if not rows:
        return _problem(one, messages.ROW_NOT_FOUND, "baris", key=key)
    shown = listing_of_first([str(row) for row in rows], MOST_ROWS)
    return _problem(one, messages.ROW_AMBIGUOUS, "baris", key=key, count=len(rows), rows=shown)


def _value_problems(one: Correction, found: str) -> Iterator[Problem]:
    person = may_identify(one.table, one.column)
    if found != one.wrong:
        shown = {"named": one.column, "at": str(one.row), "found": shown_value(found, person=person)}
        yield _problem(one, messages.VALUE_NOT_THERE, "nilai_salah", value=one.wrong, person=person, **shown)
    elif one.wrong == one.right:
        yield _problem(one, messages.NOTHING_CORRECTED, "nilai_benar", value=one.right, person=person)


def _problem(
    one: Correction, case: Case, column: str, *, value: str = "", person: bool = False, **fields: Value
) -> Problem:
    return one.place.problem(case, row=one.at, column=column, value=value, person=person, **fields)


def _with(tables: Mapping[str, LaidOut], made: Collection[Correction]) -> dict[str, LaidOut]:
    of_table: defaultdict[str, defaultdict[str, dict[int, str]]] = defaultdict(lambda: defaultdict(dict))
    for one in made:
        of_table[one.table][one.column][one.row] = one.right
    return {name: _with_values(laid, of_table.get(name, {})) for name, laid in tables.items()}


def _with_values(laid: LaidOut, values: Mapping[str, Mapping[int, str]]) -> LaidOut:
    if not values:
        return laid
    frame = laid.raw.frame.copy()
    for column, cells in values.items():
        frame.loc[list(cells), column] = list(cells.values())
    uncalculated = [(row, column) for row, column in laid.uncalculated if row not in values.get(column, {})]
    return replace(laid, raw=replace(laid.raw, frame=frame), uncalculated=tuple(uncalculated))
