"""Sentences on how support received goes with the change of the outcome; none names a cause."""

from __future__ import annotations

from typing import Any

from pasar_nb.analysis.association.results import Association
from pasar_nb.analysis.association.support import CONTACTS
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Number, Value, _, listing, paragraph
from pasar_nb.prose.counts import count_of
from pasar_nb.vocabulary import CHANCE_LIMIT, SMALL_SAMPLE, SUPPORT_LABELS, probability


def relation(shown: Released[Association]) -> Message | NotEstimable:
    """Say how contacts attended go with the change, with the interval, n and the test."""
    row = main_row(shown.result)
    if isinstance(row, NotEstimable):
        return row
    return paragraph(
        relation_in_short(shown.result, row), *_small(row["n"]), _tested(shown.result, row), in_short()
    )


def in_short() -> Message:
    """Say in one breath that a relation is no cause."""
    return _("Kaitan ini tidak menunjukkan sebab.")


def no_cause() -> Message:
    """Say that those who come more often differ from others."""
    return _(
        "Kaitan tidak menunjukkan sebab: rumah tangga yang lebih sering hadir dapat berbeda dari yang lain "
        "sejak awal, misalnya tinggal lebih dekat, lebih longgar waktunya, atau usahanya sudah lebih maju; "
        "usaha yang membaik pun dapat mendorong orang lebih sering hadir."
    )


def kinds(shown: Released[Association]) -> Message | NotEstimable:
    """Name the measures of support that stand out from chance after Holm's correction, and the others."""
    result = shown.result.correlations
    if isinstance(result, NotEstimable):
        return result
    known = result.table.dropna(subset=["spearman"])
    if known.empty:
        return NotEstimable(_("Tidak ada ukuran dukungan yang kaitannya dapat disebut."))
    clear = known[known["p_holm"] < CHANCE_LIMIT]
    if clear.empty:
        return _(
            "Tidak satu pun dari {tested} ukuran dukungan yang diuji berkaitan jelas dengan perubahan itu "
            "setelah koreksi Holm.",
            tested=len(known),
        )
    return _(
        "Dari {tested} ukuran dukungan yang diuji, {clear} berkaitan jelas dengan perubahan itu setelah "
        "koreksi Holm: {each}.",
        tested=len(known),
        clear=len(clear),
        each=listing(_in_short(row) for row in as_rows(clear)),
    )


def before(shown: Released[Association]) -> Message | NotEstimable:
    """Say whether those who came more often were different at baseline."""
    result = shown.result.correlations
    if isinstance(result, NotEstimable):
        return result
    known = result.at_baseline.dropna(subset=["spearman"])
    if known.empty:
        return NotEstimable(_("Perbedaan sejak survei awal tidak dapat diperiksa."))
    row = as_rows(known)[0]
    values: dict[str, Value] = {"outcome": InSentence(shown.result.label), "evidence": evidence(row)}
    if row["low"] > 0:
        return _(
            "Peserta yang kelak lebih sering hadir sudah lebih tinggi pada survei awal dalam hal {outcome} "
            "({evidence}).",
            **values,
        )
    if row["high"] < 0:
        return _(
            "Peserta yang kelak lebih sering hadir lebih rendah pada survei awal dalam hal {outcome} "
            "({evidence}).",
            **values,
        )
    return _(
        "Pada survei awal tidak terlihat perbedaan {outcome} yang jelas antara yang kelak sering dan jarang "
        "hadir ({evidence}); perbedaan lain tidak diperiksa.",
        **values,
    )


def main_row(result: Association) -> dict[str, Any] | NotEstimable:
    """Find the relation of contacts attended with the change."""
    if isinstance(result.correlations, NotEstimable):
        return result.correlations
    table = result.correlations.table
    found = table[table["measure"] == CONTACTS].dropna(subset=["spearman"])
    if len(found):
        return as_rows(found)[0]
    reasons = [one.reason for one in result.correlations.untested if one.measure == CONTACTS]
    hidden = _("Kaitan banyaknya pertemuan dengan perubahan tidak dapat disebut.")
    return NotEstimable(reasons[0] if reasons else hidden)


def evidence(row: dict[str, Any]) -> Message:
    """Write a correlation with its interval and n."""
    return _(
        "korelasi Spearman {value}; selang 95%: {low} sampai {high}; n = {n} rumah tangga",
        value=Number(row["spearman"], 2),
        low=Number(row["low"], 2),
        high=Number(row["high"], 2),
        n=count_of(row["n"]),
    )


def relation_in_short(result: Association, row: dict[str, Any]) -> Message:
    """Say how contacts attended go with the change in one sentence."""
    values: dict[str, Value] = {"outcome": InSentence(result.label), "evidence": evidence(row)}
    if row["p_value"] >= CHANCE_LIMIT:
        return _(
            "Tidak terlihat kaitan yang jelas antara banyaknya pertemuan yang dihadiri dan perubahan "
            "{outcome} ({evidence}).",
            **values,
        )
    if row["p_holm"] >= CHANCE_LIMIT:
        return _(
            "Kaitan antara banyaknya pertemuan yang dihadiri dan perubahan {outcome} belum pasti "
            "({evidence}): kaitan itu tidak bertahan setelah diperhitungkan bahwa {tested} ukuran diuji "
            "sekaligus.",
            tested=_tests(result),
            **values,
        )
    if row["spearman"] > 0:
        return _(
            "Banyaknya pertemuan yang dihadiri berkaitan dengan perubahan {outcome}: yang lebih sering hadir "
            "cenderung berubah ke arah yang lebih tinggi ({evidence}).",
            **values,
        )
    return _(
        "Banyaknya pertemuan yang dihadiri berkaitan dengan perubahan {outcome}: yang lebih sering hadir "
        "cenderung berubah ke arah yang lebih rendah ({evidence}).",
        **values,
    )


def _small(n: object) -> list[Message]:
    small = not is_hidden(n) and int(str(n)) < SMALL_SAMPLE
    return [_("Sampel kecil: kurang dari {limit} rumah tangga.", limit=SMALL_SAMPLE)] if small else []


def _tested(result: Association, row: dict[str, Any]) -> Message:
    return _(
        "Setelah koreksi Holm untuk {tested} ukuran yang diuji, {p}.",
        tested=_tests(result),
        p=probability(row["p_holm"]),
    )


def _tests(result: Association) -> int:
    return 0 if isinstance(result.correlations, NotEstimable) else len(result.correlations.table)


def _in_short(row: dict[str, Any]) -> Message:
    return _(
        "{measure} ({value}; {low} sampai {high})",
        measure=InSentence(SUPPORT_LABELS[str(row["measure"])]),
        value=Number(row["spearman"], 2),
        low=Number(row["low"], 2),
        high=Number(row["high"], 2),
    )
