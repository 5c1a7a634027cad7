"""Reading of exports: workbooks of KoboToolbox, and the CSV files of ODK, alone or in their archive."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pasar_nb.contract.cases import Case
from pasar_nb.contract.container import MOST_CELLS, Content, check_archive, content_of
from pasar_nb.contract.grid import Grid, MergedRange, Place
from pasar_nb.contract.messages import layout as messages_layout
from pasar_nb.contract.messages import limits as messages_limits
from pasar_nb.contract.messages import reading as messages_reading
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.textfile import read_text
from pasar_nb.contract.workbook.reading import read_workbook
from pasar_nb.identifiers import find_identifiers
from pasar_nb.kobo import messages
from pasar_nb.language import listing

_REFUSED: Mapping[Content, Case] = {
    "empty": messages_reading.FILE_EMPTY,
    "html": messages_reading.FILE_HTML,
    "locked": messages_reading.WORKBOOK_LOCKED,
    "old_workbook": messages_reading.FILE_OLD_WORKBOOK,
    "parquet": messages_reading.FILE_FORMAT,
}
_TYPES_PART = "[Content_Types].xml"  # in every workbook, in no archive of CSV files
_ATTACHED = frozenset({"media", "__macosx"})  # folders of an archive that hold no submissions
_ANSWER = re.compile(r"[\d.,:+TZ/ -]*\d[\d.,:+TZ/ -]*")
_TAG = "#"  # a second header row of tags, as KoboToolbox writes it for HXL


@dataclass(frozen=True, slots=True)
class ExportSheet:
    """A sheet of an export.

    Attributes
    ----------
    place
        Its file and name.
    headers
        Its header, ``""`` where a column has none.
    rows
        ``(row as the spreadsheet numbers it, cells)`` of every row that is not blank, as long as the header.
    merged
        Merged ranges below the header.
    uncalculated
        ``(row, position of the column)`` of formulas without a stored value.
    """

    place: Place
    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    merged: tuple[MergedRange, ...] = ()
    uncalculated: frozenset[tuple[int, int]] = frozenset()

    @property
    def name(self) -> str:
        """Name of the sheet."""
        return self.place.sheet

    @property
    def has_lost_header(self) -> bool:
        """Whether its first row holds answers: an identifier, or several numbers or days."""
        answers = sum(_ANSWER.fullmatch(header) is not None for header in self.headers)
        return answers > 1 or any(map(find_identifiers, self.headers))

    def position(self, *headers: str) -> int | None:
        """Find the first of some headers that the sheet has."""
        return next((self.headers.index(one) for one in headers if one in self.headers), None)

    def cells(self, at: int) -> list[str]:
        """Give the cells of a column, stripped."""
        return [cells[at].strip() for _row, cells in self.rows]


@dataclass(frozen=True, slots=True)
class Export:
    """An export.

    Attributes
    ----------
    file
        Its name.
    sheets
        Its sheets, by name.
    """

    file: str
    sheets: Mapping[str, ExportSheet]


def read_exports(paths: Iterable[Path]) -> tuple[tuple[Export, ...], list[Problem]]:
    """Read several exports; of files with one name, each is named with its folder."""
    distinct = list(dict.fromkeys(paths))
    counts = Counter(path.name for path in distinct)
    names = [path.name if counts[path.name] == 1 else f"{path.parent.name}/{path.name}" for path in distinct]
    read = [read_export(path, name) for path, name in zip(distinct, names, strict=True)]
    return tuple(export for export, _found in read), [one for _export, found in read for one in found]


def read_export(path: Path, name: str) -> tuple[Export, list[Problem]]:
    """Read an export.

    Parameters
    ----------
    path
        A workbook, a CSV file, or an archive of CSV files as ODK Central gives it.
    name
        How it is called in what is told.

    Returns
    -------
    tuple
        Its sheets, none where it cannot be read, and the problems.
    """
    data, place = path.read_bytes(), Place(name)
    content = content_of(data)
    if content in _REFUSED:
        return Export(name, {}), [place.problem(_REFUSED[content])]
    if content == "text":
        grids, problems = _csv(data, Place(name, path.stem))
    else:
        problem = check_archive(data, place)
        if problem:
            return Export(name, {}), [problem]
        grids, problems = _archive(data, place)
    sheets, faults = {}, list(problems)
    for grid in grids:
        sheet, found = _sheet(grid)
        if sheet is not None:
            sheets[sheet.name] = sheet
        faults += found
    return Export(name, sheets), faults


def _archive(data: bytes, place: Place) -> tuple[list[Grid], list[Problem]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [one for one in archive.infolist() if not one.is_dir()]
    tables = [one for one in members if _is_table(PurePosixPath(one.filename))]
    if any(one.filename == _TYPES_PART for one in members) or not tables:
        sheets, problems = read_workbook(data, place.file)
        return [sheet.grid for sheet in sheets], [_of_export(one, place) for one in problems]
    return _bundle(data, tables, place)


def _is_table(member: PurePosixPath) -> bool:
    """Tell a table from what was attached to answers, and from what macOS adds beside each file."""
    folders = {part.casefold() for part in member.parts[:-1]}
    return member.suffix.lower() == ".csv" and not member.name.startswith("._") and not folders & _ATTACHED


def _of_export(problem: Problem, place: Place) -> Problem:
    """Tell of a workbook that is too large what helps with an export."""
    if problem.code != messages_limits.TABLE_TOO_LARGE.code:
        return problem
    return place.problem(messages.TOO_LARGE, most=MOST_CELLS["workbook"])


def _bundle(data: bytes, tables: list[zipfile.ZipInfo], place: Place) -> tuple[list[Grid], list[Problem]]:
    paths = [PurePosixPath(one.filename) for one in tables]
    twice = [str(path) for path in paths if sum(other.stem == path.stem for other in paths) > 1]
    if twice:
        return [], [place.problem(messages.TABLES_ALIKE, names=listing(sorted(twice)))]
    grids, problems = [], []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            contents = [archive.read(one) for one in tables]
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError):
        return [], [place.problem(messages_reading.WORKBOOK_DAMAGED)]
    for path, content in zip(paths, contents, strict=True):
        read, found = _csv(content, Place(place.file, path.stem))
        grids += read
        problems += found
    return grids, problems


def _csv(data: bytes, place: Place) -> tuple[list[Grid], list[Problem]]:
    grid, problems = read_text(data, place, {})
    return [grid] if grid else [], problems


def _sheet(grid: Grid) -> tuple[ExportSheet | None, list[Problem]]:
    filled = [(row, cells) for row, cells in enumerate(grid.rows, 1) if any(map(str.strip, cells))]
    if not filled:
        return None, []
    (top, header), *rows = filled
    headers = tuple(cell.strip() for cell in header)
    if rows and all(cell.strip().startswith(_TAG) for cell in rows[0][1] if cell.strip()):
        rows = rows[1:]
    width = len(headers)
    problems = [
        grid.place.problem(messages_layout.ROW_TOO_LONG, row=row, found=len(cells), expected=width)
        for row, cells in rows
        if any(map(str.strip, cells[width:]))
    ]
    kept = tuple((row, tuple([*cells, *[""] * width][:width])) for row, cells in rows)
    merged = tuple(one for one in grid.merged if one.last_row >= top)
    return ExportSheet(grid.place, headers, kept, merged, frozenset(grid.uncalculated)), problems
