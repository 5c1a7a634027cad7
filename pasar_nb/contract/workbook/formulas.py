"""Formulas of a worksheet whose results nobody has calculated yet."""

from __future__ import annotations

import re
import zipfile
from xml.etree.ElementTree import Element

from openpyxl.utils.cell import coordinate_to_tuple

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_NOUGHT = re.compile(r"0?(?:\.0*)?")
# Programs that cannot calculate ask for it when the file is opened, or say who they are.
_ASKS = re.compile(rb"<(?:\w+:)?calcPr\b[^>]*\bfullCalcOnLoad=\"(?:1|true)\"")
_WRITERS = re.compile(rb"<Application>[^<]*(?:Apache POI|ClosedXML|EPPlus)", re.IGNORECASE)


def may_lack_results(archive: zipfile.ZipFile) -> bool:
    """Tell whether a workbook was written by a program that does not calculate, only writes formulas.

    Such programs store 0 as the result of every formula; Excel and LibreOffice store the result.
    """
    members = archive.namelist()
    said = archive.read("docProps/app.xml") if "docProps/app.xml" in members else b""
    return _ASKS.search(archive.read("xl/workbook.xml")) is not None or _WRITERS.search(said) is not None


def uncalculated(root: Element, *, may_lack: bool) -> tuple[tuple[int, int], ...]:
    """Find the formulas without a result, as row and position of the column.

    Parameters
    ----------
    root
        The worksheet.
    may_lack
        Whether 0 may stand for a result that is not there; it does so where it is that of all formulas.
    """
    formulas = [one for one in root.iter(f"{_MAIN}c") if one.find(f"{_MAIN}f") is not None]
    # A formula whose result is an empty text is stored with type "str" and is no fault.
    numeric = [one for one in formulas if one.get("t", "n") != "str"]
    nought = may_lack and all(_NOUGHT.fullmatch(_result(one)) for one in formulas)
    found = [one for one in numeric if nought or not _result(one)]
    places = [coordinate_to_tuple(one.get("r", "A1")) for one in found]
    return tuple((row, column - 1) for row, column in places)


def _result(cell: Element) -> str:
    return cell.findtext(f"{_MAIN}v") or ""
