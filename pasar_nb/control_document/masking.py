"""What of a district's table may stand in a copy that is passed around: nothing that identifies a person."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

import pandas as pd

from pasar_nb.contract.cases import Case
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import identity as messages_identity
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.tables import TABLES
from pasar_nb.identifiers import find_identifiers, mask, redact

Column: TypeAlias = tuple[str, Mapping[int, str]]
"""Name of a column, and its texts by row."""
_IDENTITY = frozenset(case.code for case in vars(messages_identity).values() if isinstance(case, Case))


def shown_cells(raw: RawTable, problems: Iterable[Problem]) -> list[Column]:
    """Give the cells of a table as they may be shown.

    Parameters
    ----------
    raw
        The table as it was written.
    problems
        What was found; a cell or column that holds an identifier is masked.

    Returns
    -------
    list
        Name of each column with its texts, by row of the spreadsheet; a column that may identify a person is
        masked throughout.
    """
    accused = {(one.row, one.column) for one in problems if one.table == raw.table and one.code in _IDENTITY}
    personal = {column.name for column in TABLES[raw.table].columns if column.person}
    personal |= {column for row, column in accused if row is None}
    return [
        (redact(str(name)), _shown(str(name), cells, accused, personal)) for name, cells in raw.frame.items()
    ]


def _shown(
    column: str, cells: pd.Series, accused: Collection[tuple[int | None, str]], personal: Collection[str]
) -> dict[int, str]:
    shown = {}
    for label, text in cells.items():
        row = row_number(label)
        hidden = column in personal or (row, column) in accused or find_identifiers(text)
        shown[row] = mask(text) if hidden else text
    return shown
