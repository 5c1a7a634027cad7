"""Sentences on who was interviewed, who was not seen again, and the levels of the outcome."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.change.attendance import HIGH
from pasar_nb.analysis.change.results import Attendance, Attrition, HouseholdChange, Outcome
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Number, Share, Value, _, listing, paragraph
from pasar_nb.prose.change.words import count_of, in_sentence, measure, when
from pasar_nb.prose.waves import unfinished
from pasar_nb.vocabulary import ARM_LABELS, PARTICIPANT, SUPPRESS_BELOW


def attendance(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say how many households of each arm were interviewed first and last, and which wave is not used."""
    result = shown.result.attendance
    if isinstance(result, NotEstimable):
        return result
    first = int(result.table["wave"].min())
    said = [_wave(result, wave) for wave in dict.fromkeys((first, result.last))]
    said += unfinished(result.unfinished, result.last)
    if not result.compared:
        said.append(_("Tidak ada kelompok pembanding."))
    return paragraph(*said)


def attrition(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say what share of the baseline was not seen again, with the flags and who they were."""
    result = shown.result.attrition
    if isinstance(result, NotEstimable):
        return result
    return paragraph(_left(result), *attrition_flags(result), *_who_left(result))


def attrition_flags(result: Attrition) -> list[Message]:
    """Say where the loss is larger than what leaves the results trustworthy."""
    said = []
    if result.high:
        said.append(
            _(
                "Lebih dari 20% rumah tangga survei awal tidak ditemui lagi, sehingga yang tersisa belum "
                "tentu mewakili semuanya."
            )
        )
    if result.uneven and result.more_in:
        said.append(
            _(
                "Kehilangan tidak seimbang: bagiannya lebih besar di antara {arm}, dengan selisih lebih dari "
                "5 poin persen, sehingga perbandingan kedua kelompok dapat bergeser.",
                arm=InSentence(ARM_LABELS[result.more_in]),
            )
        )
    return [*said, *_without_answer(result)]


def _without_answer(result: Attrition) -> list[Message]:
    """Flag the arms of which more are left out than the share of those not seen again lets see."""
    arms = result.table[result.table["kind"] == "arm"]
    told = [row for row in as_rows(arms) if not (is_hidden(row["baseline"]) or is_hidden(row["used"]))]
    unused = {str(row["group"]): 1 - int(row["used"]) / int(row["baseline"]) for row in told}
    many = {arm: share for arm, share in unused.items() if share > HIGH}
    if result.high or result.outcome is None or not many:
        return []
    return [
        _(
            "Bersama yang tidak menjawab pertanyaan hasil utama, lebih dari {limit} tidak dipakai dalam "
            "perhitungan: {each}.",
            limit=Share(HIGH),
            each=listing(
                _("{arm} {share}", arm=InSentence(ARM_LABELS[arm]), share=Share(share, 1))
                for arm, share in many.items()
            ),
        )
    ]


def levels(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say the mean and median of the participants before and after."""
    result = shown.result.levels
    if isinstance(result, NotEstimable):
        return result
    rows = shown_rows(result.table, "arm")
    if not rows:
        return NotEstimable(_("Rata-rata tidak ditampilkan: kurang dari 10 rumah tangga."))
    return paragraph(*(_level(row, result.outcome) for row in rows))


def shown_rows(table: pd.DataFrame, kind: str) -> list[dict[str, Any]]:
    """Give the rows of one kind whose statistics may be seen."""
    own = table[(table["kind"] == kind) & table["mean_before"].notna()]
    rows = as_rows(own)
    return [row for row in rows if not is_hidden(row["n"])]


def _wave(result: Attendance, wave: int) -> Message:
    rows = result.table[result.table["wave"] == wave]
    if rows["n"].map(is_hidden).any():
        return _hidden_wave(rows, wave)
    each = listing(
        _("{n} rumah tangga {arm}", arm=InSentence(ARM_LABELS[str(arm)]), n=count_of(n))
        for arm, n in zip(rows["arm"], rows["n"], strict=True)
    )
    months = when(str(rows["month_from"].min()), str(rows["month_to"].max()))
    values: dict[str, Value] = {"months": months, "each": each}
    if wave == 0:
        return _("Pada survei awal ({months}) diwawancarai {each}.", **values)
    return _("Pada gelombang {wave} ({months}) diwawancarai {each}.", wave=int(wave), **values)


def _hidden_wave(rows: pd.DataFrame, wave: int) -> Message:
    months = when(str(rows["month_from"].min()), str(rows["month_to"].max()))
    return _(
        "Banyaknya rumah tangga pada gelombang {wave} ({months}) tidak ditampilkan, agar kelompok yang "
        "kurang dari {least} tidak dapat dihitung.",
        wave=int(wave),
        months=months,
        least=SUPPRESS_BELOW,
    )


def _left(result: Attrition) -> Message:
    row = result.table.iloc[0]
    if pd.isna(row["share_left"]):
        return _(
            "Yang tidak ditemui lagi pada survei terakhir kurang dari {least} rumah tangga, atau angkanya "
            "dilindungi; bagiannya tidak ditampilkan.",
            least=SUPPRESS_BELOW,
        )
    if row["share_left"] == 0:
        return _(
            "Semua {baseline} rumah tangga survei awal ditemui lagi pada survei terakhir.",
            baseline=count_of(row["baseline"]),
        )
    return _(
        "{share} dari {baseline} rumah tangga survei awal tidak ditemui lagi pada survei terakhir.",
        share=Share(float(row["share_left"]), 1),
        baseline=count_of(row["baseline"]),
    )


def _who_left(result: Attrition) -> list[Message]:
    if result.gap is None or result.outcome is None:
        return []
    values: dict[str, Value] = {"outcome": in_sentence(result.outcome), "gap": Number(abs(result.gap), 2)}
    if result.gap < 0:
        return [
            _(
                "Pada survei awal, {outcome} yang kemudian tidak ditemui lagi {gap} simpangan baku lebih "
                "rendah daripada yang tetap ditemui.",
                **values,
            )
        ]
    return [
        _(
            "Pada survei awal, {outcome} yang kemudian tidak ditemui lagi {gap} simpangan baku lebih "
            "tinggi daripada yang tetap ditemui.",
            **values,
        )
    ]


def _level(row: dict[str, Any], outcome: Outcome) -> Message:
    values: dict[str, Value] = {
        "measure": measure(outcome) if str(row["group"]) == PARTICIPANT else outcome.label,
        "arm": InSentence(ARM_LABELS[str(row["group"])]),
        "before": outcome.level(row["mean_before"]),
        "n": count_of(row["n"]),
        "error": Share(row["rse"]) if pd.notna(row["rse"]) else _("tidak diketahui"),
    }
    if not outcome.has_endline:
        return _(
            "{measure} {arm} pada survei awal rata-rata {before} (galat baku relatif {error}; n = {n} rumah "
            "tangga).",
            **values,
        )
    return _(
        "{measure} {arm} rata-rata {before} pada survei awal dan {after} pada survei terakhir (galat baku "
        "relatif {error}; n = {n} rumah tangga yang sama).",
        after=outcome.level(row["mean_after"]),
        **values,
    )
