"""The comments on the cells of a workbook, which openpyxl's fast reader leaves out."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping

from defusedxml.ElementTree import fromstring

from pasar_nb.contract.workbook.marks import sheet_parts

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

Comment = tuple[str, str]
"""Address of the cell, and text."""


def sheet_comments(archive: zipfile.ZipFile) -> Mapping[str, tuple[Comment, ...]]:
    """Collect the comments and notes of every worksheet, by the sheet's name."""
    members = set(archive.namelist())
    if not any("omment" in name for name in members):
        return {}
    parts = sheet_parts(archive)
    return {name: tuple(_comments(archive, part, members)) for name, part in parts.items()}


def _comments(archive: zipfile.ZipFile, part: str, members: set[str]) -> Iterator[Comment]:
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in members:
        return
    for one in fromstring(archive.read(relations)).iter(_RELATION):
        # Notes are of type .../comments, what Excel now calls comments of type .../threadedComment.
        if "omment" in one.get("Type", "").rpartition("/")[2]:
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
            yield from _texts(archive.read(target)) if target in members else ()


def _texts(xml: bytes) -> Iterator[Comment]:
    for one in fromstring(xml).iter():
        if one.get("ref"):
            yield one.get("ref", ""), "".join(one.itertext()).strip()
