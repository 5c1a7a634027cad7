"""Boxes, lines, names of layers and legend of the market map, put on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.figures.frame import TEXT_SIZE, plain
from pasar_nb.figures.market.map_lines import EDGE, Line
from pasar_nb.figures.market.map_rows import Box
from pasar_nb.figures.market.map_sheet import HEADING, Sheet, starts_band
from pasar_nb.language import Language, Message, Money, Number, _, paragraph, render
from pasar_nb.vocabulary import (
    BLUE,
    FLOW_COLOURS,
    FLOW_LABELS,
    GREY,
    INK,
    LAYER_LABELS,
    PAPER,
    PLACE_LABELS,
    SEQUENTIAL_BLUE,
    VERMILION,
)

SMALL = 12  # px; prices and legend
LEGEND_ROW = 20  # px
SAMPLE = 9.0  # % of the width of a sample line
HEAD = 9  # px of an arrow's head

STROKES: Mapping[str, tuple[str, float]] = {
    "produk": ("solid", 2.5),
    "uang": ("dash", 2.0),
    "jasa": ("solid", 1.5),
    "jasa_melekat": ("dashdot", 1.5),
    "informasi": ("dot", 1.5),
    "pembiayaan": ("longdash", 1.5),
}
"""Dash and width of each kind of flow, which tell them apart on grey paper too."""


def legend_height(kinds: Sequence[str]) -> float:
    """Say how many px the legend needs."""
    return (-(-len(kinds) // 2) + 1) * LEGEND_ROW + 6


def draw_boxes(figure: go.Figure, boxes: Sequence[Box], sheet: Sheet) -> None:
    """Draw every group of actors: blue inside the district, white with a dashed edge outside."""
    for box in boxes:
        top, bottom = sheet.rows[box.row]
        edge = VERMILION if box.deserted else GREY if box.outside else BLUE
        _rectangle(figure, (box.left, top, box.right, bottom), outside=box.outside, edge=edge)
        _words(figure, box.middle, (top + bottom) / 2, box.text, anchor="center")


def draw_headings(figure: go.Figure, boxes: Sequence[Box], sheet: Sheet, language: Language) -> None:
    """Write each layer's name above its first row."""
    labels = dict(LAYER_LABELS) | {"rantai_nilai": _("Rantai nilai, dari hulu ke hilir")}
    left = min(box.left for box in boxes)
    for row, band in {box.row: box.band for box in boxes}.items():
        if starts_band(boxes, row):
            _upper, middle, _lower = sheet.gaps[row]
            _words(
                figure,
                left,
                middle + HEADING * 0.6,
                f"<b>{render(labels[band], language)}</b>",
                anchor="left",
            )


def draw_line(figure: go.Figure, line: Line, about: pd.Series, sheet: Sheet, language: Language) -> None:
    """Draw one flow with its arrow, and the price beside a product that goes straight."""
    kind = line.flow[2]
    colour, (dash, width) = FLOW_COLOURS[kind], STROKES[kind]
    points = [(x, sheet.y(at)) for x, at in line.points]
    figure.add_scatter(
        x=[x for x, _y in points],
        y=[y for _x, y in points],
        mode="lines+markers",
        line={"color": colour, "dash": dash, "width": width},
        marker={
            "symbol": "arrow",
            "angleref": "previous",
            "size": [*[0] * (len(points) - 1), HEAD],
            "color": colour,
            "opacity": 1,
            "line": {"width": 0},
        },
        hoverinfo="text",
        hovertext=plain(render(_told(about, kind), language)),
        cliponaxis=False,
    )
    if kind == "produk" and not pd.isna(about["harga"]):
        price = render(Money(float(about["harga"])), language)
        if line.straight:
            # in the middle of the gap between its rows, where no line runs across
            _upper, middle, lower = sheet.gaps[max(at.row for _x, at in line.points)]
            beside, y = points[0][0] + 0.8, (middle + lower) / 2
            _words(figure, beside, y, price, anchor="left", size=SMALL, colour=BLUE, ground=PAPER)
        else:
            # beside the edge of the box, which is kept for lines from the lanes
            edge = line.edge - EDGE - 0.5
            _words(figure, edge, points[-2][1], price, anchor="right", size=SMALL, colour=BLUE, ground=PAPER)


def draw_legend(figure: go.Figure, kinds: Sequence[str], language: Language) -> None:
    """Tell the lines and the boxes apart, at the top and without moving the drawing."""
    for at, kind in enumerate(kinds):
        left, y = (0.0, 50.0)[at % 2], (at // 2 + 0.5) * LEGEND_ROW
        colour, (dash, width) = FLOW_COLOURS[kind], STROKES[kind]
        figure.add_shape(
            type="line",
            x0=left,
            x1=left + SAMPLE,
            y0=y,
            y1=y,
            line={"color": colour, "dash": dash, "width": width},
        )
        _words(figure, left + SAMPLE + 1, y, render(FLOW_LABELS[kind], language), anchor="left", size=SMALL)
    y = (-(-len(kinds) // 2) + 0.5) * LEGEND_ROW
    for left, outside, label in ((0.0, False, PLACE_LABELS["dalam"]), (50.0, True, PLACE_LABELS["luar"])):
        around = (left + 1, y - 6, left + SAMPLE, y + 6)
        _rectangle(figure, around, outside=outside, edge=GREY if outside else BLUE)
        _words(figure, left + SAMPLE + 1, y, render(label, language), anchor="left", size=SMALL)


def _rectangle(
    figure: go.Figure, around: tuple[float, float, float, float], *, outside: bool, edge: str
) -> None:
    left, top, right, bottom = around
    figure.add_shape(
        type="rect",
        x0=left,
        x1=right,
        y0=top,
        y1=bottom,
        fillcolor=PAPER if outside else SEQUENTIAL_BLUE[0],
        line={"color": edge, "width": 1.5, "dash": "dash" if outside else "solid"},
        layer="below",
    )


def _words(
    figure: go.Figure,
    x: float,
    y: float,
    text: str,
    *,
    anchor: str,
    size: int = TEXT_SIZE,
    colour: str = INK,
    ground: str | None = None,
) -> None:
    figure.add_annotation(
        x=x,
        y=y,
        text=text,
        showarrow=False,
        xanchor=anchor,
        yanchor="middle",
        align="center",
        font={"size": size, "color": colour},
        borderpad=0,
        bgcolor=ground,
    )


def _told(about: pd.Series, kind: str) -> Message:
    whole = _(
        "{seller} → {buyer}: {kind}.",
        seller=str(about["nama_dari"]),
        buyer=str(about["nama_ke"]),
        kind=FLOW_LABELS[kind],
    )
    said = [whole]
    unit = "" if pd.isna(about["satuan"]) else str(about["satuan"])
    if not pd.isna(about["volume"]):
        said.append(_("Volume {volume} {unit}.", volume=Number(float(about["volume"])), unit=unit))
    if not pd.isna(about["harga"]):
        said.append(
            _("Harga {price} per {unit}.", price=Money(float(about["harga"])), unit=unit or _("satuan"))
        )
    return paragraph(*said)
