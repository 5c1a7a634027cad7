"""One table of a report as a worksheet: text stays text, numbers stay numbers, and both can be printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from pasar_nb.disclosure import is_hidden
from pasar_nb.language import Language, Number, Quantity
from pasar_nb.report.exhibits import ReportTable, TableColumn
from pasar_nb.tables.cells import Cell, cell_text
from pasar_nb.tables.display import CellKind
from pasar_nb.vocabulary import INK, LEAST_P, SEQUENTIAL_BLUE

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LINE_HEIGHT = 15  # points
QUIET_COLOUR, WARNING_COLOUR = "#52606D", "#8A2E00"  # as in static/pasar.css
_A4 = 9
# Excel's codes for the language of months' names, whatever the computer's own language.
_CALENDARS: Mapping[Language, str] = {"id": "[$-421]", "en": "[$-809]"}
_TITLE_ROW, _NOTE_ROW, _BACK_ROW, _HEADER_ROW = 0, 1, 2, 4
_NARROWEST, _WIDEST, _PORTRAIT = 10, 48, 90  # widths in characters
_SAMPLED_ROWS = 200  # rows that decide the width of a column
_BOLD = 8  # every so many characters bold ones take the room of one more
_GAP = 3  # characters between a value and the next column, and for the filter's arrow


@dataclass(frozen=True, slots=True)
class Styles:
    """The cell formats of a workbook."""

    book: Workbook
    language: Language

    def title(self) -> Format:
        """Format a heading."""
        return self.book.add_format({"bold": True, "font_size": 14, "font_color": SEQUENTIAL_BLUE[5]})

    def quiet(self) -> Format:
        """Format a note."""
        return self._wrapped(italic=True, font_color=QUIET_COLOUR)

    def warning(self) -> Format:
        """Format a mark that nobody may overlook."""
        return self._wrapped(bold=True, font_color=WARNING_COLOUR)

    def plain(self) -> Format:
        """Format running text."""
        return self._wrapped()

    def header(self, *, numeric: bool = False) -> Format:
        """Format a column's heading."""
        shape = {"bold": True, "text_wrap": True, "bottom": 2, **_aligned(numeric=numeric)}
        return self.book.add_format(shape | {"font_color": INK, "bg_color": SEQUENTIAL_BLUE[0]})

    def cells(self, column: TableColumn, number_format: str, *, highlight: bool) -> Format:
        """Format cells of a column; Excel puts the separators of its own language."""
        shape = {"valign": "top", "bold": highlight, **_aligned(numeric=column.numeric)}
        shape |= {"text_wrap": column.kind == "text"}  # a sentence is not cut by the cell beside it
        return self.book.add_format(shape | {"num_format": number_format})

    def _wrapped(self, **more: Any) -> Format:
        return self.book.add_format({"text_wrap": True, "valign": "top", **more})


def number_format(column: TableColumn, value: Cell, language: Language) -> str:
    """Tell Excel's format for a value of a column."""
    places = column.decimals
    if column.kind == "quantity" and isinstance(value, int | float):
        places = Quantity(value).decimals
    decimals = "." + "0" * places if places else ""
    formats: dict[CellKind, str] = {
        "text": "@",
        "integer": "#,##0",
        "number": f"#,##0{decimals}",
        "quantity": f"#,##0{decimals}",
        "share": f"0{decimals}%",
        "drawn_share": "0.0%",
        "probability": f'[<{LEAST_P}]"<{Number(LEAST_P, 3).text(language)}";0.000',
        "money": '"Rp"#,##0;-"Rp"#,##0',
        "date": f"{_CALENDARS[language]}d mmmm yyyy",
        "month": f"{_CALENDARS[language]}mmmm yyyy",
    }
    return formats[column.kind]


