"""The sheets of a workbook: which of them hold a table, and what the others hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from pasar_nb.contract.grid import Grid, Place
from pasar_nb.contract.headers import SEARCHED_ROWS, continued_table, folded, guess_table
from pasar_nb.contract.layout import has_data
from pasar_nb.contract.messages import identity as messages_identity
from pasar_nb.contract.messages import reading as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.spec import Table
from pasar_nb.contract.tables import TABLES
from pasar_nb.contract.tables.corrections import KOREKSI
from pasar_nb.contract.unread import identifiers_in_comments, identifiers_in_unread
from pasar_nb.contract.versions import MARKED, STAMP_SHEET, read_stamp, version_problems
from pasar_nb.contract.workbook.reading import Sheet, read_workbook
from pasar_nb.identifiers import find_identifiers
from pasar_nb.language import listing

WHOLE_DISTRICT = "profil"
"""The table whose errors stop every report of a district."""
GUIDE_SHEETS = frozenset(
    {"petunjuk", "kamus", "kamus_data", "daftar", "daftar_isi", "sampul", "pilihan", "versi"}
)
"""Sheets that explain a workbook and hold no table."""
READ: Mapping[str, Table] = {**TABLES, KOREKSI.name: KOREKSI}
"""What a file or sheet may be named for."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one file holds.

    Attributes
    ----------
    grids
        Grids with their table named in them.
    problems
        What is wrong with the file or its sheets.
    """

    grids: tuple[Grid, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_sheets(data: bytes, place: Place, named: Collection[str]) -> Found:
    """Read the tables of a workbook.

    Parameters
    ----------
    data
        Its bytes.
    place
        Its file, with the table that the file is named for.
    named
        Tables that have been found elsewhere.
    """
    sheets, unreadable = read_workbook(data, place.file)
    if unreadable:
        return Found(problems=tuple(unreadable))
    stamps = [sheet.grid for sheet in sheets if sheet.name.casefold() == STAMP_SHEET]
    if any(read_stamp(grid).kind == MARKED for grid in stamps):
        return Found(problems=(place.problem(messages.MARKED_COPY),))
    of_version = tuple(problem for grid in stamps for problem in version_problems(grid))
    found = _sheets_of_tables(sheets, place, named)
    read = {grid.place.sheet: grid.place.table for grid in found.grids}
    return Found(found.grids, (*of_version, *found.problems, *_persons(sheets, read)))


def _persons(sheets: Collection[Sheet], read: Mapping[str, str]) -> list[Problem]:
    """Find identifiers in the sheets that are not read, and in the comments of all sheets."""
    problems: list[Problem] = []
    for sheet in sheets:
        table = read.get(sheet.name, WHOLE_DISTRICT)
        problems += identifiers_in_comments(sheet.grid.place.of_table(table), sheet.comments)
        problems += identifiers_in_unread(sheet.grid, table) if sheet.name not in read else []
    return problems


def _sheets_of_tables(sheets: Collection[Sheet], place: Place, named: Collection[str]) -> Found:
    sheets = [sheet for sheet in sheets if folded(sheet.name) not in GUIDE_SHEETS]
    if place.table and len(sheets) == 1:
        return Found((sheets[0].grid.of_table(place.table),))
    known = [sheet for sheet in sheets if folded(sheet.name) in READ]
    taken = {*named, *(folded(sheet.name) for sheet in known)}
    strangers = [sheet for sheet in sheets if sheet not in known and _has_cells(sheet.grid)]
    problems = _in_parts([_unknown_sheet(sheet, sheets, taken) for sheet in strangers])
    problems += [
        sheet.grid.place.of_table(WHOLE_DISTRICT).problem(messages_identity.IDENTIFIER_IN_NAME)
        for sheet in sheets
        if find_identifiers(sheet.name)
    ]
    grids, fill_problems = _filled(known)
    if not grids and not strangers:
        problems.append(place.problem(messages.NO_SHEET_FILLED))
    return Found(tuple(grids), (*problems, *fill_problems))


def _filled(sheets: Collection[Sheet]) -> tuple[list[Grid], list[Problem]]:
    """Keep the sheets that hold data; those of a template that nobody filled count as absent."""
    filled, unfilled, problems = [], [], []
    for sheet in sheets:
        grid = sheet.grid.of_table(folded(sheet.name))
        if not has_data(grid, READ[grid.place.table]):
            unfilled.append(sheet)
            continue
        filled.append(grid)
        problems += [grid.place.problem(messages.SHEET_HIDDEN)] if sheet.hidden else []
    if filled and unfilled:
        place = Place(unfilled[0].grid.place.file)
        problems.append(place.problem(messages.SHEETS_UNFILLED, sheets=listing(one.name for one in unfilled)))
    return filled, problems


def _unknown_sheet(sheet: Sheet, sheets: Collection[Sheet], taken: Collection[str]) -> Problem:
    names, place = listing(one.name for one in sheets), sheet.grid.place
    rows, book = sheet.grid.rows[:SEARCHED_ROWS], PurePosixPath(place.file).stem
    # The table's name may also stand before the sheet, as that of its workbook.
    begun = continued_table(sheet.name, rows, TABLES, taken) or continued_table(book, rows, TABLES, taken)
    if begun:
        return place.of_table(begun).problem(messages.SHEET_CONTINUES_TABLE)
    table = guess_table(sheet.name, rows, TABLES, taken)
    case = messages.SHEET_MISNAMED if table else messages.SHEET_UNKNOWN
    return place.of_table(table).problem(case, sheets=names)


def _in_parts(problems: Sequence[Problem]) -> list[Problem]:
    """Say of sheets that seem to hold one table together that they do: they cannot all have its name."""
    misnamed: defaultdict[str, list[str]] = defaultdict(list)
    for one in problems:
        misnamed[one.table] += [one.sheet] if one.code == messages.SHEET_MISNAMED.code else []
    parts = {table: listing(names) for table, names in misnamed.items() if len(names) > 1}
    return [
        messages.SHEETS_OF_ONE_TABLE.problem(
            table=one.table, file=one.file, sheet=one.sheet, sheets=parts[one.table]
        )
        if one.table in parts and one.code == messages.SHEET_MISNAMED.code
        else one
        for one in problems
    ]


def _has_cells(grid: Grid) -> bool:
    return any(cell.strip() for row in grid.rows for cell in row)
