"""How shares before and after are said: with their intervals, n, and what changed."""

from __future__ import annotations

import math
from typing import Any

from pasar_nb.analysis.poverty.results import MinimumWage, Poverty
from pasar_nb.findings import Interval, NotEstimable
from pasar_nb.language import InSentence, Message, Quantity, Share, Value, _, listing
from pasar_nb.prose.counts import count_of
from pasar_nb.vocabulary import ARM_LABELS, PARTICIPANT, SMALL_SAMPLE, SUPPRESS_BELOW
from pasar_nb.vocabulary.poverty import MOMENT_LABELS

HIDDEN = NotEstimable(
    _(
        "Angka kemiskinan tidak ditampilkan: kurang dari 10 rumah tangga berada di bawah atau di atas garis "
        "kemiskinan."
    )
)
_FEW_PARTICIPANTS = NotEstimable(
    _(
        "Angka kemiskinan peserta tidak dapat dihitung: kurang dari 10 rumah tangga peserta menyebutkan yang "
        "diperlukan."
    )
)
_ROUNDED = _(
    "Bagian pada kedua survei dihitung dari jumlah yang dibulatkan demi kerahasiaan, sehingga selisihnya "
    "berbeda dari perubahan ini."
)
_UNTOLD = _(
    "Perubahannya tidak ditampilkan: kurang dari {least} rumah tangga berpindah, atau angkanya dilindungi.",
    least=SUPPRESS_BELOW,
)
_BASES: dict[str, Message] = {"belanja": _("belanja"), "pendapatan": _("pendapatan")}


def hidden(found: Poverty) -> NotEstimable:
    """Say why no share of the participants is told: too few are in a class, or in the survey at all."""
    return HIDDEN if PARTICIPANT in set(found.classes["group"]) else _FEW_PARTICIPANTS


def below_line(arm: str, basis: str) -> Message:
    """Name the share of persons below the line, as the subject of a sentence."""
    return _(
        "Bagian anggota rumah tangga {arm} di bawah garis kemiskinan menurut {basis} dalam survei ini",
        arm=InSentence(ARM_LABELS[arm]),
        basis=_BASES[basis],
    )


def levels(subject: Message, rows: list[dict[str, Any]], column: str = "share") -> Message:
    """Say a share in one wave or two, each with its interval, and the number of households."""
    values: dict[str, Value] = {"subject": subject, "n": count_of(rows[0]["households"])}
    names = _bounds(column)
    if len(rows) == 1:
        return _(
            "{subject} adalah {share} pada {moment} ({range}; n = {n} rumah tangga).",
            share=Share(rows[0][column], 1),
            moment=InSentence(MOMENT_LABELS[rows[0]["moment"]]),
            range=within(rows[0], names),
            **values,
        )
    return _(
        "{subject} adalah {before} pada survei awal ({range_before}) dan {after} pada survei terakhir "
        "({range_after}; n = {n} rumah tangga yang sama).",
        before=Share(rows[0][column], 1),
        range_before=within(rows[0], names),
        after=Share(rows[1][column], 1),
        range_after=within(rows[1], names),
        **values,
    )


def within(row: dict[str, Any], names: tuple[str, str]) -> Message:
    """Say the interval of a share, or that there is none."""
    low, high = (float(row[name]) for name in names)
    if math.isnan(low):
        return _("selang tidak dapat dihitung")
    return _("selang 95%: {low} sampai {high}", low=Share(low, 1), high=Share(high, 1))


def share_changed(change: dict[str, Any] | None, rows: list[dict[str, Any]]) -> list[Message]:
    """Say the same of a share, or that its change is not told though both its levels are."""
    return [_UNTOLD] if change is None and len(rows) > 1 else changed(change)


def changed(change: dict[str, Any] | None, column: str = "difference") -> list[Message]:
    """Say by how many percentage points a share rose or fell, or that chance is not ruled out."""
    low, high = ("low", "high") if column == "difference" else _bounds(column)
    if change is None or math.isnan(float(change[low])):
        return []
    interval = Interval(float(change[low]), float(change[high]))
    values: dict[str, Value] = {
        "low": Quantity(interval.low * 100),
        "high": Quantity(interval.high * 100),
        "size": Quantity(abs(change[column]) * 100),
    }
    if not interval.clear:
        return [
            _(
                "Perubahannya belum dapat dibedakan dari kebetulan (selang 95% perubahan: {low} sampai "
                "{high} poin persen).",
                **values,
            ),
            *_detectable(change, column),
        ]
    caution = [_ROUNDED] if column == "difference" and change["apart"] else []
    moved = (
        _("Angka itu naik {size} poin persen (selang 95%: {low} sampai {high}).", **values)
        if interval.low > 0
        else _("Angka itu turun {size} poin persen (selang 95%: {low} sampai {high}).", **values)
    )
    return [moved, *caution]


def _detectable(change: dict[str, Any], column: str) -> list[Message]:
    """Say beside an unclear change of a share how large it would have had to be to be found."""
    if column != "difference":
        return []
    return [
        _(
            "Data sebanyak ini baru dapat menemukan perubahan {least} poin persen atau lebih dengan peluang "
            "80%.",
            least=Quantity(float(change["detectable"]) * 100),
        )
    ]


def small(rows: list[dict[str, Any]]) -> list[Message]:
    """Say that a sample is small."""
    n = count_of(rows[0]["households"])
    few = isinstance(n, int) and n < SMALL_SAMPLE
    return [_("Sampel kecil: kurang dari {limit} rumah tangga.", limit=SMALL_SAMPLE)] if few else []


def left_out(found: Poverty | MinimumWage) -> list[Message]:
    """Say why the last wave is not told, where it is not."""
    if not found.missing:
        return []
    years = listing(str(year) for year in found.missing)
    if isinstance(found, MinimumWage):
        return [
            _(
                "Survei terakhir tidak ikut dihitung: upah minimum kabupaten tahun {years} belum ada dalam "
                "tabel acuan. Isilah kolom umk untuk tahun itu.",
                years=years,
            )
        ]
    return [
        _(
            "Survei terakhir tidak ikut dihitung: garis kemiskinan tahun {years} belum ada dalam tabel "
            "acuan. Isilah kolom garis_kemiskinan untuk tahun itu.",
            years=years,
        )
    ]


def _bounds(column: str) -> tuple[str, str]:
    return ("low", "high") if column == "share" else (f"{column}_low", f"{column}_high")
