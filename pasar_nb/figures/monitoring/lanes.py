"""Where the arrows of the results chain run: beside the boxes, each target in a lane of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

_HALF = 0.25  # of the way from one box to the next, between where arrows enter a box and where they leave it


@dataclass(frozen=True, slots=True)
class Lane:
    """All arrows into one box.

    Attributes
    ----------
    target
        Place of the box, counted from the top.
    sources
        Places of the boxes from which they come, from the top.
    track
        0 is nearest to the boxes; lanes that pass each other have different tracks.
    """

    target: int
    sources: tuple[int, ...]
    track: int

    @property
    def top(self) -> float:
        """Where the lane begins: arrows enter a box above its middle."""
        return min(self.target - _HALF, self.sources[0] + _HALF)

    @property
    def bottom(self) -> float:
        """Where the lane ends: arrows leave a box below its middle."""
        return max(self.target - _HALF, self.sources[-1] + _HALF)


def lay_lanes(arrows: Sequence[tuple[int, int]]) -> tuple[Lane, ...]:
    """Give the arrows lanes in which no two targets share a stretch.

    Parameters
    ----------
    arrows
        Pairs of places, source and target.

    Returns
    -------
    tuple of Lane
        The shortest nearest to the boxes.
    """
    into: dict[int, list[int]] = {}
    for source, target in arrows:
        into.setdefault(target, []).append(source)
    lanes: list[Lane] = []
    bundles = [Lane(target, tuple(sorted(sources)), 0) for target, sources in into.items()]
    for lane in sorted(bundles, key=lambda one: (one.bottom - one.top, one.target)):
        lanes.append(replace(lane, track=_free_track(lane, lanes)))
    return tuple(lanes)


def _free_track(lane: Lane, lanes: Sequence[Lane]) -> int:
    taken = {other.track for other in lanes if other.top < lane.bottom and lane.top < other.bottom}
    return next(track for track in range(len(lanes) + 1) if track not in taken)
