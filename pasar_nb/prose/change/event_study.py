"""Sentences on the difference of the arms in every wave."""

from __future__ import annotations

from typing import Any

from pasar_nb.analysis.change.results import HouseholdChange, Outcome
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Month, _, listing
from pasar_nb.prose.change.words import count_of


def event_study(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say how the difference of the arms stood in every wave."""
    found = shown.result.event_study
    if isinstance(found, NotEstimable):
        return found
    rows = [
        row for row in as_rows(found.table) if row["phase"] != "reference" and row["value"] == row["value"]
    ]
    if not rows:
        return NotEstimable(_("Tidak ada gelombang dengan cukup banyak rumah tangga untuk ditampilkan."))
    start = next(row for row in as_rows(found.table) if row["phase"] == "reference")
    return _(
        "Dibandingkan dengan survei terakhir sebelum program ({month}), selisih peserta dan pembanding "
        "berubah sebesar: {each}. Tiap selang 95% berlaku sendiri-sendiri.",
        month=Month(str(start["month"])),
        each=listing(_wave(row, found.outcome) for row in rows),
    )


def _wave(row: dict[str, Any], outcome: Outcome) -> Message:
    return _(
        "{month} {value} (selang 95%: {low} sampai {high}; n = {own} peserta dan {compared} pembanding)",
        month=Month(str(row["month"])),
        value=outcome.amount(row["value"]),
        low=outcome.amount(row["low"]),
        high=outcome.amount(row["high"]),
        own=count_of(row["n"]),
        compared=count_of(row["n_compared"]),
    )
