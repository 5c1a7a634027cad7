"""From a grid of cells to a table: header found, columns named, blank and faulty rows told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from pasar_nb.contract import messages_identity
from pasar_nb.contract import messages_layout as messages
from pasar_nb.contract.appearance import appearance_problems
from pasar_nb.contract.cells import clean_cells
from pasar_nb.contract.examples import MARK_COLUMN
from pasar_nb.contract.grid import Grid, Place
from pasar_nb.contract.headers import Header, column_name, find_header, folded, known_headers
from pasar_nb.contract.marked_rows import without_examples
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Table
from pasar_nb.contract.stray_rows import stray_problem
from pasar_nb.identifiers import find_identifiers, redact
from pasar_nb.language import Listing, listing

WITHHELD = "disamarkan"
"""What stands in a header in place of an identifier of a person."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A table before anything is made of its cells.

    Attributes
    ----------
    raw
        The table, its cells as they were written.
    problems
        What is wrong with its layout.
    uncalculated
        ``(row, column)`` of formulas without a stored value.
    """

    raw: RawTable
    problems: tuple[Problem, ...]
    uncalculated: tuple[tuple[int, str], ...] = ()


def table_of(grid: Grid, spec: Table) -> tuple[RawTable, list[Problem]]:
    """Make a table of text of a grid; `lay_out` and `cleaned` in one step."""
    return cleaned(lay_out(grid, spec))


def lay_out(grid: Grid, spec: Table) -> LaidOut:
    """Find the header of a grid, name its columns and collect its rows.

    Parameters
    ----------
    grid
        Cells with their place, the table being named in it.
    spec
        The table that the grid holds.
    """
    header = _header(grid, spec)
    rows, row_problems = _body(grid, header, spec)
    frame, column_problems = _frame(rows, header, grid.place)
    frame, example_problems = without_examples(frame, grid.place, spec)
    of_rows = [*row_problems, *column_problems, *example_problems, *appearance_problems(grid, header)]
    problems = [*_header_problems(grid, header, spec), *of_rows]
    raw = RawTable(spec.name, grid.place.file, grid.place.sheet, frame, header.row)
    return LaidOut(raw, tuple(problems), tuple(_uncalculated(grid, header)))


def cleaned(laid: LaidOut) -> tuple[RawTable, list[Problem]]:
    """Clean the cells of a table, and report those that hold no value.

    Returns
    -------
    tuple
        The table, which may have no rows, and what is wrong with its layout and the state of its cells.
    """
    frame, problems = clean_cells(laid.raw.frame, laid.raw.place, laid.uncalculated)
    return replace(laid.raw, frame=frame), [*laid.problems, *problems]


def has_data(grid: Grid, spec: Table) -> bool:
    """Tell whether anything but the template's examples stands below the header."""
    header = _header(grid, spec)
    below = grid.rows[header.row :]
    if MARK_COLUMN not in header.names:
        return any(cell.strip() for row in below for cell in row)
    rows, of_rows = _body(grid, header, spec)
    frame, of_columns = _frame(rows, header, grid.place)
    left, _problems = without_examples(frame, grid.place, spec)
    return not left.empty or any(problem.stops for problem in (*of_rows, *of_columns))


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


def _body(grid: Grid, header: Header, spec: Table) -> tuple[dict[int, list[str]], list[Problem]]:
    """Collect the rows below the header that have their right length, by row of the spreadsheet."""
    numbered = {at: row for at, row in enumerate(grid.rows, 1) if at > header.row}
    filled = {at: row for at, row in numbered.items() if any(cell.strip() for cell in row)}
    last = max(filled, default=0)
    problems = _blank_rows([at for at in numbered if at < last and at not in filled], grid.place)
    rows = {}
    # Blank cells behind a table are harmless where every row has them; in some rows only, cells have shifted.
    alike = len({len(row) for row in filled.values()}) == 1
    for at, row in filled.items():
        problem = _length_problem(at, row, len(header.names), grid.place, alike) or stray_problem(
            at, row, header, spec, grid.place
        )
        if problem:
            problems.append(problem)
        else:
            rows[at] = row[: len(header.names)]
    return rows, problems


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
