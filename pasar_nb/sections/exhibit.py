"""What can be shown to a reader."""

from __future__ import annotations

from typing import TypeAlias

from pasar_nb.figures.frame import ReportFigure
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message
from pasar_nb.tables.display import DisplayTable

Exhibit: TypeAlias = Message | NotEstimable | DisplayTable | ReportFigure
"""A sentence, the reason why there is none, a table or a figure."""
Section: TypeAlias = tuple[Exhibit, ...]
"""The exhibits that answer one question, in the order in which they are read."""
