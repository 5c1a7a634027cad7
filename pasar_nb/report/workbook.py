"""Every table of a report as a worksheet, behind a sheet that says whose they are."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from pasar_nb.language import Language
from pasar_nb.report.exhibits import Cover, ReportTable
from pasar_nb.report.fields import RenderOptions
from pasar_nb.report.wording import BOOK, LANGUAGE_NAMES, moment, texts
from pasar_nb.report.worksheet import LINE_HEIGHT, Styles, prepare_print, write_table

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

CREATED = datetime(2000, 1, 1)  # a fixed date, so that the same tables give the same bytes
SHEET_NAME_LENGTH = 31  # limit of Excel
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))
# A second line of defence: cells are written by type, and even `write` would make neither of a text.
_SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_LABELS_WIDTH, _TEXTS_WIDTH = 24, 78  # characters
_FIRST_ROW = 2  # below the title


def write(cover: Cover, tables: Iterable[ReportTable], options: RenderOptions) -> bytes:
    """Write the workbook.

    Parameters
    ----------
    cover
        Whose report it is.
    tables
        The tables of the report in order.
    options
        Language and audience.
    """
    text = texts(BOOK, options.language)
    named = _named(tables, reserved=text["about"])
    marks = _marks(cover, options, text)
    target = io.BytesIO()
    with Workbook(target, _SETTINGS) as book:
        book.set_properties({"title": cover.title, "created": CREATED})
        styles = Styles(book, options.language)
        about = book.add_worksheet(text["about"])
        row = _write_facts(about, styles, cover, marks, text)
        _write_list(about, styles, row + 1, named, text)
        prepare_print(about, marks, landscape=False)
        for name, table in named.items():
            back = (text["about"], text["back"])
            write_table(book.add_worksheet(name), styles, table, marks=marks, back=back)
    return target.getvalue()


def sheet_name(wanted: str, taken: Iterable[str]) -> str:
    """Make a name that Excel accepts and that no other sheet has."""
    known = {name.casefold() for name in taken}
    clean = wanted.translate(_FORBIDDEN).strip() or "tabel"
    candidate, number = clean[:SHEET_NAME_LENGTH], 2
    while candidate.casefold() in known:
        ending = f"_{number}"
        candidate, number = clean[: SHEET_NAME_LENGTH - len(ending)] + ending, number + 1
    return candidate


def _named(tables: Iterable[ReportTable], *, reserved: str) -> dict[str, ReportTable]:
    named: dict[str, ReportTable] = {}
    for table in tables:
        named[sheet_name(table.name, [reserved, *named])] = table
    return named


def _marks(cover: Cover, options: RenderOptions, text: Mapping[str, str]) -> list[str]:
    internal = [f"{text['internal_mark']}. {text['internal_text']}"] if options.audience == "internal" else []
    return internal + ([f"{text['sample_mark']}. {text['sample_text']}"] if cover.synthetic else [])


def _write_facts(
    sheet: Worksheet, styles: Styles, cover: Cover, marks: Sequence[str], text: Mapping[str, str]
) -> int:
    """Write whose report it is and return the first free row."""
    sheet.set_column(0, 0, _LABELS_WIDTH)
    sheet.set_column(1, 1, _TEXTS_WIDTH)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, cover.title, styles.title())
    facts = _facts(cover, styles.language, text)
    for row, mark in enumerate(marks, _FIRST_ROW):
        sheet.merge_range(row, 0, row, 1, "", styles.warning())
        sheet.write_string(row, 0, mark, styles.warning())
        sheet.set_row(row, 2 * LINE_HEIGHT)
    for row, (name, value) in enumerate(facts, _FIRST_ROW + len(marks)):
        sheet.write_string(row, 0, name, styles.quiet())
        sheet.write_string(row, 1, value, styles.plain())
    return _FIRST_ROW + len(marks) + len(facts)


def _facts(cover: Cover, language: Language, text: Mapping[str, str]) -> list[tuple[str, str]]:
    facts = {
        "district": cover.place.text(language),
        "code": cover.code,
        "province": cover.province,
        "program": cover.program,
        "period": cover.period,
        "data_date": moment(cover.data_date, language) if cover.data_date else "",
        "report": cover.notebook,
        "language": LANGUAGE_NAMES[language],
        "audience": text[cover.audience],
    }
    return [(text[name], value) for name, value in facts.items() if value]


def _write_list(
    sheet: Worksheet, styles: Styles, row: int, named: Mapping[str, ReportTable], text: Mapping[str, str]
) -> None:
    sheet.write_string(row, 0, text["sheets"] if named else text["no_tables"], styles.header())
    sheet.set_column(0, 0, max([_LABELS_WIDTH, *map(len, named)]))
    for at, (name, table) in enumerate(named.items(), row + 1):
        sheet.write_url(at, 0, f"internal:'{name}'!A1", string=name)
        sheet.write_string(at, 1, table.title, styles.plain())
