"""What people said, as counts per theme."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.monitoring.results import Feedback
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _


def collect_feedback(remarks: pd.DataFrame | None) -> Feedback | NotEstimable:
    """Count the remarks per theme, most frequent first.

    Parameters
    ----------
    remarks
        Table `umpan_balik` of the contract.
    """
    if remarks is None or remarks.empty:
        return NotEstimable(_("Belum ada umpan balik yang dicatat."))
    tema = texts_of(remarks, "tema")
    themes = tema.value_counts().rename_axis("tema").rename("n").reset_index()
    latest_first = remarks.assign(tema=tema).sort_values("tanggal", ascending=False, kind="stable")
    return Feedback(
        themes=themes.sort_values(["n", "tema"], ascending=[False, True]).reset_index(drop=True),
        remarks=latest_first[["tanggal", "sumber", "tema", "teks"]].reset_index(drop=True),
    )


def texts_of(remarks: pd.DataFrame, column: str) -> pd.Series[str]:
    """Read a column of texts of the remarks; what is not recorded, or an absent column, is empty."""
    if column not in remarks:
        return pd.Series("", index=remarks.index, dtype="str")
    told = remarks[column].astype(object)
    return told.where(told.notna(), "").astype("str").str.strip()
