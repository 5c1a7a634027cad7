"""A copy of a district's tables in which every problem is marked where it stands."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from xlsxwriter import Workbook

from pasar_nb.contract.files import BESIDE_TABLES
from pasar_nb.contract.folders import CODE_LENGTH
from pasar_nb.contract.problems import Problem, Severity
from pasar_nb.contract.raw import RawTable, Reading
from pasar_nb.contract.tables import TABLES
from pasar_nb.contract.versions import MARKED
from pasar_nb.control_document import mending_list
from pasar_nb.control_document.masking import Column, shown_cells
from pasar_nb.control_document.mending_list import SEVERITIES, Mending
from pasar_nb.control_document.stamp import write_stamp
from pasar_nb.control_document.styles import (
    AUTHOR,
    ERROR_FILL,
    GAP,
    NARROWEST,
    SETTINGS,
    WARNING_FILL,
    WIDEST,
    Styles,
    clipped,
    fit_to_paper,
    lines,
)
from pasar_nb.language import Language, Message, _
from pasar_nb.vocabulary import GREEN, ORANGE, VERMILION

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell: TypeAlias = tuple[int, int]
"""Position of a row and of a column, counted from 0."""

MOST_ROWS = 1_048_576  # of a sheet in Excel
_SAMPLED_ROWS = 200  # rows that decide the width of a column
_COMMENT_WIDTH, _COMMENT_LINE, _COMMENT_CHARACTERS = 340, 16, 50  # pixels, pixels, characters in a line
_TABS: Mapping[Severity | None, str] = {"error": VERMILION, "warning": ORANGE, None: GREEN}
_COMMENT = _("{severity}: {message}\nPerbaikan: {remedy}")


@dataclass(frozen=True, slots=True)
class _Sheet:
    raw: RawTable
    cells: Mapping[Cell, list[Problem]]

    @property
    def worst(self) -> Severity | None:
        """The gravest severity on the sheet."""
        found = {problem.severity for problems in self.cells.values() for problem in problems}
        return "error" if "error" in found else "warning" if found else None


def write_marked(
    reading: Reading, problems: Iterable[Problem], district: str, language: Language, today: date
) -> bytes:
    """Write the marked copy.

    Parameters
    ----------
    reading
        The tables as they were written.
    problems
        Everything that was found.
    district
        Code and name of the district.
    language
        Language of messages and headings.
    today
        Day of the check.

    Returns
    -------
    bytes
        An ``.xlsx`` file: a list of what must be mended, with links, then a sheet per table with the rows of
        the source. Whatever may identify a person is masked, and no text becomes a formula.
    """
    found = tuple(problems)
    sheets = _sheets(reading, found)
    places = {
        one: (name, cell)
        for name, sheet in sheets.items()
        for cell, standing in sheet.cells.items()
        for one in standing
    }
    target = io.BytesIO()
    with Workbook(target, SETTINGS) as book:
        styles = Styles(book)
        listed = [Mending(one, *places.get(one, ("", None))) for one in found]
        files = tuple(file.path for file in reading.files)
        first = book.add_worksheet(mending_list.sheet_name(language))
        mending_list.write_list(first, styles, listed, district, files, language)
        for name, sheet in sheets.items():
            _write_sheet(book.add_worksheet(name), sheet, found, styles, language)
        write_stamp(book, MARKED, district[:CODE_LENGTH], today)
    return target.getvalue()


def _sheets(reading: Reading, problems: Iterable[Problem]) -> dict[str, _Sheet]:
    by_table: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_table[problem.table].append(problem)
    sheets = {}
    for name in TABLES:
        if name in reading.tables:
            raw = reading.tables[name]
            cells: defaultdict[Cell, list[Problem]] = defaultdict(list)
            for problem in by_table[name]:
                if problem.file not in BESIDE_TABLES:  # a row there is none of the table that it stops
                    cells[_cell(problem, raw)].append(problem)
            sheets[name] = _Sheet(raw, cells)
    return sheets


def _cell(problem: Problem, raw: RawTable) -> Cell:
    """Find where a problem stands: a cell, else its row's first one, its column's heading, or the first."""
    columns = list(raw.frame.columns)
    place = columns.index(problem.column) if problem.column in columns else 0
    row = raw.header_row if problem.row is None else problem.row
    return min(row, MOST_ROWS) - 1, place


def _write_sheet(
    sheet: Worksheet, marked: _Sheet, problems: Iterable[Problem], styles: Styles, language: Language
) -> None:
    raw, header = marked.raw, marked.raw.header_row - 1
    cells = shown_cells(raw, problems)
    widths = []
    for place, (name, texts) in enumerate(cells):
        rows = [(row - 1, text) for row, text in texts.items() if row <= MOST_ROWS]
        shown = max((len(text) for _row, text in rows[:_SAMPLED_ROWS]), default=0)
        widths.append(min(max(NARROWEST, len(name) + GAP, shown + 1), max(WIDEST, len(name) + GAP)))
        sheet.set_column(place, place, widths[-1])
        sheet.write_string(header, place, name, styles.heading())
        for row, text in rows:
            sheet.write_string(row, place, clipped(text), styles.of(num_format="@", valign="top"))
    for cell, found in marked.cells.items():
        _mark(sheet, cell, found, cells, styles, language, header)
    last = int(raw.frame.index.max()) - 1 if len(raw.frame) else header
    sheet.freeze_panes(header + 1, 1)
    sheet.autofilter(header, 0, min(last, MOST_ROWS - 1), max(len(widths) - 1, 0))
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})
    sheet.set_comments_author(AUTHOR)
    sheet.set_tab_color(_TABS[marked.worst])
    fit_to_paper(sheet, widths, header_row=header)


def _mark(
    sheet: Worksheet,
    cell: Cell,
    found: list[Problem],
    cells: Sequence[Column],
    styles: Styles,
    language: Language,
    header: int,
) -> None:
    row, place = cell
    name, texts = cells[place]
    # A row that could not be read is not in the table: what it was refused for stands in its first cell.
    text = name if row == header else texts.get(row + 1, found[0].value)
    sheet.write_string(row, place, clipped(text), _marked_style(found, styles))
    comment = "\n\n".join(_told(problem, language) for problem in found)
    tall = _COMMENT_LINE * (lines(comment, _COMMENT_CHARACTERS) + 1)
    sheet.write_comment(
        row, place, clipped(comment), {"width": _COMMENT_WIDTH, "height": tall, "font_size": 9}
    )


def _marked_style(found: list[Problem], styles: Styles) -> Format:
    """Format a marked cell; an error is bold as well, so that nobody needs to tell the colours apart."""
    error = any(problem.stops for problem in found)
    colour, frame = (ERROR_FILL, VERMILION) if error else (WARNING_FILL, ORANGE)
    shape = {"bg_color": colour, "border": 1, "border_color": frame, "bold": error, "italic": not error}
    return styles.of(num_format="@", valign="top", **shape)


def _told(problem: Problem, language: Language) -> str:
    fields = {
        "severity": SEVERITIES[problem.severity],
        "message": problem.message,
        "remedy": problem.remedy,
    }
    return Message(_COMMENT.template, fields).text(language)
