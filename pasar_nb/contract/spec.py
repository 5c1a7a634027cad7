"""What a table of the Dokumen Kendali looks like, as data: the source of checks, template and dictionary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from pasar_nb.language import Message

Kind: TypeAlias = Literal[
    "text", "id", "number", "integer", "money", "date", "month", "year", "yes_no", "choice"
]
"""How a cell is read: ``id`` is text to the letter, ``money`` nominal rupiah, ``yes_no`` ya or tidak."""


PER_CENT = "%"
"""Unit of a column whose values are per cent, 0 to 100."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    name
        Exact name in the contract (Indonesian).
    kind
        How its cells are read.
    title
        Its name for people.
    meaning
        What to write in it, in one sentence.
    required
        Whether every row must have a value and the table the column.
    choices
        Closed list of values, for ``choice``.
    low, high
        Values outside are errors; for a date, month or year they are years.
    usual_low, usual_high
        Values outside are possible but get a warning; also settles whether ``1.250`` is a thousand.
    unit
        Unit for people, e.g. ``Rp/bulan``.
    synonyms
        Other headers that officials use for it.
    refers_to
        ``table.column`` in which the value must exist.
    separator
        Separator of several values in one cell (``;``), or empty.
    person
        Whether the value may identify a person and is masked in messages.
    pattern
        Regular expression that a text or id must match in full, or empty.
    planned
        Whether a date, month or year may lie in the future, as a deadline or a budget's year does.
    fractions
        Whether a number is usually written as a fraction such as ``1/9``, which elsewhere is refused.
    """

    name: str
    kind: Kind
    title: Message
    meaning: Message
    required: bool = False
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    usual_low: float | None = None
    usual_high: float | None = None
    unit: str = ""
    synonyms: tuple[str, ...] = ()
    refers_to: str = ""
    separator: str = ""
    person: bool = False
    pattern: str = ""
    planned: bool = False
    fractions: bool = False

    @property
    def per_cent(self) -> bool:
        """Whether its values are per cent, 0 to 100."""
        return self.unit.strip().casefold() in {PER_CENT, "persen"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the contract.

    Attributes
    ----------
    name
        Exact name: file stem or sheet name.
    title
        Its name for people.
    row_is
        What one row stands for.
    columns
        In the order of the contract.
    key
        Columns that together are unique.
    extra_columns
        Whether columns declared in `variabel` are kept (only `survei`).
    """

    name: str
    title: Message
    row_is: Message
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    extra_columns: bool = False

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the obligatory columns."""
        return tuple(column.name for column in self.columns if column.required)

    def column(self, name: str) -> Column:
        """Find a column by its exact name."""
        return next(column for column in self.columns if column.name == name)
