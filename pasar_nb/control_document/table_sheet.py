"""One table of the template as a sheet: its columns in row 1, two examples, and help while one fills it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pasar_nb.contract.examples import MARK, MARK_COLUMN, example_rows
from pasar_nb.contract.spec import Column, Table
from pasar_nb.control_document.choice_lists import ChoiceLists
from pasar_nb.control_document.dictionary import facts
from pasar_nb.control_document.styles import (
    AUTHOR,
    GAP,
    NARROWEST,
    QUIET_COLOUR,
    REQUIRED_FILL,
    WIDEST,
    Styles,
    fit_to_paper,
    lines,
    number_format,
)
from pasar_nb.control_document.validation import rule
from pasar_nb.language import Language, _

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NUMERIC = frozenset({"number", "integer", "money", "year"})
LAST_ROW = 1_048_575  # position of Excel's last row
_COMMENT_WIDTH, _COMMENT_LINE, _COMMENT_CHARACTERS = 300, 16, 44  # pixels, pixels, characters in a line
_EXAMPLE_NOTE = _(
    "Baris miring abu-abu yang ditandai CONTOH hanya contoh dan tidak dihitung. Hapus barisnya, atau "
    "biarkan dan isi data mulai dari baris di bawahnya."
)


def write_table(
    sheet: Worksheet,
    table: Table,
    styles: Styles,
    lists: ChoiceLists,
    language: Language,
    prefilled: Sequence[Mapping[str, str]] = (),
) -> None:
    """Write the sheet of a table.

    Parameters
    ----------
    sheet
        Empty worksheet, named like the table.
    table
        Its specification.
    styles, lists
        Formats and lists of the workbook.
    language
        Language of the help; names and choices are the same in all.
    prefilled
        Rows that are already known; a table that has some gets no examples.
    """
    examples = () if prefilled else example_rows(table.name)
    widths = [_width(column, (*prefilled, *examples)) for column in table.columns]
    for place, (column, width) in enumerate(zip(table.columns, widths, strict=True)):
        _write_column(sheet, place, column, styles, width, language)
        sheet.data_validation(1, place, LAST_ROW, place, rule(table, column, lists, language))
        for row, values in enumerate((*prefilled, *examples), 1):
            _write_value(
                sheet, row, place, values[column.name], column, _style(styles, column, bool(examples))
            )
    if examples:
        widths.append(_write_marks(sheet, len(table.columns), len(examples), styles, language))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(examples) + len(prefilled), len(widths) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{LAST_ROW + 1}"})
    sheet.set_comments_author(AUTHOR)
    fit_to_paper(sheet, widths)


def _style(styles: Styles, column: Column, example: bool = False) -> Format:
    shape: dict[str, Any] = {"num_format": number_format(column), "valign": "top"}
    if column.kind in NUMERIC:
        shape |= {"align": "right", "indent": 1}
    if column.required:
        shape["bg_color"] = REQUIRED_FILL
    return styles.of(**shape, **({"italic": True, "font_color": QUIET_COLOUR} if example else {}))


def _write_column(
    sheet: Worksheet, place: int, column: Column, styles: Styles, width: float, language: Language
) -> None:
    sheet.set_column(place, place, width, _style(styles, column))
    sheet.write_string(0, place, column.name, styles.heading(strong=column.required))
    _comment(sheet, place, "\n".join(facts(column, language)))


def _write_marks(sheet: Worksheet, place: int, count: int, styles: Styles, language: Language) -> float:
    width = len(MARK_COLUMN) + GAP
    sheet.set_column(place, place, width, styles.of(num_format="@"))
    sheet.write_string(0, place, MARK_COLUMN, styles.heading(strong=False))
    _comment(sheet, place, _EXAMPLE_NOTE.text(language))
    for row in range(1, count + 1):
        sheet.write_string(row, place, MARK, styles.of(italic=True, font_color=QUIET_COLOUR))
    return width


def _comment(sheet: Worksheet, place: int, text: str) -> None:
    tall = _COMMENT_LINE * (lines(text, _COMMENT_CHARACTERS) + 1)
    sheet.write_comment(0, place, text, {"width": _COMMENT_WIDTH, "height": tall, "font_size": 9})


def _write_value(sheet: Worksheet, row: int, place: int, text: str, column: Column, style: Format) -> None:
    if text == "":
        sheet.write_blank(row, place, None, style)
    elif column.kind in NUMERIC:
        sheet.write_number(row, place, float(text), style)
    elif column.kind == "date":
        sheet.write_datetime(row, place, datetime.fromisoformat(text), style)
    else:
        sheet.write_string(row, place, text, style)


def _width(column: Column, rows: Sequence[Mapping[str, str]]) -> float:
    shown = max((len(row[column.name]) for row in rows), default=0)
    return min(max(NARROWEST, len(column.name) + GAP, shown + 1), max(WIDEST, len(column.name) + GAP))
