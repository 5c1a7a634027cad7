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
    tema = remarks["tema"].astype(object).where(remarks["tema"].notna(), "").astype("str").str.strip()
    themes = tema.value_counts().rename_axis("tema").rename("n").reset_index()
    latest_first = remarks.assign(tema=tema).sort_values("tanggal", ascending=False, kind="stable")
    return Feedback(
        themes=themes.sort_values(["n", "tema"], ascending=[False, True]).reset_index(drop=True),
        remarks=latest_first[["tanggal", "sumber", "tema", "teks"]].reset_index(drop=True),
    )
