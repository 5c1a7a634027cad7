"""Shares of levels as stacked bars, one bar per wave or group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from pasar_nb.analysis.graduation import level_name
from pasar_nb.figures.frame import PER_CENT, canvas, row_height, shade, text_on
from pasar_nb.language import Language, Message, Share, _, render
from pasar_nb.vocabulary import GREY, PAPER

LEAST_LABEL = 0.07  # a narrower part has no room for its number
LEGEND_LINE = 22  # px; on a telephone every level has a line of its own
ROOM = 24  # px for the axis
SLIVER = 0.02  # of a bar, so that a hidden part is seen where rounding leaves it no room
_HIDDEN = _("Tidak ditampilkan")


def stacked_levels(
    language: Language, shares: Mapping[str, Sequence[float]], rows: Sequence[str]
) -> go.Figure:
    """Draw a bar per row, from the lowest level to the highest.

    Parameters
    ----------
    language
        Of legend and numbers.
    shares
        For each level, low to high, its share (0-1) in every row; missing where it is hidden.
    rows
        Labels of the bars, wrapped and escaped.

    Returns
    -------
    go.Figure
        What is hidden of a bar is hatched. Shares of rounded counts may add up to a little more or less than
        one; bars are all of one length, their numbers are the shares.
    """
    table = pd.DataFrame(shares, dtype="float64")
    told = table.sum(axis="columns")
    some_hidden = table.isna().any(axis="columns")
    whole = told.where(~some_hidden, (told / (1 - SLIVER)).clip(lower=1.0)).where(told > 0, 1.0)
    legend = (len(table.columns) + int(some_hidden.any())) * LEGEND_LINE
    figure = canvas(language, height=len(rows) * row_height(list(rows), least=44) + legend + ROOM)
    last = max(len(table.columns) - 1, 1)
    for place, level in enumerate(table.columns):
        lengths = (table[level] / whole).fillna(0.0)
        colour = shade(place / last)
        figure.add_trace(_bar(level_name(str(level)), lengths, table[level], rows, colour, language))
    if some_hidden.any():
        rest = (1 - told / whole).where(some_hidden, 0.0).clip(lower=0.0)
        figure.add_trace(_hidden(rest, rows, language))
    figure.update_layout(barmode="stack", bargap=0.25, uniformtext={"minsize": 11, "mode": "hide"})
    figure.update_xaxes(range=[0, PER_CENT], ticksuffix="%", dtick=25, showgrid=False)
    return figure.update_yaxes(autorange="reversed", showgrid=False)


def _bar(
    name: Message,
    lengths: pd.Series[float],
    shares: pd.Series[float],
    rows: Sequence[str],
    colour: str,
    language: Language,
) -> go.Bar:
    texts = [
        render(Share(float(share)), language) if share >= LEAST_LABEL else "" for share in shares.fillna(0.0)
    ]
    return go.Bar(
        name=render(name, language),
        orientation="h",
        x=(lengths * PER_CENT).round(2).tolist(),
        y=list(rows),
        marker={"color": colour, "line": {"color": PAPER, "width": 1}},
        text=texts,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"color": text_on(colour), "size": 12},
        customdata=[render(Share(float(share)), language) for share in shares.fillna(0.0)],
        hovertemplate="%{y}: %{customdata}",
    )


def _hidden(rest: pd.Series[float], rows: Sequence[str], language: Language) -> go.Bar:
    return go.Bar(
        name=render(_HIDDEN, language),
        orientation="h",
        x=(rest * PER_CENT).round(2).tolist(),
        y=list(rows),
        marker={
            "color": PAPER,
            "line": {"color": GREY, "width": 1},
            "pattern": {"shape": "/", "fgcolor": GREY, "size": 6},
        },
        hoverinfo="skip",
    )
