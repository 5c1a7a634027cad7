"""Lazy messages: texts that know the values in them and are written when somebody reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from pasar_nb.language.catalogue import translations
from pasar_nb.language.numbers import Day, DrawnShare, Money, Month, Number, Quantity, Share
from pasar_nb.language.reader import LOCALES, SOURCE_LANGUAGE, Language

PARAGRAPH = "\n\n"  # between the paragraphs of a message


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


_Figure: TypeAlias = Number | Quantity | Share | DrawnShare | Money | Day | Month
Value: TypeAlias = str | int | _Figure | Listing | InSentence | Message


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


def paragraphs(*messages: Message) -> Message:
    """Set messages one below the other, each a paragraph of its own; an empty one is left out."""
    fields = {f"paragraph_{place}": one for place, one in enumerate(messages, start=1) if one.template}
    return Message(PARAGRAPH.join(f"{{{name}}}" for name in fields), fields)


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
    if isinstance(value, _Figure | Listing | InSentence | Message):
        return value.text(language)
    raise TypeError(f"a {type(value).__name__} cannot stand in a message; wrap it in Number, Share or Money")
