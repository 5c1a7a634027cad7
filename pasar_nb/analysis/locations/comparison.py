"""Districts side by side, from the records that their own reports have left."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.locations.pooling import pool, weights
from pasar_nb.analysis.locations.results import Comparison, Pool, Pooling

SHOWN = (
    *("code", "district", "province", "commodity", "outcome", "outcome_unit", "design"),
    *("estimate", "low", "high", "n", "relative_change", "relative_low", "relative_high"),
    *("attrition_share", "real_base", "synthetic", "claim"),
)
LEFT_OUT = ("code", "district", "province", "synthetic", "reason")
NO_CLAIM = "none"  # of a comparison whose arms differed by more than 0.25 standard deviations
_POOLED = ("code", "district", "log_change", "log_standard_error")


def compare(records: pd.DataFrame) -> Comparison:
    """Set the districts side by side, and average those that answer the same question in the same way.

    Parameters
    ----------
    records
        A row per district; columns those of `Comparison.table`, ``log_change`` and ``log_standard_error``
        (the change on the log scale, so that a district with high incomes does not count for more), and
        ``reason``. A missing column is taken as missing throughout. It is not changed.

    Returns
    -------
    Comparison
        A before-after change and a difference-in-differences are never averaged together, nor two different
        outcomes, nor demonstration data with real ones; a difference between arms that were too unlike at
        the baseline is shown but averaged with nothing.
    """
    rows = records.reindex(columns=[*dict.fromkeys((*SHOWN, *_POOLED, *LEFT_OUT))])
    known = rows["estimate"].notna() & rows["low"].notna() & rows["high"].notna()
    table = rows[known].sort_values(
        ["design", "relative_change", "code"], ascending=[True, False, True], ignore_index=True
    )
    absent = rows[~known].sort_values("code", ignore_index=True)[list(LEFT_OUT)]
    told = table["log_change"].notna() & table["log_standard_error"].gt(0)
    poolable = table[told & ~(table["design"].eq("did") & table["claim"].eq(NO_CLAIM))]
    poolings = [
        _pooling(group, str(outcome), str(design), synthetic=bool(synthetic))
        for (outcome, design, synthetic), group in poolable.groupby(["outcome", "design", "synthetic"])
    ]
    return Comparison(
        districts=len(rows),
        poolings=tuple(sorted(poolings, key=lambda one: (-len(one.table), one.design, one.outcome))),
        table=table[list(SHOWN)],
        absent=absent.assign(reason=absent["reason"].astype("object").where(absent["reason"].notna(), "")),
    )


def _pooling(group: pd.DataFrame, outcome: str, design: str, *, synthetic: bool) -> Pooling:
    changes, errors = group["log_change"].astype(float), group["log_standard_error"].astype(float)
    pooled = pool(changes, errors)
    parts = weights(errors, pooled.tau) if isinstance(pooled, Pool) else float("nan")
    table = group[list(_POOLED)].assign(weight=parts).reset_index(drop=True)
    homes = int(pd.to_numeric(group["n"], errors="coerce").sum())  # a released count may be the text "<10"
    return Pooling(
        outcome=outcome, design=design, synthetic=synthetic, households=homes, pool=pooled, table=table
    )
