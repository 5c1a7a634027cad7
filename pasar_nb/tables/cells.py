"""A cell of a table: as the plain value that files keep, and as a reader of the language expects it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol, TypeAlias

import numpy as np
import pandas as pd

from pasar_nb.disclosure import is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import (
    Day,
    DrawnShare,
    Language,
    Listing,
    Message,
    Money,
    Month,
    Number,
    Quantity,
    Share,
    Value,
    _,
    decimals_for,
    render,
)
from pasar_nb.tables.display import CellKind
from pasar_nb.vocabulary import LEAST_P, MISSING

Cell: TypeAlias = str | int | float | None

NUMERIC: frozenset[CellKind] = frozenset(
    {"integer", "number", "quantity", "share", "drawn_share", "probability", "money"}
)

_DECIMALS_OF_P = 3
_YES_NO = {True: _("ya"), False: _("tidak")}
_NUMBERS: Mapping[CellKind, Callable[[float, int], Value]] = {
    "integer": lambda value, _decimals: Number(value),
    "number": Number,
    "quantity": lambda value, _decimals: Quantity(value),
    "share": Share,
    "drawn_share": lambda value, _decimals: DrawnShare(value),
    "probability": lambda value, _decimals: _probability(value),
    "money": lambda value, _decimals: Money(value),
}
_DECIMALS_KEPT: Mapping[CellKind, int] = {
    "integer": 0,
    "money": 0,
    "share": 6,
    "drawn_share": 6,
    "probability": 6,
}
_DATES: Mapping[CellKind, Callable[[str], Value]] = {
    "date": lambda value: Day(date.fromisoformat(value)),
    "month": Month,
}


def _probability(value: float) -> Value:
    """Write the probability of a test; a small one as being below a limit, never as nought."""
    if value < LEAST_P:
        return Message("<{least}", {"least": Number(LEAST_P, _DECIMALS_OF_P)})
    return Number(value, _DECIMALS_OF_P)


class Formatted(Protocol):
    """Anything that says how the cells of a column are written."""

    @property
    def kind(self) -> CellKind:
        """Kind of the cells."""

    @property
    def decimals(self) -> int:
        """Decimals of numbers and shares."""


def plain_cell(value: object, language: Language) -> Cell:
    """Make a cell's value one that JSON and a worksheet can hold.

    Parameters
    ----------
    value
        Number, text, day, yes or no, message, reason why there is no value, or missing.
    language
        Language of messages and of yes and no.

    Returns
    -------
    str, int, float or None
        None for what is missing or no finite number; ISO text for a day.

    Raises
    ------
    TypeError
        For anything else, which would show as a Python object.
    """
    if isinstance(value, NotEstimable):
        return value.reason.text(language)
    if isinstance(value, Message | Listing):
        return value.text(language)
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, bool | np.bool_):
        return _YES_NO[bool(value)].text(language)
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, int | np.integer):
        return int(value)
    if isinstance(value, float | np.floating):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"a {type(value).__name__} cannot stand in a table")


def rounded_cell(value: Cell, column: Formatted) -> Cell:
    """Keep of a number what files need: a little more than is shown.

    The digits beyond are noise, tell more about a small group than its rounded count does, and sixteen of
    them look like an identifier.
    """
    if not isinstance(value, float):
        return value
    shown = decimals_for(value) if column.kind == "quantity" else column.decimals
    return round(value, _DECIMALS_KEPT.get(column.kind, shown + 2))


def cell_text(value: Cell, column: Formatted, language: Language) -> str:
    """Write one cell for a reader.

    Parameters
    ----------
    value
        Plain value, from `plain_cell`; text in a column of numbers, such as ``<10``, stays as it is.
    column
        Says how the cells of its column are written.
    language
        Language of the reader.
    """
    if value is None:
        return MISSING
    if isinstance(value, str):
        dated = _DATES.get(column.kind)
        return render(dated(value), language) if dated and not is_hidden(value) else value
    written = _NUMBERS.get(column.kind)
    return render(written(value, column.decimals), language) if written else str(value)
