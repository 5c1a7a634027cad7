"""The files of a district's folder: which of them are read, and what each one holds."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pasar_nb.contract import messages_identity
from pasar_nb.contract import messages_reading as messages
from pasar_nb.contract.cases import Case
from pasar_nb.contract.columnar import read_parquet
from pasar_nb.contract.container import Content, check_size, content_of
from pasar_nb.contract.folders import FOLDER_NAME
from pasar_nb.contract.grid import Grid, Place
from pasar_nb.contract.headers import SEARCHED_ROWS, folded, guess_table, known_headers
from pasar_nb.contract.layout import has_data
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import SourceFile
from pasar_nb.contract.spec import Table
from pasar_nb.contract.tables import TABLES
from pasar_nb.contract.tables.corrections import KOREKSI
from pasar_nb.contract.textfile import read_text
from pasar_nb.contract.versions import MARKED, STAMP_SHEET, read_stamp, version_problems
from pasar_nb.contract.workbook import Sheet, read_workbook
from pasar_nb.identifiers import find_identifiers
from pasar_nb.language import listing

WHOLE_DISTRICT = "profil"
"""The table whose errors stop every report of a district."""
WORKBOOK_STEM = "dokumen-kendali"
GUIDE_SHEETS = frozenset(
    {"petunjuk", "kamus", "kamus_data", "daftar", "daftar_isi", "sampul", "pilihan", "versi"}
)
"""Sheets that explain a workbook and hold no table."""
READ: Mapping[str, Table] = {**TABLES, KOREKSI.name: KOREKSI}
"""What a file or sheet may be named for."""
SOURCES = "sumber.toml"
BESIDE_TABLES = frozenset({f"{KOREKSI.name}.csv", SOURCES})
"""Files that hold no table, but say something of the tables: their errors stop a table, but stand here."""

_SUFFIXES: Mapping[Content, tuple[str, ...]] = {
    "workbook": (".xlsx", ".xlsm"),
    "parquet": (".parquet",),
    "text": (".csv", ".tsv", ".txt"),
}
_OTHER_SUFFIXES = (".xls", ".xlsb", ".ods", ".htm", ".html")
_DATA_SUFFIXES = frozenset(_OTHER_SUFFIXES).union(*_SUFFIXES.values())
_CONTENT_NAMES: Mapping[Content, str] = {"workbook": "XLSX", "parquet": "Parquet", "text": "CSV"}
_REFUSED = {
    "empty": messages.FILE_EMPTY,
    "html": messages.FILE_HTML,
    "locked": messages.WORKBOOK_LOCKED,
    "old_workbook": messages.FILE_OLD_WORKBOOK,
}


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


def data_files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """Find the files of a district's folder that are read, and say what is wrong with the folder.

    Returns
    -------
    tuple
        The files in the order of their names, and the problems of names, links and subfolders.
    """
    problems = []
    if not FOLDER_NAME.fullmatch(folder.name):
        problems.append(messages.FOLDER_NAME.problem(table=WHOLE_DISTRICT, folder=folder.name))
    problems += [messages.SUBFOLDER.problem(file=one.name) for one in _subfolders(folder)]
    paths = []
    for path in sorted(path for path in folder.iterdir() if is_data_file(path)):
        refused = _refusal(path, folder)
        if refused is None:
            paths.append(path)
        else:
            problems.append(refused.problem(table=_table_stopped(path, refused), file=path.name))
    return paths, problems


def _subfolders(folder: Path) -> list[Path]:
    """Find subfolders with data: districts unpack archives, and the tables then lie one level too deep."""
    inside = [one for one in sorted(folder.iterdir()) if one.is_dir() and not one.is_symlink()]
    return [one for one in inside if not one.name.startswith(".") and any(map(is_data_file, one.iterdir()))]


def _refusal(path: Path, folder: Path) -> Case | None:
    """Tell why a file is not even opened."""
    if not path.resolve().is_relative_to(folder.resolve()):
        return messages.FILE_OUTSIDE
    return messages_identity.IDENTIFIER_IN_NAME if find_identifiers(path.name) else None


def _table_stopped(path: Path, refused: Case) -> str:
    # What is in a file that lies elsewhere is unknown; a name that identifies somebody stops the district.
    return WHOLE_DISTRICT if refused is messages_identity.IDENTIFIER_IN_NAME else _table_named(path)


def is_data_file(path: Path) -> bool:
    """Tell whether a file of a district's folder is read, by its name."""
    hidden = path.name.startswith((".", "~$"))  # Excel's lock files start with ~$
    known = path.suffix.lower() in _DATA_SUFFIXES
    # A text file without a table's name is a note to the reader, not data.
    note = path.suffix.lower() in (".txt", ".htm", ".html") and not _table_named(path)
    return known and not hidden and not note and path.is_file()


