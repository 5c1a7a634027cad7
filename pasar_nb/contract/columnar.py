"""Reading of parquet files, whose typed columns become text like everything else."""

from __future__ import annotations

import io

from pasar_nb.contract import messages_limits
from pasar_nb.contract import messages_reading as messages
from pasar_nb.contract.container import LARGEST_UNPACKED, MOST_CELLS, MOST_COLUMNS
from pasar_nb.contract.grid import Grid, Place, text_of
from pasar_nb.contract.problems import Problem


def read_parquet(data: bytes, place: Place) -> tuple[Grid | None, list[Problem]]:
    """Read a parquet file as a grid whose first row is the header.

    Returns
    -------
    tuple
        The grid, or None where the file is damaged or would unpack to a dangerous size, and the problems.
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
        columns = [[text_of(cell) for cell in column.to_pylist()] for column in table.columns]
    except (pa.ArrowException, OSError, ValueError):
        return None, [place.problem(messages.PARQUET_DAMAGED)]
    rows = [list(row) for row in zip(*columns, strict=True)]
    return Grid(place, [list(table.column_names), *rows]), []


def _unpacked_size(metadata: object) -> int:
    return sum(metadata.row_group(at).total_byte_size for at in range(metadata.num_row_groups))  # type: ignore[attr-defined]  # pyarrow ships no types
