"""The data dictionary: every column of every table, as the specifications have it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pasar_nb.contract.cell_checks import span
from pasar_nb.contract.examples import example_rows
from pasar_nb.contract.spec import Column, Kind, Table
from pasar_nb.contract.tables import TABLES
from pasar_nb.control_document.choice_lists import ANSWERS
from pasar_nb.control_document.styles import REQUIRED_FILL, Styles, fit_to_paper, height
from pasar_nb.language import Language, Message, _

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SHEET = "Kamus"
KIND_LABELS: Mapping[Kind, Message] = {
    "text": _("teks"),
    "id": _("kode (teks, persis huruf demi huruf)"),
    "number": _("angka"),
    "integer": _("bilangan bulat"),
    "money": _("rupiah"),
    "date": _("tanggal"),
    "month": _("bulan (TTTT-BB)"),
    "year": _("tahun"),
    "yes_no": _("ya atau tidak"),
    "choice": _("pilihan"),
}
_COLUMNS: tuple[tuple[Message, int], ...] = (
    (_("Lembar"), 17),
    (_("Kolom"), 27),
    (_("Judul"), 30),
    (_("Arti"), 44),
    (_("Wajib"), 8),
    (_("Jenis isian"), 23),
    (_("Satuan"), 14),
    (_("Pilihan, batas, atau rujukan"), 40),
    (_("Contoh"), 26),
)
_YES, _NO = _("ya"), _("tidak")
_REQUIRED = _("WAJIB diisi pada setiap baris")
_OPTIONAL = _("boleh kosong")
_KIND = _("Jenis isian: {kind}")
_UNIT = _("Satuan: {unit}")


def write_dictionary(sheet: Worksheet, styles: Styles, language: Language) -> None:
    """Write the dictionary on its sheet."""
    for place, (title, width) in enumerate(_COLUMNS):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title.text(language), styles.heading())
    row = 0
    for table in TABLES.values():
        for column in table.columns:
            row += 1
            _write_entry(sheet, row, table, column, styles, language)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, row, len(_COLUMNS) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:I{row + 1}"})
    fit_to_paper(sheet, ())


def facts(column: Column, language: Language) -> list[str]:
    """Say what a column is, a line for each fact."""
    kind = Message(_KIND.template, {"kind": KIND_LABELS[column.kind]})
    unit = [Message(_UNIT.template, {"unit": column.unit}).text(language)] if column.unit else []
    allowed = [text for text in [limits(column, language)] if text]
    required = (_REQUIRED if column.required else _OPTIONAL).text(language)
    about = [column.title.text(language), column.meaning.text(language)]
    return [*about, kind.text(language), *unit, *allowed, required]


def limits(column: Column, language: Language) -> str:
    """Say which values a column takes: a list, a range, or the codes of another sheet."""
    if column.kind == "yes_no":
        return " | ".join(ANSWERS)
    if column.choices:
        return " | ".join(column.choices)
    if column.refers_to:
        table, _dot, name = column.refers_to.partition(".")
        return _("kode dari lembar {table}, kolom {column}", table=table, column=name).text(language)
    if column.low is None and column.high is None:
        return ""
    plain = column.kind in {"date", "month", "year"}
    shown = span(column.low, column.high, plain=plain)
    return (_("tahun {range}", range=shown) if plain else shown).text(language)


def _write_entry(
    sheet: Worksheet, row: int, table: Table, column: Column, styles: Styles, language: Language
) -> None:
    texts = (
        table.name,
        column.name,
        column.title.text(language),
        column.meaning.text(language),
        (_YES if column.required else _NO).text(language),
        KIND_LABELS[column.kind].text(language),
        column.unit,
        limits(column, language),
        example_rows(table.name)[0][column.name],
    )
    style = styles.cell(bg_color=REQUIRED_FILL) if column.required else styles.cell()
    for place, text in enumerate(texts):
        sheet.write_string(row, place, text, style)
    sheet.set_row(row, height((text, width) for text, (_t, width) in zip(texts, _COLUMNS, strict=True)))
