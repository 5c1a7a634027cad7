"""The recorded decision against the ranking."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.commodity.results import Decision, Ranking, Veto
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import readable


def latest(decision: pd.DataFrame | None) -> pd.Series[str] | None:
    """Take the last recorded decision, or None where none is dated."""
    if decision is None:
        return None
    dated = decision.dropna(subset=["tanggal"])
    if dated.empty:
        return None
    row: pd.Series[str] = dated.sort_values("tanggal", kind="stable").iloc[-1]
    return row


def year_of(decision: pd.DataFrame | None) -> int | None:
    """Tell the year of the last recorded decision."""
    row = latest(decision)
    return None if row is None else pd.Timestamp(row["tanggal"]).year


def compare_decision(
    decision: pd.DataFrame | None, ranking: Ranking | NotEstimable, veto: Veto
) -> Decision | NotEstimable:
    """Set the recorded decision beside the ranking.

    Parameters
    ----------
    decision
        Table `keputusan` of the contract; the last row by date counts.
    ranking, veto
        Earlier results.

    Returns
    -------
    Decision or NotEstimable
        The latter where nothing is recorded or there is no ranking to compare with.
    """
    row = latest(decision)
    if row is None:
        return NotEstimable(_("Belum ada keputusan bertanggal yang tercatat."))
    chosen = str(row["komoditas"])
    if isinstance(ranking, NotEstimable):
        return NotEstimable(
            _(
                "Keputusan tercatat memilih {name}, tetapi tidak ada peringkat untuk membandingkannya.",
                name=readable(chosen),
            )
        )
    return _compared(row, chosen, ranking, veto)


def _compared(row: pd.Series[str], chosen: str, ranking: Ranking, veto: Veto) -> Decision:
    place = ranking.table[ranking.table["komoditas"] == chosen]
    ranked = place.dropna(subset=["rank"])
    return Decision(
        commodity=chosen,
        rank=None if ranked.empty else int(ranked["rank"].iloc[0]),
        index=None if place.empty else float(place["index"].iloc[0]),
        agrees=chosen in ranking.winners,
        vetoed=chosen in veto.commodities,
        reason="" if pd.isna(row["alasan"]) else str(row["alasan"]),
        decided_on=pd.Timestamp(row["tanggal"]).date(),
    )
