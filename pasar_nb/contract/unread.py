"""Identifiers of persons in what is not read as data: unknown files and sheets, and comments on cells."""

from __future__ import annotations

from collections.abc import Iterable

from openpyxl.utils.cell import get_column_letter

from pasar_nb.contract.grid import Grid, Place
from pasar_nb.contract.identity import identifying
from pasar_nb.contract.messages import identity as messages
from pasar_nb.contract.problems import Problem


def identifiers_in_unread(grid: Grid, table: str) -> list[Problem]:
    """Tell that a file or sheet which is not read names persons all the same.

    Parameters
    ----------
    grid
        Its cells.
    table
        The table whose error this is to be.

    Returns
    -------
    list of Problem
        One error, which names the first such cell but not what stands in it; none where there is no such
        cell.
    """
    persons = identifying(cell for row in grid.rows for cell in row)
    found = [
        f"{get_column_letter(position)}{at}"
        for at, row in enumerate(grid.rows if persons else (), start=1)
        for position, cell in enumerate(row, start=1)
        if cell in persons
    ]
    if not found:
        return []
    case = messages.IDENTIFIER_IN_SHEET if grid.place.sheet else messages.IDENTIFIER_IN_FILE
    # Only the message says where: the row is none of the table that is stopped.
    return [grid.place.of_table(table).problem(case, cell=found[0], count=len(found))]


def identifiers_in_comments(place: Place, comments: Iterable[tuple[str, str]]) -> list[Problem]:
    """Tell which comments on a sheet's cells name persons.

    Parameters
    ----------
    place
        The sheet, with the table whose error this is to be.
    comments
        Address of the cell, and text.
    """
    written = list(comments)
    persons = identifying(text for _cell, text in written)
    return [
        place.problem(messages.IDENTIFIER_IN_COMMENT, cell=cell) for cell, text in written if text in persons
    ]
