"""The rows below a header: which of them are data, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Sequence

from pasar_nb.contract.grid import Grid, Place
from pasar_nb.contract.headers import Header
from pasar_nb.contract.messages import identity as messages_identity
from pasar_nb.contract.messages import layout as messages
from pasar_nb.contract.messages import stray as messages_stray
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.signatures import signature_rows
from pasar_nb.contract.spec import Table
from pasar_nb.contract.split_numbers import Seam, seams, split_number
from pasar_nb.contract.stray_rows import stray_problem
from pasar_nb.identifiers import find_identifiers


def body_of(grid: Grid, header: Header, spec: Table) -> tuple[dict[int, list[str]], list[Problem]]:
    """Collect the rows of data below the header, by row of the spreadsheet.

    Parameters
    ----------
    grid
        Cells with their place.
    header
        The header in it.
    spec
        The table that the grid holds.

    Returns
    -------
    tuple
        The rows that have their right length, and the problems of all others.
    """
    numbered = {at: row for at, row in enumerate(grid.rows, 1) if at > header.row}
    filled = {at: row for at, row in numbered.items() if any(cell.strip() for cell in row)}
    signed = signature_rows(filled)
    problems = [_signature_problem(at, filled.pop(at), grid.place) for at in signed]
    last = max(filled, default=0)
    problems += _blank_rows([at for at in numbered if at < last and at not in filled], grid.place)
    rows = {}
    where = seams(header, spec) if grid.separator == "," else ()
    # Blank cells behind a table are harmless where every row has them; in some rows only, cells have shifted.
    alike = len({len(row) for row in filled.values()}) == 1
    for at, row in filled.items():
        problem = (
            _length_problem(at, row, len(header.names), grid.place, alike)
            or stray_problem(at, row, header, spec, grid.place)
            or _split_problem(at, row, where, grid.place)
        )
        if problem:
            problems.append(problem)
        else:
            rows[at] = row[: len(header.names)]
    return rows, problems


def _signature_problem(at: int, row: Sequence[str], place: Place) -> Problem:
    named = any(find_identifiers(cell) for cell in row)
    return place.problem(messages_identity.IDENTIFIER_IN_NAME if named else messages_stray.NOTE_ROW, row=at)


def _blank_rows(blank: Sequence[int], place: Place) -> list[Problem]:
    return [place.problem(messages.BLANK_ROWS, row=blank[0], count=len(blank))] if blank else []


def _length_problem(at: int, row: Sequence[str], expected: int, place: Place, alike: bool) -> Problem | None:
    if len(row) == expected:
        return None
    if len(row) < expected:
        return place.problem(messages.ROW_TOO_SHORT, row=at, found=len(row), expected=expected)
    if not alike or any(cell.strip() for cell in row[expected:]):
        return place.problem(messages.ROW_TOO_LONG, row=at, found=len(row), expected=expected)
    return None


def _split_problem(at: int, row: Sequence[str], where: Sequence[Seam], place: Place) -> Problem | None:
    seam = split_number(row, where)
    if seam is None:
        return None
    return place.problem(messages.DECIMAL_SPLIT, row=at, column=seam.column, value=row[seam.at].strip())
