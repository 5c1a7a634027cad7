"""Sentences on poverty among the surveyed households; it is never the district's official rate."""

from __future__ import annotations

from typing import Any

from pasar_nb.analysis.poverty import Poverty
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released, is_hidden
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import InSentence, Message, Money, Number, Share, Value, _, paragraph
from pasar_nb.prose.counts import count_of
from pasar_nb.vocabulary import ARM_LABELS, PARTICIPANT

HIDDEN = NotEstimable(
    _(
        "Angka kemiskinan tidak ditampilkan: kurang dari 10 rumah tangga berada di bawah atau di atas garis "
        "kemiskinan."
    )
)


def headcount(shown: Released[Poverty | NotEstimable]) -> Message | NotEstimable:
    """Say what share of persons was below the line in each arm and wave, and how it changed."""
    result = shown.result
    if isinstance(result, NotEstimable):
        return result
    said = [one for arm in ARM_LABELS if (one := _arm(result, arm)) is not None]
    return paragraph(*said, _not_official()) if said else HIDDEN


def in_short(shown: Released[Poverty | NotEstimable]) -> Message | NotEstimable:
    """Say the share of the participants in one sentence that can be quoted."""
    result = shown.result
    if isinstance(result, NotEstimable):
        return result
    said = _arm(result, PARTICIPANT)
    return HIDDEN if said is None else paragraph(said, _not_official())


def limits(shown: Released[Poverty | NotEstimable]) -> tuple[Message, ...]:
    """Say what this rate cannot tell."""
    if isinstance(shown.result, NotEstimable):
        return (shown.result.reason,)
    return (
        _(
            "Angka kemiskinan menyangkut rumah tangga yang disurvei, bukan penduduk kabupaten. Belanja "
            "ditanyakan lebih singkat daripada dalam Susenas, sehingga angkanya tidak dapat disandingkan "
            "dengan angka resmi BPS."
        ),
        _(
            "Rumah tangga yang belanja atau jumlah anggotanya tidak lengkap pada salah satu survei tidak "
            "ikut dihitung."
        ),
    )


def rows_of(result: Poverty, arm: str) -> list[dict[str, Any]]:
    """Give the rows of an arm that may be seen, by wave."""
    own = result.table[(result.table["group"] == arm) & result.table["p0"].notna()]
    rows = as_rows(own)
    return sorted((row for row in rows if not is_hidden(row["poor"])), key=lambda row: row["wave"])


def _arm(result: Poverty, arm: str) -> Message | None:
    rows = rows_of(result, arm)
    if not rows:
        return None
    values: dict[str, Value] = {"arm": InSentence(ARM_LABELS[arm]), "n": count_of(rows[0]["households"])}
    if len(rows) == 1:
        wave = _("survei awal") if rows[0]["wave"] == result.first else _("survei terakhir")
        return _(
            "Pada {wave}, {share} anggota rumah tangga {arm} hidup dengan belanja di bawah garis kemiskinan "
            "{line} per orang per bulan (selang 95%: {low} sampai {high}; n = {n} rumah tangga).",
            wave=wave,
            **_level(rows[0]),
            **values,
        )
    return paragraph(_two_waves(rows, values), *_changed(result, arm))


def _two_waves(rows: list[dict[str, Any]], values: dict[str, Value]) -> Message:
    return _(
        "Bagian anggota rumah tangga {arm} dengan belanja di bawah garis kemiskinan adalah {before} pada "
        "survei awal (selang 95%: {low_before} sampai {high_before}) dan {after} pada survei terakhir "
        "({low_after} sampai {high_after}; n = {n} rumah tangga yang sama).",
        before=Share(rows[0]["p0"], 1),
        low_before=Share(rows[0]["low"], 1),
        high_before=Share(rows[0]["high"], 1),
        after=Share(rows[1]["p0"], 1),
        low_after=Share(rows[1]["low"], 1),
        high_after=Share(rows[1]["high"], 1),
        **values,
    )


def _changed(result: Poverty, arm: str) -> list[Message]:
    rows = result.change[result.change["group"] == arm].dropna(subset=["difference", "low"])
    if rows.empty:
        return []
    row = rows.iloc[0]
    values: dict[str, Value] = {
        "low": Number(row["low"] * 100, 1),
        "high": Number(row["high"] * 100, 1),
        "change": Number(row["difference"] * 100, 1),
    }
    if Interval(row["low"], row["high"]).clear:
        return [_("Bagian itu berubah {change} poin persen (selang 95%: {low} sampai {high}).", **values)]
    return [
        _(
            "Perubahan itu belum dapat dibedakan dari kebetulan: {change} poin persen (selang 95%: {low} "
            "sampai {high}).",
            **values,
        )
    ]


def _level(row: dict[str, Any]) -> dict[str, Value]:
    return {
        "share": Share(row["p0"], 1),
        "line": Money(row["line"]),
        "low": Share(row["low"], 1),
        "high": Share(row["high"], 1),
    }


def _not_official() -> Message:
    return _("Ini bukan angka kemiskinan resmi kabupaten.")
