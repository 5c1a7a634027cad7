"""From a grid of cells to a table: header found, columns named, blank and faulty rows told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from pasar_nb.contract import messages_identity
from pasar_nb.contract import messages_layout as messages
from pasar_nb.contract.cells import clean_cells
from pasar_nb.contract.grid import Grid, Place
from pasar_nb.contract.headers import column_name, find_header, folded, known_headers
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Table
from pasar_nb.identifiers import find_identifiers, redact
from pasar_nb.language import Listing, listing

_TOTAL = re.compile(
    r"(sub|grand)?[ _-]*(total|jumlah)([ _-]+(total|keseluruhan|semua))?[ :=.]*|rata-rata[ :=.]*",
    re.IGNORECASE,
)

WITHHELD = "disamarkan"
"""What stands in a header in place of an identifier of a person."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a grid.

    Attributes
    ----------
    row
        Its row, the first of the spreadsheet being 1.
    names
        Name of the column at each position, ``""`` where the header is empty.
    written
        The cells as they were written, identifiers of persons redacted.
    """

    row: int
    names: tuple[str, ...]
    written: tuple[str, ...]


def table_of(grid: Grid, spec: Table) -> tuple[RawTable, list[Problem]]:
    """Make a table of text of a grid.

    Parameters
    ----------
    grid
        Cells with their place, the table being named in it.
    spec
        The table that the grid holds.

    Returns
    -------
    tuple
        The table, which may have no rows, and what is wrong with its layout.
    """
    header = _header(grid, spec)
    rows, row_problems = _body(grid, header)
    frame, column_problems = _frame(rows, header, grid.place)
    frame, cell_problems = clean_cells(frame, grid.place, _uncalculated(grid, header))
    problems = [*_header_problems(grid, header, spec), *row_problems, *column_problems, *cell_problems]
    return RawTable(spec.name, grid.place.file, grid.place.sheet, frame), problems


def has_data(grid: Grid, spec: Table) -> bool:
    """Tell whether anything stands below the header."""
    below = grid.rows[_header(grid, spec).row :]
    return any(cell.strip() for row in below for cell in row)


def _header(grid: Grid, spec: Table) -> Header:
    known = known_headers(spec)
    at, _count = find_header(grid.rows, known)
    written = tuple(redact(cell, WITHHELD) for cell in grid.rows[at]) if grid.rows else ()
    exact = {folded(cell) for cell in written}
    names = (column_name(cell, known) for cell in written)
    # Where the exact name stands beside a synonym, the synonym is a column of its own.
    kept = (folded(cell) if name in exact else name for cell, name in zip(written, names, strict=True))
    return Header(at + 1, tuple(kept), written)


def _header_problems(grid: Grid, header: Header, spec: Table) -> list[Problem]:
    place, own = grid.place, {column.name for column in spec.columns}
    problems = [
        place.problem(messages.COLUMN_SYNONYM, row=header.row, column=name, header=written.strip())
        for name, written in zip(header.names, header.written, strict=True)
        if name in own and folded(written).rpartition("/")[2] != name
    ]
    problems += _identifiers_above(grid, header)
    if any(cell.strip() for row in grid.rows[: header.row - 1] for cell in row):
        problems.append(place.problem(messages.TITLE_ROWS, row=header.row))
    merged = [one for one in grid.merged if one.last_row >= header.row]
    return problems + [
        place.problem(messages.MERGED_CELLS, row=one.last_row, cells=one.cells) for one in merged
    ]


def _identifiers_above(grid: Grid, header: Header) -> list[Problem]:
    """Find identifiers of persons in the header and in the titles above it."""
    rows = enumerate(grid.rows[: header.row], start=1)
    found = [at for at, row in rows if any(find_identifiers(cell) for cell in row)]
    return [grid.place.problem(messages_identity.IDENTIFIER_IN_NAME, row=at) for at in found]


def _body(grid: Grid, header: Header) -> tuple[dict[int, list[str]], list[Problem]]:
    """Collect the rows below the header that have their right length, by row of the spreadsheet."""
    numbered = {at: row for at, row in enumerate(grid.rows, 1) if at > header.row}
    filled = {at: row for at, row in numbered.items() if any(cell.strip() for cell in row)}
    last = max(filled, default=0)
    problems = _blank_rows([at for at in numbered if at < last and at not in filled], grid.place)
    rows = {}
    for at, row in filled.items():
        problem = _length_problem(at, row, len(header.names), grid.place) or _total_problem(
            at, row, grid.place
        )
        if problem:
            problems.append(problem)
        else:
            rows[at] = row[: len(header.names)]
    return rows, problems


def _blank_rows(blank: Sequence[int], place: Place) -> list[Problem]:
    return [place.problem(messages.BLANK_ROWS, row=blank[0], count=len(blank))] if blank else []


def _length_problem(at: int, row: Sequence[str], expected: int, place: Place) -> Problem | None:
    if len(row) == expected:
        return None
    if len(row) < expected:
        return place.problem(messages.ROW_TOO_SHORT, row=at, found=len(row), expected=expected)
    if any(cell.strip() for cell in row[expected:]):
        return place.problem(messages.ROW_TOO_LONG, row=at, found=len(row), expected=expected)
    return None


def _total_problem(at: int, row: Sequence[str], place: Place) -> Problem | None:
    first = next(cell.strip() for cell in row if cell.strip())
    return place.problem(messages.TOTAL_ROW, row=at, value=first) if _TOTAL.fullmatch(first) else None


def _frame(rows: Mapping[int, list[str]], header: Header, place: Place) -> tuple[pd.DataFrame, list[Problem]]:
    """Build the frame of the named columns; of a name that comes twice the first column is kept."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(header.names):
        positions[name].append(at)
    unnamed = [at for at in positions.pop("", []) if any(row[at].strip() for row in rows.values())]
    problems = [
        place.problem(messages.COLUMN_WITHOUT_HEADER, row=header.row, position=at + 1) for at in unnamed
    ]
    problems += [
        place.problem(messages.COLUMN_TWICE, row=header.row, column=name, headers=_written(header, places))
        for name, places in positions.items()
        if len(places) > 1
    ]
    index = pd.Index(list(rows), name="row", dtype="int64")
    columns = {name: [row[places[0]] for row in rows.values()] for name, places in positions.items()}
    return pd.DataFrame(columns, index=index, columns=list(columns), dtype="str"), problems


def _written(header: Header, places: Sequence[int]) -> Listing:
    return listing(header.written[at].strip() for at in places)


def _uncalculated(grid: Grid, header: Header) -> list[tuple[int, str]]:
    return [
        (row, header.names[at])
        for row, at in grid.uncalculated
        if row > header.row and at < len(header.names) and header.names[at]
    ]
