"""How the workbooks look: colours with a second sign beside each, Excel's formats, and paper."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pasar_nb.contract.spec import Column, Kind
from pasar_nb.vocabulary import GRID, INK, PAPER, SEQUENTIAL_BLUE

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Cells are written by type; these settings would keep even `write` from making a formula of a text.
SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
AUTHOR = "pasar_nb"
REQUIRED_FILL = "#FFF3CC"  # light yellow; the header of an obligatory column is dark as well
ERROR_FILL, WARNING_FILL = "#F9C9B4", "#FCE8B0"
QUIET_COLOUR = "#52606D"
LINE_HEIGHT = 15  # points
NARROWEST, WIDEST = 11, 48  # characters
GAP = 3  # characters for the filter's arrow
PAGE_WIDTH = 150  # characters that can still be read on a page of A4 on its side
MOST_TEXT = 32_767  # characters of a cell in Excel
_A4 = 9
_FRACTION = "# ?/?"

# Excel keeps these in its own language and shows each reader their own: 1.250.000 in Indonesia.
NUMBER_FORMATS: Mapping[Kind, str] = {
    "text": "@",
    "id": "@",
    "number": "General",
    "integer": "#,##0",
    "money": "#,##0",
    "date": "yyyy-mm-dd",
    "month": "@",
    "year": "0",
    "yes_no": "@",
    "choice": "@",
}


def number_format(column: Column) -> str:
    """Tell Excel's format for a column; ids, codes and months are text, lest Excel makes numbers of them."""
    return _FRACTION if column.fractions else NUMBER_FORMATS[column.kind]


@dataclass(frozen=True, slots=True)
class Styles:
    """The cell formats of a workbook, each made once."""

    book: Workbook
    _made: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def of(self, **shape: Any) -> Format:
        """Give the format with these properties of XlsxWriter."""
        key = tuple(sorted(shape.items()))
        if key not in self._made:
            self._made[key] = self.book.add_format(shape)
        return self._made[key]

    def title(self) -> Format:
        """Format the heading of a sheet."""
        return self.of(bold=True, font_size=16, font_color=SEQUENTIAL_BLUE[5])

    def section(self) -> Format:
        """Format the heading of a part."""
        return self.of(bold=True, font_size=12, font_color=SEQUENTIAL_BLUE[5])

    def text(self, **more: Any) -> Format:
        """Format running text."""
        return self.of(text_wrap=True, valign="top", **more)

    def quiet(self) -> Format:
        """Format a note."""
        return self.text(italic=True, font_color=QUIET_COLOUR)

    def heading(self, *, strong: bool = True) -> Format:
        """Format the heading of a column; a strong one is obligatory."""
        colours = (PAPER, SEQUENTIAL_BLUE[5]) if strong else (INK, SEQUENTIAL_BLUE[1])
        shape = {"bold": strong, "font_color": colours[0], "bg_color": colours[1]}
        return self.of(**shape, valign="top", border=1, border_color=GRID, text_wrap=True)

    def cell(self, **more: Any) -> Format:
        """Format a cell of a list, with a thin frame."""
        return self.of(text_wrap=True, valign="top", border=1, border_color=GRID, **more)


def fit_to_paper(sheet: Worksheet, widths: Iterable[float], *, header_row: int = 0) -> None:
    """Prepare a sheet for A4 on its side: as many pages as stay legible, the header on each of them.

    Parameters
    ----------
    sheet
        The sheet.
    widths
        Its columns' widths in characters.
    header_row
        Position of the row that is repeated.
    """
    pages = max(1, math.ceil(sum(widths) / PAGE_WIDTH))
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(pages, 0)
    sheet.repeat_rows(header_row)
    if pages > 1:
        sheet.repeat_columns(0)
    sheet.set_header("&R&8&F · &A")
    sheet.set_footer("&R&8&P / &N")


def lines(text: str, width: float) -> int:
    """Count the lines of a text in a cell; a program that does not fit rows by itself would cut it."""
    return sum(max(1, math.ceil(len(line) / max(width - 1, 1))) for line in text.split("\n"))


def height(texts: Iterable[tuple[str, float]]) -> float:
    """Give the height of a row whose cells hold these texts in these widths."""
    return LINE_HEIGHT * max((lines(text, width) for text, width in texts), default=1)


def clipped(text: str, most: int = MOST_TEXT) -> str:
    """Cut a text to the length that Excel takes."""
    return text if len(text) <= most else text[: most - 1] + "…"
