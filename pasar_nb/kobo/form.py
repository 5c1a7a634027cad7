"""The household survey as an XLSForm, written from the contract's own specifications."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from pasar_nb.contract.cell_checks import span
from pasar_nb.contract.spec import Column, Kind
from pasar_nb.contract.tables import TABLES
from pasar_nb.kobo.form_layout import (
    CHOICE_LABELS,
    DATE_QUESTION,
    GROUPS,
    HOUSEHOLD_QUESTION,
    IDENTITY,
    NEW_QUESTION,
    TRAITS,
    WAVE_QUESTION,
    YES_NO,
    Group,
)
from pasar_nb.language import LANGUAGES, Language, Message, _, verbatim
from pasar_nb.vocabulary import BASELINE, readable

FormRow: TypeAlias = Mapping[str, str]

LANGUAGE_NAMES: Mapping[Language, str] = {"id": "Bahasa Indonesia (id)", "en": "English (en)"}
VERSION = "1"

_TYPES: Mapping[Kind, str] = {
    "number": "decimal",
    "integer": "integer",
    "money": "decimal",  # the apps take only nine digits of an integer, and a billion rupiah has ten
    "year": "integer",
    "date": "date",
    "yes_no": f"select_one {YES_NO}",
}
_SPOKEN = ("label", "hint", "constraint_message")
_PLAIN = ("required", "relevant", "constraint", "appearance", "default", "calculation")
# A NIK, or a code that begins with a letter, so that a NIK with a digit too few is noticed at once.
_IDENTITY_PATTERN = "^([0-9]{16}|[A-Za-z][A-Za-z0-9 ./-]{1,39})$"

_TITLE = _("Survei rumah tangga keperantaraan pasar")
_IDENTITY_TITLE = _("Rumah tangga dan kunjungan")
_CONFIDENTIAL = _(
    "Nomor identitas hanya untuk menghubungkan ronde survei. Saat diimpor nomor itu diganti kode samaran. "
    "Jangan bagikan atau terbitkan hasil ekspor formulir ini."
)
_HOUSEHOLD = _("NIK kepala rumah tangga, atau kode tetap rumah tangga")
_HOUSEHOLD_HINT = _("Tulis sama persis pada setiap ronde: 16 angka, atau kode yang diawali huruf.")
_HOUSEHOLD_WRONG = _("Isi 16 angka NIK, atau kode yang diawali huruf.")
_NEW = _("Apakah rumah tangga ini baru pertama kali diwawancarai?")
_NEW_HINT = _("ya bila tidak ikut survei awal; keterangan rumah tangga lalu ditanyakan.")
_RANGE = _("Isian {range}.")
_NOT_FUTURE = _("Tanggal tidak boleh di masa depan.")
_WITH_UNIT = _("{meaning} Satuan: {unit}.")


def form_workbook(wave: int | None) -> bytes:
    """Write the form as a workbook.

    Parameters
    ----------
    wave
        The wave that the form is for: it is then fixed, and only the baseline asks every household for its
        traits. None asks for the wave.

    Returns
    -------
    bytes
        An XLSForm with the sheets ``survey``, ``choices`` and ``settings``, in Indonesian and English.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    survey, choices = list(_survey(wave)), list(_choices())
    for name, columns, rows in (
        ("survey", _survey_columns(), survey),
        ("choices", ["list_name", "name", *_spoken_columns("label")], choices),
        ("settings", list(_settings(wave)), [_settings(wave)]),
    ):
        sheet = book.create_sheet(name)
        sheet.append(columns)
        for row in rows:
            sheet.append([row.get(column) for column in columns])
        sheet.freeze_panes = "A2"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _survey_columns() -> list[str]:
    return ["type", "name", *(one for name in _SPOKEN for one in _spoken_columns(name)), *_PLAIN]


def _spoken_columns(name: str) -> list[str]:
    return [f"{name}::{LANGUAGE_NAMES[language]}" for language in LANGUAGES]


def _settings(wave: int | None) -> FormRow:
    suffix = "" if wave is None else f"_{wave}"
    title = _TITLE if wave is None else _("{title}, gelombang {wave}", title=_TITLE, wave=wave)
    return {
        "form_title": title.text("id"),
        "form_id": f"pasar_survei{suffix}",
        "version": VERSION,
        "default_language": LANGUAGE_NAMES["id"],
        "style": "pages",
    }


