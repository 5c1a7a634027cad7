"""Identifiers of persons, refused at the door: NIK, family card, telephone and coordinates in any cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from pasar_nb.contract.cases import Case
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import identity as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Table
from pasar_nb.contract.tables import TABLES
from pasar_nb.identifiers import GAP, IdentifierKind, find_identifiers, redact

REMARKS = frozenset({("umpan_balik", "teks")})
"""Free text that is kept with its identifiers redacted, as it was written down from what people said."""

IDENTIFIER_HEADERS = re.compile(
    r"(?:(?:no|nomor|nomer)_?)?(?:nik|ktp|kk|hp|handphone|telepon|telp|tlp|wa|whatsapp|ponsel)(?:_PERSON)?"
    r"|nama(?:_lengkap)?(?:_PERSON)?|alamat(?:_lengkap)?(?:_PERSON)?|e?mail|surel"
    r"|(?:titik_)?(?:gps|koordinat)(?:_.*)?|lintang|bujur|latitude|longitude|lat|lon|long".replace(
        "PERSON",
        "(?:kk|krt|responden|petani|anggota|ketua|suami|istri|pemilik|kepala_(?:keluarga|rumah_tangga))",
    )
)
"""Folded headers of columns that identify persons: numbers, names, addresses and positions."""

CASES: Mapping[IdentifierKind, Case] = {
    "nik": messages.IDENTIFIER_NIK,
    "kk": messages.IDENTIFIER_KK,
    "telepon": messages.IDENTIFIER_TELEPHONE,
}

# Nine digits in a row, single separators and a bracket allowed, are the least that an identifier can have.
_CANDIDATE = re.compile(rf"\d(?:\)?(?:,|{GAP})?\d){{8}}")
# A latitude of Indonesia (11 S to 6 N) beside a longitude (95 to 141 E), in either order, as surveys and maps
# write a position, or degrees with minutes. Three decimals without a sign are prices: "8.500, 125.000".
_LATITUDE = r"(?:[-−](?:0?\d|1[01])[.,]\d{3,}|(?:0?\d|1[01])[.,]\d{4,})"
_LONGITUDE = r"(?:9[5-9]|1[0-3]\d|14[01])[.,]\d{3,}"
_BETWEEN = r"°?\s*[A-Z]{0,2}[\s,;/]+[A-Z]{0,2}\s*"
_POSITION = re.compile(
    rf"(?<![\d.,])(?:{_LATITUDE}{_BETWEEN}{_LONGITUDE}|{_LONGITUDE}{_BETWEEN}{_LATITUDE})"
    r"|\d{1,3}°\s*\d{1,2}(?:[.,]\d+)?\s*['′’]"
)
_WITHOUT_ZERO = re.compile(r"8(?:1[1-9]|2[1-38]|3[1-38]|5[1-35-9]|7[7-9]|8[1-9]|9[5-9])[0-9]{6,9}(?:\.0)?")
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
    named = _identifier_columns(raw, spec)
    amounts = {column.name for column in spec.columns if column.kind == "money"}
    typed = {column.name for column in spec.columns if column.kind not in {"text", "id"}}
    problems = [raw.place.problem(messages.IDENTIFIER_COLUMN, column=name) for name in named]
    frame = raw.frame
    for name in frame.columns.difference(named, sort=False):
        found = _cells_with_identifier(frame[name], amount=name in amounts)
        if name not in typed:
            found |= _telephones_without_zero(frame[name])
        if (raw.table, name) in REMARKS and found:
            frame = frame.assign(**{name: frame[name].map(_without_identifiers)})
            found = dict.fromkeys(found, messages.REMARK_REDACTED)
        problems += [
            raw.place.problem(case, row=row, column=name, value=str(raw.frame.at[row, name]), person=True)
            for row, case in found.items()
        ]
    return replace(raw, frame=frame), problems


def identifying(texts: Iterable[str]) -> frozenset[str]:
    """Collect the texts that hold an identifier of a person."""
    distinct = dict.fromkeys(texts)
    worth = distinct if _worth(distinct) else ()
    return frozenset(text for text in worth if _case(text, amount=False))


def _worth(texts: Iterable[str]) -> bool:
    """Tell whether any text can hold an identifier at all: one search is far cheaper than one per cell."""
    joined = _BETWEEN_CELLS.join(texts)
    return _CANDIDATE.search(joined) is not None or _POSITION.search(joined) is not None


def _identifier_columns(raw: RawTable, spec: Table) -> list[str]:
    """Name the columns whose header says that they identify persons, if anything stands in them.

    The contract's own columns are none, and of those that a district declares, none that holds yes and no
    or numbers, such as the number of telephones.
    """
    own = {column.name for column in TABLES.get(spec.name, spec).columns}
    own |= {column.name for column in spec.columns if column.kind not in {"text", "id"}}
    suspects = [name for name in raw.frame.columns if name not in own and identifies(name)]
    return [name for name in suspects if raw.frame[name].str.strip().ne("").any()]


def identifies(header: str) -> bool:
    """Tell whether a folded header says that its column identifies persons."""
    return IDENTIFIER_HEADERS.fullmatch(header.replace(".", "")) is not None


def _cells_with_identifier(cells: pd.Series, *, amount: bool) -> dict[int, Case]:
    distinct = dict.fromkeys(cells.tolist())
    if not _worth(distinct):
        return {}
    found = {text: _case(text, amount) for text in distinct}
    return {row_number(row): case for row, text in cells.items() if (case := found[text]) is not None}


def _telephones_without_zero(cells: pd.Series) -> dict[int, Case]:
    """Find cells of nothing but a mobile number whose zero a spreadsheet took away, in columns of text.

    Sums of money, which may have as many digits, mostly end in thousands.
    """
    if not _WITHOUT_ZERO.search(_BETWEEN_CELLS.join(dict.fromkeys(cells.tolist()))):
        return {}
    bare = cells.str.strip()
    found = bare.str.fullmatch(_WITHOUT_ZERO.pattern) & ~bare.str.contains(r"000(?:\.0)?$")
    return dict.fromkeys(map(row_number, cells.index[found]), messages.IDENTIFIER_TELEPHONE)


def _case(text: str, amount: bool) -> Case | None:
    for one in find_identifiers(text):
        # Rp62.812.345.678 is written like a telephone number with its country code.
        if not (amount and one.kind == "telepon" and text[one.start] not in "0+"):
            return CASES[one.kind]
    return messages.IDENTIFIER_GPS if _POSITION.search(text) else None


def _without_identifiers(text: str) -> str:
    return _POSITION.sub("[disamarkan]", redact(text))
