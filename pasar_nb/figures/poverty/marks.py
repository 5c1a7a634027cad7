"""Shares drawn as marks with their intervals, one below the other, grey before and blue after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from pasar_nb.figures.frame import canvas, plain, row_height, wrapped
from pasar_nb.language import InSentence, Language, Message, Share, _, render
from pasar_nb.vocabulary import BLUE, GREY, INK
from pasar_nb.vocabulary.poverty import MOMENT_LABELS

ABOVE = 0.26  # part of a row between its mark and its words
ROOM = 100  # px for the legend, the axis and its title
LABEL = 16  # characters
LEAST_HEIGHT = 46  # px of a row: a mark and a line of words


@dataclass(frozen=True, slots=True)
class Mark:
    """A share on show.

    Attributes
    ----------
    name
        What it is a share of; written once beside the marks that share it.
    row
        ``moment``, ``share``, ``low``, ``high`` and ``households`` of a released table.
    """

    name: Message
    row: dict[str, Any]

    @property
    def words(self) -> Message:
        """The share with its interval."""
        return _(
            "{value} ({low} sampai {high})",
            value=Share(self.row["share"], 1),
            low=Share(self.row["low"], 1),
            high=Share(self.row["high"], 1),
        )

    @property
    def whole(self) -> Message:
        """Name, wave and words, for those who cannot see the drawing."""
        moment = MOMENT_LABELS[str(self.row["moment"])]
        return _(
            "{name} pada {moment} {words}",
            name=InSentence(self.name),
            moment=InSentence(moment),
            words=self.words,
        )


def draw_marks(marks: list[Mark], axis: Message, language: Language) -> go.Figure:
    """Draw every mark in a row of its own with its words above it, and every name once beside its rows."""
    places = [float(place) for place in range(len(marks))]
    names = _names(marks, language)
    figure = canvas(language, height=len(marks) * _row_height(names) + ROOM)
    told: set[str] = set()
    for mark, place in zip(marks, places, strict=True):
        moment = str(mark.row["moment"])
        figure.add_trace(_interval(mark.row, place, language, in_legend=moment not in told))
        told.add(moment)
    figure.add_trace(
        go.Scatter(
            x=[0.0] * len(marks),
            y=[place - ABOVE for place in places],
            text=[plain(render(mark.words, language)) for mark in marks],
            mode="text",
            textposition="top right",
            textfont={"color": INK, "size": 12},
            showlegend=False,
            hoverinfo="skip",
        )
    )
    figure.update_xaxes(range=[0, 100], ticksuffix="%", nticks=6, title_text=render(axis, language))
    middles = [sum(rows) / len(rows) for rows in names.values()]
    return figure.update_yaxes(
        tickvals=middles, ticktext=list(names), range=[len(marks) - 0.5, -0.7], showgrid=False
    )


def _names(marks: list[Mark], language: Language) -> dict[str, list[float]]:
    """Give every name, with its n, the places of its rows."""
    names: dict[str, list[float]] = {}
    for place, mark in enumerate(marks):
        label = wrapped(render(mark.name, language), LABEL) + f"<br>n = {mark.row['households']}"
        names.setdefault(label, []).append(float(place))
    return names


def _row_height(names: dict[str, list[float]]) -> int:
    """Let the names have the room of all their rows."""
    return max(LEAST_HEIGHT, *(row_height([name]) // len(rows) for name, rows in names.items()))


def _interval(row: dict[str, Any], place: float, language: Language, *, in_legend: bool) -> go.Scatter:
    moment = str(row["moment"])
    colour = GREY if moment == next(iter(MOMENT_LABELS)) else BLUE
    return go.Scatter(
        x=[round(row[name] * 100, 3) for name in ("low", "share", "high")],
        y=[place] * 3,
        name=render(MOMENT_LABELS[moment], language),
        mode="lines+markers",
        line={"color": colour, "width": 3},
        marker={"color": colour, "size": [0, 13, 0], "opacity": 1},
        legendgroup=moment,
        showlegend=in_legend,
        hoverinfo="skip",
    )
