"""Sentences on the path of the outcome over the waves."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.change.followed import OutcomePath
from pasar_nb.analysis.change.results import HouseholdChange, Outcome
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import Message, Month, Value, _, listing, paragraph
from pasar_nb.prose.change.words import count_of
from pasar_nb.vocabulary import PARTICIPANT


def path(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say how the participants stood in each later wave against the baseline."""
    result = shown.result.path
    if isinstance(result, NotEstimable):
        return result
    own = result.table[(result.table["arm"] == PARTICIPANT) & result.table["change_low"].notna()]
    rows = [row for row in as_rows(own) if not is_hidden(row["n"])]
    if not rows:
        return NotEstimable(
            _(
                "Jalan antargelombang tidak ditampilkan: kurang dari 10 peserta menjawab pada semua "
                "gelombang, atau perubahan mereka semua sama."
            )
        )
    said = _(
        "{measure} peserta dibandingkan dengan survei awal: {each}; n = {n} rumah tangga yang menjawab pada "
        "semua gelombang.",
        measure=result.outcome.label,
        each=listing(_wave(row, result.outcome) for row in rows),
        n=count_of(rows[0]["n"]),
    )
    return paragraph(said, *_others(result.all_pairs), *_otherwise(rows, result))


def _wave(row: dict[str, Any], outcome: Outcome) -> Message:
    values: dict[str, Value] = {
        "wave": int(row["wave"]),
        "month": Month(str(row["month"])),
        "amount": outcome.amount(abs(row["change"])),
        "low": outcome.amount(row["change_low"]),
        "high": outcome.amount(row["change_high"]),
    }
    if not Interval(row["change_low"], row["change_high"]).clear:
        return _(
            "pada gelombang {wave} ({month}) tidak jelas berubah, rata-rata {change} (selang 95%: {low} "
            "sampai {high}; baru {least} atau lebih yang dapat ditemukan dengan peluang 80%)",
            change=outcome.amount(row["change"]),
            least=outcome.amount(row["detectable"]),
            **{name: value for name, value in values.items() if name != "amount"},
        )
    if row["change"] > 0:
        return _("pada gelombang {wave} ({month}) naik {amount} (selang 95%: {low} sampai {high})", **values)
    return _("pada gelombang {wave} ({month}) turun {amount} (selang 95%: {low} sampai {high})", **values)


def _others(pairs: pd.DataFrame) -> list[Message]:
    if pairs["low"].notna().any():
        return [
            _(
                "Rumah tangga yang tidak menjawab pada semua gelombang ada pada tabel semua pasangan, yang "
                "memakai setiap rumah tangga dengan jawaban pada survei awal dan gelombang itu."
            )
        ]
    return []


def _otherwise(rows: list[dict[str, Any]], result: OutcomePath) -> list[Message]:
    """Name the waves of which all pairs read otherwise than the households that answered in every wave."""
    pairs = result.all_pairs[(result.all_pairs["arm"] == PARTICIPANT) & result.all_pairs["low"].notna()]
    readings = {row["wave"]: _reading(row["low"], row["high"]) for row in as_rows(pairs)}
    told = {row["wave"]: _reading(row["change_low"], row["change_high"]) for row in rows}
    waves = [wave for wave, reading in told.items() if readings.get(wave, reading) != reading]
    if not waves:
        return []
    return [
        _(
            "Dengan semua pasangan itu bacaannya lain pada gelombang {waves}, jadi perubahan pada gelombang "
            "itu belum pasti.",
            waves=listing(Message("{wave}", {"wave": int(wave)}) for wave in waves),
        )
    ]


def _reading(low: float, high: float) -> int:
    """Tell an interval above nought, across it or below it."""
    return int(low > 0) - int(high < 0)
