"""Numbers as Indonesians and spreadsheets write them: what a written number may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, TypeAlias

from pasar_nb.contract.cell_log import DASHES

Writing: TypeAlias = Literal[
    "plain", "point", "comma", "fraction", "ambiguous", "missing", "infinite", "shortened", "unreadable"
]
"""How a number is written: ``point`` and ``comma`` name the decimal sign that its writing proves."""

PLAIN = r"-?(?:[0-9]+|[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|0\.[0-9]{3}|[0-9]{4,}\.[0-9]{3})"
"""A number with one reading: without separators, or with a point that cannot be one of thousands."""

LONGEST = 400  # characters, enough for any float; patterns would try a very long text for minutes

_PLAIN = re.compile(PLAIN)
_MULTIPLIERS = {
    **dict.fromkeys(("ribu", "rb"), 10**3),
    **dict.fromkeys(("juta", "jt"), 10**6),
    **dict.fromkeys(("miliar", "milyar"), 10**9),
}
_DRESSED = re.compile(
    r"(?P<sign>-?)\s*(?P<rupiah>(?:rp|idr)[.\s]*)?(?P<numeral>-?[0-9][0-9.,\s]*?(?:e[+-]?[0-9]+)?)"
    rf"(?P<tail>[.,]-)?\s*(?P<multiplier>{'|'.join(_MULTIPLIERS)})?"
)
_AMBIGUOUS = re.compile(r"-?0*[1-9][0-9]{0,2}[.,][0-9]{3}")
_POINT_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|(?:\.[0-9]{3})+,[0-9]+)")
_COMMA_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){2,}(?:\.[0-9]+)?|(?:,[0-9]{3})+\.[0-9]+)")
_DECIMAL_COMMA = re.compile(r"-?(?:0|[1-9][0-9]*),[0-9]+")
_SPACED = re.compile(r"-?[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]{1,2})?")
_SCIENTIFIC = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?e[+-]?[0-9]{1,2}")
SHORTENED = 10**11  # of twelve digits and more a spreadsheet shows six; the others are lost in a text file
_FRACTION = re.compile(r"(-?[0-9]{1,3})/([1-9][0-9]{0,2})")
_INFINITE = re.compile(r"[+-]?(?:inf|infinity|∞)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A written number.

    Attributes
    ----------
    writing
        How it is written.
    value
        What it means; of an ambiguous one, its reading with a decimal sign; None where there is no number.
    thousands
        Of an ambiguous one, its reading with a separator of thousands.
    separator
        Of an ambiguous one, the sign that may be either: ``.`` or ``,``.
    dressed
        Whether there was more than digits, sign and decimal point, e.g. ``Rp`` or separators.
    per_cent
        Whether a sign of per cent stands behind it, which only a column of per cent may have.
    """

    writing: Writing
    value: Decimal | None = None
    thousands: Decimal | None = None
    separator: str = ""
    dressed: bool = False
    per_cent: bool = False


def read_numeral(text: str) -> Numeral:
    """Find out what a written number means.

    Parameters
    ----------
    text
        A cell, e.g. ``1.250.000``, ``Rp 1.500``, ``2,5 juta``, ``1/9`` or ``-``.

    Returns
    -------
    Numeral
        ``1.250`` and ``1,250`` stay ambiguous: only the column can tell whether they are thousands. With
        ``Rp`` before it a point separates thousands, as rupiah are written so and have no cents.
    """
    if len(text) > LONGEST:
        return Numeral("unreadable")
    bare = text.strip().casefold().replace("−", "-").removeprefix("+")
    if bare in DASHES:
        return Numeral("missing")
    if _INFINITE.fullmatch(bare):
        return Numeral("infinite")
    if fraction := _FRACTION.fullmatch(bare):
        return Numeral("fraction", Decimal(fraction[1]) / Decimal(fraction[2]), dressed=True)
    if bare.endswith("%"):
        plain = read_numeral(bare.removesuffix("%").rstrip())
        return (
            replace(plain, dressed=True, per_cent=True) if plain.value is not None else Numeral("unreadable")
        )
    dressed = _DRESSED.fullmatch(bare)
    return _undressed(dressed) if dressed else Numeral("unreadable")


def _undressed(parts: re.Match[str]) -> Numeral:
    digits = parts["sign"] + parts["numeral"].strip()
    factor = _MULTIPLIERS.get(parts["multiplier"] or "", 1)
    bare = _bare(digits)
    if bare.value is None:
        return bare
    dressed = bare.dressed or any(parts[name] for name in ("rupiah", "tail", "multiplier"))
    if bare.writing == "ambiguous" and bare.thousands is not None:
        if bare.separator == "." and (parts["rupiah"] or parts["tail"]) and factor == 1:
            return Numeral("comma", bare.thousands, dressed=True)
        return Numeral(
            "ambiguous", bare.value * factor, bare.thousands * factor, bare.separator, dressed=True
        )
    return Numeral(bare.writing, bare.value * factor, dressed=dressed)


def is_shortened(text: str) -> bool:
    """Tell whether a text is nothing but a long number of which a spreadsheet has kept the first digits."""
    return len(text) <= LONGEST and read_numeral(text).writing == "shortened"


def _bare(digits: str) -> Numeral:
    """Read digits with their separators."""
    if _PLAIN.fullmatch(digits):
        return Numeral("point" if "." in digits else "plain", Decimal(digits))
    if _AMBIGUOUS.fullmatch(digits):
        separator = "," if "," in digits else "."
        decimal, thousands = Decimal(digits.replace(separator, ".")), Decimal(digits.replace(separator, ""))
        return Numeral("ambiguous", decimal, thousands, separator, dressed=True)
    if _POINT_THOUSANDS.fullmatch(digits):
        return _dressed("comma", digits.replace(".", "").replace(",", "."))
    if _COMMA_THOUSANDS.fullmatch(digits):
        return _dressed("point", digits.replace(",", ""))
    if _DECIMAL_COMMA.fullmatch(digits):
        return _dressed("comma", digits.replace(",", "."))
    if _SPACED.fullmatch(digits):
        return _dressed("plain", digits.replace(" ", "").replace(",", "."))
    if _SCIENTIFIC.fullmatch(digits):
        value = Decimal(digits.replace(",", "."))
        return Numeral("shortened" if abs(value) >= SHORTENED else "plain", value, dressed=True)
    return Numeral("unreadable")


def _dressed(writing: Writing, digits: str) -> Numeral:
    return Numeral(writing, Decimal(digits), dressed=True)
