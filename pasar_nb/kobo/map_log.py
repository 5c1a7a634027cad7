"""What is noted while a map is read: each problem with its key and the nearest right ones."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeAlias

from pasar_nb.contract.cases import Case
from pasar_nb.contract.grid import Place
from pasar_nb.contract.problems import Problem
from pasar_nb.kobo import messages_map as messages
from pasar_nb.language import Listing, Message, Value, _, listing

Toml: TypeAlias = Mapping[str, Any]

MOST_NAMES = 8  # names offered as remedy; the nearest stand first
A_TEXT = _("teks")
TEXTS = _("teks, atau daftar teks")
A_TABLE = _("bagian berkepala [{key}]")
ONE_OF = _("salah satu dari: {known}")


def nearest(name: str, known: Iterable[str]) -> Listing:
    """List known names, those like a wrong one first."""
    names = list(dict.fromkeys(known))
    near = difflib.get_close_matches(name, names, MOST_NAMES // 2, 0.5)
    ordered = near + [one for one in names if one not in near]
    return listing(ordered[:MOST_NAMES] + (["…"] if len(ordered) > MOST_NAMES else []))


class MapLog:
    """Collects the problems of a map.

    Parameters
    ----------
    file
        Name of the map's file.
    """

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self._file = file

    def note(self, case: Case, key: str, **fields: Value) -> None:
        """Note a case at a key."""
        place = Place(self._file)
        self.problems.append(
            place.problem(case, row=None, column="", value="", person=False, **{"key": key, **fields})
        )

    def wrong(self, key: str, expected: Message) -> None:
        """Note a value that cannot be used."""
        self.note(messages.VALUE_WRONG, key, expected=expected)

    def only(self, part: Toml, known: Collection[str], where: str) -> None:
        """Note every key that is not known."""
        for key in part:
            if key not in known:
                self.note(messages.KEY_UNKNOWN, joined(where, key), known=nearest(key, known))

    def part(self, whole: Toml, key: str, where: str = "") -> Toml:
        """Give a part of the map that has a heading of its own; empty where it is not there."""
        found = whole.get(key, {})
        if isinstance(found, dict):
            return found
        self.wrong(joined(where, key), Message(A_TABLE.template, {"key": joined(where, key)}))
        return {}

    def text(self, part: Toml, key: str, where: str, default: str = "") -> str:
        """Give a text that must not be empty where it is there."""
        found = part.get(key, default)
        if isinstance(found, str) and (found.strip() or found == default):
            return found.strip()
        self.wrong(joined(where, key), A_TEXT)
        return default

    def texts(self, part: Toml, key: str, where: str) -> tuple[str, ...]:
        """Give one text or a list of texts."""
        found = part.get(key, [])
        listed = [found] if isinstance(found, str) else found
        if isinstance(listed, list) and all(isinstance(one, str) and one.strip() for one in listed):
            return tuple(one.strip() for one in listed)
        self.wrong(joined(where, key), TEXTS)
        return ()

    def choice(self, part: Toml, key: str, where: str, choices: tuple[str, ...]) -> str:
        """Give one of a few words, the first where there is none."""
        found = part.get(key, choices[0])
        if isinstance(found, str) and found in choices:
            return found
        self.wrong(joined(where, key), Message(ONE_OF.template, {"known": listing(choices)}))
        return choices[0]


def joined(where: str, key: str) -> str:
    """Write a key with the part that it stands in."""
    return f"{where}.{key}" if where else key
