"""Checks of a table's keys: what must be unique stands once."""

from __future__ import annotations

from functools import partial
from typing import Any

import pandas as pd

from pasar_nb.contract.enough import told_up_to_enough
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import columns as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Table
from pasar_nb.language import listing


def key_problems(frame: pd.DataFrame, raw: RawTable, spec: Table) -> list[Problem]:
    """Check that no two rows have the same key, and in a table without a key, that no row comes twice.

    The first of such rows is left out: it is the others that say where it stands.
    """
    if not set(spec.key) <= set(frame.columns):
        return []
    # pandera lists every column of a row whose key fails, but not the row that it repeats.
    rows = frame.dropna(subset=list(spec.key))[list(spec.key) or list(frame.columns)]
    repeated = rows[rows.duplicated(keep=False)]
    if repeated.empty:
        return []
    numbers = pd.Series(repeated.index, index=repeated.index)
    firsts = numbers.groupby([repeated[name] for name in repeated.columns], dropna=False).transform("min")
    others = [(row_number(row), str(first)) for row, first in firsts.items() if row != first]
    tell = partial(_repeated, raw, spec)
    if not spec.key:
        return [tell(fault) for fault in others]
    return told_up_to_enough(others, tell)


def _repeated(raw: RawTable, spec: Table, fault: tuple[int, str]) -> Problem:
    row, first = fault
    if not spec.key:
        return raw.place.problem(messages.ROW_TWICE, row=row, first=first)
    column = spec.column(spec.key[0])
    value = str(raw.frame.at[row, column.name])
    place: dict[str, Any] = {"row": row, "column": column.name, "value": value, "person": column.person}
    if len(spec.key) == 1:
        return raw.place.problem(messages.CODE_TWICE, **place, first=first)
    return raw.place.problem(messages.KEY_TWICE, **place, columns=listing(spec.key), first=first)
