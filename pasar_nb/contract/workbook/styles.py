"""Which cells of a workbook look different from what they hold: per cent, units, struck, raised digits."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from pasar_nb.contract.workbook.number_formats import unit_shown

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STYLES, _STRINGS = "xl/styles.xml", "xl/sharedStrings.xml"
_BUILT_IN_PER_CENT = frozenset({"9", "10"})  # ECMA-376 part 1, 18.8.30: 0% and 0.00%
_QUOTED = re.compile(r'"[^"]*"|\\.')
_NUMBER = re.compile(r"[-0-9.,\s]*[0-9]")


@dataclass(frozen=True, slots=True)
class Styles:
    """Numbers of the styles and shared texts that say more than a value.

    Attributes
    ----------
    per_cent
        Styles that show 0.8 as 80%.
    units
        By style, the unit or scale that it shows beside a number, as in ``0" ton"``.
    struck
        Styles that strike their text through.
    raised
        Shared texts that are numbers with raised digits, such as a footnote's mark.
    """

    per_cent: frozenset[str] = field(default_factory=frozenset)
    units: Mapping[str, str] = field(default_factory=dict)
    struck: frozenset[str] = field(default_factory=frozenset)
    raised: frozenset[str] = field(default_factory=frozenset)


def styles_of(archive: zipfile.ZipFile) -> Styles:
    """Collect the styles of a workbook that matter."""
    names = set(archive.namelist())
    raised = _raised(archive) if _STRINGS in names else frozenset()
    if _STYLES not in names:
        return Styles(raised=raised)
    root = fromstring(archive.read(_STYLES))
    return Styles(_per_cent(root), _units(root), _struck(root), raised)


def _cell_formats(root: Element) -> Iterator[tuple[str, Element]]:
    formats = root.find(f"{_MAIN}cellXfs")
    for at, one in enumerate(formats if formats is not None else ()):
        yield str(at), one


def _per_cent(root: Element) -> frozenset[str]:
    own = {
        one.get("numFmtId", "")
        for one in root.iter(f"{_MAIN}numFmt")
        if "%" in _QUOTED.sub("", one.get("formatCode", ""))
    }
    formats = _BUILT_IN_PER_CENT | own
    return frozenset(at for at, one in _cell_formats(root) if one.get("numFmtId") in formats)


def _units(root: Element) -> dict[str, str]:
    formats = {one.get("numFmtId"): one.get("formatCode", "") for one in root.iter(f"{_MAIN}numFmt")}
    shown = {number: unit for number, code in formats.items() if (unit := unit_shown(code))}
    return {at: shown[one.get("numFmtId")] for at, one in _cell_formats(root) if one.get("numFmtId") in shown}


def _struck(root: Element) -> frozenset[str]:
    fonts = root.find(f"{_MAIN}fonts")
    struck = {str(at) for at, one in enumerate(fonts if fonts is not None else ()) if _strikes(one)}
    return frozenset(at for at, one in _cell_formats(root) if one.get("fontId") in struck)


def _strikes(font: Element) -> bool:
    return any(one.get("val", "1") not in {"0", "false"} for one in font.findall(f"{_MAIN}strike"))


def _raised(archive: zipfile.ZipFile) -> frozenset[str]:
    xml = archive.read(_STRINGS)
    if b"vertAlign" not in xml:
        return frozenset()
    found = enumerate(fromstring(xml).findall(f"{_MAIN}si"))
    return frozenset(str(at) for at, one in found if ends_raised(one))


def ends_raised(rich: Element) -> bool:
    """Tell whether a rich text is a number with raised or lowered digits."""
    texts = "".join(one.text or "" for one in rich.iter(f"{_MAIN}t"))
    marks = {one.get("val") for one in rich.iter(f"{_MAIN}vertAlign")}
    return bool(marks & {"superscript", "subscript"}) and _NUMBER.fullmatch(texts.strip()) is not None
