"""Boxes of text that fit a telephone or a page: places across in % of the width, places down in px."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from pasar_nb.figures.frame import LINE_HEIGHT, TEXT_SIZE, canvas
from pasar_nb.language import Language
from pasar_nb.vocabulary import GREY, INK, PAPER

TELEPHONE, PAGE = 340, 650  # px; the width that the text of either form is broken for
CHARACTER, BOLD = 8.0, 1.1  # px of a character of the usual size in a wide font; a bold one beside it
PADDING = 7  # px between the edge of a box and its text
HEAD = 8  # px of an arrow's head


@dataclass(frozen=True, slots=True)
class TextBox:
    """A box with its text.

    Attributes
    ----------
    left, right
        % of the width.
    top, bottom
        px from the top.
    text
        Escaped and broken into lines.
    edge, thickness, dash, ground
        Colour, width in px and dash of its edge, and colour of what is inside.
    stripe
        Colour of a stripe along its left edge; empty for none.
    """

    left: float
    right: float
    top: float
    bottom: float
    text: str
    edge: str = GREY
    thickness: float = 1.2
    dash: str = "solid"
    ground: str = PAPER
    stripe: str = ""

    @property
    def middle(self) -> float:
        """Place down of its middle."""
        return (self.top + self.bottom) / 2


def characters(width: float, *, padding: float = PADDING, size: int = TEXT_SIZE) -> int:
    """Say how many characters a line of a box holds.

    Parameters
    ----------
    width
        px of the box.
    padding
        px on either side of the text.
    size
        px of the type.
    """
    return max(8, int((width - 2 * padding) / (CHARACTER * size / TEXT_SIZE)))


def text_height(text: str) -> float:
    """Say how many px a box needs for its text."""
    return (text.count("<br>") + 1) * LINE_HEIGHT + PADDING


def sheet(
    boxes: Sequence[TextBox], lines: Iterable[dict[str, object]], language: Language, *, size: int = TEXT_SIZE
) -> go.Figure:
    """Put boxes and lines on paper.

    Parameters
    ----------
    boxes
        One or more.
    lines
        Shapes, drawn below the boxes.
    language
        Language of the canvas.
    size
        px of the type.
    """
    height = max(box.bottom for box in boxes) + 4
    figure = canvas(language, height=round(height) + 4)
    shapes = [*lines, *(shape for box in boxes for shape in _frame(box))]
    figure.update_layout(
        margin={"l": 2, "r": 2, "t": 2, "b": 2},
        shapes=[_rounded(shape) for shape in shapes],
        annotations=[_rounded(_words(box, size)) for box in boxes if box.text],
        showlegend=False,
    )
    figure.update_xaxes(visible=False, range=[0, 100])
    figure.update_yaxes(visible=False, range=[round(height, 2), 0])
    # Without a trace plotly draws no axes, and the boxes would have no place.
    return figure.add_scatter(x=[0], y=[0], mode="markers", marker={"opacity": 0}, hoverinfo="skip")


def stroke(
    x0: float, y0: float, x1: float, y1: float, *, colour: str = INK, width: float = 1.3
) -> dict[str, object]:
    """Draw a straight line."""
    ends = {"x0": x0, "x1": x1, "y0": y0, "y1": y1}
    return {"type": "line", **ends, "line": {"color": colour, "width": width}, "layer": "below"}


def arrow_down(x: float, y0: float, y1: float) -> list[dict[str, object]]:
    """Draw an arrow from a place down to another."""
    anchored = {"xsizemode": "pixel", "xanchor": x, "x0": 0, "x1": 0}
    path = f"M {-HEAD / 2} {y1 - HEAD:.2f} L {HEAD / 2} {y1 - HEAD:.2f} L 0 {y1:.2f} Z"
    pen = {"color": INK, "width": 1.3}
    return [
        {"type": "line", **anchored, "y0": y0, "y1": y1 - HEAD, "line": pen},
        {
            "type": "path",
            "xsizemode": "pixel",
            "xanchor": x,
            "path": path,
            "fillcolor": INK,
            "line": {"width": 0},
        },
    ]


def arrow_right(x0: float, x1: float, y: float) -> list[dict[str, object]]:
    """Draw an arrow from a place across to another."""
    path = f"M {-HEAD} {y - HEAD / 2:.2f} L 0 {y:.2f} L {-HEAD} {y + HEAD / 2:.2f} Z"
    return [
        stroke(x0, y, x1, y),
        {
            "type": "path",
            "xsizemode": "pixel",
            "xanchor": x1,
            "path": path,
            "fillcolor": INK,
            "line": {"width": 0},
        },
    ]


def _rounded(drawn: dict[str, object]) -> dict[str, object]:
    """Leave out digits that nobody sees: they swell the page and may look like an identifier to the gate."""
    return {name: round(value, 2) if isinstance(value, float) else value for name, value in drawn.items()}


def _frame(box: TextBox) -> list[dict[str, object]]:
    around = {"type": "rect", "y0": box.top, "y1": box.bottom}
    edge = {"color": box.edge, "width": box.thickness, "dash": box.dash}
    shapes: list[dict[str, object]] = [
        {**around, "x0": box.left, "x1": box.right, "fillcolor": box.ground, "line": edge, "layer": "below"}
    ]
    if box.stripe:
        along = {"xsizemode": "pixel", "xanchor": box.left, "x0": 0, "x1": PADDING - 2}
        shapes.append({**around, **along, "fillcolor": box.stripe, "line": {"width": 0}, "layer": "below"})
    return shapes


def _words(box: TextBox, size: int) -> dict[str, object]:
    return {
        "text": box.text,
        "x": box.left,
        "y": box.middle,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "xshift": PADDING + (4 if box.stripe else 0),
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": size, "color": INK},
    }
