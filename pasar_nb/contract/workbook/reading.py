"""Reading of Excel workbooks: stored values only, as text, with what a plain reader would miss."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pasar_nb.contract.container import MOST_CELLS, MOST_COLUMNS, check_archive
from pasar_nb.contract.grid import Grid, Place, text_of, text_of_number
from pasar_nb.contract.messages import limits as messages_limits
from pasar_nb.contract.messages import reading as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.workbook.comments import Comment, sheet_comments
from pasar_nb.contract.workbook.marks import NO_MARKS, extents, sheet_marks

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_ROWS = 2**20  # rows that Excel has; whoever writes more has not used it
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet that holds cells.

    Attributes
    ----------
    name
        As the workbook names it.
    grid
        Its cells.
    hidden
        Whether the workbook does not show it.
    comments
        Address and text of the comments on its cells.
    """

    name: str
    grid: Grid
    hidden: bool
    comments: tuple[Comment, ...] = ()


def read_workbook(data: bytes, file: str) -> tuple[list[Sheet], list[Problem]]:
    """Read every worksheet of a workbook.

    Parameters
    ----------
    data
        Bytes of an ``.xlsx`` file.
    file
        Its path relative to the district's folder.

    Returns
    -------
    tuple
        The sheets in the workbook's order, and the problems; a workbook that cannot be read has no sheets.
    """
    problem = check_archive(data, Place(file))
    if problem:
        return [], [problem]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            problem = _size_problem(archive, Place(file))
        return ([], [problem]) if problem else (_sheets(data, file), [])
    # A damaged workbook makes openpyxl and the XML parser fail in many ways: KeyError for a missing part,
    # ValueError from defusedxml for a forbidden entity, ParseError, BadZipFile. To the user all are one.
    except Exception:
        return [], [Place(file).problem(messages.WORKBOOK_DAMAGED)]


def _size_problem(archive: zipfile.ZipFile, place: Place) -> Problem | None:
    """Tell what is too large; a far cell costs as much as all the empty ones before it."""
    cells = 0
    for sheet in extents(archive):
        cells += sheet.cells
        if sheet.rows > MOST_ROWS:
            return place.problem(messages.WORKBOOK_DAMAGED)
        if sheet.columns > MOST_COLUMNS:
            wide, most = sheet.columns, MOST_COLUMNS
            return place.problem(messages_limits.TABLE_TOO_WIDE, found=wide, most=most)
    if cells > MOST_CELLS["workbook"]:
        return place.problem(messages_limits.TABLE_TOO_LARGE, most=MOST_CELLS["workbook"])
    return None


def _sheets(data: bytes, file: str) -> list[Sheet]:
    from openpyxl import load_workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        marks, comments = sheet_marks(archive), sheet_comments(archive)
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    since_1904 = book.epoch == CALENDAR_MAC_1904
    sheets = []
    for sheet in book.worksheets:
        found = marks.get(sheet.title, NO_MARKS)
        rows = _as_shown(_rows(sheet), found.per_cent)
        place = Place(file, sheet.title)
        grid = Grid(place, rows, found.merged, found.uncalculated, found.look, since_1904=since_1904)
        hidden = sheet.sheet_state != "visible"
        sheets.append(Sheet(sheet.title, grid, hidden, comments.get(sheet.title, ())))
    book.close()
    return sheets


def _rows(sheet: ReadOnlyWorksheet) -> list[list[str]]:
    # The stored dimension of a sheet may be wrong and would cut columns off.
    sheet.reset_dimensions()
    rows: list[list[str]] = []
    blank = 0
    for values in sheet.iter_rows(values_only=True):
        row = [text_of(value) for value in values]
        if any(row):
            rows += [[""] for _ in range(blank)]
            rows.append(row)
        blank = 0 if any(row) else blank + 1  # spreadsheets store a million blank rows below a table
    return _padded(rows)


def _padded(rows: Sequence[list[str]]) -> list[list[str]]:
    width = max(map(_filled_width, rows), default=0)
    return [row[:width] + [""] * (width - len(row)) for row in rows]


def _filled_width(row: Sequence[str]) -> int:
    return next((at for at in range(len(row), 0, -1) if row[at - 1]), 0)


def _as_shown(rows: list[list[str]], per_cent: Iterable[tuple[int, int]]) -> list[list[str]]:
    """Write numbers as per cent that the sheet shows so: who sees 80% does not know that 0.8 is stored."""
    for row, at in per_cent:
        if row <= len(rows) and at < len(rows[row - 1]):
            text = rows[row - 1][at]
            rows[row - 1][at] = f"{text_of_number(100 * Decimal(text))}%" if _NUMBER.fullmatch(text) else text
    return rows
