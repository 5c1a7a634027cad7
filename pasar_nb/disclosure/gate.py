"""The release gate: a last look at public files for identifiers of persons and this run's household ids."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pasar_nb.disclosure.decoding import decoded_texts
from pasar_nb.disclosure.normalising import comparable
from pasar_nb.errors import DisclosureError
from pasar_nb.identifiers import IdentifierKind, find_identifiers, mask
from pasar_nb.language import Message, _, _n, listing

LeakKind: TypeAlias = IdentifierKind | Literal["id_rt"]

_WORD = re.compile(r"\w+")
_SHORTEST_ID = 4  # characters of an id with a letter in it; "K1" is a household here and a criterion there
_SHORTEST_NUMBER = 8  # digits of an id that is a number; shorter ones are amounts and counts as well
_SHOWN = 5  # leaks named in a message; one is enough to stop a report


@dataclass(frozen=True, slots=True)
class Leak:
    """Something in a public file that identifies a person or a household.

    Attributes
    ----------
    file
        Name of the file, with the member of a workbook after ``!``.
    kind
        What it looks like.
    value
        The text, masked.
    """

    file: str
    kind: LeakKind
    value: str

    def message(self) -> Message:
        """Say where the leak is."""
        return _("{file}: {value} ({kind})", file=self.file, value=self.value, kind=self.kind)


def find_leaks(files: Mapping[str, bytes], own_ids: Collection[str] = ()) -> tuple[Leak, ...]:
    """Look into files as they would be published.

    Parameters
    ----------
    files
        Name and content of HTML, JSON and XLSX files. Shared assets such as plotly's script are not meant.
    own_ids
        Ids of the households of this run, or names that must not be published. Those that are too short to
        be told from ordinary words and numbers (`is_distinctive`) are not looked for.

    Returns
    -------
    tuple of Leak
        Each once per file, in the order of the files; empty where all is well.
    """
    by_first_word = _by_first_word(own_ids)
    found = (
        Leak(place, kind, mask(value))
        for name, content in files.items()
        for place, text in decoded_texts(name, content)
        for kind, value in _leaks_of(text, by_first_word)
    )
    return tuple(dict.fromkeys(found))


def refuse_leaks(files: Mapping[str, bytes], own_ids: Collection[str] = ()) -> None:
    """Stop the publication of files that identify somebody.

    Parameters
    ----------
    files, own_ids
        As in `find_leaks`.

    Raises
    ------
    DisclosureError
        With the first few places, masked.
    """
    leaks = find_leaks(files, own_ids)
    if leaks:
        raise DisclosureError(
            _n(
                "Laporan tidak diterbitkan karena memuat {count} pengenal orang atau rumah tangga: {leaks}.",
                len(leaks),
                leaks=listing(leak.message() for leak in leaks[:_SHOWN]),
            )
        )


def is_distinctive(own_id: str) -> bool:
    """Tell whether an id can be told from ordinary words and numbers."""
    return len(own_id) >= (_SHORTEST_NUMBER if own_id.isdecimal() else _SHORTEST_ID)


def _leaks_of(text: str, by_first_word: Mapping[str, frozenset[str]]) -> Iterator[tuple[LeakKind, str]]:
    for one in find_identifiers(text):
        yield one.kind, text[one.start : one.end]
    if by_first_word:
        for own_id in _own_ids_in(comparable(text), by_first_word):
            yield "id_rt", own_id


def _by_first_word(own_ids: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Sort ids by their first word, so that a page is read once however many there are."""
    sorted_in: dict[str, set[str]] = {}
    for own_id in filter(is_distinctive, map(comparable, own_ids)):
        word = _WORD.search(own_id)
        if word:
            sorted_in.setdefault(word.group(), set()).add(own_id[word.start() :])
    return {word: frozenset(ids) for word, ids in sorted_in.items()}


def _own_ids_in(text: str, by_first_word: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Find ids that stand in a text as whole words."""
    lengths = {word: {len(one) for one in ids} for word, ids in by_first_word.items()}
    for match in _WORD.finditer(text):
        for length in lengths.get(match.group(), ()):
            candidate = text[match.start() : match.start() + length]
            after = text[match.start() + length : match.start() + length + 1]
            if candidate in by_first_word[match.group()] and not _WORD.match(after):
                yield candidate
