"""Identifiers of persons that must not stand in any table or report: NIK, family card, telephone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

IdentifierKind: TypeAlias = Literal["nik", "kk", "telepon"]

# NIK: region (6), day of birth (+40 for women), month, year, serial; a family card has the same sixteen digits
# with the day of issue. Separators that people type between the groups are allowed for.
_SIXTEEN = re.compile(r"(?<![\d.,])(\d(?:[ .\-]?\d){15})(?![\d]|[.,]\d)")
_TELEPHONE = re.compile(r"(?<![\d.,])(?:\+62|62|0)[ .\-]?8\d(?:[ .\-]?\d){7,10}(?![\d]|[.,]\d)")
_MONTHS = 12
_DAYS = 31
_WOMEN_OFFSET = 40  # women's NIK carry their day of birth plus forty


@dataclass(frozen=True, slots=True)
class Identifier:
    """An identifier found in a text.

    Attributes
    ----------
    kind
        Which identifier it looks like.
    start, end
        Where it stands in the text.
    """

    kind: IdentifierKind
    start: int
    end: int


def find_identifiers(text: str) -> list[Identifier]:
    """Find everything in a text that looks like an identifier of a person.

    Parameters
    ----------
    text
        Any text, e.g. a cell or a whole page.

    Returns
    -------
    list of Identifier
        In the order of the text; empty where there is none.
    """
    found = [Identifier(_sixteen_kind(match.group()), *match.span()) for match in _SIXTEEN.finditer(text)]
    found += [Identifier("telepon", *match.span()) for match in _TELEPHONE.finditer(text)]
    return sorted((one for one in found), key=lambda one: one.start)


def mask(text: str) -> str:
    """Hide all but the first two characters, so that the cell can be found but not read."""
    return text[:2] + "•" * min(max(len(text) - 2, 0), 14)


def redact(text: str, replacement: str = "[disamarkan]") -> str:
    """Replace every identifier in a text."""
    for one in reversed(find_identifiers(text)):
        text = text[: one.start] + replacement + text[one.end :]
    return text


def _sixteen_kind(text: str) -> IdentifierKind:
    digits = re.sub(r"\D", "", text)
    day, month = int(digits[6:8]), int(digits[8:10])
    born = day - _WOMEN_OFFSET if day > _WOMEN_OFFSET else day
    return "nik" if 1 <= born <= _DAYS and 1 <= month <= _MONTHS else "kk"
