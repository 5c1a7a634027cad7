"""``koreksi.csv``: what its columns are, and its rows as corrections of single cells.

A correction changes what is read, never the file that was sent. Its row is named by the table's key and not
by a number, so that it still means the same row when rows are added to the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from pasar_nb.contract.cells import without_unseen
from pasar_nb.contract.columns import cell_problems, header_problems
from pasar_nb.contract.correction import Correction
from pasar_nb.contract.facts import may_identify
from pasar_nb.contract.grid import Grid, row_number
from pasar_nb.contract.headers import folded
from pasar_nb.contract.identity import withhold_identifiers
from pasar_nb.contract.layout import lay_out
from pasar_nb.contract.messages import corrections as messages
from pasar_nb.contract.messages.parsing import MORE_OF_THE_SAME
from pasar_nb.contract.parsing import parse_table
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.sheets import WHOLE_DISTRICT
from pasar_nb.contract.tables.corrections import KOREKSI
from pasar_nb.identifiers import mask

_NOT_ADDED = ("nilai_salah", "nilai_benar")  # may be empty in every row, but their columns must be there
_DAY = len("2025-02-14")
_PART = re.compile(
    r"""(?P<column>[^=;"]+)=(?:\s*"(?P<quoted>(?:[^"]|"")*)"\s*|(?P<plain>[^;"]*))(?:;\s*|$)"""
)


def read_corrections(grid: Grid) -> tuple[list[Correction], list[Problem]]:
    """Read the rows of ``koreksi.csv``.

    Parameters
    ----------
    grid
        Its cells.

    Returns
    -------
    tuple
        The corrections that are whole, and all problems. An error stops the table that was to be corrected,
        or the district where nobody can tell which that is.
    """
    laid = lay_out(grid, KOREKSI)
    frame, unseen = without_unseen(laid.raw.frame, grid.place)
    raw, identities = withhold_identifiers(replace(laid.raw, frame=frame), KOREKSI)
    headers = [*header_problems(raw, KOREKSI), *_columns_left_out(raw)]
    own = [column.name for column in KOREKSI.columns if column.name in raw.frame.columns]
    raw = replace(raw, frame=raw.frame[own])
    typed, written = parse_table(raw, KOREKSI)
    problems = [*laid.problems, *unseen, *identities, *headers, *written]
    known = {(one.row, one.column) for one in problems if one.stops and one.row is not None}
    problems += cell_problems(typed, raw, KOREKSI, known)
    told = {(one.row, one.column) for one in problems}
    keys = {row_number(row): read_key(text) for row, text in raw.frame.get("baris", pd.Series()).items()}
    malformed = [row for row, key in keys.items() if not key and (row, "baris") not in told]
    problems += [grid.place.problem(messages.KEY_MALFORMED, row=row, column="baris") for row in malformed]
    faulty = {one.row for one in problems if one.stops}
    if None in faulty or any(map(_counts, problems)):  # without all of its columns no row says what is meant
        return [], _stopping(problems, typed)
    whole = [row for row in map(row_number, typed.index) if row not in faulty]
    return [_correction(typed, raw, row, keys[row]) for row in whole], _stopping(problems, typed)


def read_key(text: str) -> dict[str, str]:
    """Read the key of a row, ``column=value; column=value``; a value with a semicolon stands in quotes.

    Returns
    -------
    dict
        Values by column; empty where the text is no key, or names a column twice.
    """
    parts, at = [], 0
    bare = text.strip()
    while at < len(bare):
        part = _PART.match(bare, at)
        if part is None:
            return {}
        parts.append(part)
        at = part.end()
    key = {folded(part["column"]): _value(part) for part in parts}
    return key if len(key) == len(parts) else {}


def shown_key(
    key: Mapping[str, str],
    table: str,
    *,
    hide: Callable[[str, str], str] = lambda _column, value: mask(value),
) -> str:
    """Write a key without the values that may identify a person.

    Parameters
    ----------
    key
        Values by column.
    table
        Table of the contract.
    hide
        Gives what stands in place of such a value, from its column and the value; by default it is masked.
    """
    return "; ".join(
        f"{column}={hide(column, value) if may_identify(table, column) else value}"
        for column, value in key.items()
    )


def _value(part: re.Match[str]) -> str:
    return part["plain"].strip() if part["quoted"] is None else part["quoted"].replace('""', '"')


def _columns_left_out(raw: RawTable) -> list[Problem]:
    absent = (name for name in _NOT_ADDED if name not in raw.frame.columns)
    return [raw.place.problem(messages.COLUMN_LEFT_OUT, column=name) for name in absent]


def _correction(typed: pd.DataFrame, raw: RawTable, row: int, key: Mapping[str, str]) -> Correction:
    written = {str(name): str(cell).strip() for name, cell in raw.frame.loc[row].items()}
    return Correction(
        table=str(typed.at[row, "tabel"]),
        key=key,
        column=folded(written["kolom"]),
        wrong=written["nilai_salah"],
        right=written["nilai_benar"],
        reason=written["alasan"],
        decided_by=written["oleh"],
        day=date.fromisoformat(str(typed.at[row, "tanggal"])[:_DAY]),
        file=raw.file if not raw.sheet else f"{raw.file} ({raw.sheet})",
        at=row,
    )


def _stopping(problems: Collection[Problem], typed: pd.DataFrame) -> list[Problem]:
    """Let errors stop the table whose correction failed; those only counted stop every table named."""
    named = typed["tabel"].fillna(WHOLE_DISTRICT).to_dict() if "tabel" in typed else {}
    stopping = []
    for one in problems:
        tables = dict.fromkeys(named.values()) if _counts(one) else [named.get(one.row, WHOLE_DISTRICT)]
        stopping += [replace(one, table=table) for table in tables] if one.stops else [one]
    return stopping


def _counts(problem: Problem) -> bool:
    """Tell whether a problem stands for errors in further rows, which nobody can name."""
    return problem.code == MORE_OF_THE_SAME.code