def write_table(
    sheet: Worksheet, styles: Styles, table: ReportTable, *, marks: Sequence[str], back: tuple[str, str]
) -> None:
    """Write a table with its title, note and a link back.

    Parameters
    ----------
    sheet
        Empty worksheet.
    styles
        Formats of the workbook.
    table
        The table.
    marks
        Whole sentences such as that the data are for demonstration.
    back
        Name of the first sheet, and text of the link to it.
    """
    widths = [_width(table, place, styles.language) for place in range(len(table.columns))]
    sheet.write_string(_TITLE_ROW, 0, table.title, styles.title())
    _write_note(sheet, styles, " ".join([*marks, table.note]).strip(), widths)
    sheet.write_url(_BACK_ROW, 0, f"internal:'{back[0]}'!A1", string=f"← {back[1]}")
    sheet.set_row(_HEADER_ROW, LINE_HEIGHT * _heading_lines(table, widths))
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(_HEADER_ROW, place, column.label, styles.header(numeric=column.numeric))
        _write_column(sheet, styles, table, place)
    _fit_rows(sheet, table, widths)
    sheet.autofilter(_HEADER_ROW, 0, _HEADER_ROW + len(table.rows), len(table.columns) - 1)
    sheet.freeze_panes(_HEADER_ROW + 1, 1)
    sheet.repeat_rows(_HEADER_ROW)
    prepare_print(sheet, marks, landscape=sum(widths) > _PORTRAIT)


def prepare_print(sheet: Worksheet, marks: Sequence[str], *, landscape: bool) -> None:
    """Fit a sheet to the width of A4, with page numbers and the marks' first words on every page."""
    sheet.set_paper(_A4)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_header(f"&R&8&B{' · '.join(mark.split('.')[0] for mark in marks)}")
    sheet.set_footer("&R&8&P / &N")


def _aligned(*, numeric: bool) -> dict[str, Any]:
    """Set numbers flush right, a little off the column that follows."""
    return {"align": "right", "indent": 1} if numeric else {"align": "left"}


def _write_note(sheet: Worksheet, styles: Styles, note: str, widths: Sequence[int]) -> None:
    """Spread the note over the table's columns and give it the lines it needs."""
    if len(widths) > 1:
        sheet.merge_range(_NOTE_ROW, 0, _NOTE_ROW, len(widths) - 1, "", styles.quiet())
    sheet.write_string(_NOTE_ROW, 0, note, styles.quiet())
    sheet.set_row(_NOTE_ROW, LINE_HEIGHT * (1 + len(note) // max(sum(widths), 1)))


def _heading_lines(table: ReportTable, widths: Sequence[int]) -> int:
    """Count the lines of the longest heading; a program that does not fit rows by itself would cut it."""
    labels = zip(table.columns, widths, strict=True)
    return max((len(wrap(column.label, width - _GAP)) for column, width in labels), default=1) or 1


def _fit_rows(sheet: Worksheet, table: ReportTable, widths: Sequence[int]) -> None:
    """Give rows of long texts the lines they need; not every program does so by itself."""
    for at, row in enumerate(table.rows):
        room = [width - _GAP - (at in table.highlight) * (width // _BOLD) for width in widths]
        lines = [
            len(wrap(cell, most))
            for cell, most in zip(row, room, strict=True)
            if isinstance(cell, str) and len(cell) > most
        ]
        if max(lines, default=1) > 1:
            sheet.set_row(_HEADER_ROW + 1 + at, LINE_HEIGHT * max(lines))


def _write_column(sheet: Worksheet, styles: Styles, table: ReportTable, place: int) -> None:
    column = table.columns[place]
    made: dict[tuple[str, bool], Format] = {}
    for at, row in enumerate(table.rows):
        written, bold = number_format(column, row[place], styles.language), at in table.highlight
        if (written, bold) not in made:
            made[written, bold] = styles.cells(column, written, highlight=bold)
        style = made[written, bold]
        _write_cell(sheet, _HEADER_ROW + 1 + at, place, _excel_value(row[place], column.kind), style)


def _write_cell(sheet: Worksheet, row: int, place: int, value: Cell | date, style: Format) -> None:
    if value is None:
        sheet.write_blank(row, place, None, style)
    elif isinstance(value, str):  # never a formula or an address, whatever it begins with
        sheet.write_string(row, place, value, style)
    elif isinstance(value, date):
        sheet.write_datetime(row, place, value, style)
    else:
        sheet.write_number(row, place, value, style)


def _excel_value(value: Cell, kind: CellKind) -> Cell | date:
    if isinstance(value, str) and kind in ("date", "month") and not is_hidden(value):
        return date.fromisoformat(value if kind == "date" else f"{value}-01")
    return value


def _width(table: ReportTable, place: int, language: Language) -> int:
    column = table.columns[place]
    shown = [len(cell_text(row[place], column, language)) + _GAP for row in table.rows[:_SAMPLED_ROWS]]
    heading = max((len(word) for word in column.label.split()), default=0) + _GAP
    return min(max(_NARROWEST, heading, *shown, 0), _WIDEST)
