"""Reading of text files with separators: encoding, separator and quotes found out, never assumed."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from collections.abc import Mapping

from pasar_nb.contract.cases import Case
from pasar_nb.contract.container import LARGEST_TEXT, MOST_CELLS, MOST_COLUMNS, check_size
from pasar_nb.contract.grid import Grid, Place
from pasar_nb.contract.headers import SEARCHED_ROWS, find_header
from pasar_nb.contract.messages import limits as messages_limits
from pasar_nb.contract.messages import reading as messages
from pasar_nb.contract.problems import Problem

SEPARATORS = (",", ";", "\t")
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(data: bytes, place: Place, known: Mapping[str, str]) -> tuple[Grid | None, list[Problem]]:
    """Read a text file as a grid.

    Parameters
    ----------
    data
        Bytes of the file.
    place
        Where it is, for problems.
    known
        Headers of the table that it holds, as `headers.known_headers` gives them: the right separator is the
        one that makes most of them appear.

    Returns
    -------
    tuple
        The grid, or None where the bytes are no text, and the problems.
    """
    too_large = check_size(len(data), place, LARGEST_TEXT)
    if too_large:
        return None, [too_large]
    text, problems = _decoded(data, place)
    if text is None:
        return None, problems
    separator = _separator(text, known)
    rows, faults = _rows(text, separator, place)
    return Grid(place, rows, separator=separator), [*problems, *faults]


def _decoded(data: bytes, place: Place) -> tuple[str | None, list[Problem]]:
    if data.startswith(_UTF16_MARKS):
        return _decoded_as("utf-16", data, place)
    if b"\0" in data:
        row = data[: data.index(b"\0")].count(b"\n") + 1
        return None, [place.problem(messages.NUL_BYTE, row=row)]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return _decoded_as("cp1252", data, place)


def _decoded_as(encoding: str, data: bytes, place: Place) -> tuple[str | None, list[Problem]]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None, [place.problem(messages.ENCODING_UNKNOWN)]
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        return None, [place.problem(messages.NUL_BYTE, row=row)]
    return text, [place.problem(messages.ENCODING_CONVERTED, encoding=encoding)]


def _separator(text: str, known: Mapping[str, str]) -> str:
    def fitness(separator: str) -> tuple[int, int]:
        rows = _first_rows(text, separator)
        at, count = find_header([row[:MOST_COLUMNS] for row in rows], known)
        return count, len(rows[at]) if rows else 0

    return max(SEPARATORS, key=fitness)


def _first_rows(text: str, separator: str) -> list[list[str]]:
    start = "".join(itertools.islice(io.StringIO(text, newline=""), SEARCHED_ROWS))
    # Faulty quotes are reported when the whole file is read; to find the header a part is enough.
    return _records(start, separator, strict=False)[0]


def _rows(text: str, separator: str, place: Place) -> tuple[list[list[str]], list[Problem]]:
    rows, fault = _records(text, separator, strict=True)
    if fault is None:
        return rows, []
    if fault is messages_limits.TABLE_TOO_LARGE:
        return [], [place.problem(fault, most=MOST_CELLS["text"])]
    if fault is messages_limits.TABLE_TOO_WIDE:
        return [], [place.problem(fault, row=len(rows), found=len(rows[-1]), most=MOST_COLUMNS)]
    return rows, [place.problem(fault, row=len(rows) + 1, most=csv.field_size_limit())]


def _records(text: str, separator: str, *, strict: bool) -> tuple[list[list[str]], Case | None]:
    """Split a text into records up to the first faulty one; say what is wrong with that one."""
    rows: list[list[str]] = []
    cells = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    try:
        for row in reader:
            rows.append(row)  # one by one, as what was read before a fault is kept
            cells += len(row)
            if len(row) > MOST_COLUMNS:
                return rows, messages_limits.TABLE_TOO_WIDE
            if cells > MOST_CELLS["text"]:
                return rows, messages_limits.TABLE_TOO_LARGE
    except csv.Error as error:
        return rows, messages.CELL_TOO_LONG if "field limit" in str(error) else messages.QUOTE_UNCLOSED
    return rows, None
