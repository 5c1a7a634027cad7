"""Reading of parquet files, whose typed columns become text like everything else."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from pasar_nb.contract.cases import Case
from pasar_nb.contract.container import LARGEST_UNPACKED, MOST_CELLS, MOST_COLUMNS
from pasar_nb.contract.grid import Grid, Place, text_of
from pasar_nb.contract.messages import limits as messages_limits
from pasar_nb.contract.messages import parquet as messages
from pasar_nb.contract.problems import Problem

if TYPE_CHECKING:
    import pyarrow as pa


def read_parquet(data: bytes, place: Place) -> tuple[Grid | None, list[Problem]]:
    """Read a parquet file as a grid whose first row is the header.

    Returns
    -------
    tuple
        The grid, or None where the file is damaged, would unpack to a dangerous size or has columns that no
        text can stand for, and the problems.
    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(io.BytesIO(data))
        if _unpacked_size(file.metadata) > LARGEST_UNPACKED:
            return None, [place.problem(messages.PARQUET_DAMAGED)]
        if file.metadata.num_columns > MOST_COLUMNS:
            wide = file.metadata.num_columns
            return None, [place.problem(messages_limits.TABLE_TOO_WIDE, found=wide, most=MOST_COLUMNS)]
        if file.metadata.num_columns * file.metadata.num_rows > MOST_CELLS["parquet"]:
            return None, [place.problem(messages_limits.TABLE_TOO_LARGE, most=MOST_CELLS["parquet"])]
        table = file.read()
        if refused := _refused(table, place):
            return None, refused
        columns = [[text_of(cell) for cell in column.to_pylist()] for column in table.columns]
    except (pa.ArrowException, OSError, OverflowError, ValueError):
        return None, [place.problem(messages.PARQUET_DAMAGED)]
    rows = [list(row) for row in zip(*columns, strict=True)]
    return Grid(place, [list(table.column_names), *rows]), []


def _refused(table: pa.Table, place: Place) -> list[Problem]:
    """Refuse the columns whose values have no text of one reading only, as those of databases are refused."""
    problems = []
    for name, column in zip(table.column_names, table.columns, strict=True):
        kind = _kind(column.type)
        case = _case(kind) if column.null_count < len(column) else None
        if case:
            # Behind a bracket stand names of fields, or what else the kind is made of.
            problems.append(place.problem(case, column=name, kind=re.split(r"[<\[]", str(kind))[0]))
    return problems


def _kind(column: pa.DataType) -> pa.DataType:
    from pyarrow import types

    return column.value_type if types.is_dictionary(column) else column


def _case(kind: pa.DataType) -> Case | None:
    from pyarrow import types

    if types.is_timestamp(kind):
        return messages.PARQUET_ZONE if kind.tz else None
    texts = types.is_string, types.is_large_string, types.is_string_view
    numbers = types.is_integer, types.is_floating, types.is_decimal, types.is_boolean
    single = any(is_one(kind) for is_one in (*texts, *numbers, types.is_date, types.is_time))
    return None if single else messages.PARQUET_TYPE


def _unpacked_size(metadata: object) -> int:
    return sum(metadata.row_group(at).total_byte_size for at in range(metadata.num_row_groups))  # type: ignore[attr-defined]  # pyarrow ships no types
