"""All checks of a district's tables in one go: cells, identities, columns and relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from pasar_nb.contract.columns import cell_problems, header_problems
from pasar_nb.contract.correcting import in_the_future, with_sources
from pasar_nb.contract.facts import Facts
from pasar_nb.contract.grid import whole_name
from pasar_nb.contract.headers import folded
from pasar_nb.contract.identity import withhold_identifiers
from pasar_nb.contract.keys import key_problems
from pasar_nb.contract.leading_zeros import restore_zeros
from pasar_nb.contract.messages import layout as messages_layout
from pasar_nb.contract.messages import reading as messages_reading
from pasar_nb.contract.parsing import parse_table
from pasar_nb.contract.plausibility import column_problems
from pasar_nb.contract.problems import Problem, tables_stopped
from pasar_nb.contract.raw import RawTable, Reading
from pasar_nb.contract.relations import relation_problems
from pasar_nb.contract.shortened import shortened_problems
from pasar_nb.contract.spec import Column, Kind, Table
from pasar_nb.contract.spellings import spelling_problems
from pasar_nb.contract.tables import TABLES
from pasar_nb.contract.totals import total_problems
from pasar_nb.contract.units import convert_units
from pasar_nb.contract.workbook.shown_units import shown_unit_problems
from pasar_nb.language import Message, Value, _n, listing, verbatim

VARIABLE_KINDS: Mapping[str, Kind] = {
    "angka": "number",
    "ya_tidak": "yes_no",
    "kategori": "text",
    "skala": "number",
}
"""How a further variable of a district is read, by its kind in `variabel`."""

ROWS_LOST = frozenset(
    case.code
    for case in (
        messages_layout.ROW_TOO_LONG,
        messages_layout.ROW_TOO_SHORT,
        messages_layout.DECIMAL_SPLIT,
        messages_reading.QUOTE_UNCLOSED,
        messages_reading.CELL_TOO_LONG,
    )
)
"""Codes of problems by which rows of data are lost in reading."""

ROWS_NAMED = 5  # rows that a repeated warning names; the count tells the rest
MORE_ROWS = _n("{message} Hal yang sama ada pada {count} baris lain: {rows}.", 1)
MORE_ROWS_SHORTENED = _n("{message} Hal yang sama ada pada {count} baris lain, antara lain {rows}.", 1)
_TABLE_ORDER = {name: position for position, name in enumerate(TABLES)}


@dataclass(frozen=True, slots=True)
class Checked:
    """A district's tables after all checks.

    Attributes
    ----------
    tables
        The tables without an error, typed; the index is the spreadsheet's row.
    problems
        Everything found, of reading, columns and relations, in the order of tables, rows and columns.
    """

    tables: Mapping[str, pd.DataFrame]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    spec: Table
    raw: RawTable
    frame: pd.DataFrame
    problems: list[Problem]


def check(reading: Reading, *, today: date) -> Checked:
    """Check everything that was read of a district.

    Parameters
    ----------
    reading
        The tables as they were written, with the problems of reading them.
    today
        The day after which nothing can have happened.

    Returns
    -------
    Checked
        The tables that can be used, and all problems at once. Nothing is raised for bad data.
    """
    variables = _declared_columns(reading.tables.get("variabel"))
    parts = {name: _typed(raw, _specification(name, variables)) for name, raw in reading.tables.items()}
    parts, restorations = _with_zeros(parts)
    parts, conversions = _with_one_unit(parts)
    found = [*reading.problems, *restorations, *conversions]
    for part in parts.values():
        found += [*part.problems, *_column_problems(part, reading.problems)]
    found += relation_problems(_facts(parts, reading, today))
    found = with_sources(found, reading.corrections, {name: raw.file for name, raw in reading.tables.items()})
    found += in_the_future(reading.corrections, today)
    stopped = tables_stopped(found)
    usable = {name: part.frame for name, part in parts.items() if name not in stopped}
    return Checked(usable, arrange(found))


def _typed(raw: RawTable, spec: Table) -> _Part:
    raw, identities = withhold_identifiers(raw, spec)
    headers = [
        *header_problems(raw, spec),
        *shown_unit_problems(raw, spec),
        *shortened_problems(raw, spec),
    ]
    own = [column.name for column in spec.columns if column.name in raw.frame.columns]
    raw = replace(raw, frame=raw.frame[own])
    frame, written = parse_table(raw, spec)
    return _Part(spec, raw, frame, [*identities, *headers, *written])


def _with_zeros(parts: Mapping[str, _Part]) -> tuple[dict[str, _Part], list[Problem]]:
    raw = {name: part.raw for name, part in parts.items()}
    frames, problems = restore_zeros({name: part.frame for name, part in parts.items()}, raw)
    return {name: replace(part, frame=frames[name]) for name, part in parts.items()}, problems


def _with_one_unit(parts: Mapping[str, _Part]) -> tuple[dict[str, _Part], list[Problem]]:
    raw = {name: part.raw for name, part in parts.items()}
    frames, problems = convert_units({name: part.frame for name, part in parts.items()}, raw)
    return {name: replace(part, frame=frames[name]) for name, part in parts.items()}, problems


def _column_problems(part: _Part, of_reading: Iterable[Problem]) -> list[Problem]:
    frame, raw, spec = part.frame, part.raw, part.spec
    known = {
        (problem.row, problem.column)
        for problem in (*part.problems, *of_reading)
        if problem.table == spec.name
        and problem.stops
        and problem.row is not None
        and problem.file == raw.file  # an error of a correction names a row of koreksi.csv
    }
    cells = cell_problems(frame, raw, spec, known)
    of_rows = [*key_problems(frame, raw, spec), *total_problems(frame, raw, spec)]
    of_columns = [*column_problems(frame, raw, spec, known), *spelling_problems(frame, raw, spec)]
    return [*cells, *of_rows, *of_columns]


def _specification(name: str, variables: tuple[Column, ...]) -> Table:
    """Give a table's specification, for `survei` with the variables that the district declares."""
    spec = TABLES[name]
    return replace(spec, columns=spec.columns + variables) if spec.extra_columns else spec


