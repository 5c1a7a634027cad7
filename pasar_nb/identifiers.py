"""Identifiers of persons that must not stand in any table or report: NIK, family card, telephone.

Only mobile telephones are looked for: a landline such as ``0355-791234`` cannot be told from a code or a sum.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

IdentifierKind: TypeAlias = Literal["nik", "kk", "telepon"]

# Separators that people type between groups of digits: space, dot, hyphens and dashes, and invisible spaces.
GAP = "[ .\\-\u00a0\u2009\u200b\u202f\u2010-\u2015]"

# A number may stand after a letter ("NIK3503...") and before ".0", which programs add to it, but neither
# inside a longer number nor behind its decimal sign.
_START, _END = r"(?<!\d)(?<!\d[.,])", r"(?!\d)"
# A hash or keyed pseudonym, sixteen of whose digits may happen to be decimal.
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{20,}")

# NIK: region (6), day of birth (+40 for women), month, year, serial (4); a family card has the same form with
# the day of issue. People write the groups apart in these ways; a gap anywhere else is a list of numbers,
# and a single point is a decimal sign (812112.4104000001 is a mean of rupiah).
_NO_POINT = GAP.replace(".", "")
_SOLID = re.compile(_START + r"(?P<digits>\d{16})" + _END)
_GROUPED = re.compile(
    _START
    + "(?P<digits>"
    + "|".join(
        rf"\d{{{first}}}(?P<gap_{at}>{GAP if rest[1:] else _NO_POINT})"
        + rf"(?P=gap_{at})".join(rf"\d{{{size}}}" for size in rest)
        for at, (first, *rest) in enumerate(
            (
                (6, 6, 4),
                (4, 4, 4, 4),
                (2, 2, 2, 6, 4),
                (2, 2, 2, 2, 2, 2, 4),
                (6, 2, 2, 2, 4),
                (12, 4),
                (6, 10),
            )
        )
    )
    + ")"
    + _END
)
_THOUSANDS = re.compile(_START + r"(?P<digits>\d(?P<gap>[.,])\d{3}(?:(?P=gap)\d{3}){4})" + _END)
_SCIENTIFIC = re.compile(_START + r"(?P<digits>\d[.,]\d{15})[eE]\+?15(?!\d)")

# Mobile numbers: 08xx or +62 8xx and six to nine digits. Without a plus, 62 counts only before a number of
# usual length, as amounts of 62 billion rupiah begin like one. The operator may stand in brackets.
_OPERATORS = ("1[1-9]", "2[1-38]", "3[1-38]", "5[1-35-9]", "7[7-9]", "8[1-9]", "9[5-9]")
_OPERATOR = f"8(?:{'|'.join(f'{one[0]}{GAP}?{one[1:]}' for one in _OPERATORS)})"
_TELEPHONE = re.compile(
    r"(?<![\w+])(?<!\d[.,])"
    rf"(?:(?:\+62{GAP}?(?:\(0\){GAP}?)?|62[ -]|0){_OPERATOR}\)?(?:{GAP}?\d){{6,9}}|62{_OPERATOR}\d{{7,9}})"
    r"(?![\w]|[.,]\d)"
)

_MONTHS = 12
_DAYS = 31
_WOMEN_OFFSET = 40  # women's NIK carry their day of birth plus forty
_LOWEST_PROVINCE, _HIGHEST_PROVINCE = (
    11,
    97,
)  # Aceh to Papua Barat Daya in the numbering of the civil registry


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
        In the order of the text, none inside another; empty where there is none.
    """
    solid = (match for match in _SOLID.finditer(text) if not _in_hash(text, match.start()))
    found = [Identifier(_sixteen_kind(match["digits"]), *match.span()) for match in solid]
    for pattern in (_GROUPED, _THOUSANDS, _SCIENTIFIC):
        plausible = (match for match in pattern.finditer(text) if _is_plausible(match["digits"]))
        found += [Identifier(_sixteen_kind(match["digits"]), *match.span()) for match in plausible]
    found += [Identifier("telepon", *match.span()) for match in _TELEPHONE.finditer(text)]
    return _apart(found)


def mask(text: str) -> str:
    """Hide all but the first two characters, of a short text half of it: to be found, but not read."""
    shown = min(len(text) // 2, 2)
    return text[:shown] + "•" * min(len(text) - shown, 14)


def redact(text: str, replacement: str = "[disamarkan]") -> str:
    """Replace every identifier in a text."""
    for one in reversed(find_identifiers(text)):
        text = text[: one.start] + replacement + text[one.end :]
    return text


def _apart(found: list[Identifier]) -> list[Identifier]:
    """Sort by place and leave out what overlaps an earlier one."""
    kept: list[Identifier] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _in_hash(text: str, place: int) -> bool:
    """Tell whether digits stand inside a long hexadecimal number."""
    before = re.search(r"[0-9A-Fa-f]*\Z", text[max(place - 128, 0) : place])
    begin = place - len(before.group()) if before else place
    token = _HEXADECIMAL.match(text, begin)
    return token is not None and not token.group().isdecimal()


def _sixteen_kind(text: str) -> IdentifierKind:
    """Name a number of sixteen digits; one that holds no date can at most be an old family card."""
    return "nik" if _is_plausible(text) else "kk"


def _is_plausible(text: str) -> bool:
    """Tell whether sixteen digits hold a province and a day of birth or of issue."""
    digits = re.sub(r"\D", "", text)
    province, day, month = int(digits[:2]), int(digits[6:8]), int(digits[8:10])
    born = day - _WOMEN_OFFSET if day > _WOMEN_OFFSET else day
    known_province = _LOWEST_PROVINCE <= province <= _HIGHEST_PROVINCE
    return known_province and 1 <= born <= _DAYS and 1 <= month <= _MONTHS
