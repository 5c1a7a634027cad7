"""The rows of a table, one by one, for figures, sentences and tables that say something about each."""

from __future__ import annotations

from typing import Any

import pandas as pd


def as_rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Give every row by the names of its columns."""
    return [{str(name): cell for name, cell in row.items()} for row in table.to_dict("records")]
