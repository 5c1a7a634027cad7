"""Sentences on households seen again, and on the sample against its plan."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.rows import as_rows
from pasar_nb.analysis.survey import SamplePlan, SurveyExamined
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Share, Value, _, paragraph
from pasar_nb.prose.counts import count_of
from pasar_nb.prose.survey.answers import unasked, unsure
from pasar_nb.vocabulary import ARM_LABELS, SUPPRESS_BELOW


def matching(shown: Released[SurveyExamined]) -> Message | NotEstimable:
    """Say how many households of the first wave were interviewed again in the last."""
    result = shown.result.matching
    if isinstance(result, NotEstimable):
        return result
    if result.table.empty:
        return NotEstimable(_("Baru ada satu gelombang survei; belum ada rumah tangga yang berpasangan."))
    ends = (result.table["first"] == str(result.waves[0])) & (result.table["last"] == str(result.waves[-1]))
    rows = as_rows(result.table[ends])
    return paragraph(*(_matched(row) for row in rows))


def plan(shown: Released[SurveyExamined]) -> Message | NotEstimable:
    """Say for each arm whether the sample is as large as planned, or a census of the list."""
    result = shown.result.plan
    if isinstance(result, NotEstimable):
        return result
    rows = [row for row in as_rows(result.table) if not is_hidden(row["listed"])]
    if not rows:
        return NotEstimable(_("Besar sampel tidak ditampilkan: kurang dari 10 rumah tangga dalam daftar."))
    said = [_planned(row, result) for row in rows]
    if any(row["verdict"] != "census" for row in rows):
        said.append(
            _(
                "Rumus Slovin menganggap rumah tangga dipilih acak satu per satu; bila dipilih per kelompok, "
                "kebutuhannya lebih besar."
            )
        )
    return paragraph(*said, _ON_THE_LIST)


def limits(shown: Released[SurveyExamined]) -> tuple[Message, ...]:
    """Say what the sample and the answers leave open."""
    found, said = shown.result.plan, []
    if isinstance(found, SamplePlan):
        few = [row for row in as_rows(found.table) if row["verdict"] in ("short", "lost")]
        said = [
            _(
                "Banyaknya {arm} lebih kecil daripada rencana menurut rumus Slovin dengan batas kesalahan "
                "{margin}, sehingga angkanya kurang teliti daripada yang direncanakan.",
                arm=InSentence(ARM_LABELS[str(row["arm"])]),
                margin=Share(found.margin),
            )
            for row in few
        ]
    return (*said, *unsure(shown), *unasked(shown))


_ON_THE_LIST = _(
    "Daftar itu adalah tabel rumah_tangga kabupaten; rumah tangga di luar daftar tidak diwakili."
)


def _matched(row: dict[str, Any]) -> Message:
    values: dict[str, Value] = {"arm": InSentence(ARM_LABELS[str(row["arm"])]), "wave": str(row["last"])}
    if pd.isna(row["share"]):
        return _(
            "Banyaknya {arm} gelombang pertama yang diwawancarai lagi pada gelombang {wave} tidak "
            "ditampilkan: yang tidak ditemui lagi kurang dari {least} rumah tangga, atau angkanya "
            "dilindungi.",
            least=SUPPRESS_BELOW,
            **values,
        )
    return _(
        "Dari {before} rumah tangga {arm} pada gelombang pertama, {both} ({share}) diwawancarai lagi pada "
        "gelombang {wave}.",
        before=count_of(row["before"]),
        both=count_of(row["both"]),
        share=Share(float(row["share"]), 1),
        **values,
    )


def _planned(row: dict[str, Any], result: SamplePlan) -> Message:
    values: dict[str, Value] = {
        "arm": InSentence(ARM_LABELS[str(row["arm"])]),
        "listed": count_of(row["listed"]),
    }
    if row["verdict"] == "census":
        return _(
            "Semua {listed} rumah tangga {arm} dalam daftar diwawancarai pada gelombang pertama: ini sensus "
            "atas daftar itu, sehingga rencana sampel terpenuhi; seberapa kecil perubahan yang dapat "
            "ditemukan tetap bergantung pada banyaknya rumah tangga.",
            **values,
        )
    values |= {
        "needed": count_of(row["needed"]),
        "interviewed": count_of(row["interviewed"]),
        "margin": Share(result.margin),
    }
    said = _(
        "Dari {listed} rumah tangga {arm} dalam daftar, rumus Slovin dengan batas kesalahan {margin} meminta "
        "{needed}; {interviewed} diwawancarai pada gelombang pertama.",
        **values,
    )
    if pd.isna(row.get("matched")):  # the public has no such count
        return said
    return paragraph(said, _("Pada gelombang pertama dan terakhir: {matched}.", matched=int(row["matched"])))
