"""Identifiers of persons, refused at the door: NIK, family card, telephone and coordinates in any cell."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

import pandas as pd

from pasar_nb.contract import messages_identity as messages
from pasar_nb.contract.cases import Case
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Table
from pasar_nb.identifiers import IdentifierKind, find_identifiers, redact

REMARKS = frozenset({("umpan_balik", "teks")})
"""Free text that is kept with its identifiers redacted, as it was written down from what people said."""

IDENTIFIER_HEADERS = frozenset(
    f"{prefix}{name}"
    for prefix in ("", "no_", "nomor_")
    for name in ("nik", "ktp", "kk", "hp", "telepon", "telp", "tlp", "wa", "whatsapp", "ponsel")
) | {"gps", "koordinat", "titik_koordinat", "lintang", "bujur", "latitude", "longitude", "lat", "lon", "long"}

CASES: Mapping[IdentifierKind, Case] = {
    "nik": messages.IDENTIFIER_NIK,
    "kk": messages.IDENTIFIER_KK,
    "telepon": messages.IDENTIFIER_TELEPHONE,
}

# Nine digits in a row, single separators allowed, are the least that an identifier can have.
_CANDIDATE = re.compile(r"\d(?:[ .\-]?\d){8}")
# Two numbers with three decimals or more, the first a latitude of Indonesia (11 S to 6 N), the second a
# longitude (95 to 141 E), as surveys and maps write a position.
_POSITION = re.compile(
    r"(?<![\d.,])[-−]?(?:0?\d|1[01])[.,]\d{3,}°?[NSLU]{0,2}[\s,;/]+(?:9[5-9]|1[0-3]\d|14[01])[.,]\d{3,}"
)
_BETWEEN_CELLS = "\x1f"  # the unit separator, which no cell holds and no pattern crosses


def withhold_identifiers(raw: RawTable, spec: Table) -> tuple[RawTable, list[Problem]]:
    """Find identifiers of persons in every cell of a table, and redact those in remarks.

    Parameters
    ----------
    raw
        The table as it was written, unknown columns included.
    spec
        Its specification.

    Returns
    -------
    tuple
        The table with its remarks redacted, and a problem for every cell with an identifier.
    """
    named = _identifier_columns(raw, {column.name for column in spec.columns})
    amounts = {column.name for column in spec.columns if column.kind == "money"}
    problems = [_problem(raw, messages.IDENTIFIER_COLUMN, None, name, "") for name in named]
    frame = raw.frame
    for name in frame.columns.difference(named, sort=False):
        found = _cells_with_identifier(frame[name], amount=name in amounts)
        if (raw.table, name) in REMARKS and found:
            frame = frame.assign(**{name: frame[name].map(_without_identifiers)})
            found = dict.fromkeys(found, messages.REMARK_REDACTED)
        problems += [
            _problem(raw, case, row, name, str(raw.frame.at[row, name])) for row, case in found.items()
        ]
    return replace(raw, frame=frame), problems


def _identifier_columns(raw: RawTable, own: Collection[str]) -> list[str]:
    """Name the unknown columns whose header says that they identify persons, if anything stands in them."""
    suspects = [name for name in raw.frame.columns if name in IDENTIFIER_HEADERS and name not in own]
    return [name for name in suspects if raw.frame[name].str.strip().ne("").any()]


def _cells_with_identifier(cells: pd.Series, *, amount: bool) -> dict[int, Case]:
    # One search of the joined text is far cheaper than one per cell; most columns have no candidate at all.
    joined = _BETWEEN_CELLS.join(cells)
    if not _CANDIDATE.search(joined) and not _POSITION.search(joined):
        return {}
    found = {text: _case(text, amount) for text in cells.unique()}
    return {row_number(row): case for row, text in cells.items() if (case := found[text]) is not None}


def _case(text: str, amount: bool) -> Case | None:
    for one in find_identifiers(text):
        # Rp62.812.345.678 is written like a telephone number with its country code.
        if not (amount and one.kind == "telepon" and text[one.start] not in "0+"):
            return CASES[one.kind]
    return messages.IDENTIFIER_GPS if _POSITION.search(text) else None


def _without_identifiers(text: str) -> str:
    return _POSITION.sub("[disamarkan]", redact(text))


def _problem(raw: RawTable, case: Case, row: int | None, column: str, value: str) -> Problem:
    place = {"table": raw.table, "file": raw.file, "sheet": raw.sheet, "column": column}
    return case.problem(**place, row=row, value=value, person=True)
