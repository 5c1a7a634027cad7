"""What the look of a sheet says that its values do not: hidden, struck through, with raised digits."""

from __future__ import annotations

from collections.abc import Iterable

from pasar_nb.contract.enough import listing_of_first
from pasar_nb.contract.examples import MARK_COLUMN
from pasar_nb.contract.facts import may_identify
from pasar_nb.contract.grid import Grid
from pasar_nb.contract.headers import Header
from pasar_nb.contract.messages import stray as messages
from pasar_nb.contract.problems import Problem

ROWS_NAMED = 10  # hidden rows that a warning names; a filter hides hundreds


def appearance_problems(grid: Grid, header: Header) -> list[Problem]:
    """Tell what a reader of the sheet sees otherwise than the values say.

    Parameters
    ----------
    grid
        Cells, with their look.
    header
        Its header; cells above it are no data.
    """
    place = grid.place
    struck = [
        place.problem(
            messages.CELL_STRUCK, row=row, column=name, value=value, person=may_identify(place.table, name)
        )
        for row, name, value in _filled(grid, header, grid.look.struck)
    ]
    raised = [
        place.problem(messages.DIGIT_RAISED, row=row, column=name, value=value)
        for row, name, value in _filled(grid, header, grid.look.raised)
    ]
    return [*_hidden(grid, header), *struck, *raised]


def _hidden(grid: Grid, header: Header) -> list[Problem]:
    rows = [
        row for row in grid.look.hidden_rows if header.row < row <= len(grid.rows) and any(grid.rows[row - 1])
    ]
    found = []
    named = listing_of_first([str(row) for row in rows], ROWS_NAMED)
    if rows:
        found.append(grid.place.problem(messages.ROWS_HIDDEN, row=rows[0], count=len(rows), rows=named))
    hidden = [header.names[at] for at in grid.look.hidden_columns if at < len(header.names)]
    return found + [
        grid.place.problem(messages.COLUMN_HIDDEN, row=header.row, column=name)
        for name in hidden
        if name and name != MARK_COLUMN
    ]


def _filled(grid: Grid, header: Header, cells: Iterable[tuple[int, int]]) -> Iterable[tuple[int, str, str]]:
    """Yield row, column and text of those cells of the data that hold any."""
    for row, at in cells:
        if header.row < row <= len(grid.rows) and at < len(header.names) and grid.rows[row - 1][at].strip():
            yield row, header.names[at], grid.rows[row - 1][at].strip()
