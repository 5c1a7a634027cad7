"""Rows between the data that are no data: totals, notes, units, numbers of columns, headers pasted again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pasar_nb.contract.cell_log import DASHES
from pasar_nb.contract.grid import Place
from pasar_nb.contract.headers import Header
from pasar_nb.contract.messages import layout as messages_layout
from pasar_nb.contract.messages import stray as messages_stray
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.spec import Table
from pasar_nb.contract.stated_units import scale_in_title
from pasar_nb.contract.totals import begins_like_total, is_total, may_be_total, naming_columns
from pasar_nb.identifiers import find_identifiers

MEASURED = frozenset({"number", "integer", "money", "date", "month", "year"})
"""Kinds of columns in whose cells no word stands, so that a unit there is no value."""

UNDER_HEADER = 3  # rows below the header in which units and numbers of columns stand
FEWEST_NUMBERED = 3  # cells 1, 2, 3; fewer may be data
FEWEST_TITLES = 2

_NOTE = re.compile(
    r"\*+\)?\s*\S.*"
    r"|(?:sumber|catatan|keterangan|ket|note|nb|diolah|dicetak|diisi|petugas|mengetahui)(?:\s*[:=.,]|\s+\S).*",
    re.IGNORECASE | re.DOTALL,
)
_UNIT = re.compile(
    r"[\[(]?\s*(?:dalam\s+)?(?:rp\.?|rupiah|ribu(?: rupiah)?|juta(?: rupiah)?|orang|jiwa|rumah tangga|kk|kg|"
    r"kuintal|kw|ton|ikat|%|persen|ha|hektare?|m2|m²|unit|tahun|bulan|hari|jam|kali|skor|indeks|angka|"
    r"t?tanggal|tgl|hh/bb/tttt|dd/mm/yyyy|1-5|satuan)(?:\s*[/.]\s*[a-z]+)*\s*[\])]?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[(\[]?(\d{1,3})[)\].]?")


def stray_problem(at: int, row: Sequence[str], header: Header, spec: Table, place: Place) -> Problem | None:
    """Tell why a row is no row of data.

    Parameters
    ----------
    at
        The row as the spreadsheet numbers it.
    row
        Its cells, at least one of them filled.
    header
        The header above it.
    spec
        The table.
    place
        Where it stands.

    Returns
    -------
    Problem or None
        None for a row of data. A row of notes is passed over with a warning; what might be data is an error.
    """
    first = next(cell.strip() for cell in row if cell.strip())
    if total := _total_in(first, row, header, spec):
        return place.problem(messages_layout.TOTAL_ROW, row=at, value=total)
    if _is_header(row, header):
        return place.problem(messages_stray.HEADER_AGAIN, row=at)
    if at <= header.row + UNDER_HEADER and _is_numbering(row):
        return place.problem(messages_stray.NUMBERING_ROW, row=at)
    if at <= header.row + UNDER_HEADER and (unit := _unit_in(row, header, spec)):
        return place.problem(messages_stray.UNITS_ROW, row=at, value=unit)
    if _is_note(first, row, spec):
        scale = scale_in_title(first)
        if scale:
            return place.problem(messages_layout.TITLE_SCALE, row=at, value=scale)
        return place.problem(messages_stray.NOTE_ROW, row=at)
    return None


def _total_in(first: str, row: Sequence[str], header: Header, spec: Table) -> str:
    """Give the cell by which a row says that it is one of totals.

    One that only begins like such a cell must stand first and lack what every row of data has; of other rows
    only the sums of their numbers can tell (`totals`).
    """
    if not may_be_total(row):
        return ""
    cells = dict(zip(header.names, map(str.strip, row), strict=False))
    named = [cells[name] for name in naming_columns(spec) if is_total(cells.get(name, ""))]
    lacks = any(name in spec.required and not cell for name, cell in cells.items())
    if is_total(first) or (begins_like_total(first) and lacks):
        return first
    return named[0] if named else ""


def _is_header(row: Sequence[str], header: Header) -> bool:
    alike = sum(cell == title != "" for cell, title in zip(row, header.written, strict=False))
    # A single cell may hold the name of its column.
    return alike >= FEWEST_TITLES and 2 * alike >= len(row) - row.count("")


def _is_numbering(row: Sequence[str]) -> bool:
    found = [_NUMBERED.fullmatch(cell.strip()) for cell in row if cell.strip()]
    numbers = [int(one[1]) for one in found if one]
    whole = len(numbers) == len(found) >= FEWEST_NUMBERED
    return whole and numbers[0] <= 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _unit_in(row: Sequence[str], header: Header, spec: Table) -> str:
    """Give the unit that stands in a column of numbers where all that stands in such columns are units."""
    kinds = {column.name: column.kind for column in spec.columns}
    measured = [
        cell.strip() for name, cell in zip(header.names, row, strict=False) if kinds.get(name) in MEASURED
    ]
    told = [cell for cell in measured if cell and cell not in DASHES]
    return told[0] if told and all(_UNIT.fullmatch(cell) for cell in told) else ""


def _is_note(first: str, row: Sequence[str], spec: Table) -> bool:
    if len(row) - row.count("") > 1 or len(spec.required) == 1:  # a row of data fills what is obligatory
        return False
    # A note with an identifier stays a row, so that the check of identifiers refuses it.
    return _NOTE.fullmatch(first) is not None and not find_identifiers(first)
