"""Released rows as exhibits read them: a class before and after, with the change that their shares show."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.poverty.results import MinimumWage, Poverty
from pasar_nb.analysis.rows import as_rows


def seen(found: Poverty | MinimumWage, arm: str, kelas: str) -> list[dict[str, Any]]:
    """Give the rows of a class in an arm that may be seen, the baseline first."""
    table = found.classes if isinstance(found, Poverty) else found.table
    return as_rows(_of(table, arm, kelas).dropna(subset=["share"]))


def change_seen(found: Poverty | MinimumWage, arm: str, kelas: str) -> dict[str, Any] | None:
    """Give the change of a class's share, the difference being that of the shares on show.

    In public those are of rounded counts, and a reader who subtracts them must find the same.
    """
    shares = [row["share"] for row in seen(found, arm, kelas)]
    rows = as_rows(_of(found.changes, arm, kelas).dropna(subset=["difference"]))
    return rows[0] | {"difference": shares[1] - shares[0]} if rows and len(shares) > 1 else None


def gini_seen(found: Poverty, arm: str) -> list[dict[str, Any]]:
    """Give the Gini coefficient of an arm where it may be seen, the baseline first."""
    table = found.inequality
    return as_rows(table[table["group"] == arm].dropna(subset=["gini"]))


def gini_change_seen(found: Poverty, arm: str) -> dict[str, Any] | None:
    """Give the change of the Gini coefficient of an arm."""
    table = found.inequality_changes
    rows = as_rows(table[table["group"] == arm].dropna(subset=["difference"]))
    return rows[0] if rows else None


def _of(table: pd.DataFrame, arm: str, kelas: str) -> pd.DataFrame:
    return table[(table["group"] == arm) & (table["kelas"] == kelas)]
