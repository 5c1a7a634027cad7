"""Running numbers in place of the names of raters and other persons, for every audience.

The numbers follow neither the alphabet nor the order of the file, since either would tell who is who. They
follow a keyed hash of the names, the key being the exact content of the tables they stand in: the same data
always give the same numbers, and who has only the published tables and a list of names cannot compute them
outright. This is not a secret: with few persons, trying all orders narrows the guess. Rows are sorted by the
new numbers, as their old order could follow the alphabet as well.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from pasar_nb.disclosure.traversal import map_declared
from pasar_nb.errors import DisclosureError
from pasar_nb.findings import Disclosure, Named
from pasar_nb.language import Language, _


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """The numbers of all persons that a result names.

    Attributes
    ----------
    numbers
        For each label's source text: name -> ``Penilai 3``.
    columns
        Columns that hold names in any table of the result.
    """

    numbers: Mapping[str, Mapping[str, str]]
    columns: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """All names."""
        return frozenset(name for numbered in self.numbers.values() for name in numbered)


def pseudonyms_of(result: object, language: Language) -> Pseudonyms:
    """Give all persons that a result names their numbers; a person has the same one in all of its tables.

    Parameters
    ----------
    result
        The result before disclosure control.
    language
        Language of the label before the number.
    """
    tables: dict[str, list[tuple[pd.DataFrame, Named]]] = {}

    def visit(value: object, declared: Disclosure | None, place: str) -> object:
        if isinstance(value, pd.DataFrame) and isinstance(declared, Named):
            _require_column(value, declared, place)
            tables.setdefault(declared.label.template, []).append((value, declared))
        return value

    map_declared(result, visit)
    numbers = {label: _numbered(named, language) for label, named in tables.items()}
    columns = frozenset(rule.column for named in tables.values() for _frame, rule in named)
    return Pseudonyms(MappingProxyType(numbers), columns)


def pseudonymise(frame: pd.DataFrame, rule: Named, names: Pseudonyms, place: str) -> pd.DataFrame:
    """Replace the names in a table by numbers and sort the rows by these.

    Parameters
    ----------
    frame
        Table with names.
    rule
        Which column, and the label.
    names
        The numbers, from `pseudonyms_of`.
    place
        Where the table stands, for messages.
    """
    _require_column(frame, rule, place)
    numbers = names.numbers[rule.label.template]
    order = {pseudonym: at for at, pseudonym in enumerate(numbers.values())}
    replaced = frame.assign(**{rule.column: frame[rule.column].astype("str").map(numbers).astype("str")})
    replaced.attrs = {}
    return replaced.sort_values(
        rule.column, key=lambda column: column.map(order), kind="stable", ignore_index=True
    )


def refuse_names(frame: pd.DataFrame, names: Pseudonyms, place: str) -> None:
    """Refuse a table that still has a column of names, or names among its labels.

    Parameters
    ----------
    frame
        Table that is not declared to name persons.
    names
        The persons whom other tables of the same result name.
    place
        Where the table stands, for messages.

    Raises
    ------
    DisclosureError
        With the place, not with the name.
    """
    # A rater called "1" is not named by a row's number.
    labels = {one for one in (*frame.columns, *frame.index) if isinstance(one, str) and not one.isdecimal()}
    if names.columns & {*frame.columns, *frame.index.names} or names.names & labels:
        raise DisclosureError(
            _("Tabel '{place}' memuat nama orang, tetapi tidak dinyatakan demikian.", place=place)
        )


def _numbered(tables: list[tuple[pd.DataFrame, Named]], language: Language) -> Mapping[str, str]:
    """Give the names ``<label> 1``, ``<label> 2``, ... in the order of their keyed hash."""
    names = {name for frame, rule in tables for name in frame[rule.column].dropna().astype("str")}
    key = hashlib.sha256(b"".join(_content(frame) for frame, _rule in tables)).digest()
    order = sorted(names, key=lambda name: hmac.digest(key, name.encode(), "sha256"))
    label = tables[0][1].label.text(language)
    return {name: f"{label} {number}" for number, name in enumerate(order, start=1)}


def _content(frame: pd.DataFrame) -> bytes:
    return frame.to_csv(index=False).encode()


def _require_column(frame: pd.DataFrame, rule: Named, place: str) -> None:
    if rule.column not in frame.columns:
        raise DisclosureError(
            _(
                "Tabel '{place}' tidak mempunyai kolom '{column}' yang dinyatakan memuat nama.",
                place=place,
                column=rule.column,
            )
        )
