"""Reading of Excel workbooks: stored values only, as text, with what a plain reader would miss."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pasar_nb.contract import messages_reading as messages
from pasar_nb.contract.container import check_archive
from pasar_nb.contract.grid import Grid, Place, text_of
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.workbook_marks import NO_MARKS, sheet_marks

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet


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
    """

    name: str
    grid: Grid
    hidden: bool


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
        return _sheets(data, file), []
    # A damaged workbook makes openpyxl and the XML parser fail in many ways: KeyError for a missing part,
    # ValueError from defusedxml for a forbidden entity, ParseError, BadZipFile. To the user all are one.
    except Exception:
        return [], [Place(file).problem(messages.WORKBOOK_DAMAGED)]


def _sheets(data: bytes, file: str) -> list[Sheet]:
    from openpyxl import load_workbook

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        marks = sheet_marks(archive)
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    sheets = []
    for sheet in book.worksheets:
        found = marks.get(sheet.title, NO_MARKS)
        grid = Grid(Place(file, sheet.title), _rows(sheet), found.merged, found.uncalculated)
        sheets.append(Sheet(sheet.title, grid, sheet.sheet_state != "visible"))
    book.close()
    return sheets


def _rows(sheet: ReadOnlyWorksheet) -> list[list[str]]:
    # The stored dimension of a sheet may be wrong and would cut columns off.
    sheet.reset_dimensions()
    return _padded([[text_of(value) for value in row] for row in sheet.iter_rows(values_only=True)])


def _padded(rows: Sequence[Iterable[str]]) -> list[list[str]]:
    lists = [list(row) for row in rows]
    width = max(map(len, lists), default=0)
    return [row + [""] * (width - len(row)) for row in lists]
