"""What Excel says and refuses while a cell is filled: from the same specifications as the check."""

from __future__ import annotations

from datetime import date
from typing import Any

from pasar_nb.contract.cell_checks import span
from pasar_nb.contract.spec import Column, Table
from pasar_nb.control_document.choice_lists import ChoiceLists
from pasar_nb.control_document.styles import clipped
from pasar_nb.language import Language, Message, _

TITLE_LENGTH, TEXT_LENGTH = 32, 255  # characters of a message's title and text in Excel
LAST_YEAR = 2100
_EARLIEST_DAY = date(1950, 1, 1)
_LARGEST = 10**15  # Excel keeps fifteen digits
_HINTS = {
    "date": _("Ketik misalnya 20/11/2026; tampil sebagai 2026-11-20."),
    "money": _("Angka saja, tanpa Rp."),
}
_REQUIRED = _("Wajib diisi.")
_UNIT = _("Satuan: {unit}.")
_TITLE = _("Isian belum sesuai")
_CHOOSE = _("Pilih salah satu dari daftar.")
_FROM_LIST = _("Nilai ini tidak ada dalam daftar. Lanjutkan hanya bila nanti ditambahkan di lembar asalnya.")
_NUMBER = _("Tulis angka {range}.")
_WHOLE = _("Tulis bilangan bulat {range}.")
_ANY_NUMBER = _("Tulis angka saja, tanpa satuan dan tanpa huruf.")
_DATE = _("Tulis tanggal, misalnya 20/11/2026, yang tidak di masa depan.")
_PLANNED_DATE = _("Tulis tanggal, misalnya 20/11/2026.")


def rule(table: Table, column: Column, lists: ChoiceLists, language: Language) -> dict[str, Any]:
    """Give the rule of a column's cells, as XlsxWriter takes it.

    A closed list and a hard limit stop what does not fit; a code of another sheet only asks, as that sheet
    may be filled later; a cell that may hold several codes offers the list and refuses nothing.
    """
    source = lists.source(table, column)
    checked = _chosen(column, source, language) if source else _written(column, language)
    return {
        **checked,
        "input_title": clipped(column.title.text(language), TITLE_LENGTH),
        "input_message": clipped(advice(column, language), TEXT_LENGTH),
        "error_title": _TITLE.text(language),
    }


def advice(column: Column, language: Language) -> str:
    """Say what to write in a column: meaning, unit, form, and whether it is obligatory."""
    parts = [column.meaning.text(language)]
    parts += [Message(_UNIT.template, {"unit": column.unit}).text(language)] if column.unit else []
    parts += [_HINTS[column.kind].text(language)] if column.kind in _HINTS else []
    parts += [_REQUIRED.text(language)] if column.required else []
    return " ".join(parts)


def _chosen(column: Column, source: list[str] | str, language: Language) -> dict[str, Any]:
    closed = bool(column.choices) or column.kind == "yes_no"
    message = _CHOOSE if closed else _FROM_LIST
    return {
        "validate": "list",
        "source": source,
        "error_type": "stop" if closed else "warning",
        "error_message": message.text(language),
        "show_error": not column.separator,
    }


def _written(column: Column, language: Language) -> dict[str, Any]:
    if column.kind == "date":
        latest: date | str = date(LAST_YEAR, 12, 31) if column.planned else "=TODAY()"
        message = _PLANNED_DATE if column.planned else _DATE
        between = {"criteria": "between", "minimum": _EARLIEST_DAY, "maximum": latest}
        return {"validate": "date", **between, "error_message": message.text(language)}
    if column.kind in {"number", "money", "integer", "year"}:
        return _numeric(column, language)
    return {"validate": "any"}


def _numeric(column: Column, language: Language) -> dict[str, Any]:
    whole = column.kind in {"integer", "year"}
    limited = column.low is not None or column.high is not None
    high = column.high if column.high is not None or column.kind != "year" else LAST_YEAR
    if limited:
        bounds = {"range": span(column.low, high, plain=column.kind == "year")}
        message = Message((_WHOLE if whole else _NUMBER).template, bounds)
    return {
        "validate": "integer" if whole else "decimal",
        "criteria": "between",
        "minimum": -_LARGEST if column.low is None else column.low,
        "maximum": _LARGEST if high is None else high,
        "error_type": "stop" if limited else "warning",
        "error_message": (message if limited else _ANY_NUMBER).text(language),
    }
