"""Numbers, money and dates as a reader writes them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, localcontext

from pasar_nb.language.reader import LOCALES, Language

_TRUE_DECIMALS = 9  # of a percentage; further ones are noise of binary numbers
_SMALL, _MOST_DECIMALS = 0.1, 6
_NEARLY_ALL = 0.999  # thousands of draws cannot tell more than this from certainty


@dataclass(frozen=True, slots=True)
class Number:
    """A number shown with a fixed count of decimals."""

    value: float
    decimals: int = 0

    def text(self, language: Language) -> str:
        """Write the number with the language's separators.

        A half is rounded away from nought, and nought has no sign.
        """
        from babel.numbers import format_decimal

        pattern = "#,##0" + ("." + "0" * self.decimals if self.decimals else "")
        with localcontext(rounding=ROUND_HALF_UP):  # as Excel and readers do; Babel would round 4.25 to 4.2
            return _with_true_minus(format_decimal(self.value, format=pattern, locale=LOCALES[language]))


def decimals_for(value: float) -> int:
    """Choose decimals that leave about three digits of a number, and of a small one two."""
    size = abs(value)
    if 0 < size < _SMALL:
        return min(1 - math.floor(math.log10(size)), _MOST_DECIMALS)
    return 0 if size >= 100 else 1 if size >= 10 else 2


def side_by_side(*values: float) -> tuple[Number, ...]:
    """Write numbers read together, those of one size with the same decimals: ``1,41`` and ``2,00``."""
    sizes = [decimals_for(value) for value in values]
    own: dict[int, int] = {}
    for size, value in zip(sizes, values, strict=True):
        own[size] = max(own.get(size, 0), Quantity(value).decimals)
    return tuple(Number(value, own[size]) for size, value in zip(sizes, values, strict=True))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of any size, shown with the decimals that its size asks for: ``4.600``, ``63,4``, ``0,69``.

    Noughts at the end are left out: they would look more exact than a rounded number is.
    """

    value: float

    @property
    def decimals(self) -> int:
        """Decimals that are written."""
        most = decimals_for(self.value)
        return len(f"{self.value:.{most}f}".partition(".")[2].rstrip("0"))

    def text(self, language: Language) -> str:
        """Write the number with the language's separators."""
        return Number(self.value, self.decimals).text(language)


@dataclass(frozen=True, slots=True)
class Share:
    """A share between 0 and 1, shown as per cent; a change may bear its sign, plus included."""

    value: float
    decimals: int = 0
    signed: bool = False

    def text(self, language: Language) -> str:
        """Write the share as a percentage."""
        per_cent = round(self.value * 100, _TRUE_DECIMALS)  # 0.285 * 100 falls short of 28.5
        sign = "+" if self.signed and round(per_cent, self.decimals) > 0 else ""
        return sign + Number(per_cent, self.decimals).text(language) + "%"


@dataclass(frozen=True, slots=True)
class DrawnShare:
    """A share of random draws, never shown as certain: all of them are ``> 99,9%``, none are ``< 0,1%``.

    The space after the sign does not break.
    """

    value: float

    def text(self, language: Language) -> str:
        """Write the share with a decimal only where rounding would make it look certain."""
        if self.value > _NEARLY_ALL:
            return ">\u00a0" + Share(_NEARLY_ALL, 1).text(language)
        if self.value < 1 - _NEARLY_ALL:
            return "<\u00a0" + Share(1 - _NEARLY_ALL, 1).text(language)
        looks_certain = round(self.value * 100) in (0, 100)
        return Share(self.value, 1 if looks_certain else 0).text(language)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in rupiah, shown without decimals: ``Rp1.234.567``."""

    value: float

    def text(self, language: Language) -> str:
        """Write the amount with its currency sign and no space."""
        amount = Number(abs(self.value)).text(language)
        return f"−Rp{amount}" if self.value < 0 and amount != "0" else f"Rp{amount}"


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, shown as ``20 November 2026``."""

    value: date

    def text(self, language: Language) -> str:
        """Write the day with the month's name."""
        from babel.dates import format_date

        return format_date(self.value, format="d MMMM y", locale=LOCALES[language])


@dataclass(frozen=True, slots=True)
class Month:
    """A month given as ``YYYY-MM``, shown as ``November 2026``."""

    value: str

    def text(self, language: Language) -> str:
        """Write the month by name."""
        from babel.dates import format_date

        year, month = self.value.split("-")
        return format_date(date(int(year), int(month), 1), format="MMMM y", locale=LOCALES[language])


def _with_true_minus(text: str) -> str:
    return text.replace("-", "−") if any(sign in "123456789" for sign in text) else text.lstrip("-")
