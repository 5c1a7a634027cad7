"""A grid of text cells as a file or sheet holds them, before anybody knows where its header is."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from pasar_nb.contract.cases import Case
from pasar_nb.contract.problems import Problem
from pasar_nb.language import Value

_HALF_SIGNS = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was read.

    Attributes
    ----------
    file
        File relative to the district's folder.
    sheet
        Worksheet, or empty.
    table
        Table of the contract, or empty while it is not known.
    """

    file: str
    sheet: str = ""
    table: str = ""

    def problem(
        self,
        case: Case,
        *,
        row: int | None = None,
        column: str = "",
        value: str = "",
        person: bool = False,
        **fields: Value,
    ) -> Problem:
        """Say that a case has occurred here."""
        return case.problem(
            table=self.table,
            file=self.file,
            sheet=self.sheet,
            row=row,
            column=column,
            value=value,
            person=person,
            **fields,
        )

    def of_table(self, table: str) -> Place:
        """Name the table that was recognised here."""
        return replace(self, table=table)


@dataclass(frozen=True, slots=True)
class MergedRange:
    """Cells that a workbook shows as one.

    Attributes
    ----------
    cells
        The range as a spreadsheet names it, e.g. ``B1:D1``.
    last_row
        Its lowest row, the first row of the sheet being 1.
    """

    cells: str
    last_row: int


@dataclass(frozen=True, slots=True)
class Look:
    """What a workbook shows of cells beside their values; cells are ``(row, position of the column)``.

    Attributes
    ----------
    hidden_rows
        Rows that are hidden or filtered out, the first row of the sheet being 1.
    hidden_columns
        Positions of hidden columns, the first being 0.
    struck
        Cells that are struck through.
    raised
        Cells whose text ends in raised digits, which would be read as part of a number.
    units
        Numbers beside which a unit or scale is shown, with that: ``(row, position of the column, words)``.
    """

    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    struck: tuple[tuple[int, int], ...] = ()
    raised: tuple[tuple[int, int], ...] = ()
    units: tuple[tuple[int, int, str], ...] = ()


PLAIN_LOOK = Look()


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells of text by row; the row at position 0 is row 1 of the spreadsheet.

    Attributes
    ----------
    place
        Where the grid was read.
    rows
        Text of the cells; ``""`` for an empty one. Rows may differ in length.
    merged
        Merged ranges, in workbooks.
    uncalculated
        ``(row, position of the column)`` of formulas that have no stored value, the row counted from 1.
    look
        What else a workbook shows.
    separator
        What stands between the cells of a row, in text files.
    since_1904
        Whether the workbook counts its days from 1904 and not, like all others, from 1900.
    """

    place: Place
    rows: list[list[str]]
    merged: tuple[MergedRange, ...] = ()
    uncalculated: tuple[tuple[int, int], ...] = ()
    look: Look = PLAIN_LOOK
    separator: str = ""
    since_1904: bool = False

    def of_table(self, table: str) -> Grid:
        """Name the table that the grid holds."""
        return replace(self, place=self.place.of_table(table))


def whole_name(name: str) -> str:
    """Write the name of a file or folder as text that can be stored and shown, whatever bytes it is made of.

    Names in archives of older systems are often not UTF-8; their stray bytes reach us as halves of signs.
    """
    return _HALF_SIGNS.sub("\ufffd", name)


def text_of(value: object) -> str:
    """Write a typed cell as text that loses nothing and has one reading only.

    Dates become ISO, truth values ``ya`` and ``tidak``, missing values empty; numbers: `text_of_number`.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float | Decimal):
        return text_of_number(value)
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def text_of_number(value: float | Decimal) -> str:
    """Write a number plainly: no exponent, no trailing ``.0``, and never exactly three decimals.

    Three digits after a point may be thousands when a person wrote them, so a fourth, a zero, is added.
    """
    exact = Decimal(repr(value)) if isinstance(value, float) else value
    if not exact.is_finite():
        return "" if exact.is_nan() else str(value)
    if exact == exact.to_integral_value():
        return format(exact.to_integral_value(), "f")
    text = format(exact, "f").rstrip("0")  # `normalize` would round a long number
    return text + "0" if len(text.partition(".")[2]) == 3 else text


def row_number(label: Hashable) -> int:
    """Give the row of the spreadsheet that a label of a frame's index stands for."""
    return int(str(label))