def _survey(wave: int | None) -> Iterator[FormRow]:
    yield from _identity(wave)
    for group in GROUPS:
        relevant = _traits_asked(wave) if group.name == TRAITS else ""
        yield _row("begin_group", group.name, group.title, relevant=relevant, appearance="field-list")
        yield from map(question, _columns(group))
        yield {"type": "end_group", "name": group.name}


def _identity(wave: int | None) -> Iterator[FormRow]:
    survey = {column.name: column for column in TABLES["survei"].columns}
    yield _row("begin_group", IDENTITY, _IDENTITY_TITLE, appearance="field-list")
    yield _row("note", "kerahasiaan", _CONFIDENTIAL)
    pattern = f"regex(., '{_IDENTITY_PATTERN}')"
    yield _row(
        *("text", HOUSEHOLD_QUESTION, _HOUSEHOLD, _HOUSEHOLD_HINT, _HOUSEHOLD_WRONG),
        required="yes",
        constraint=pattern,
    )
    if wave is None:
        yield question(survey[WAVE_QUESTION])
    else:
        yield {"type": "calculate", "name": WAVE_QUESTION, "calculation": str(wave)}
    if wave != BASELINE:
        later = f"${{{WAVE_QUESTION}}} > {BASELINE}" if wave is None else ""
        yield _row(f"select_one {YES_NO}", NEW_QUESTION, _NEW, _NEW_HINT, required="yes", relevant=later)
    yield {**question(survey[DATE_QUESTION]), "default": "today()"}
    yield {"type": "end_group", "name": IDENTITY}


def _traits_asked(wave: int | None) -> str:
    if wave == BASELINE:
        return ""
    new = f"${{{NEW_QUESTION}}} = 'ya'"
    return f"${{{WAVE_QUESTION}}} = {BASELINE} or {new}" if wave is None else new


def _columns(group: Group) -> list[Column]:
    spec = TABLES[group.table]
    return [spec.column(name) for name in group.columns]


def question(column: Column) -> FormRow:
    """Ask for a column of the contract."""
    kind = f"select_one {column.name}" if column.choices else _TYPES.get(column.kind, "text")
    hint = column.meaning
    if column.unit:
        hint = Message(_WITH_UNIT.template, {"meaning": column.meaning, "unit": column.unit})
    constraint, wrong = _constraint(column)
    return _row(
        *(kind, column.name, column.title, hint, wrong),
        required="yes" if column.required else "",
        constraint=constraint,
        appearance="thousands-sep" if column.kind == "money" else "",
    )


def _constraint(column: Column) -> tuple[str, Message | None]:
    if column.kind == "date":
        return (". <= today()", _NOT_FUTURE) if not column.planned else ("", None)
    if column.pattern:
        return f"regex(., '^({column.pattern})$')", column.meaning
    bounds = [
        f". {sign} {bound:g}"
        for sign, bound in ((">=", column.low), ("<=", column.high))
        if bound is not None
    ]
    if not bounds:
        return "", None
    return " and ".join(bounds), Message(_RANGE.template, {"range": span(column.low, column.high)})


def _row(
    kind: str,
    name: str,
    label: Message,
    hint: Message | None = None,
    wrong: Message | None = None,
    **plain: str,
) -> FormRow:
    spoken = {"label": label, "hint": hint, "constraint_message": wrong}
    return {
        "type": kind,
        "name": name,
        **{
            f"{key}::{LANGUAGE_NAMES[language]}": message.text(language)
            for key, message in spoken.items()
            if message is not None
            for language in LANGUAGES
        },
        **{key: value for key, value in plain.items() if value},
    }


def _choices() -> Iterator[FormRow]:
    lists: dict[str, Sequence[str]] = {YES_NO: tuple(CHOICE_LABELS[YES_NO])}
    for group in GROUPS:
        lists |= {column.name: column.choices for column in _columns(group) if column.choices}
    for name, choices in lists.items():
        for choice in choices:
            label = CHOICE_LABELS.get(name, {}).get(choice, verbatim(readable(choice)))
            row = _row("", choice, label)
            yield {**row, "list_name": name}
