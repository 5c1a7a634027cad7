"""The strongest pairs of a matrix as a list with intervals, which a telephone can show."""

from __future__ import annotations

import textwrap
from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.association.matrices import Matrix
from pasar_nb.analysis.association.naming import COEFFICIENT_LABELS, pair
from pasar_nb.disclosure import is_hidden
from pasar_nb.figures.frame import LINE_HEIGHT, canvas, plain
from pasar_nb.language import Language, Number, _, render
from pasar_nb.vocabulary import BLUE, GREY, GRID, INK, VERMILION

MOST_LISTED = 10
LINE = 40  # characters of 13 px on 350 px
BELOW = 24  # px for the interval
DOT = 0.011  # half the width of a point
HALF = 5  # px; half its height


def list_drawing(found: Matrix, rows: list[dict[str, Any]], language: Language) -> go.Figure:
    """Draw each pair as its names, its numbers and its interval from -1 to 1, one below the other."""
    shapes: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    top = 0.0
    for row in rows:
        lines = [plain(line) for line in textwrap.wrap(_words(found, row, language), LINE)]
        notes.append(_text(top, "<br>".join(lines)))
        middle = top + len(lines) * LINE_HEIGHT + BELOW / 2
        shapes += _interval(row, middle)
        top = middle + BELOW
    height = int(top) + 8
    figure = canvas(language, height=height + 16)
    # A trace for the page's unseen points, which have no place here.
    figure.add_scatter(x=[], y=[])
    figure.update_layout(shapes=shapes, annotations=notes)
    figure.update_xaxes(range=[0, 1], visible=False)
    return figure.update_yaxes(range=[height, 0], visible=False)


def _words(found: Matrix, row: dict[str, Any], language: Language) -> str:
    words = _(
        "{pair}: {measure} {value} ({low} sampai {high}), n = {n}",
        pair=pair(found, row),
        measure=COEFFICIENT_LABELS[str(row["measure"])],
        value=Number(row["value"], 2),
        low=Number(row["low"], 2),
        high=Number(row["high"], 2),
        n=str(row["n"]) if is_hidden(row["n"]) else int(row["n"]),
    )
    written = render(words, language)
    return written[:1].upper() + written[1:]


def _interval(row: dict[str, Any], y: float) -> list[dict[str, Any]]:
    low, value, high = (round((row[name] + 1) / 2, 4) for name in ("low", "value", "high"))
    colour = BLUE if row["value"] >= 0 else VERMILION
    return [
        _line(0.0, 1.0, y, GRID, 1),
        {"type": "line", "x0": 0.5, "x1": 0.5, "y0": y - 7, "y1": y + 7, "line": {"color": GREY, "width": 1}},
        _line(low, high, y, colour, 3),
        {
            "type": "circle",
            **{"x0": round(value - DOT, 4), "x1": round(value + DOT, 4), "y0": y - HALF, "y1": y + HALF},
            "fillcolor": colour,
            "line": {"color": colour, "width": 1},
        },
    ]


def _line(start: float, end: float, y: float, colour: str, width: int) -> dict[str, Any]:
    return {
        "type": "line",
        **{"x0": start, "x1": end, "y0": y, "y1": y},
        "line": {"color": colour, "width": width},
    }


def _text(y: float, text: str) -> dict[str, Any]:
    return {
        "x": 0,
        "y": y,
        "text": text,
        "align": "left",
        "xanchor": "left",
        "yanchor": "top",
        "showarrow": False,
        "borderpad": 0,
        "font": {"color": INK, "size": 13},
    }
