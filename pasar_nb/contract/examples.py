"""The example rows of the tables, as data: written into the template, known again when it is read."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).with_name("example_tables")
MARK_COLUMN = "baris_contoh"
"""Column of a template that marks its example rows; it is no column of any table."""
MARK = "CONTOH"
"""What stands in that column."""

Row = Mapping[str, str]


@cache
def example_rows(table: str) -> tuple[Row, ...]:
    """Give the example rows of a table: text by column, ``""`` for an empty cell.

    The rows of all tables fit together, as those of a district do: who sells in `aliran` is in `pelaku`. What
    the template has no sheet for, as `koreksi`, has no examples.
    """
    path = SOURCE / f"{table}.csv"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
