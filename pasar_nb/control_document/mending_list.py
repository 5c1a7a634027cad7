"""The first sheet of the marked copy: everything that has to be mended, with links to the cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_rowcol_to_cell

from pasar_nb.contract.files import BESIDE_TABLES
from pasar_nb.contract.problems import Problem, Severity
from pasar_nb.control_document.styles import (
    ERROR_FILL,
    WARNING_FILL,
    Styles,
    clipped,
    fit_to_paper,
    height,
)
from pasar_nb.language import Language, Message, _, _n, listing
from pasar_nb.vocabulary import BLUE

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SEVERITIES: Mapping[Severity, Message] = {"error": _("Kesalahan"), "warning": _("Peringatan")}
_NAME = _("Apa yang harus diperbaiki")
_TITLE = _("{district}: apa yang harus diperbaiki")
_COUNTS = _("{errors} dan {warnings}. Kesalahan menghentikan tabelnya; peringatan perlu diperiksa.")
_ADVICE = _(
    "Perbaiki di berkas asli ({files}), lalu periksa lagi. Buku kerja ini hanya salinan untuk menunjukkan "
    "tempatnya: nomor barisnya sama dengan berkas asli, dan isi yang dapat mengenali orang disamarkan."
)
_CLEAN = _("Tidak ada masalah.")
_COLUMNS: tuple[tuple[Message, int], ...] = (
    (_("Tingkat"), 13),
    (_("Tempat"), 22),
    (_("Baris"), 8),
    (_("Kolom"), 22),
    (_("Isi"), 22),
    (_("Apa yang salah"), 58),
    (_("Apa yang harus dilakukan"), 58),
)
_HEADER_ROW = 4
_LINK_COLUMN = 1


@dataclass(frozen=True, slots=True)
class Mending:
    """A problem and where the copy shows it.

    Attributes
    ----------
    problem
        The problem.
    sheet
        Sheet of the copy, or empty where the copy does not have the table.
    cell
        Position of row and column on it.
    """

    problem: Problem
    sheet: str = ""
    cell: tuple[int, int] | None = None


def sheet_name(language: Language) -> str:
    """Name the sheet."""
    return _NAME.text(language)


def write_list(
    sheet: Worksheet,
    styles: Styles,
    mendings: Sequence[Mending],
    district: str,
    files: Sequence[str],
    language: Language,
) -> None:
    """Write the list, errors first.

    Parameters
    ----------
    sheet
        Empty worksheet.
    styles
        Formats of the workbook.
    mendings
        What was found, in the order of tables.
    district
        Code and name of the district.
    files
        The files that were checked.
    language
        Language of the list.
    """
    widths = [width for _title, width in _COLUMNS]
    opening = (
        (Message(_TITLE.template, {"district": district}), styles.title()),
        (_counted(mendings), styles.text(bold=True)),
        (Message(_ADVICE.template, {"files": listing(files or ("-",))}), styles.quiet()),
    )
    for row, (message, style) in enumerate(opening):
        text = message.text(language)
        sheet.merge_range(row, 0, row, len(widths) - 1, "", style)
        sheet.write_string(row, 0, clipped(text), style)
        sheet.set_row(row, max(height([(text, sum(widths))]), 1.5 * style.font_size))
    for place, (title, width) in enumerate(_COLUMNS):
        sheet.set_column(place, place, width)
        sheet.write_string(_HEADER_ROW, place, title.text(language), styles.heading())
    ordered = sorted(mendings, key=lambda one: not one.problem.stops)
    for row, mending in enumerate(ordered, _HEADER_ROW + 1):
        _write_entry(sheet, row, mending, styles, language)
    sheet.freeze_panes(_HEADER_ROW + 1, 0)
    sheet.autofilter(_HEADER_ROW, 0, _HEADER_ROW + len(ordered), len(widths) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:G1048576"})
    sheet.hide_gridlines(2)
    fit_to_paper(sheet, (), header_row=_HEADER_ROW)


def _counted(mendings: Sequence[Mending]) -> Message:
    if not mendings:
        return _CLEAN
    counts = Counter(one.problem.severity for one in mendings)
    return Message(
        _COUNTS.template,
        {
            "errors": _n("{count} kesalahan", counts["error"]),
            "warnings": _n("{count} peringatan", counts["warning"]),
        },
    )


def _place(problem: Problem) -> str:
    if problem.file in BESIDE_TABLES:
        return problem.file
    return problem.table or problem.sheet or problem.file or "-"


def _write_entry(sheet: Worksheet, row: int, mending: Mending, styles: Styles, language: Language) -> None:
    problem = mending.problem
    fill = ERROR_FILL if problem.stops else WARNING_FILL
    texts = (
        SEVERITIES[problem.severity].text(language),
        _place(problem),
        "" if problem.row is None else str(problem.row),
        problem.column,
        problem.value,
        problem.message.text(language),
        problem.remedy.text(language),
    )
    for place, text in enumerate(texts):
        style = styles.cell(bg_color=fill, bold=problem.stops) if place == 0 else styles.cell()
        sheet.write_string(row, place, clipped(text), style)
    if mending.sheet and mending.cell:
        target = f"internal:'{mending.sheet}'!{xl_rowcol_to_cell(*mending.cell)}"
        sheet.write_url(row, _LINK_COLUMN, target, styles.cell(font_color=BLUE, underline=1), string=texts[1])
    sheet.set_row(row, height(zip(texts, (width for _title, width in _COLUMNS), strict=True)))
