"""A matrix of correlations as coloured cells below a diagonal of names."""

from __future__ import annotations

import math
from typing import Any

import plotly.graph_objects as go

from pasar_nb.analysis.association.matrices import Matrix
from pasar_nb.analysis.association.naming import COEFFICIENT_LABELS
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import is_hidden
from pasar_nb.figures.frame import canvas, plain, text_on
from pasar_nb.language import Language, Message, Number, _, render
from pasar_nb.vocabulary import BLUE, CHANCE_LIMIT, GREY, GRID, INK, PAPER, VERMILION

CELLS = 0.76  # part of the width; the name of the last row stands in the rest
ROW = 30  # px
NUMBER = 11  # px; a number with a minus sign then fits a cell on A4
PALE = 0.28  # of its colour, that a cell keeps where chance is not ruled out
LIGHTEST = 0.12  # colour of a coefficient of nought
UNSIGNED = ("cramers_v", "eta")


def cells_drawing(found: Matrix, language: Language) -> go.Figure:
    """Draw the matrix; the name of each variable stands right of its row and above its column."""
    names = list(found.drawn)
    width = CELLS / max(len(names), 1)
    figure = canvas(language, height=len(names) * ROW + 24)
    pairs = _by_pair(found)
    placed = [
        (column, row, pairs[names[row], names[column]])
        for row in range(len(names))
        for column in range(row)
        if (names[row], names[column]) in pairs
    ]
    cells = [_cell(column * width, row, width, told) for column, row, told in placed]
    numbers = [_number(column * width, row, width, told, language) for column, row, told in placed]
    labels = [_label(at * width, at, found.labels[name], language) for at, name in enumerate(names)]
    figure.add_trace(_hover(placed, width, found, names, language))
    figure.update_layout(shapes=cells, annotations=[*(one for one in numbers if one), *labels])
    figure.update_xaxes(range=[0, 1], visible=False)
    return figure.update_yaxes(range=[len(names) - 0.4, -0.6], visible=False)


def _by_pair(found: Matrix) -> dict[tuple[str, str], dict[str, Any]]:
    rows = as_rows(found.table)
    return {pair: row for row in rows for pair in ((row["one"], row["other"]), (row["other"], row["one"]))}


def _cell(left: float, row: int, width: float, told: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "rect",
        "x0": round(left, 4),
        "x1": round(left + width, 4),
        "y0": row - 0.5,
        "y1": row + 0.5,
        "fillcolor": colour_of(told),
        "line": {"color": GRID if math.isnan(told["value"]) else PAPER, "width": 1},
        "layer": "below",
    }


def colour_of(told: dict[str, Any]) -> str:
    """Colour a coefficient: blue or orange by its sign, grey without one, pale where it is not clear."""
    if math.isnan(told["value"]):
        return PAPER
    size = abs(told["value"]) * (1 - LIGHTEST) + LIGHTEST
    hue = GREY if told["measure"] in UNSIGNED else BLUE if told["value"] >= 0 else VERMILION
    return _mixed(hue, size if _clear(told) else size * PALE)


def _clear(told: dict[str, Any]) -> bool:
    return bool(told["p_bh"] < CHANCE_LIMIT) and not told["arithmetic"]


def _mixed(colour: str, share: float) -> str:
    parts = [(int(colour[place : place + 2], 16), int(PAPER[place : place + 2], 16)) for place in (1, 3, 5)]
    return "#" + "".join(f"{round(share * own + (1 - share) * paper):02X}" for own, paper in parts)


def _number(
    left: float, row: int, width: float, told: dict[str, Any], language: Language
) -> dict[str, Any] | None:
    if math.isnan(told["value"]) or not (_clear(told) or told["arithmetic"]):
        return None
    text = "=" if told["arithmetic"] else render(Number(told["value"], 2), language)
    colour = text_on(colour_of(told))
    return _text(left + width / 2, row, text, anchor="center", colour=colour, size=NUMBER)


def _label(left: float, row: int, label: Message, language: Language) -> dict[str, Any]:
    return _text(left, row, plain(render(label, language)), anchor="left", colour=INK, size=13)


def _text(x: float, y: float, text: str, *, anchor: str, colour: str, size: int) -> dict[str, Any]:
    return {
        "x": round(x, 4),
        "y": y,
        "text": text,
        "xanchor": anchor,
        "yanchor": "middle",
        "showarrow": False,
        "borderpad": 0,
        "font": {"color": colour, "size": size},
    }


def _hover(
    placed: list[tuple[int, int, dict[str, Any]]],
    width: float,
    found: Matrix,
    names: list[str],
    language: Language,
) -> go.Scatter:
    """Lay an unseen point on every cell that tells pair, coefficient, interval and n."""
    texts = [
        render(_told(found, names[row], names[column], told), language)
        for column, row, told in placed
        if not math.isnan(told["value"])
    ]
    points = [(column, row) for column, row, told in placed if not math.isnan(told["value"])]
    return go.Scatter(
        x=[round((column + 0.5) * width, 4) for column, _row in points],
        y=[row for _column, row in points],
        text=[plain(text) for text in texts],
        mode="markers",
        marker={"size": 20, "opacity": 0, "symbol": "square"},
        hovertemplate="%{text}<extra></extra>",
        showlegend=False,
    )


def _told(found: Matrix, one: str, other: str, told: dict[str, Any]) -> Message:
    return _(
        "{one} dan {other}: {measure} {value} ({low} sampai {high}), n = {n}",
        one=found.labels[one],
        other=found.labels[other],
        measure=COEFFICIENT_LABELS[str(told["measure"])],
        value=Number(told["value"], 2),
        low=Number(told["low"], 2),
        high=Number(told["high"], 2),
        n=str(told["n"]) if is_hidden(told["n"]) else int(told["n"]),
    )
