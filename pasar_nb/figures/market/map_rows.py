"""Boxes of the market map in rows: supporting functions above, the chain from top to bottom, rules below.

The chain runs downwards and at most two boxes stand side by side, so that a telephone can show them. A place
across is a percentage of the drawing's width; a place down is in px.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from pasar_nb.analysis.rows import as_rows
from pasar_nb.figures.frame import LINE_HEIGHT, plain, wrapped
from pasar_nb.language import Language, Message, _, _n, render

BANDS = ("pendukung", "rantai_nilai", "lingkungan_bisnis")  # from top to bottom
BETWEEN = 3.0  # % of the width between two boxes
PLAIN = 1.15  # times as many characters in a line that is not bold


class Room(NamedTuple):
    """Characters that fit into a bold line.

    Attributes
    ----------
    whole, half
        Of a box that has the row to itself, and of one that has half of it.
    longest
        Of half a row, for the sake of a single long word.
    """

    whole: int
    half: int
    longest: int


TELEPHONE, PAGE = Room(28, 12, 14), Room(46, 24, 24)  # at 390 px, and from 560 px and on paper
PADDING = 8  # px above and below the text of a box


@dataclass(frozen=True, slots=True)
class Box:
    """One group of actors.

    Attributes
    ----------
    code, band, row
        Which actor; its layer; its row from the top.
    left, right
        % of the width.
    text
        Escaped and wrapped.
    outside, deserted
        Whether it is outside the district; whether its recorded number is nought.
    """

    code: str
    band: str
    row: int
    left: float
    right: float
    text: str
    outside: bool
    deserted: bool

    @property
    def middle(self) -> float:
        """Place across of its middle."""
        return (self.left + self.right) / 2

    @property
    def height(self) -> int:
        """Height in px that its text needs."""
        return (self.text.count("<br>") + 1) * LINE_HEIGHT + PADDING


def fitted(boxes: Iterable[Box], left: float, right: float) -> tuple[Box, ...]:
    """Draw the boxes in, to leave room for lines on either side."""
    share = (right - left) / 100
    return tuple(replace(box, left=left + box.left * share, right=left + box.right * share) for box in boxes)


def arrange(actors: pd.DataFrame, language: Language, room: Room = PAGE) -> tuple[Box, ...]:
    """Put every group of actors in a row, over the whole width.

    Parameters
    ----------
    actors
        Table of `Actors`.
    language
        Language of the numbers of actors.
    room
        How much text fits into a line.
    """
    rows = [row for band in BANDS for row in _rows(actors[actors["lapisan"] == band])]
    return tuple(box for at, row in enumerate(rows) for box in _boxes(row, at, language, room))


def _rows(band: pd.DataFrame) -> Iterator[list[dict[str, object]]]:
    """Put the actors at one position of the chain together, two in a row."""
    records = as_rows(band)
    for _position, together in groupby(records, key=lambda one: str(one["position"])):
        group = list(together)
        yield from (group[at : at + 2] for at in range(0, len(group), 2))


def _boxes(row: list[dict[str, object]], at: int, language: Language, room: Room) -> Iterator[Box]:
    half = (100 - BETWEEN) / 2
    for place, actor in enumerate(row):
        alone = len(row) == 1
        left = 100 - half if place else 0.0
        yield Box(
            code=str(actor["pelaku"]),
            band=str(actor["lapisan"]),
            row=at,
            left=left,
            right=100.0 if alone else left + half,
            text=_text(actor, room.whole if alone else room.half, room, language),
            outside=actor["lokasi"] == "luar",
            deserted=not pd.isna(actor["jumlah"]) and actor["jumlah"] == 0,  # type: ignore[call-overload]
        )


def _text(actor: dict[str, object], width: int, room: Room, language: Language) -> str:
    """Write name, function and number, the last two in one line where there is room."""
    name = _broken(str(actor["nama"]), width, room)
    bold = "<br>".join(f"<b>{line}</b>" for line in name.split("<br>"))
    function, number = str(actor["fungsi"]), render(_number(actor["jumlah"]), language)
    wider = int(width * PLAIN)
    together = f"{function} · {number}"
    if len(together) <= wider:
        return f"{bold}<br>{plain(together)}"
    return "<br>".join([bold, _broken(function, wider, room), _broken(number, wider, room)])


def _broken(text: str, width: int, room: Room) -> str:
    """Break a text into lines, a little longer ones where a word needs it."""
    longest = max(map(len, text.split()), default=0)
    return wrapped(text, max(width, min(longest, room.longest)))


def _number(count: object) -> Message:
    if pd.isna(count):  # type: ignore[call-overload]  # any scalar
        return _("tanpa jumlah")
    return _n("{count} pelaku", int(str(count)))
