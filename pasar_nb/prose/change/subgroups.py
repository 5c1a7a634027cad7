"""Sentences on the change by subgroup: whether they changed differently, never read off two intervals."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.change.results import BeforeAfter, HouseholdChange, Outcome, Subgroups
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Listing, Message, _, listing, paragraph, paragraphs
from pasar_nb.prose.change.words import count_of, in_sentence
from pasar_nb.vocabulary import SPLIT_LABELS, group_label, probability

_SPOKEN = ("sex", "disability")
"""Splits whose groups are named in the text; the others stand in table and figure."""


def splits(shown: Released[HouseholdChange]) -> Message | NotEstimable:
    """Say how subgroups of the participants changed, and whether they changed differently."""
    result, levels = shown.result.subgroups, shown.result.levels
    if isinstance(result, NotEstimable):
        return result
    spoken = [row for row in told_rows(result.table) if row["kind"] in _SPOKEN]
    said = [_("Perubahan rata-rata peserta: {each}.", each=_each(spoken, result.outcome))] if spoken else []
    said += _of_few_groups(spoken)
    left_out = [*_untested(result), *(levels.gaps if isinstance(levels, BeforeAfter) else ()), *result.gaps]
    parts = [paragraph(*part) for part in (said, differences_said(result), left_out) if part]
    return paragraphs(*parts) if parts else NotEstimable(_("Tidak ada pilahan yang memuat 10 rumah tangga."))


def _of_few_groups(rows: list[dict[str, Any]]) -> list[Message]:
    """Say which intervals count households as independent, as too few groups stand behind them."""
    few = [row for row in rows if row["basis"] == "few_groups"]
    if not few:
        return []
    groups = listing(InSentence(group_label(str(row["kind"]), str(row["group"]))) for row in few)
    return [
        _(
            "Di balik {groups} ada kurang dari lima POKMAS; rumah tangga di dalamnya dianggap saling bebas, "
            "sehingga selangnya hanya berbicara tentang POKMAS itu.",
            groups=groups,
        )
    ]


def told_rows(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the rows of subgroups whose change may be seen and is known."""
    return [row for row in as_rows(table[table["low"].notna()]) if not is_hidden(row["n"])]


def differences_said(result: Subgroups) -> list[Message]:
    """Say by which splits the changes differ, and by which no difference is seen."""
    table = result.differences
    rows = as_rows(table[table["adjusted"].notna()])
    if not rows:
        return []
    differ = [row for row in rows if row["verdict"] == "differ"]
    said = [_differ(differ, result.outcome)] if differ else []
    unclear = [row for row in rows if row["verdict"] != "differ"]
    said += [_unclear(unclear), *_detectable(unclear, result.outcome)] if unclear else []
    return [*said, _family(result.family)]


def _differ(rows: list[dict[str, Any]], outcome: Outcome) -> Message:
    return _(
        "Perubahan {label} berbeda menurut {splits}.",
        label=in_sentence(outcome),
        splits=_by_split(rows),
    )


def _unclear(rows: list[dict[str, Any]]) -> Message:
    return _("Tidak terlihat perbedaan perubahan yang jelas menurut {splits}.", splits=_by_split(rows))


def _by_split(rows: list[dict[str, Any]]) -> Listing:
    return listing(
        _(
            "{split} ({p})",
            split=InSentence(SPLIT_LABELS[str(row["kind"])]),
            p=probability(row["adjusted"]),
        )
        for row in rows
    )


def _detectable(rows: list[dict[str, Any]], outcome: Outcome) -> list[Message]:
    """Say beside an unclear difference of two subgroups how large it would have had to be."""
    two = [row for row in rows if pd.notna(row["detectable"])]
    if not two:
        return []
    each = listing(
        _(
            "{amount} atau lebih menurut {split}",
            amount=outcome.amount(row["detectable"]),
            split=InSentence(SPLIT_LABELS[str(row["kind"])]),
        )
        for row in two
    )
    return [
        _(
            "Perbedaan yang baru dapat ditemukan dengan peluang 80% dalam data sebanyak ini: {each}.",
            each=each,
        )
    ]


def _family(tests: int) -> Message:
    if tests == 1:
        return _("Satu pilahan diuji; selang tiap kelompok tidak dipakai untuk membandingkan kelompok.")
    return _(
        "Ada {tests} pilahan yang diuji bersama (nilai p setelah koreksi Holm). Selang tiap kelompok tidak "
        "dipakai untuk membandingkan kelompok: yang satu jelas berubah dan yang lain tidak, belum berarti "
        "keduanya berbeda.",
        tests=tests,
    )


def _untested(result: Subgroups) -> list[Message]:
    """Say by which splits no difference was tested; subgroups with the same reason in one sentence."""
    reasons = dict.fromkeys(str(reason) for _kind, reason in result.untested)
    grouped = [[one for one in result.untested if str(one[1]) == reason] for reason in reasons]
    return [
        _(
            "Perbedaan menurut {splits} tidak diuji. {reason}",
            splits=listing(InSentence(SPLIT_LABELS[kind]) for kind, _reason in same),
            reason=same[0][1],
        )
        for same in grouped
    ]


def _each(rows: list[dict[str, Any]], outcome: Outcome) -> Listing:
    return listing(
        _(
            "{group} {change} (selang 95%: {low} sampai {high}; n = {n})",
            group=InSentence(group_label(str(row["kind"]), str(row["group"]))),
            change=outcome.amount(row["change"]),
            low=outcome.amount(row["low"]),
            high=outcome.amount(row["high"]),
            n=count_of(row["n"]),
        )
        for row in rows
    )
