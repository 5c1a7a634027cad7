"""Statistics of the public have two or three digits, in one place: tables, sentences and drawings agree.

An exact mean of whole answers gives their sum away: 2.8828 of at most 130 answers can only be 369 / 128. Two
exact means of nearly the same households tell the answer of the one that is in only one of them. Rounded to
one part in a hundred, a mean of less than fifty households leaves their sum open by about one household.
"""

from __future__ import annotations

import math
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Context
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

DIGITS = 3
FEW_DIGITS = 2
FEW = 50  # households below which a statistic has two digits


def rounded(value: float, units: float | None = None) -> float:
    """Round to three significant digits, or to two where few households stand behind the value.

    Parameters
    ----------
    value
        Any number; what is not finite stays.
    units
        Number of households; None or missing where it is not known.
    """
    few = units is not None and units < FEW  # a comparison with NaN is false
    return _to_digits(value, FEW_DIGITS if few else DIGITS, ROUND_HALF_EVEN)


def rounded_down(value: float) -> float:
    """Round a p value to three digits towards nought, so that it stays on its side of a limit."""
    return _to_digits(value, DIGITS, ROUND_DOWN)


def _to_digits(value: float, digits: int, way: str) -> float:
    if not math.isfinite(value):
        return value
    return float(Context(prec=digits, rounding=way).create_decimal(repr(float(value))))


def rounded_column(column: pd.Series[Any], units: NDArray[np.float64]) -> pd.Series[Any]:
    """Round the fractions in a column; whole numbers, texts and what is missing stay.

    Parameters
    ----------
    column
        Values of a table.
    units
        Shape (rows,): number of households behind each.
    """
    pairs = zip(column, units, strict=True)
    return _mapped(column, [rounded(one, n) if isinstance(one, float) else one for one, n in pairs])


def rounded_tests(column: pd.Series[Any]) -> pd.Series[Any]:
    """Round a column of p values down."""
    return _mapped(column, [rounded_down(one) if isinstance(one, float) else one for one in column])


def _mapped(column: pd.Series[Any], values: list[Any]) -> pd.Series[Any]:
    if pd.api.types.is_float_dtype(column.dtype) or column.dtype == object:
        return pd.Series(values, index=column.index, dtype=column.dtype)
    return column
