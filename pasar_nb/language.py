"""Texts in Indonesian and English: lazy messages, and numbers, money and dates as a reader writes them.

Indonesian is the source language: a message's template is its Indonesian text and is looked up in the
English catalogue when it is read in English. A message stays a value until somebody reads it, so that one
result can be shown in both languages.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, localcontext
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

Language: TypeAlias = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
SOURCE_LANGUAGE: Language = "id"
LOCALES: Mapping[Language, str] = {"id": "id_ID", "en": "en_GB"}
CATALOGUES = Path(__file__).parent / "locale"
_TRUE_DECIMALS = 9  # of a percentage; further ones are noise of binary numbers
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


@dataclass(frozen=True, slots=True)
class Listing:
    """Several values in one sentence: ``a, b, dan c``."""

    items: tuple[Value, ...]

    def text(self, language: Language) -> str:
        """Join the items with the language's last conjunction."""
        from babel.lists import format_list

        return format_list([render(item, language) for item in self.items], locale=LOCALES[language])


@dataclass(frozen=True, slots=True)
class InSentence:
    """A label inside a sentence: its first letter is small unless it is an abbreviation (``POKMAS``)."""

    label: Message

    def text(self, language: Language) -> str:
        """Write the label as a part of a sentence."""
        written = self.label.text(language)
        return written if written[1:2].isupper() else written[:1].lower() + written[1:]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence that knows its Indonesian text and the values in it.

    Attributes
    ----------
    template
        Indonesian text with ``{named}`` fields; the key of the English catalogue.
    values
        What stands in the fields.
    count
        Decides between the singular and the plural of languages that tell them apart.
    """

    template: str
    values: Mapping[str, Value] = field(default_factory=dict)
    count: int | None = None

    def text(self, language: Language) -> str:
        """Write the sentence in a language."""
        rendered = {name: render(value, language) for name, value in self.values.items()}
        return self._translated(language).format(**rendered)

    def _translated(self, language: Language) -> str:
        if self.count is None:
            return translations(language).gettext(self.template) if self.template else ""
        return translations(language).ngettext(self.template, self.template, self.count)

    def __str__(self) -> str:
        """Write the sentence in the source language, for logs and tracebacks."""
        return self.text(SOURCE_LANGUAGE)

    def __hash__(self) -> int:
        """Hash by text, as the mapping of values has no hash of its own."""
        return hash((self.template, tuple(sorted(self.values)), self.count))


Value: TypeAlias = (
    str | int | Number | Share | DrawnShare | Money | Day | Month | Listing | InSentence | Message
)


def _(template: str, **values: Value) -> Message:
    """Mark a text for translation and bind its values.

    Parameters
    ----------
    template
        Indonesian text, a literal, with ``{named}`` fields.
    **values
        The fields' values. A bare ``float`` is refused: say how many decimals with `Number` or `Share`.
    """
    return Message(template, values)


def _n(template: str, count: int, **values: Value) -> Message:
    """Mark a text whose English form depends on a count; the count is the field ``{count}``."""
    return Message(template, {"count": count, **values}, count)


def listing(items: Iterable[Value]) -> Listing:
    """Collect values to be joined in one sentence."""
    return Listing(tuple(items))


def paragraph(*sentences: Message) -> Message:
    """Set sentences one after the other."""
    fields = {f"sentence_{place}": sentence for place, sentence in enumerate(sentences, start=1)}
    return Message(" ".join(f"{{{name}}}" for name in fields), fields)


def verbatim(text: str) -> Message:
    """Take a text of the data, such as a criterion's name, as it stands in every language."""
    return Message("{text}", {"text": text})


def render(value: Value, language: Language) -> str:
    """Write one value as a reader of the language expects it.

    Raises
    ------
    TypeError
        For a bare float, whose number of decimals nobody has decided.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return Number(value).text(language)
    if isinstance(value, Number | Share | DrawnShare | Money | Day | Month | Listing | InSentence | Message):
        return value.text(language)
    raise TypeError(f"a {type(value).__name__} cannot stand in a message; wrap it in Number, Share or Money")


@cache
def translations(language: Language) -> gettext.NullTranslations:
    """Load the catalogue of a language; the source language needs none.

    The catalogue is compiled in memory from its text form, so that no binary file can go out of date.
    """
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    with (CATALOGUES / language / "LC_MESSAGES" / "pasar_nb.po").open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _with_true_minus(text: str) -> str:
    return text.replace("-", "−") if any(sign in "123456789" for sign in text) else text.lstrip("-")