def _declared_columns(raw: RawTable | None) -> tuple[Column, ...]:
    if raw is None:
        return ()
    declared, _problems = parse_table(raw, TABLES["variabel"])
    if not {"variabel", "jenis"} <= set(declared.columns):
        return ()
    taken = {column.name for table in TABLES.values() if table.extra_columns for column in table.columns}
    rows = declared.dropna(subset=["variabel", "jenis"]).fillna("")
    # Of names that are one column in the survey the first counts; the others are errors.
    by_name = {folded(row["variabel"]): row for row in rows[::-1].to_dict("records")}
    return tuple(_declared_column(row) for name, row in reversed(by_name.items()) if name not in taken)


def _declared_column(row: Mapping[Hashable, str]) -> Column:
    # The district's own words are no texts of the catalogue, so they stand in a message as a value.
    title = verbatim(row.get("nama") or row["variabel"])
    return Column(
        folded(row["variabel"]), VARIABLE_KINDS[row["jenis"]], title, title, unit=row.get("satuan", "")
    )


def _facts(parts: Mapping[str, _Part], reading: Reading, today: date) -> Facts:
    stopped = tables_stopped(reading.problems)
    return Facts(
        frames={name: part.frame for name, part in parts.items()},
        raw={name: part.raw for name, part in parts.items()},
        today=today,
        folder=whole_name(reading.folder.name),
        # An error without a table is a whole workbook that could not be read: any table may be in it.
        unreadable=frozenset(TABLES) if "" in stopped else stopped,
        incomplete=frozenset(problem.table for problem in reading.problems if problem.code in ROWS_LOST),
    )


def arrange(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Put problems in the order of tables, rows and columns, each kind of warning once per column.

    Errors are never drawn together, as each of them must be repaired.
    """
    ordered = sorted(problems, key=_position)
    alike: defaultdict[object, list[Problem]] = defaultdict(list)
    for number, problem in enumerate(ordered):
        single = problem.stops or problem.row is None
        kind = (problem.table, problem.file, problem.sheet, problem.column, problem.code)
        alike[number if single else kind].append(problem)
    return tuple(_drawn_together(group) for group in alike.values())


def _drawn_together(group: list[Problem]) -> Problem:
    first, *others = group
    if not others:
        return first
    rows = listing(str(problem.row) for problem in others[:ROWS_NAMED])
    template = MORE_ROWS if len(others) <= ROWS_NAMED else MORE_ROWS_SHORTENED
    values: dict[str, Value] = {"message": first.message, "count": len(others), "rows": rows}
    return replace(first, message=Message(template.template, values, len(others)))


def _position(problem: Problem) -> tuple[int, str, int, str]:
    row = 0 if problem.row is None else problem.row
    return _TABLE_ORDER.get(problem.table, -1), problem.table, row, problem.column