def _table_named(path: Path) -> str:
    stem = folded(path.stem)
    return stem if stem in READ else ""


def read_file(path: Path, folder: Path, named: Collection[str]) -> tuple[Found, SourceFile | None]:
    """Read what a file holds, whatever its name says about its kind.

    Parameters
    ----------
    path
        One of the files that `data_files` found.
    folder
        The district's folder.
    named
        Tables that other files are named for.

    Returns
    -------
    tuple
        What it holds, and the file with its hash; None where it could not be read.
    """
    name = path.relative_to(folder).as_posix()
    place = Place(name, table=_table_named(path))
    try:
        too_large = check_size(path.stat().st_size, place)
        if too_large:
            return Found(problems=(too_large,)), None
        data = path.read_bytes()
    except OSError as error:
        problem = place.problem(messages.FILE_UNREADABLE, reason=error.strerror or type(error).__name__)
        return Found(problems=(problem,)), None
    source = SourceFile(name, hashlib.sha256(data).hexdigest(), len(data))
    return _content(data, place, named), source


def _content(data: bytes, place: Place, named: Collection[str]) -> Found:
    content = content_of(data)
    suffix = PurePosixPath(place.file).suffix.lower()
    if content in _REFUSED:
        return Found(problems=(place.problem(_REFUSED[content]),))
    if suffix in (".ods", ".xlsb") and content == "workbook":  # zip archives, but not of Excel's XML
        return Found(problems=(place.problem(messages.FILE_FORMAT),))
    found = _workbook(data, place, named) if content == "workbook" else _single(data, content, place, named)
    if suffix in _SUFFIXES[content]:
        return found
    misnamed = place.problem(messages.FILE_OTHERWISE_NAMED, content=_CONTENT_NAMES[content])
    return Found(found.grids, (misnamed, *found.problems))


def _single(data: bytes, content: Content, place: Place, named: Collection[str]) -> Found:
    """Read a file that holds one table."""
    known = known_headers(READ[place.table]) if place.table else {}
    grid, problems = read_parquet(data, place) if content == "parquet" else read_text(data, place, known)
    if not place.table:
        return Found(problems=(_unknown_file(grid, place, named),))
    return Found((grid,) if grid else (), tuple(problems))


def _unknown_file(grid: Grid | None, place: Place, named: Collection[str]) -> Problem:
    path = PurePosixPath(place.file)
    table = guess_table(path.stem, grid.rows[:SEARCHED_ROWS] if grid else (), TABLES, named)
    if table:
        return place.of_table(table).problem(messages.FILE_MISNAMED_TABLE, suffix=path.suffix.lower())
    return place.problem(messages.FILE_UNKNOWN_TABLE, tables=listing(TABLES))


def _workbook(data: bytes, place: Place, named: Collection[str]) -> Found:
    sheets, unreadable = read_workbook(data, place.file)
    if unreadable:
        return Found(problems=tuple(unreadable))
    stamps = [sheet.grid for sheet in sheets if sheet.name.casefold() == STAMP_SHEET]
    if any(read_stamp(grid).kind == MARKED for grid in stamps):
        return Found(problems=(place.problem(messages.MARKED_COPY),))
    of_version = tuple(problem for grid in stamps for problem in version_problems(grid))
    found = _sheets_of_tables(sheets, place, named)
    return Found(found.grids, (*of_version, *found.problems))


def _sheets_of_tables(sheets: Collection[Sheet], place: Place, named: Collection[str]) -> Found:
    sheets = [sheet for sheet in sheets if folded(sheet.name) not in GUIDE_SHEETS]
    if place.table and len(sheets) == 1:
        return Found((sheets[0].grid.of_table(place.table),))
    known = [sheet for sheet in sheets if folded(sheet.name) in READ]
    taken = {*named, *(folded(sheet.name) for sheet in known)}
    strangers = [sheet for sheet in sheets if sheet not in known and _has_cells(sheet.grid)]
    problems = [_unknown_sheet(sheet, sheets, taken) for sheet in strangers]
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
    names = listing(one.name for one in sheets)
    table = guess_table(sheet.name, sheet.grid.rows[:SEARCHED_ROWS], TABLES, taken)
    case = messages.SHEET_MISNAMED if table else messages.SHEET_UNKNOWN
    return sheet.grid.place.of_table(table).problem(case, sheets=names)


def _has_cells(grid: Grid) -> bool:
    return any(cell.strip() for row in grid.rows for cell in row)
