"""What openpyxl's fast reader does not tell of a worksheet: merged cells and formulas never calculated."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries

from pasar_nb.contract.grid import MergedRange

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
# Only sheets that hold such an element are parsed a second time; most hold none.
_WORTH_PARSING = re.compile(rb"<(?:\w+:)?(?:f|mergeCell)[\s>/]")


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """Marks of one worksheet.

    Attributes
    ----------
    merged
        Its merged ranges.
    uncalculated
        ``(row, position of the column)`` of formulas without a stored value.
    """

    merged: tuple[MergedRange, ...] = ()
    uncalculated: tuple[tuple[int, int], ...] = ()


NO_MARKS = SheetMarks()


def sheet_marks(archive: zipfile.ZipFile) -> Mapping[str, SheetMarks]:
    """Collect the marks of every worksheet that has any, by the sheet's name."""
    marks = {}
    for name, part in _sheet_parts(archive).items():
        xml = archive.read(part)
        if _WORTH_PARSING.search(xml):
            root = fromstring(xml)
            marks[name] = SheetMarks(_merged(root), _uncalculated(root))
    return marks


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    relations = fromstring(archive.read("xl/_rels/workbook.xml.rels")).iter(f"{_PACKAGE}Relationship")
    # A target is relative to xl/, or absolute with a leading slash; joining handles both.
    targets = {one.get("Id"): posixpath.join("/xl", one.get("Target")).lstrip("/") for one in relations}
    sheets = fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet")
    parts = {one.get("name"): targets.get(one.get(f"{_OFFICE}id"), "") for one in sheets}
    return {name: part for name, part in parts.items() if part.startswith("xl/worksheets/")}


def _merged(root: Element) -> tuple[MergedRange, ...]:
    ranges = [one.get("ref", "") for one in root.iter(f"{_MAIN}mergeCell")]
    return tuple(MergedRange(cells, range_boundaries(cells)[3]) for cells in ranges)


def _uncalculated(root: Element) -> tuple[tuple[int, int], ...]:
    found = []
    for cell in root.iter(f"{_MAIN}c"):
        # A formula whose result is an empty text is stored with type "str" and is no fault.
        if cell.find(f"{_MAIN}f") is not None and not cell.findtext(f"{_MAIN}v") and cell.get("t") != "str":
            row, column = coordinate_to_tuple(cell.get("r", "A1"))
            found.append((row, column - 1))
    return tuple(found)
