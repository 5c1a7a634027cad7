"""Coefficients and pairs named for people, and which pairs may be told."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.association.matrices import Matrix
from pasar_nb.language import InSentence, Message, _
from pasar_nb.vocabulary import CHANCE_LIMIT

COEFFICIENT_LABELS: dict[str, Message] = {
    "spearman": _("Spearman"),
    "tau_b": _("tau-b Kendall"),
    "rank_biserial": _("rank-biserial"),
    "phi": _("phi"),
    "cramers_v": _("V Cramér"),
    "eta": _("eta peringkat"),
}


def told_pairs(matrix: Matrix) -> pd.DataFrame:
    """Take the pairs whose coefficient may be told, arithmetic left aside, the strongest first."""
    told = matrix.table[matrix.table["value"].notna() & (matrix.table["arithmetic"] == "")]
    return told.reindex(told["value"].abs().sort_values(ascending=False, kind="stable").index)


def clear_pairs(matrix: Matrix) -> pd.DataFrame:
    """Take of them those that stand out from chance after the correction for all pairs."""
    told = told_pairs(matrix)
    return told[told["p_bh"] < CHANCE_LIMIT]


def pair(matrix: Matrix, row: dict[str, Any]) -> Message:
    """Name the two variables of a pair."""
    return _(
        "{one} dan {other}",
        one=InSentence(matrix.labels[str(row["one"])]),
        other=InSentence(matrix.labels[str(row["other"])]),
    )
