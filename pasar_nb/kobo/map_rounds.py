"""Reading of the parts of a map that name tables and columns: rounds, values and further variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pasar_nb.contract.spec import Table
from pasar_nb.contract.tables import TABLES
from pasar_nb.kobo import messages_map as messages
from pasar_nb.kobo.map_log import MapLog, Toml, joined, nearest
from pasar_nb.kobo.mapping import HOUSEHOLD, MADE_HERE, WAVE, Answer, Round, TablePlan
from pasar_nb.language import _, listing

ROUND_KEYS = ("files", "sheet", "wave", "household")
ANSWER_KEYS = ("question", "value", "multiple")
SHEET = "sheet"
VARIABLES = "variabel"

_AN_ANSWER = _("judul pertanyaan, atau tabel dengan 'question' dan 'multiple', atau tabel dengan 'value'")
_A_WAVE = _("nomor gelombang (0, 1, 2, ...) atau judul pertanyaannya")
_HOUSEHOLD_QUESTION = _('judul pertanyaan yang mengenali rumah tangga, misalnya "identitas/nik"')
_VALUE_PAIRS = _('pasangan "jawaban" = "nilai"')


def read_round(part: Toml, number: int, variables: tuple[str, ...], log: MapLog) -> Round:
    """Read one ``[[round]]``.

    Parameters
    ----------
    part
        Its keys.
    number
        Its place, from 1.
    variables
        Further columns of `survei` that the map declares.
    log
        Where problems are noted.
    """
    key = f"round[{number}]"
    log.only({name: None for name, one in part.items() if not isinstance(one, dict)}, ROUND_KEYS, key)
    plans = []
    for name, one in part.items():
        if isinstance(one, dict) and name not in ROUND_KEYS:
            if name in TABLES and name != VARIABLES:
                plans.append(_plan(TABLES[name], one, joined(key, name), variables, log))
            else:
                known = (table for table in TABLES if table != VARIABLES)
                log.note(messages.TABLE_UNKNOWN, joined(key, name), known=nearest(name, known))
    household = log.texts(part, "household", key)
    wave, wave_question = _wave(part, key, log)
    _complete(plans, key, {HOUSEHOLD: bool(household), WAVE: bool(wave or wave_question)}, log)
    return Round(
        key,
        log.text(part, "files", key, "*"),
        tuple(plans),
        log.text(part, SHEET, key),
        wave,
        wave_question,
        household,
    )


def _complete(plans: list[TablePlan], key: str, given: Mapping[str, bool], log: MapLog) -> None:
    """Note what the tables of a round need and it does not say."""
    if not plans:
        log.note(messages.KEY_MISSING, joined(key, "survei"), expected=_("tabel yang diisi ronde ini"))
    expected = {HOUSEHOLD: _HOUSEHOLD_QUESTION, WAVE: _A_WAVE}
    for column, made_of in MADE_HERE.items():
        needed = any(_has(TABLES[plan.table], column) for plan in plans)
        if needed and not given[column]:
            log.note(messages.KEY_MISSING, joined(key, made_of), expected=expected[column])


def _wave(part: Toml, key: str, log: MapLog) -> tuple[str, str]:
    """Give the wave as a number or as a question."""
    wave = part.get("wave", "")
    if isinstance(wave, bool) or not isinstance(wave, int | str) or (isinstance(wave, int) and wave < 0):
        log.wrong(joined(key, "wave"), _A_WAVE)
        return "", ""
    return (str(wave), "") if isinstance(wave, int) else ("", wave.strip())


def _plan(spec: Table, part: Toml, where: str, variables: tuple[str, ...], log: MapLog) -> TablePlan:
    own = [column.name for column in spec.columns] + list(variables if spec.extra_columns else ())
    columns: dict[str, Answer] = {}
    for name, written in part.items():
        key = joined(where, name)
        if name == SHEET:
            continue
        if name in MADE_HERE and name in own:
            log.note(messages.COLUMN_MADE_HERE, key, name=MADE_HERE[name])
        elif name not in own:
            log.note(messages.COLUMN_UNKNOWN, key, name=spec.name, known=nearest(name, own))
        elif answer := _answer(written, key, log):
            columns[name] = answer
    for name in spec.required:
        if name not in part and name not in MADE_HERE:
            log.note(messages.COLUMN_REQUIRED, joined(where, name))
    return TablePlan(spec.name, columns, log.text(part, SHEET, where))


def _answer(written: Any, key: str, log: MapLog) -> Answer | None:
    if isinstance(written, str) and written.strip():
        return Answer(written.strip())
    if not isinstance(written, dict):
        log.wrong(key, _AN_ANSWER)
        return None
    log.only(written, ANSWER_KEYS, key)
    question, value = log.text(written, "question", key), log.text(written, "value", key)
    multiple = written.get("multiple", False)
    if bool(question) == bool(value) or not isinstance(multiple, bool):
        log.wrong(key, _AN_ANSWER)
        return None
    return Answer(question, value, multiple)


def read_values(part: Toml, variables: tuple[str, ...], log: MapLog) -> dict[str, dict[str, str]]:
    """Read ``[values.<column>]``: what an answer becomes."""
    columns = {column.name: column for table in TABLES.values() for column in table.columns}
    found: dict[str, dict[str, str]] = {}
    for name, pairs in part.items():
        key = f"values.{name}"
        if name not in columns and name not in variables:
            known = nearest(name, [*columns, *variables])
            log.note(messages.COLUMN_UNKNOWN, key, name="values", known=known)
        elif not isinstance(pairs, dict) or not all(isinstance(one, str) for one in pairs.values()):
            log.wrong(key, _VALUE_PAIRS)
        else:
            found[name] = {answer.strip(): value for answer, value in pairs.items()}
            choices = columns[name].choices if name in columns else ()
            for choice in dict.fromkeys(pairs.values()):
                if choices and choice not in choices:
                    log.note(messages.CHOICE_UNKNOWN, key, choice=choice, known=listing(choices))
    return found


def variable_rows(part: Toml, log: MapLog) -> tuple[Mapping[str, str], ...]:
    """Read ``[variables.<name>]``: further columns of `survei`, as rows of `variabel`."""
    spec = TABLES[VARIABLES]
    known = [column.name for column in spec.columns if column.name != VARIABLES]
    own = {column.name for column in TABLES["survei"].columns}
    rows = []
    for name in part:
        where = f"variables.{name}"
        if name in own:
            log.note(messages.VARIABLE_IS_A_COLUMN, where, name=name)
            continue
        one = log.part(part, name, "variables")
        log.only(one, known, where)
        for key in spec.required:
            if key != VARIABLES and key not in one:
                log.note(messages.COLUMN_REQUIRED, joined(where, key))
        rows.append({VARIABLES: name} | {key: log.text(one, key, where) for key in known if key in one})
    return tuple(rows)


def _has(spec: Table, column: str) -> bool:
    return any(one.name == column for one in spec.columns)
