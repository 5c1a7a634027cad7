"""A table as a reader sees it: labelled, with kinds and units; its cells are values, never HTML."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import pandas as pd

from pasar_nb.language import Message

CellKind: TypeAlias = Literal[
    "text", "integer", "number", "quantity", "share", "drawn_share", "probability", "money", "date", "month"
]
"""``quantity`` holds numbers of any size, each with its own decimals, ``share`` values between 0 and 1,
``drawn_share`` those of random draws, which are never certain, ``probability`` those of tests, which are
never nought; ``date`` and ``month`` hold ISO text."""


@dataclass(frozen=True, slots=True)
class DisplayColumn:
    """A column on show.

    Attributes
    ----------
    name
        Column of the frame.
    label
        Heading, with the unit where there is one.
    kind
        How its cells are formatted; a cell that already is text (``<10``) stays as it is.
    decimals
        For numbers and shares.
    interval
        Heading of this column and the one before it as one on a page, where they are the ends of an interval;
        the workbook keeps both.
    workbook_only
        Whether a page leaves it out, for want of room.
    """

    name: str
    label: Message
    kind: CellKind = "text"
    decimals: int = 0
    interval: Message | None = None
    workbook_only: bool = False


@dataclass(frozen=True, slots=True)
class DisplayTable:
    """A table on show, in a report, in JupyterLab and as a worksheet.

    Attributes
    ----------
    name
        Short ASCII name, unique in a notebook: name of the worksheet.
    title
        What the table shows.
    columns
        Columns in order.
    frame
        The values; only the named columns are shown. Missing values are shown as an en dash.
    note
        Unit of observation, n, source and cautions, shown below.
    highlight
        Index labels of rows that are set in bold, e.g. the winner.
    workbook_only
        Whether it is too long to read on a page: the workbook has all of it, the page does not.
    screen_only
        Whether things are looked up in it: a page on a screen folds it, paper refers to the workbook.
    """

    name: str
    title: Message
    columns: tuple[DisplayColumn, ...]
    frame: pd.DataFrame
    note: Message | None = None
    highlight: tuple[object, ...] = ()
    workbook_only: bool = False
    screen_only: bool = False
