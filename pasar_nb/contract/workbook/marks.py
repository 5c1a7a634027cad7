"""What openpyxl's fast reader does not tell of a worksheet: merged, hidden, struck and uncalculated cells."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from openpyxl.utils.cell import column_index_from_string, coordinate_to_tuple, range_boundaries

from pasar_nb.contract.container import MOST_CELLS
from pasar_nb.contract.grid import PLAIN_LOOK, Look, MergedRange
from pasar_nb.contract.workbook.formulas import may_lack_results, uncalculated
from pasar_nb.contract.workbook.styles import Styles, ends_raised, styles_of

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# Only sheets that hold such an element are parsed a second time; most hold none.
_WORTH_PARSING = re.compile(rb"<(?:\w+:)?(?:f|mergeCell|vertAlign)[\s>/]")
_ROW = re.compile(rb"<(?:\w+:)?row\s([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>(?:<(?:\w+:)?v>(\d+)<)?")
_ATTRIBUTE = re.compile(rb'\b(\w+)="([^"]*)"')
_CELL_START = re.compile(rb"<(?:\w+:)?c[\s>/]")
_PLACE = re.compile(rb'\br="([A-Z]*)([0-9]+)"')
_TRUE = ("1", "true")


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """Marks of one worksheet.

    Attributes
    ----------
    merged
        Its merged ranges.
    uncalculated
        ``(row, position of the column)`` of formulas without a stored value.
    per_cent
        ``(row, position of the column)`` of numbers that are shown as per cent.
    look
        What else it shows.
    """

    merged: tuple[MergedRange, ...] = ()
    uncalculated: tuple[tuple[int, int], ...] = ()
    per_cent: tuple[tuple[int, int], ...] = ()
    look: Look = PLAIN_LOOK


@dataclass(frozen=True, slots=True)
class Extent:
    """How large a worksheet is.

    Attributes
    ----------
    cells
        Number of its cells.
    rows, columns
        Its last row and column, the first being 1.
    """

    cells: int
    rows: int
    columns: int


NO_MARKS = SheetMarks()


def sheet_marks(archive: zipfile.ZipFile) -> Mapping[str, SheetMarks]:
    """Collect the marks of every worksheet, by the sheet's name."""
    styles, may_lack = styles_of(archive), may_lack_results(archive)
    return {name: _marks(archive.read(part), styles, may_lack) for name, part in sheet_parts(archive).items()}


def extents(archive: zipfile.ZipFile) -> Iterator[Extent]:
    """Tell how large each worksheet is, before anything is made of its cells; blank rows count as cells."""
    for part in sheet_parts(archive).values():
        xml = archive.read(part)
        cells = xml.count(b"<c ") or len(_CELL_START.findall(xml))
        rows = xml.count(b"<row")
        if max(cells, rows) > MOST_CELLS["workbook"]:
            yield Extent(max(cells, rows), 0, 0)  # refused, wherever they stand
            continue
        places = set(_PLACE.findall(xml))
        letters = max((column for column, _row in places), key=lambda one: (len(one), one), default=b"")
        columns = column_index_from_string(letters.decode()) if letters else 0
        rows = max((int(row) for _column, row in places), default=0)
        yield Extent(cells, rows, columns)


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Name the part of the archive that holds each worksheet, by the sheet's name."""
    relations = fromstring(archive.read("xl/_rels/workbook.xml.rels")).iter(f"{_PACKAGE}Relationship")
    # A target is relative to xl/, or absolute with a leading slash; joining handles both.
    targets = {one.get("Id"): posixpath.join("/xl", one.get("Target")).lstrip("/") for one in relations}
    sheets = fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
    parts = {one.get("name"): targets.get(one.get(f"{_OFFICE}id"), "") for one in sheets}
    return {name: part for name, part in parts.items() if part.startswith("xl/worksheets/")}


def _marks(xml: bytes, styles: Styles, may_lack: bool) -> SheetMarks:
    root = fromstring(xml) if _WORTH_PARSING.search(xml) else None
    per_cent, struck, raised = _styled(xml, styles)
    units = tuple(_units_shown(xml, styles)) if styles.units else ()
    raised += _raised_inline(root) if root is not None else ()
    return SheetMarks(
        _merged(root) if root is not None else (),
        uncalculated(root, may_lack=may_lack) if root is not None else (),
        per_cent,
        Look(_hidden_rows(xml), _hidden_columns(xml), struck, raised, units),
    )


def _attributes(text: bytes) -> dict[str, str]:
    return {name.decode(): value.decode("utf-8", "replace") for name, value in _ATTRIBUTE.findall(text)}


def _hidden_rows(xml: bytes) -> tuple[int, ...]:
    rows = (_attributes(one) for one in _ROW.findall(xml) if b"hidden=" in one)
    return tuple(int(one["r"]) for one in rows if one.get("hidden") in _TRUE and one.get("r", "").isdigit())


def _hidden_columns(xml: bytes) -> tuple[int, ...]:
    columns = (_attributes(one) for one in _COLUMN.findall(xml) if b"hidden=" in one)
    hidden = [one for one in columns if one.get("hidden") in _TRUE and {"min", "max"} <= one.keys()]
    # Spreadsheets hide all columns to the right of a table in one range of thousands.
    last = 1_000
    return tuple(at - 1 for one in hidden for at in range(int(one["min"]), min(int(one["max"]), last) + 1))


def _styled(xml: bytes, styles: Styles) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Find the cells of per cent, those struck through, and those with raised digits."""
    found: tuple[list[tuple[int, int]], ...] = ([], [], [])
    if any((styles.per_cent, styles.struck, styles.raised)):
        for text, value in _CELL.findall(xml):
            cell = _attributes(text)
            marks = (
                cell.get("s") in styles.per_cent and cell.get("t", "n") == "n",
                cell.get("s") in styles.struck,
                cell.get("t") == "s" and value.decode() in styles.raised,
            )
            if any(marks) and "r" in cell:
                row, column = coordinate_to_tuple(cell["r"])
                for places, marked in zip(found, marks, strict=True):
                    places += [(row, column - 1)] if marked else []
    return tuple(map(tuple, found))


def _units_shown(xml: bytes, styles: Styles) -> Iterator[tuple[int, int, str]]:
    """Find the numbers beside which the sheet shows a unit or scale that they do not hold."""
    for text, _value in _CELL.findall(xml):
        cell = _attributes(text)
        if cell.get("s") in styles.units and cell.get("t", "n") == "n" and "r" in cell:
            row, column = coordinate_to_tuple(cell["r"])
            yield row, column - 1, styles.units[cell["s"]]


def _raised_inline(root: Element) -> tuple[tuple[int, int], ...]:
    """Find raised digits in texts that stand in the sheet itself, as some programs write them."""
    cells = ((one.get("r", "A1"), one.find(f"{_MAIN}is")) for one in root.iter(f"{_MAIN}c"))
    places = [coordinate_to_tuple(at) for at, text in cells if text is not None and ends_raised(text)]
    return tuple((row, column - 1) for row, column in places)


def _merged(root: Element) -> tuple[MergedRange, ...]:
    ranges = [one.get("ref", "") for one in root.iter(f"{_MAIN}mergeCell")]
    return tuple(MergedRange(cells, range_boundaries(cells)[3]) for cells in ranges)
