"""Long numbers of which a spreadsheet has kept the first digits, in columns that are not read as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import pandas as pd

from pasar_nb.contract.enough import told_up_to_enough
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import parsing as messages
from pasar_nb.contract.numerals import is_shortened
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Table

_CANDIDATE = re.compile(r"[0-9][eE]\+?[0-9]")


def shortened_problems(raw: RawTable, spec: Table) -> Iterator[Problem]:
    """Tell which texts, also of columns that nobody knows, were a long number such as a NIK.

    Parameters
    ----------
    raw
        The table as it was written, unknown columns included.
    spec
        Its specification; columns of other kinds than text refuse such a cell when they are read.
    """
    read = {column.name for column in spec.columns if column.kind != "text"}
    for name in raw.frame.columns.difference(list(read), sort=False):
        rows = _shortened_rows(raw.frame[name])
        yield from told_up_to_enough(rows, partial(_problem, raw, str(name)))


def _shortened_rows(cells: pd.Series) -> list[int]:
    distinct = dict.fromkeys(cells.tolist())
    if not _CANDIDATE.search("\n".join(distinct)):
        return []
    found = {text for text in distinct if _CANDIDATE.search(text) and is_shortened(text)}
    return [row_number(row) for row in cells.index[cells.isin(found)]]


def _problem(raw: RawTable, column: str, row: int) -> Problem:
    value = str(raw.frame.at[row, column]).strip()
    return raw.place.problem(messages.NUMBER_SHORTENED, row=row, column=column, value=value)
