"""Lines of the market map: which way each flow takes between the rows, without crossing a box.

Neighbours along the chain are joined straight down or up. Every other flow leaves its box, runs along a track
between two rows to a lane beside the boxes, and comes back along another track; flows of one kind from one
actor share track and lane. Products and money take the lanes on the right, all else those on the left.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal, NamedTuple, TypeAlias

from pasar_nb.figures.market.map_rows import Box

TRADED = ("produk", "uang")
LANE = 1.7  # % of the width between lanes, less where all would not fit
GUTTER = 25.0  # % of the width that the lanes on one side take at most
MARGIN = 3.0  # % of the width beside the outermost lane
EDGE = 5.0  # % of the width at either end of a box that is kept for what comes from the lanes
PRODUCT = 0.17  # where straight lines of products stand in what two neighbours have in common
# and all others: clear of the price beside a product, and of prices from the lanes
OTHERS, OTHERS_WIDE = (0.78, 0.855), (0.5, 0.64)
WIDE = 50.0  # % of the width from which two neighbours have much in common

Flow: TypeAlias = tuple[str, str, str]
"""From whom, to whom, what."""

Part: TypeAlias = Literal["top", "bottom", "upper", "lower"]
Side: TypeAlias = Literal["left", "right"]


class Down(NamedTuple):
    """A place down the drawing, before its rows have heights.

    Attributes
    ----------
    row
        Row of the box, or of the box below the gap.
    part
        Top or bottom of a box, or upper or lower zone of the gap above the row.
    track
        Which track of the zone.
    """

    row: int
    part: Part
    track: int = 0


Point: TypeAlias = tuple[float, Down]


@dataclass(frozen=True, slots=True)
class Line:
    """The way of one flow, places across in %.

    Attributes
    ----------
    flow
        Which.
    points
        Its corners, from start to end.
    edge
        Right edge of the box where it ends.
    straight
        Whether it goes straight between neighbours.
    """

    flow: Flow
    points: tuple[Point, ...]
    edge: float
    straight: bool


@dataclass(frozen=True, slots=True)
class _Way:
    """Where a flow that is not straight leaves and arrives."""

    flow: Flow
    start: Box
    end: Box

    @property
    def short(self) -> bool:
        """Whether it needs no lane."""
        return abs(self.end.row - self.start.row) <= 1 and self.start.band == self.end.band

    @property
    def side(self) -> Side:
        return "right" if self.flow[2] in TRADED else "left"

    @property
    def leaves(self) -> Part:
        return "top" if self.end.row < self.start.row else "bottom"

    @property
    def arrives(self) -> Part:
        return "top" if self.end.row > self.start.row else "bottom"

    @property
    def trunk(self) -> tuple[str, ...]:
        """What it shares its way to the lane with."""
        source, target, kind = self.flow
        return (source, kind, self.leaves, target) if self.short else (source, kind, self.leaves)


def gutters(flows: Iterable[Flow], boxes: Iterable[Box]) -> tuple[float, float]:
    """Say where the boxes must begin and end, in % of the width, to leave room for the lanes."""
    _straight_ones, ways = _sorted(flows, boxes)
    room = {side: most * pitch for side, (most, pitch) in _pitches(ways, _lanes(ways)).items()}
    return MARGIN + room["left"], 100 - MARGIN - room["right"]


def lay_lines(flows: Iterable[Flow], boxes: Iterable[Box]) -> tuple[Line, ...]:
    """Find a way for every flow.

    Parameters
    ----------
    flows
        Each once.
    boxes
        From `map_rows.arrange`, drawn in.
    """
    every = tuple(boxes)
    straight, ways = _sorted(flows, every)
    return (*straight, *_round(ways, every))


def _sorted(flows: Iterable[Flow], boxes: Iterable[Box]) -> tuple[list[Line], list[_Way]]:
    """Lay the straight lines and list the flows that need a way around."""
    place = {box.code: box for box in boxes}
    pairs: dict[frozenset[str], list[Flow]] = defaultdict(list)
    ways = []
    for flow in flows:
        way = _Way(flow, place[flow[0]], place[flow[1]])
        if _neighbours(way.start, way.end):
            pairs[frozenset(flow[:2])].append(flow)
        else:
            ways.append(way)
    return [line for together in pairs.values() for line in _straight(together, place)], ways


def _neighbours(one: Box, other: Box) -> bool:
    chained = one.band == other.band == "rantai_nilai" and abs(one.row - other.row) == 1
    return chained and max(one.left, other.left) < min(one.right, other.right)


def _straight(flows: list[Flow], place: Mapping[str, Box]) -> Iterable[Line]:
    """Stand the lines between two neighbours side by side: products first, money last."""
    ordered = sorted(flows, key=lambda flow: (flow[2] != "produk", flow[2] == "uang", flow[2]))
    one, other = place[flows[0][0]], place[flows[0][1]]
    left, right = max(one.left, other.left), min(one.right, other.right)
    for flow, share in zip(ordered, _shares(ordered, wide=right - left > WIDE), strict=True):
        start, end = place[flow[0]], place[flow[1]]
        leaves: Part = "bottom" if end.row > start.row else "top"
        arrives: Part = "top" if end.row > start.row else "bottom"
        x = left + (right - left) * share
        yield Line(
            flow, ((x, Down(start.row, leaves)), (x, Down(end.row, arrives))), end.right, straight=True
        )


def _shares(ordered: list[Flow], *, wide: bool) -> Iterable[float]:
    """Leave room for the price beside a product, which stands first."""
    first = int(ordered[0][2] == "produk")
    others = len(ordered) - first
    yield from [PRODUCT] * first
    low, high = OTHERS_WIDE if wide else OTHERS
    yield from (high - (high - low) * at / max(others - 1, 1) for at in reversed(range(others)))


def _round(ways: list[_Way], boxes: Sequence[Box]) -> Iterable[Line]:
    """Lead the other flows around all boxes, also those of rows that they only pass."""
    ports = _ports(ways)
    numbers = _lanes(ways)
    first, last = _edges(boxes)
    pitches = _pitches(ways, numbers)
    tracks: Counter[tuple[int, Part]] = Counter()
    exits: dict[tuple[str, ...], Down] = {}
    for way in ways:
        leave, arrive = Down(way.start.row, way.leaves), Down(way.end.row, way.arrives)
        out, back = ports["out", *way.trunk], ports["in", *way.flow]
        if way.trunk not in exits:
            exits[way.trunk] = _track(tracks, leave)
        track = exits[way.trunk]
        if way.short:
            around = [(back, track)]
        else:
            away = numbers[way.trunk] * pitches[way.side][1]
            lane = first - away if way.side == "left" else last + away
            entry = _track(tracks, arrive, priced=way.flow[2] == "produk")
            around = [(lane, track), (lane, entry), (back, entry)]
        yield Line(
            way.flow, ((out, leave), (out, track), *around, (back, arrive)), way.end.right, straight=False
        )


def _ports(ways: list[_Way]) -> dict[tuple[str, ...], float]:
    """Spread what comes from the lanes along the ends of the boxes."""
    wanted: dict[tuple[str, Part, Side], dict[tuple[str, ...], Box]] = defaultdict(dict)
    for way in ways:
        wanted[way.start.code, way.leaves, way.side]["out", *way.trunk] = way.start
        wanted[way.end.code, way.arrives, way.side]["in", *way.flow] = way.end
    found = {}
    for (_code, _part, side), ports in wanted.items():
        for at, (name, box) in enumerate(ports.items(), start=1):
            inwards = EDGE * at / (len(ports) + 1)
            found[name] = box.left + inwards if side == "left" else box.right - inwards
    return found


def _pitches(ways: list[_Way], numbers: Mapping[tuple[str, ...], int]) -> dict[Side, tuple[int, float]]:
    """Give the number of lanes on each side, and how far apart they are."""
    most: dict[Side, int] = {"left": 0, "right": 0}
    for way in ways:
        most[way.side] = max(most[way.side], numbers.get(way.trunk, 0))
    return {side: (lanes, min(LANE, GUTTER / max(lanes, 1))) for side, lanes in most.items()}


def _edges(boxes: Sequence[Box]) -> tuple[float, float]:
    """Give the outer edges of the boxes."""
    return min((box.left for box in boxes), default=0.0), max((box.right for box in boxes), default=100.0)


def _lanes(ways: list[_Way]) -> dict[tuple[str, ...], int]:
    """Give each trunk the nearest lane that no other uses along the same rows; short trunks choose first."""
    spans: dict[tuple[str, ...], set[int]] = defaultdict(set)
    sides = {way.trunk: way.side for way in ways}
    for way in (way for way in ways if not way.short):
        rows = (way.start.row, way.end.row)
        spans[way.trunk] |= set(range(min(rows), max(rows) + 2))
    used: dict[tuple[Side, int], set[int]] = defaultdict(set)
    found = {}
    for trunk in sorted(spans, key=lambda one: (len(spans[one]), one)):
        side = sides[trunk]
        number = next(number for number in count(1) if not used[side, number] & spans[trunk])
        used[side, number] |= spans[trunk]
        found[trunk] = number
    return found


def _track(tracks: Counter[tuple[int, Part]], edge: Down, *, priced: bool = False) -> Down:
    """Take a new track in the gap that an edge of a box looks into, with room for a price beside it."""
    below = edge.part == "bottom"
    zone: tuple[int, Part] = (edge.row + 1, "upper") if below else (edge.row, "lower")
    tracks[zone] += 2 if priced else 1
    return Down(*zone, tracks[zone] - 1)
