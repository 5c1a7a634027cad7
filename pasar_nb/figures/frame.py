"""What all figures share: the finding as title, note, text alternative, template and colours."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pasar_nb.language import Language, Message
from pasar_nb.vocabulary import CATEGORICAL, GRID, INK, PAPER, SEQUENTIAL_BLUE

if TYPE_CHECKING:
    import plotly.graph_objects as go

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif'
TEXT_SIZE = 13  # px; the least that reads well on a telephone held at arm's length
LABEL_WIDTH = 18  # characters; leaves two thirds of a 390 px screen to the drawing
AWAY = 10  # px between the numbers of an upright axis and its title, which would else lie on long ones
LINE_HEIGHT = 17  # px per line of a wrapped label
PAPER_ROOM = 740  # px between the margins of a drawing on paper, drawn wider and then made smaller
LETTER = 7  # px that a letter takes in the widest of the fonts
PER_CENT = 100
LIGHTEST = 0.12  # share of the sequential scale that is too near to white paper
SEPARATORS: dict[Language, str] = {"id": ",.", "en": ".,"}  # decimal sign, then thousands sign
ZERO_WIDTH = "\u200b"  # a space that takes no room
DARK = 0.22  # relative luminance at which white and INK have the same contrast (WCAG 2)
_LEGEND = {
    "orientation": "h",
    # With both references the whole figure plotly makes room above; with one, beside the drawing.
    "xref": "container",
    "yref": "container",
    "x": 0,
    "xanchor": "left",
    "y": 1,
    "yanchor": "top",
    "traceorder": "normal",
    "title": {"font": {"size": TEXT_SIZE}},
    "itemclick": False,
    "itemdoubleclick": False,
}


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """A figure with all that a reader needs beside the drawing.

    Attributes
    ----------
    name
        Short ASCII name, unique in a notebook.
    title
        The finding, a whole sentence; set as HTML above the drawing so that it wraps on a telephone.
    drawing
        Plotly figure without a title of its own; it has a height but takes the width it is given.
    alternative
        What the drawing shows, for those who cannot see it.
    note
        Unit, n, interval and source.
    """

    name: str
    title: Message
    drawing: go.Figure
    alternative: Message
    note: Message


def canvas(language: Language, *, height: int) -> go.Figure:
    """Lay out an empty drawing in the house style.

    Parameters
    ----------
    language
        Decides how plotly writes the numbers of its axes.
    height
        Height in px; the width is that of the page.

    Returns
    -------
    go.Figure
        With margins that grow with the labels, the legend above, and nothing to zoom by accident.
    """
    import plotly.graph_objects as go

    return go.Figure(
        layout={
            "template": {"layout": _look()},
            "height": height,
            "margin": {"l": 8, "r": 24, "t": 8, "b": 8},
            "legend": _LEGEND,
            "separators": SEPARATORS[language],
            "dragmode": False,
        }
    )


def two_forms(wide: go.Figure, narrow: go.Figure) -> go.Figure:
    """Give a drawing of shapes and words a second form, which the page takes where it is narrow.

    Parameters
    ----------
    wide
        Drawing for a screen, for JupyterLab and for paper.
    narrow
        The same for a telephone; its traces may differ in their places down only, its horizontal ranges not.

    Returns
    -------
    go.Figure
        `wide`, with what differs in ``layout.meta.narrow`` for `report.js`.
    """
    layout = narrow.to_plotly_json()["layout"]
    form = {name: layout[name] for name in ("height", "shapes", "annotations") if name in layout}
    places = [list(trace.y) for trace in narrow.data]
    if places != [list(trace.y) for trace in wide.data if trace.y is not None]:
        form["y"] = places
    return wide.update_layout(meta={"narrow": form | _axes(layout, wide.to_plotly_json()["layout"])})


def _axes(narrow: dict[str, Any], wide: dict[str, Any]) -> dict[str, Any]:
    """Give what the axes of the second form have that those of the first have, too, each by its path."""
    return {
        f"{axis}.{part}": narrow[axis].get(part, whole)
        for axis in narrow
        if axis.startswith(("xaxis", "yaxis"))
        for part, whole in (("domain", [0, 1]), ("ticktext", None), ("range", None))
        if part in wide.get(axis, {}) and not (part == "range" and axis.startswith("xaxis"))
    }


def plain(text: str) -> str:
    """Escape a text for plotly, which reads some HTML in its labels."""
    return html.escape(text, quote=False)


def wrapped(text: str, width: int = LABEL_WIDTH) -> str:
    """Break a label into lines of at most a number of characters, and escape it."""
    return "<br>".join(plain(line) for line in textwrap.wrap(text, width)) or plain(text)


def distinct(labels: Sequence[str]) -> list[str]:
    """Tell labels of the same text apart, unseen: an axis would lay their rows on top of each other."""
    return [label + ZERO_WIDTH * labels[:place].count(label) for place, label in enumerate(labels)]


def line_count(labels: Sequence[str]) -> int:
    """Count the lines of the highest of several wrapped labels."""
    return max((label.count("<br>") + 1 for label in labels), default=1)


def row_height(labels: Sequence[str], *, least: int = 36) -> int:
    """Say how many px a row needs so that its wrapped label does not touch the next."""
    return max(least, line_count(labels) * LINE_HEIGHT + 12)


def shade(share: float) -> str:
    """Pick a colour of the sequential scale, which also tells low from high when printed in grey.

    Parameters
    ----------
    share
        Place on the scale: 0 is the lightest that still stands out from the paper, 1 the darkest.

    Returns
    -------
    str
        As ``#RRGGBB``.
    """
    last = len(SEQUENTIAL_BLUE) - 1
    place = (LIGHTEST + (1 - LIGHTEST) * share) * last
    below = min(int(place), last - 1)
    return _between(SEQUENTIAL_BLUE[below], SEQUENTIAL_BLUE[below + 1], place - below)


def text_on(colour: str) -> str:
    """Choose white or dark text, whichever reads better on a ground."""
    red, green, blue = (_linear(part) for part in _parts(colour))
    return PAPER if 0.2126 * red + 0.7152 * green + 0.0722 * blue < DARK else INK


def _look() -> dict[str, object]:
    """Set type, colours and axes of all figures."""
    axis: dict[str, Any] = {
        "automargin": True,
        "ticks": "",
        "ticklabelstandoff": 5,
        "title": {"font": {"size": TEXT_SIZE}},
        "gridcolor": GRID,
        "linecolor": GRID,
        "zeroline": False,
        "fixedrange": True,
    }
    return {
        "font": {"family": FONT, "size": TEXT_SIZE, "color": INK},
        "colorway": list(CATEGORICAL),
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "xaxis": axis,
        "yaxis": axis | {"title": {**axis["title"], "standoff": AWAY}},
        "hoverlabel": {"font": {"family": FONT, "size": TEXT_SIZE}},
    }


def _between(first: str, second: str, share: float) -> str:
    mixed = (round(a + (b - a) * share) for a, b in zip(_parts(first), _parts(second), strict=True))
    return "#" + "".join(f"{part:02X}" for part in mixed)


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _linear(part: int) -> float:
    return float((part / 255) ** 2.2)
