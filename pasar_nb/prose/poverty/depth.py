"""Sentences on how far below the line the poor are, and how unequal all are."""

from __future__ import annotations

import math
from typing import Any

from pasar_nb.analysis.poverty.reading import change_seen, gini_change_seen, gini_seen, seen
from pasar_nb.analysis.poverty.results import LivingStandard, Poverty
from pasar_nb.disclosure import Released
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import InSentence, Message, Number, Value, _, paragraph, paragraphs
from pasar_nb.prose.counts import count_of
from pasar_nb.prose.poverty.words import changed, hidden, levels
from pasar_nb.vocabulary import PARTICIPANT
from pasar_nb.vocabulary.poverty import MOMENT_LABELS, POOR_CLASS

_NOTHING = NotEstimable(_("Kedalaman kemiskinan tidak ditampilkan: kurang dari 10 rumah tangga miskin."))
_SUBJECTS: dict[str, Message] = {
    "gap": _(
        "Kedalaman kemiskinan peserta (P1: rata-rata kekurangan terhadap garis kemiskinan, nol bagi yang di "
        "atasnya)"
    ),
    "severity": _("Keparahan kemiskinan peserta (P2: kekurangan yang besar dihitung lebih berat)"),
}


def depth(shown: Released[LivingStandard]) -> Message | NotEstimable:
    """Say P1, P2 and the Gini coefficient of the participants, and how they changed."""
    found = shown.result.main
    if isinstance(found, NotEstimable):
        return found
    said = [*_shortfalls(found), paragraph(*_gini(found))]
    return paragraphs(*said)


def _shortfalls(found: Poverty) -> list[Message]:
    rows = [row for row in seen(found, PARTICIPANT, POOR_CLASS) if not math.isnan(row["gap_low"])]
    if not rows:
        asked = PARTICIPANT in set(found.classes["group"])
        return [_NOTHING.reason if asked else hidden(found).reason]
    change = change_seen(found, PARTICIPANT, POOR_CLASS) if len(rows) > 1 else None
    return [
        paragraph(levels(subject, rows, column), *changed(change, column))
        for column, subject in _SUBJECTS.items()
    ]


def _gini(found: Poverty) -> list[Message]:
    rows = [row for row in gini_seen(found, PARTICIPANT) if not math.isnan(row["low"])]
    if not rows:
        return []
    change = gini_change_seen(found, PARTICIPANT) if len(rows) > 1 else None
    return [_gini_levels(rows), *_gini_changed(change)]


def _gini_levels(rows: list[dict[str, Any]]) -> Message:
    first, last = rows[0], rows[-1]
    values: dict[str, Value] = {
        "n": count_of(first["households"]),
        "before": Number(first["gini"], 3),
        "low_before": Number(first["low"], 3),
        "high_before": Number(first["high"], 3),
    }
    if len(rows) == 1:
        return _(
            "Ketimpangan peserta menurut koefisien Gini (0 bila semua orang sama, 1 bila satu orang memiliki "
            "semuanya) adalah {before} pada {moment} (selang 95%: {low_before} sampai {high_before}; n = {n} "
            "rumah tangga).",
            moment=InSentence(MOMENT_LABELS[first["moment"]]),
            **values,
        )
    return _(
        "Ketimpangan peserta menurut koefisien Gini (0 bila semua orang sama, 1 bila satu orang memiliki "
        "semuanya) adalah {before} pada survei awal (selang 95%: {low_before} sampai {high_before}) dan "
        "{after} pada survei terakhir ({low} sampai {high}; n = {n} rumah tangga yang sama).",
        after=Number(last["gini"], 3),
        low=Number(last["low"], 3),
        high=Number(last["high"], 3),
        **values,
    )


def _gini_changed(change: dict[str, Any] | None) -> list[Message]:
    if change is None or math.isnan(change["low"]):
        return []
    interval = Interval(float(change["low"]), float(change["high"]))
    values: dict[str, Value] = {
        "size": Number(abs(change["difference"]), 3),
        "low": Number(interval.low, 3),
        "high": Number(interval.high, 3),
    }
    if not interval.clear:
        return [
            _(
                "Perubahan koefisien itu belum dapat dibedakan dari kebetulan (selang 95% perubahan: {low} "
                "sampai {high}).",
                **values,
            )
        ]
    if interval.low > 0:
        return [_("Koefisien itu naik {size} (selang 95%: {low} sampai {high}).", **values)]
    return [_("Koefisien itu turun {size} (selang 95%: {low} sampai {high}).", **values)]
