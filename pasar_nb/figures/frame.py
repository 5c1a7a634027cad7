"""What all figures share: the finding as title, note, text alternative, template and colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pasar_nb.language import Message

if TYPE_CHECKING:
    import plotly.graph_objects as go


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
        Plotly figure without a title of its own.
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
