"""From a grid of cells to a table: header found, columns named, blank and faulty rows told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from pasar_nb.contract.body import body_of
from pasar_nb.contract.calendar_columns import is_serial
from pasar_nb.contract.cell_checks import NUMBER_KINDS
from pasar_nb.contract.cells import clean_cells, is_error_value
from pasar_nb.contract.examples import MARK_COLUMN
from pasar_nb.contract.grid import Grid, Place, row_number
from pasar_nb.contract.headers import Header, column_name, find_header, folded, known_headers
from pasar_nb.contract.marked_rows import without_examples
from pasar_nb.contract.messages import identity as messages_identity
from pasar_nb.contract.messages import layout as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Table
from pasar_nb.contract.stated_units import scale_in_title
from pasar_nb.contract.workbook.appearance import appearance_problems
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
    rows, row_problems = body_of(grid, header, spec)
    frame, column_problems = _frame(rows, header, grid.place)
    frame, example_problems = without_examples(frame, grid.place, spec)
    of_rows = [*row_problems, *column_problems, *example_problems, *appearance_problems(grid, header)]
    frame, serial_problems = _without_serials(grid, frame, spec)
    problems = [*_header_problems(grid, header, spec), *of_rows, *serial_problems]
    place = grid.place
    raw = RawTable(
        spec.name, place.file, place.sheet, frame, header.row, _titles(header), _shown_units(grid, header)
    )
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
    rows, of_rows = body_of(grid, header, spec)
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
    named = ("" if is_error_value(cell) else name for cell, name in zip(written, kept, strict=True))
    return Header(at + 1, tuple(named), written)


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
    problems += _scales_above(grid, header, spec)
    merged = [one for one in grid.merged if one.last_row >= header.row]
    return problems + [
        place.problem(messages.MERGED_CELLS, row=one.last_row, value=one.cells, cells=one.cells)
        for one in merged
    ]


def _identifiers_above(grid: Grid, header: Header) -> list[Problem]:
    """Find identifiers of persons in the header and in the titles above it."""
    rows = enumerate(grid.rows[: header.row], start=1)
    found = [at for at, row in rows if any(find_identifiers(cell) for cell in row)]
    return [grid.place.problem(messages_identity.IDENTIFIER_IN_NAME, row=at) for at in found]


def _scales_above(grid: Grid, header: Header, spec: Table) -> list[Problem]:
    """Find titles that count in thousands or tons what the table is read to hold one by one."""
    if not any(column.kind in NUMBER_KINDS for column in spec.columns):
        return []
    cells = ((at, cell) for at, row in enumerate(grid.rows[: header.row - 1], start=1) for cell in row)
    found = ((at, scale_in_title(cell)) for at, cell in cells)
    return [grid.place.problem(messages.TITLE_SCALE, row=at, value=scale) for at, scale in found if scale]


def _frame(rows: Mapping[int, list[str]], header: Header, place: Place) -> tuple[pd.DataFrame, list[Problem]]:
    """Build the frame of the named columns; of a name that comes twice the first column is kept."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(header.names):
        positions[name].append(at)
    unnamed = [at for at in positions.pop("", []) if any(row[at].strip() for row in rows.values())]
    problems = [_unnamed(at, header, place) for at in unnamed]
    problems += [
        place.problem(messages.COLUMN_TWICE, row=header.row, column=name, headers=_written(header, places))
        for name, places in positions.items()
        if len(places) > 1
    ]
    index = pd.Index(list(rows), name="row", dtype="int64")
    columns = {name: [row[places[0]] for row in rows.values()] for name, places in positions.items()}
    return pd.DataFrame(columns, index=index, columns=list(columns), dtype="str"), problems


def _unnamed(at: int, header: Header, place: Place) -> Problem:
    case, written = messages.COLUMN_WITHOUT_HEADER, header.written[at].strip()
    if is_error_value(written):
        case = messages.HEADER_ERROR_VALUE
    return place.problem(case, row=header.row, value=written, position=at + 1)


def _written(header: Header, places: Sequence[int]) -> Listing:
    return listing(header.written[at].strip() for at in places)


def _without_serials(grid: Grid, frame: pd.DataFrame, spec: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """Empty unformatted days of a workbook that counts from 1904: they would be read four years too early."""
    days = [column.name for column in spec.columns if column.kind in {"date", "month"}]
    problems, emptied = [], {}
    for name in frame.columns.intersection(days) if grid.since_1904 else ():
        serials = frame[name].map(is_serial).astype(bool)
        problems += [
            grid.place.problem(
                messages.SERIAL_SINCE_1904, row=row_number(row), column=name, value=cell.strip()
            )
            for row, cell in frame.loc[serials, name].items()
        ]
        emptied[name] = frame[name].mask(serials, "")
    return frame.assign(**emptied), problems


def _titles(header: Header) -> dict[str, str]:
    # Of a name that comes twice the first column is kept, so the first title is written last.
    return dict(zip(header.names[::-1], header.written[::-1], strict=True))


def _shown_units(grid: Grid, header: Header) -> tuple[tuple[int, str, str], ...]:
    units = (one for one in grid.look.units if one[1] < len(header.names))
    return tuple((row, header.names[at], shown) for row, at, shown in units)


def _uncalculated(grid: Grid, header: Header) -> list[tuple[int, str]]:
    return [
        (row, header.names[at])
        for row, at in grid.uncalculated
        if row > header.row and at < len(header.names) and header.names[at]
    ]
