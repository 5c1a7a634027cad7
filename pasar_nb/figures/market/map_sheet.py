"""The height of everything on the market map: rows as high as their text, gaps as high as their lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pasar_nb.figures.market.map_lines import Down, Line, Part
from pasar_nb.figures.market.map_rows import Box

TRACK = 7  # px between two lines that run side by side
ARROW = 16  # px that an arrow has at least
PRICE = 28  # px that a price beside an arrow needs
HEADING = 26  # px of a layer's name


@dataclass(frozen=True, slots=True)
class Sheet:
    """Places in px from the top.

    Attributes
    ----------
    gaps
        For the gap above each row, and the one below the last: its upper zone, its middle and its lower zone.
    rows
        Top and bottom of each row.
    height
        Of the whole.
    """

    gaps: tuple[tuple[float, float, float], ...]
    rows: tuple[tuple[float, float], ...]
    height: float

    def y(self, at: Down) -> float:
        """Give a place in px."""
        if at.part in ("top", "bottom"):
            return self.rows[at.row][at.part == "bottom"]
        upper, _middle, lower = self.gaps[at.row]
        return (upper if at.part == "upper" else lower) + TRACK * (at.track + 1)


def measure(boxes: Sequence[Box], lines: Iterable[Line], *, top: float) -> Sheet:
    """Give every row and gap its place.

    Parameters
    ----------
    boxes, lines
        From `map_rows` and `map_lines`.
    top
        Px left free above for the legend.
    """
    laid = list(lines)
    count = max(box.row for box in boxes) + 1
    gaps, rows, y = [], [], top
    for row in range(count + 1):
        middle = y + _zone(laid, row, "upper")
        lower = middle + _middle(boxes, laid, row)
        gaps.append((y, middle, lower))
        y = lower + _zone(laid, row, "lower")
        if row < count:
            height = max(box.height for box in boxes if box.row == row)
            rows.append((y, y + height))
            y += height
    return Sheet(tuple(gaps), tuple(rows), y)


def starts_band(boxes: Sequence[Box], row: int) -> bool:
    """Tell whether a row is the first of its layer."""
    bands = {box.row: box.band for box in boxes}
    return row in bands and bands.get(row - 1) != bands[row]


def _zone(lines: list[Line], row: int, part: Part) -> float:
    """Leave room for the tracks of a zone, and for the arrow between them and the box."""
    used = [at.track for line in lines for _x, at in line.points if (at.row, at.part) == (row, part)]
    return TRACK * (max(used) + 1) + ARROW / 2 if used else 0


def _middle(boxes: Sequence[Box], lines: list[Line], row: int) -> float:
    heading = HEADING if starts_band(boxes, row) else 0
    straight = any(line.straight and {at.row for _x, at in line.points} == {row - 1, row} for line in lines)
    return heading + (PRICE if straight else ARROW / 2)
