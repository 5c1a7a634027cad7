"""Shares as points with their intervals, one row each."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from pasar_nb.analysis.graduation import Proportion
from pasar_nb.figures.frame import PER_CENT, canvas, row_height
from pasar_nb.language import Language, Share, render
from pasar_nb.vocabulary import INK

MARGIN = 4  # so that a point at either end is whole
ROOM = 56  # px for the axis and the first number
_LEAST_ROW = 48  # px; so that the number above a point does not touch the row above


def shares_with_intervals(
    language: Language, found: Sequence[Proportion], rows: Sequence[str], colours: Sequence[str]
) -> go.Figure:
    """Draw a point and its interval per row.

    Parameters
    ----------
    language
        Of the numbers.
    found
        The shares, each with an interval.
    rows
        Labels, wrapped and escaped.
    colours
        Colour of each row.
    """
    figure = canvas(language, height=len(rows) * row_height(list(rows), least=_LEAST_ROW) + ROOM)
    for place, (one, row, colour) in enumerate(zip(found, rows, colours, strict=True)):
        figure.add_trace(_point(one, place, row, colour, language))
    ends = {"tickvals": [0, 50, PER_CENT], "ticktext": ["0%", "50%", "100%"], "tickangle": 0}
    figure.update_xaxes(range=[-MARGIN, PER_CENT + MARGIN], **ends)
    # Rows by number, as two criteria may have one name; with room for the number over the first point.
    return figure.update_yaxes(
        range=[len(rows) - 0.3, -0.7], tickvals=list(range(len(rows))), ticktext=list(rows), showgrid=False
    )


def _point(found: Proportion, place: int, row: str, colour: str, language: Language) -> go.Scatter:
    interval = found.interval
    above = [] if interval is None else [max(interval.high - found.share, 0.0) * PER_CENT]
    below = [] if interval is None else [max(found.share - interval.low, 0.0) * PER_CENT]
    return go.Scatter(
        x=[round(found.share * PER_CENT, 2)],
        y=[place],
        customdata=[row],
        mode="markers+text",
        marker={"color": colour, "size": 11},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [round(one, 2) for one in above],
            "arrayminus": [round(one, 2) for one in below],
            "color": colour,
            "thickness": 2,
            "width": 5,
        },
        text=[render(Share(found.share), language)],
        textposition="top center",
        textfont={"color": INK, "size": 12},
        showlegend=False,
        hovertemplate="%{customdata}: %{text}<extra></extra>",
    )
