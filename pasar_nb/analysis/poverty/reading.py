"""Released rows as exhibits read them: a class before and after, with the change of its share."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.poverty.results import MinimumWage, Poverty
from pasar_nb.analysis.rows import as_rows

_VISIBLE = 0.001  # a share is told to a tenth of a per cent


def seen(found: Poverty | MinimumWage, arm: str, kelas: str) -> list[dict[str, Any]]:
    """Give the rows of a class in an arm that may be seen, the baseline first."""
    table = found.classes if isinstance(found, Poverty) else found.table
    return as_rows(_of(table, arm, kelas).dropna(subset=["share"]))


def change_seen(found: Poverty | MinimumWage, arm: str, kelas: str) -> dict[str, Any] | None:
    """Give the change of a class's share.

    Its ``apart`` is true where the shares on show differ by something else: in public they are computed anew
    from rounded counts, in which a change drowns, so that the change itself is told as it was estimated.
    """
    shares = [row["share"] for row in seen(found, arm, kelas)]
    rows = as_rows(_of(found.changes, arm, kelas).dropna(subset=["difference"]))
    if not rows or len(shares) < 2:
        return None
    apart = abs(shares[1] - shares[0] - rows[0]["difference"]) > _VISIBLE
    return rows[0] | {"apart": apart}


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
