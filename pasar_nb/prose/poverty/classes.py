"""Sentences on the classes of expenditure in which the surveyed persons are."""

from __future__ import annotations

from typing import Any

from pasar_nb.analysis.poverty.reading import seen
from pasar_nb.analysis.poverty.results import LivingStandard, Poverty
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Share, Value, _, listing, paragraph, paragraphs
from pasar_nb.prose.counts import count_of
from pasar_nb.prose.poverty.words import hidden, within
from pasar_nb.vocabulary import PARTICIPANT
from pasar_nb.vocabulary.poverty import JOINED, MOMENT_LABELS, class_label, class_limits


def classes(shown: Released[LivingStandard]) -> Message | NotEstimable:
    """Say which share of the participants is in each class, before and after, and what a class is."""
    found = shown.result.main
    if isinstance(found, NotEstimable):
        return found
    codes = list(dict.fromkeys(found.classes["kelas"]))
    said = [_shares(found, moment, rows) for moment in MOMENT_LABELS if (rows := _rows(found, codes, moment))]
    if not said:
        return hidden(found)
    caution = _(
        "Kelas ini bukan tingkat graduasi, yang dinilai dari semua kriteria graduasi dan bukan dari satu "
        "ukuran saja."
    )
    return paragraphs(*said, paragraph(*_about(codes), caution))


def _rows(found: Poverty, codes: list[str], moment: str) -> list[dict[str, Any]]:
    rows = [row for code in codes for row in seen(found, PARTICIPANT, code)]
    return [row for row in rows if row["moment"] == moment]


def _shares(found: Poverty, moment: str, rows: list[dict[str, Any]]) -> Message:
    values: dict[str, Value] = {
        "moment": InSentence(MOMENT_LABELS[moment]),
        "each": listing(_share(row) for row in rows),
        "n": count_of(rows[0]["households"]),
    }
    if found.basis == "belanja":
        return _(
            "Menurut belanja per orang pada {moment}, anggota rumah tangga peserta terbagi atas {each} (n = "
            "{n} rumah tangga).",
            **values,
        )
    return _(
        "Menurut pendapatan per orang pada {moment}, anggota rumah tangga peserta terbagi atas {each} (n = "
        "{n} rumah tangga).",
        **values,
    )


def _share(row: dict[str, Any]) -> Message:
    return _(
        "{name} {share} ({range})",
        name=InSentence(class_label(str(row["kelas"]))),
        share=Share(row["share"], 1),
        range=within(row, ("low", "high")),
    )


def _about(codes: list[str]) -> list[Message]:
    limits = listing(
        _("{name} {limits}", name=InSentence(class_label(code)), limits=class_limits(code)) for code in codes
    )
    said = [_("Batas kelas, dalam kali garis kemiskinan: {limits}.", limits=limits)]
    if any(JOINED in code for code in codes):
        said.append(
            _("Kelas yang berisi kurang dari 10 rumah tangga digabungkan dengan kelas di sebelahnya.")
        )
    return said
