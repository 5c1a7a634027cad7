"""A table whose cells are coloured from light to dark, each with its number."""

from __future__ import annotations

from collections.abc import Sequence

import plotly.graph_objects as go

from pasar_nb.figures.frame import LINE_HEIGHT, TEXT_SIZE, canvas, line_count, row_height, shade, text_on
from pasar_nb.language import Language
from pasar_nb.vocabulary import PAPER

ROW = 46  # px; least height of a row that a finger can meet
UPRIGHT = 8  # px per character of a heading that a telephone turns upright


def coloured_cells(
    language: Language,
    *,
    rows: Sequence[str],
    columns: Sequence[str],
    darkness: Sequence[Sequence[float | None]],
    texts: Sequence[Sequence[str]],
) -> go.Figure:
    """Draw a table of coloured cells.

    Parameters
    ----------
    language
        Decides how plotly writes numbers.
    rows, columns
        Labels, escaped, wrapped and distinct.
    darkness
        Shape (rows, columns): 0 light to 1 dark; None leaves the cell white.
    texts
        Shape (rows, columns): what stands in the cells.
    """
    figure = canvas(language, height=len(rows) * row_height(rows, least=ROW) + _headings(columns))
    colourscale = [[step / 8, shade(step / 8)] for step in range(9)]
    figure.add_heatmap(
        x=list(columns),
        y=list(rows),
        z=[[None if dark is None else round(dark, 4) for dark in row] for row in darkness],
        colorscale=colourscale,
        zmin=0,
        zmax=1,
        xgap=2,
        ygap=2,
        showscale=False,
        hoverinfo="skip",
    )
    figure.add_trace(_numbers(rows, columns, darkness, texts))
    figure.update_xaxes(type="category", side="top", showgrid=False)
    return figure.update_yaxes(type="category", autorange="reversed", showgrid=False)


def _numbers(
    rows: Sequence[str],
    columns: Sequence[str],
    darkness: Sequence[Sequence[float | None]],
    texts: Sequence[Sequence[str]],
) -> go.Scatter:
    """Write the numbers as a trace of their own: a heat map's own texts are grey on middling grounds."""
    grounds = [PAPER if dark is None else shade(dark) for row in darkness for dark in row]
    return go.Scatter(
        x=list(columns) * len(rows),
        y=[row for row in rows for _column in columns],
        text=[text for row in texts for text in row],
        mode="text",
        textfont={"size": TEXT_SIZE + 1, "color": [text_on(ground) for ground in grounds]},
        hovertemplate="%{y}<br>%{x}: %{text}<extra></extra>",
        showlegend=False,
    )


def _headings(labels: Sequence[str]) -> int:
    longest = max((len(line) for label in labels for line in label.split("<br>")), default=0)
    return max(line_count(labels) * LINE_HEIGHT, longest * UPRIGHT) + 24
