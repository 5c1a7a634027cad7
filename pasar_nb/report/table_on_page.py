"""A table as a page shows it: narrower than in the workbook, which keeps every column."""

from __future__ import annotations

from dataclasses import replace

from pasar_nb.disclosure import is_hidden
from pasar_nb.language import Language, _, side_by_side
from pasar_nb.report.exhibits import ReportTable, TableColumn
from pasar_nb.tables.cells import Cell, cell_text

_UNBROKEN = "\u00a0"  # a space at which no line ends
_INTERVAL = "interval"  # name of a column of intervals that each have their own unit, and are text


def on_page(table: ReportTable, language: Language) -> ReportTable:
    """Write the ends of an interval as one column, and leave out what only the workbook has room for.

    Parameters
    ----------
    table
        As the notebook gave it.
    language
        Language of the reader.
    """
    columns: list[TableColumn] = []
    cells: list[tuple[Cell, ...]] = []
    for column, own in zip(table.columns, _by_column(table), strict=True):
        if column.workbook_only:
            continue
        if column.interval:
            low, lows = columns.pop(), cells.pop()
            columns.append(TableColumn(low.name, column.interval, "text"))
            cells.append(
                tuple(_joined(pair, (low, column), language) for pair in zip(lows, own, strict=True))
            )
        else:
            columns.append(column)
            cells.append(tuple(map(_in_two_lines, own)) if column.name == _INTERVAL else own)
    return replace(table, columns=tuple(columns), rows=tuple(zip(*cells, strict=True)))


def _by_column(table: ReportTable) -> list[tuple[Cell, ...]]:
    return list(zip(*table.rows, strict=True)) if table.rows else [()] * len(table.columns)


def _joined(ends: tuple[Cell, Cell], columns: tuple[TableColumn, TableColumn], language: Language) -> Cell:
    if ends[0] is None or is_hidden(ends[0]):
        return ends[0]
    if columns[1].kind == "quantity" and all(isinstance(end, int | float) for end in ends):
        low, high = (end.text(language) for end in side_by_side(*map(float, ends)))  # type: ignore[arg-type]
    else:
        low, high = (cell_text(end, column, language) for end, column in zip(ends, columns, strict=True))
    written = _("{low} sampai {high}", low=low, high=high).text(language)
    return _in_two_lines(written)


def _in_two_lines(interval: Cell) -> Cell:
    """Let a line end only behind the word between both ends, so that a narrow column takes two, not three."""
    return interval.replace(" ", _UNBROKEN, 1) if isinstance(interval, str) else interval
