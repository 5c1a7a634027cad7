"""The files of a district's folder: which of them are read, and what each one holds."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path, PurePosixPath

from pasar_nb.contract.cases import Case
from pasar_nb.contract.columnar import read_parquet
from pasar_nb.contract.container import Content, check_size, content_of
from pasar_nb.contract.folders import FOLDER_NAME
from pasar_nb.contract.grid import Grid, Place, whole_name
from pasar_nb.contract.headers import SEARCHED_ROWS, continued_table, folded, guess_table, known_headers
from pasar_nb.contract.messages import identity as messages_identity
from pasar_nb.contract.messages import reading as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import SourceFile
from pasar_nb.contract.sheets import READ, WHOLE_DISTRICT, Found, read_sheets
from pasar_nb.contract.tables import TABLES
from pasar_nb.contract.tables.corrections import KOREKSI
from pasar_nb.contract.textfile import read_text
from pasar_nb.contract.unread import identifiers_in_unread
from pasar_nb.identifiers import find_identifiers
from pasar_nb.language import listing

WORKBOOK_STEM = "dokumen-kendali"
SOURCES = "sumber.toml"
BESIDE_TABLES = frozenset({f"{KOREKSI.name}.csv", SOURCES})
"""Files that hold no table, but say something of the tables: their errors stop a table, but stand here."""

WORKBOOKS = (".xlsx", ".xlsm")
_SUFFIXES: Mapping[Content, tuple[str, ...]] = {
    "workbook": WORKBOOKS,
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


def data_files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """Find the files of a district's folder that are read, and say what is wrong with the folder.

    Returns
    -------
    tuple
        The files in the order of their names, and the problems of names, links and subfolders.
    """
    problems = []
    if not FOLDER_NAME.fullmatch(folder.name):
        problems.append(messages.FOLDER_NAME.problem(table=WHOLE_DISTRICT, folder=whole_name(folder.name)))
    problems += [messages.SUBFOLDER.problem(file=whole_name(one.name)) for one in _subfolders(folder)]
    paths = []
    for path in sorted(path for path in folder.iterdir() if is_data_file(path)):
        refused = _refusal(path, folder)
        if refused is None:
            paths.append(path)
        else:
            problems.append(refused.problem(table=_table_stopped(path, refused), file=whole_name(path.name)))
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
    name = whole_name(path.relative_to(folder).as_posix())
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
    found = read_sheets(data, place, named) if content == "workbook" else _single(data, content, place, named)
    if suffix in _SUFFIXES[content]:
        return found
    misnamed = place.problem(messages.FILE_OTHERWISE_NAMED, content=_CONTENT_NAMES[content])
    return Found(found.grids, (misnamed, *found.problems))


def _single(data: bytes, content: Content, place: Place, named: Collection[str]) -> Found:
    """Read a file that holds one table."""
    known = known_headers(READ[place.table]) if place.table else {}
    grid, problems = read_parquet(data, place) if content == "parquet" else read_text(data, place, known)
    if not place.table:
        persons = identifiers_in_unread(grid, WHOLE_DISTRICT) if grid else []
        return Found(problems=(_unknown_file(grid, place, named), *persons))
    return Found((grid,) if grid else (), tuple(problems))


def _unknown_file(grid: Grid | None, place: Place, named: Collection[str]) -> Problem:
    path = PurePosixPath(place.file)
    rows = grid.rows[:SEARCHED_ROWS] if grid else ()
    if table := continued_table(path.stem, rows, TABLES, named):
        return place.of_table(table).problem(messages.FILE_CONTINUES_TABLE)
    if table := guess_table(path.stem, rows, TABLES, named):
        return place.of_table(table).problem(messages.FILE_MISNAMED_TABLE, suffix=path.suffix.lower())
    return place.problem(messages.FILE_UNKNOWN_TABLE, tables=listing(TABLES))
