"""Columns of text, ids, yes or no, and closed lists."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping

import pandas as pd

from pasar_nb.contract.cell_log import DASHES, Cell, CellLog, read_each
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import parsing as messages
from pasar_nb.contract.placeholders import placeholders_among
from pasar_nb.contract.spec import Column
from pasar_nb.language import listing

_NOTATIONS: tuple[tuple[str, str], ...] = (
    ("ya", "tidak"),
    ("y", "t"),
    ("1", "0"),
    ("true", "false"),
    ("yes", "no"),
)
_YES = frozenset(yes for yes, _no in _NOTATIONS)
_PAIRS = ["/".join(pair) for pair in _NOTATIONS]
_NOTATION_OF = {word: "/".join(pair) for pair in _NOTATIONS for word in pair}
_SCIENTIFIC_ID = r"[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]+"
# A code such as 3-5 becomes a day when a spreadsheet reads it: a date, or text such as 05-Mar or Mar-05.
_MONTH_SHOWN = "(?:Jan|Feb|Mar|Apr|Mei|May|Jun|Jul|Agu|Agt|Ags|Aug|Sep|Okt|Oct|Nov|Nop|Des|Dec)"
_DATE_ID = (
    rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[T ].*)?|[0-9]{{1,2}}-{_MONTH_SHOWN}|{_MONTH_SHOWN}-[0-9]{{1,2}}"
)
_PATH_ID = r"(?:[/\\]|[A-Za-z]:[/\\]).*|(?:.*[/\\])?\.\.(?:[/\\].*)?"
_LOST_IDS = {
    messages.ID_SCIENTIFIC: _SCIENTIFIC_ID,
    messages.ID_AS_DATE: _DATE_ID,
    messages.ID_LIKE_PATH: _PATH_ID,
}
_LOST_ID = re.compile("|".join(f"(?:{pattern})" for pattern in _LOST_IDS.values()))
_FORMULA_LIKE = r"(?:[=@]|\+\s*\w+\s*[-+*/(]).*"
_HTML_LIKE = r"<[/!]?[A-Za-z][^>]*>"
_JOINTS = re.compile(r"[\s_\-]+")

# What people write for the codes L and P of the sexes, the one list whose codes nobody says aloud.
_SPOKEN = {"lakilaki": "L", "laki": "L", "lk": "L", "pria": "L", "perempuan": "P", "pr": "P", "wanita": "P"}


def parse_texts(texts: pd.Series, column: Column, log: CellLog) -> pd.Series:
    """Read a column of free text: kept as it is, with a warning where it looks like a formula or HTML.

    What only says that there is nothing becomes missing, with a warning.
    """
    _note_code(texts, log)
    return missing_where_empty(_without_placeholders(texts, column, log))


def _without_placeholders(texts: pd.Series, column: Column, log: CellLog) -> pd.Series:
    found = placeholders_among(texts.tolist(), column)
    if not found:
        return texts
    nothing = texts.isin(found)
    log.note_all(messages.PLACEHOLDER_AS_MISSING, texts[nothing])
    return texts.mask(nothing, "")


def _note_code(texts: pd.Series, log: CellLog) -> None:
    # Looking through the different texts first is far cheaper than a pattern on every cell.
    distinct = dict.fromkeys(texts.tolist())
    if any(text.startswith(("=", "@", "+")) for text in distinct):
        log.note_all(messages.TEXT_LIKE_FORMULA, texts[texts.str.match(_FORMULA_LIKE)])
    if any("<" in text for text in distinct):
        log.note_all(messages.TEXT_LIKE_HTML, texts[texts.str.contains(_HTML_LIKE, regex=True)])


def parse_ids(written: pd.Series, column: Column, log: CellLog) -> pd.Series:
    """Read a column of codes to the letter; only spaces at the ends go, and that is told.

    What only says that there is no code becomes missing, with a warning.

    Parameters
    ----------
    written
        Text of the cells as written, not stripped.
    column
        What they hold.
    log
        Where cases are noted.
    """
    texts = written.str.strip()
    log.note_all(messages.ID_TRIMMED, written[(texts != written) & (texts != "")])
    _note_code(texts, log)
    texts = _without_placeholders(texts, column, log)
    if not any(map(_LOST_ID.fullmatch, dict.fromkeys(texts.tolist()))):
        return missing_where_empty(texts)
    lost = pd.Series(data=False, index=texts.index)
    for case, pattern in _LOST_IDS.items():
        found = texts.str.fullmatch(pattern) & ~lost
        log.note_all(case, texts[found])
        lost |= found
    return missing_where_empty(texts.mask(lost, ""))


def parse_yes_no(texts: pd.Series, log: CellLog) -> pd.Series:
    """Read a column of yes and no as ``boolean``; several notations in one column get a warning."""
    filled = texts[texts != ""]
    values = pd.Series(pd.NA, index=texts.index, dtype="boolean")
    values.loc[filled.index] = pd.Series(
        read_each(filled, _read_yes_no, log), index=filled.index, dtype="boolean"
    )
    pairs = filled.str.casefold().map(_NOTATION_OF).dropna()
    used = pairs.value_counts()
    if len(used) > 1:
        other = pairs.index[pairs != used.index[0]][0]
        shown = listing(pair for pair in _PAIRS if pair in used.index)
        log.note(messages.YES_NO_MIXED, row_number(other), str(filled[other]), {"notations": shown})
    return values


def _read_yes_no(text: str) -> Cell:
    if text in DASHES:
        return Cell(case=messages.DASH_AS_MISSING)
    folded = text.casefold()
    return Cell(folded in _YES) if folded in _NOTATION_OF else Cell(case=messages.YES_NO_NOT_READ)


def parse_choices(texts: pd.Series, column: Column, log: CellLog) -> pd.Series:
    """Read a column of a closed list; case, spaces and hyphens are forgiven with a warning.

    What is no choice is refused with the nearest one and becomes missing.
    """
    values = texts.where(texts.isin(column.choices), None)
    odd = texts[(texts != "") & values.isna()]
    if len(odd):
        forgiven = _forgiven(column.choices)
        found = read_each(odd, lambda text: _read_choice(text, column.choices, forgiven), log)
        values.loc[odd.index] = pd.Series(found, index=odd.index, dtype="str")
    return values


def _forgiven(choices: tuple[str, ...]) -> Mapping[str, str]:
    spoken = {written: choice for written, choice in _SPOKEN.items() if choice in choices}
    return spoken | {_folded(choice): choice for choice in choices}


def _read_choice(text: str, choices: tuple[str, ...], forgiven: Mapping[str, str]) -> Cell:
    choice = forgiven.get(_folded(text))
    if choice is not None:
        return Cell(choice, messages.CHOICE_FOLDED, {"plain": choice})
    if text in DASHES:
        return Cell(case=messages.DASH_AS_MISSING)
    near = difflib.get_close_matches(_folded(text), forgiven, n=1)
    if near:
        return Cell(
            case=messages.CHOICE_MISSPELT, fields={"near": forgiven[near[0]], "choices": listing(choices)}
        )
    return Cell(case=messages.CHOICE_UNKNOWN, fields={"choices": listing(choices)})


def _folded(text: str) -> str:
    return _JOINTS.sub("", text.casefold())


def missing_where_empty(texts: pd.Series) -> pd.Series:
    """Turn empty text into a missing value."""
    return texts.mask(texts == "")
