"""Columns of a table on show: words in place of codes, and how many decimals numbers need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from pasar_nb.language import Message


def column_of(values: Sequence[object], index: pd.Index) -> pd.Series:
    """Make a column of messages or other values, as they are."""
    return pd.Series(list(values), index=index, dtype=object)


def labelled(column: pd.Series, labels: Mapping[Any, Message]) -> pd.Series:
    """Write the codes of a column as people read them."""
    return column_of([labels[code] for code in column], column.index)


def decimals_of(numbers: pd.Series) -> int:
    """Choose no decimal for whole numbers, and one for others."""
    return 0 if (numbers.dropna().astype("float64") % 1 == 0).all() else 1
