"""What a file really is, whatever its name says, and whether it is safe to unpack."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Literal, TypeAlias

from pasar_nb.contract.grid import Place
from pasar_nb.contract.messages import limits as messages_limits
from pasar_nb.contract.messages import reading as messages
from pasar_nb.contract.problems import Problem

Content: TypeAlias = Literal["empty", "workbook", "parquet", "html", "locked", "old_workbook", "text"]

LARGEST_EXPANSION = 100  # times; real workbooks unpack to 5-30 times their size
LARGEST_UNPACKED = 200 * 1024**2  # bytes; above the largest Dokumen Kendali by two orders of magnitude

LARGEST_FILE = 100 * 1024**2  # bytes; a file is held in memory with its text and its cells, within 1 GiB
LARGEST_TEXT = 50 * 1024**2  # bytes; reading text takes up to four times its size
MOST_COLUMNS = 1_000  # the widest table has 34 columns; a district adds its own by the dozen
MOST_CELLS: Mapping[Content, int] = {"workbook": 300_000, "text": 1_000_000, "parquet": 2_000_000}
"""Cells of a file that are read within some ten seconds and 1 GiB.

The largest survey that is foreseen, 2,000 households in four waves, has 280,000. A workbook takes longest by
far, as its XML must be parsed; parquet, whose columns have their types, is the way for larger panels.
"""

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # container of old Office files and of encrypted new ones
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_PARQUET = b"PAR1"
_HTML_STARTS = (b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<?xml")
_ENCRYPTED_FLAG = 0x1  # bit 0 of a zip member's flags


def content_of(data: bytes) -> Content:
    """Tell a file's kind from its first bytes."""
    if not data:
        return "empty"
    if data.startswith(_ZIP):
        return "workbook"
    if data.startswith(_PARQUET):
        return "parquet"
    if data.startswith(_OLE):
        return "locked" if _ENCRYPTED_STREAM in data else "old_workbook"
    start = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return "html" if start.startswith(_HTML_STARTS) else "text"


def check_archive(data: bytes, place: Place) -> Problem | None:
    """Refuse a workbook that is cut off, encrypted, or would unpack to a dangerous size."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return place.problem(messages.WORKBOOK_DAMAGED)
    if any(member.flag_bits & _ENCRYPTED_FLAG for member in members):
        return place.problem(messages.WORKBOOK_LOCKED)
    unpacked = sum(member.file_size for member in members)
    expansion = unpacked // len(data)
    if unpacked > LARGEST_UNPACKED or expansion > LARGEST_EXPANSION:
        return place.problem(messages.WORKBOOK_BOMB, megabytes=unpacked // 1024**2, ratio=expansion)
    return None


def check_size(size: int, place: Place, most: int = LARGEST_FILE) -> Problem | None:
    """Refuse a file that is larger than anything a district fills by hand, before it is read."""
    if size <= most:
        return None
    return place.problem(messages_limits.FILE_TOO_LARGE, megabytes=size // 1024**2, most=most // 1024**2)
