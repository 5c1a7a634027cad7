"""From text to typed columns: each column of a table read by its kind, nothing guessed in silence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

import pandas as pd

from pasar_nb.contract.calendar_columns import parse_dates, parse_months
from pasar_nb.contract.category_columns import (
    missing_where_empty,
    parse_choices,
    parse_ids,
    parse_texts,
    parse_yes_no,
)
from pasar_nb.contract.cell_log import CellLog
from pasar_nb.contract.grid import Place
from pasar_nb.contract.number_columns import parse_numbers
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Column, Kind, Table

Dtype: TypeAlias = Literal["str", "float64", "Int64", "datetime64[us]", "boolean"]

DTYPES: Mapping[Kind, Dtype] = {
    "text": "str",
    "id": "str",
    "number": "float64",
    "integer": "Int64",
    "money": "float64",
    "date": "datetime64[us]",
    "month": "str",
    "year": "Int64",
    "yes_no": "boolean",
    "choice": "str",
}
"""Type of a column by its kind; a missing value is missing to pandas in each of them."""


def parse_table(raw: RawTable, spec: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """Give every column of a table its type.

    Parameters
    ----------
    raw
        The table as text.
    spec
        What its columns hold.

    Returns
    -------
    tuple
        The typed table, with the index of `raw` and the dtypes of `DTYPES`, and the problems of its cells.
        A cell that cannot be read is missing. Columns that the specification does not know stay text; those
        that it knows and the table lacks are not added.
    """
    specs = {column.name: column for column in spec.columns}
    columns: dict[str, pd.Series] = {}
    problems: list[Problem] = []
    for name, written in raw.frame.items():
        column = specs.get(str(name))
        if column is None:
            columns[str(name)] = missing_where_empty(written.str.strip())
        else:
            columns[str(name)], found = parse_column(written, column, raw.place)
            problems += found
    return pd.DataFrame(columns, index=raw.frame.index), problems


def parse_column(written: pd.Series, column: Column, place: Place) -> tuple[pd.Series, list[Problem]]:
    """Give one column its type.

    Parameters
    ----------
    written
        Text of the cells, ``""`` for an empty one; the index is the row of the spreadsheet.
    column
        What they hold.
    place
        Where they stand, for problems.
    """
    log = CellLog(place, column)
    values = _typed(written, column, log)
    return values.astype(DTYPES[column.kind]), log.problems()


def empty_table(spec: Table) -> pd.DataFrame:
    """Make a table without rows that has every column of its specification, typed."""
    return pd.DataFrame({column.name: pd.Series(dtype=DTYPES[column.kind]) for column in spec.columns})


def _typed(written: pd.Series, column: Column, log: CellLog) -> pd.Series:
    if column.kind == "id":
        return parse_ids(written, column, log)
    texts = written.str.strip()
    match column.kind:
        case "number" | "integer" | "money" | "year":
            return parse_numbers(texts, column, log)
        case "date":
            return parse_dates(texts, log)
        case "month":
            return parse_months(texts, log)
        case "yes_no":
            return parse_yes_no(texts, log)
        case "choice":
            return parse_choices(texts, column, log)
    return parse_texts(texts, column, log)
