"""The arrows of the results chain as shapes: lines in a gutter of fixed width, on screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from pasar_nb.figures.monitoring.lanes import Lane
from pasar_nb.vocabulary import INK

NEAREST = 20  # px from the boxes to the first track
WIDEST = 78  # px that all tracks may take of a telephone's width
STEP = 13  # px between two tracks
HEAD = 9  # px, length of an arrow's head
DOT = 3.5  # px, radius of the mark where a box joins a lane: lines that only cross have none
APART = 7  # px, arrows leave a box below its middle and enter it above


def gutter(lanes: Sequence[Lane]) -> int:
    """Tell how many px the arrows take beside the boxes."""
    return round(_offset(max((lane.track for lane in lanes), default=0), lanes) + DOT + 2) if lanes else 2


def arrow_shapes(lanes: Sequence[Lane], middles: Sequence[float]) -> list[dict[str, object]]:
    """Draw every lane: a line and a dot per source, the lane, and a head at the target.

    Parameters
    ----------
    lanes
        From `lay_lanes`.
    middles
        Middle of each box, in px from the top; the vertical axis counts px.
    """
    shapes: list[dict[str, object]] = []
    for lane in lanes:
        x = -_offset(lane.track, lanes)
        enters = middles[lane.target] - APART
        leaves = [middles[source] + APART for source in lane.sources]
        shapes.append(_line(x, min(enters, *leaves), x, max(enters, *leaves)))
        shapes.append(_line(x, enters, -HEAD, enters))
        shapes.append(_head(enters))
        for y in leaves:
            shapes += [_line(x, y, 0, y), _dot(x, y)]
    return shapes


def _offset(track: int, lanes: Sequence[Lane]) -> float:
    tracks = max(lane.track for lane in lanes)
    step = min(STEP, (WIDEST - NEAREST) / tracks) if tracks else STEP
    return NEAREST + track * step


def _line(x0: float, y0: float, x1: float, y1: float) -> dict[str, object]:
    return {"type": "line", **_beside_boxes(), "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": _pen()}


def _dot(x: float, y: float) -> dict[str, object]:
    ends = {"x0": x - DOT, "x1": x + DOT, "y0": y - DOT, "y1": y + DOT}
    return {"type": "circle", **_beside_boxes(), **ends, "fillcolor": INK, "line": {"width": 0}}


def _head(y: float) -> dict[str, object]:
    path = f"M {-HEAD} {y - 5} L 0 {y} L {-HEAD} {y + 5} Z"
    return {"type": "path", **_beside_boxes(), "path": path, "fillcolor": INK, "line": {"width": 0}}


def _beside_boxes() -> dict[str, object]:
    return {"xref": "paper", "xsizemode": "pixel", "xanchor": 0, "yref": "y", "layer": "above"}


def _pen() -> dict[str, object]:
    return {"color": INK, "width": 1.3}
