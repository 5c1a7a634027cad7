"""Codes and categories that differ in small and capital letters only, and so count as two things."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import columns as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables import TABLES
from pasar_nb.identifiers import mask

SPLITTING = frozenset({("rumah_tangga", "id_kelompok"), ("skor", "komoditas"), ("deret", "seri")})
"""Columns in which two spellings make two clusters, commodities or series of what is one."""

CATEGORIES = frozenset(
    {"kecamatan", "desa", "pendidikan_kk", "kelompok_adat", "register", "pasar_utama", "tema"}
)
"""Columns of text whose values are counted, beside those that a district declares."""


def spelling_problems(frame: pd.DataFrame, raw: RawTable, spec: Table) -> Iterator[Problem]:
    """Tell which values of a column are the same but for small and capital letters.

    A column that refers to another table is left out: there, only one of the spellings can be found.

    Parameters
    ----------
    frame
        The typed table; its index is the spreadsheet's row.
    raw
        The same table as it was written, for the place.
    spec
        Its specification, with the columns that the district declares.
    """
    own = {column.name for column in TABLES[spec.name].columns} if spec.name in TABLES else set()
    for column in spec.columns:
        counted = column.kind == "text" and (column.name in CATEGORIES or column.name not in own)
        if column.name in frame.columns and (counted or (column.kind == "id" and not column.refers_to)):
            yield from _twins(frame[column.name].dropna(), raw, column)


def _twins(cells: pd.Series, raw: RawTable, column: Column) -> Iterator[Problem]:
    distinct = dict.fromkeys(cells.tolist())
    spelt: dict[str, str] = {}
    case = messages.SPELT_TWICE_SPLITS if (raw.table, column.name) in SPLITTING else messages.SPELT_TWICE
    if len(set(map(str.casefold, distinct))) == len(distinct):
        return
    for value in distinct:
        other = spelt.setdefault(value.casefold(), value)
        if other != value:
            row = row_number(cells.index[cells == value][0])
            shown = mask(other) if column.person else other
            yield raw.place.problem(
                case, row=row, column=column.name, value=value, person=column.person, other=shown
            )
