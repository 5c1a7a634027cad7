"""Sentences on what was checked of the comparison, and how firm that leaves it."""

from __future__ import annotations

import math

from pasar_nb.analysis.change.check_results import (
    Ancova,
    ArmsTest,
    LeeBounds,
    Placebo,
    PreTrend,
    SinceLast,
)
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.results import Comparison, HouseholdChange, Outcome
from pasar_nb.analysis.change.validity import Check, failed
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, Month, Share, Value, _, listing, paragraph
from pasar_nb.prose.change.words import count_of
from pasar_nb.vocabulary import ARM_LABELS, SUPPRESS_BELOW, probability

_AGAINST: dict[Check, Message] = {
    "placebo": _("perbandingan semu sebelum program sudah menunjukkan perbedaan"),
    "since_last": _("dihitung sejak survei terakhir sebelum program kesimpulannya lain"),
    "permuted": _("pembagian acak kelompok memberi kesimpulan lain"),
    "unadjusted": _("tanpa menyamakan ciri awal kesimpulannya lain"),
    "outliers": _("tanpa perubahan yang sangat jauh dari yang lain kesimpulannya lain"),
    "ancova": _("di antara rumah tangga dengan tingkat awal yang sama kesimpulannya lain"),
    "lee": _("rumah tangga yang hilang dapat mengubah kesimpulannya"),
}


def checks(shown: Released[HouseholdChange]) -> tuple[Message | NotEstimable, ...]:
    """Say what the checks of the comparison found.

    Returns
    -------
    tuple of Message or NotEstimable
        What likeness is not; the waves before the programme, and the comparison from the last of them; groups
        dealt anew; the same first level; unequal loss of households. A single reason without a comparison.
    """
    found = shown.result.comparison
    if isinstance(found, NotEstimable):
        return (found,)
    ready, outcome = found.checks, found.outcome
    return (
        paragraph(_not_by_lot(), *_firmness(found)),
        paragraph(_past(ready.pretrend, ready.placebo, outcome), *_since_last(ready.since_last, outcome)),
        paragraph(_permuted(ready.permuted, found), _ancova(ready.ancova, found)),
        _lee(ready.lee, found),
    )


def assumption(found: Comparison) -> Message:
    """Say on what the comparison rests, and whether that was checked."""
    past = found.checks.pretrend
    if isinstance(past, NotEstimable):
        return paragraph(
            _("Perbandingan menganggap kedua kelompok akan berubah sama besar tanpa program."), past.reason
        )
    return _(
        "Perbandingan menganggap kedua kelompok akan berubah sama besar tanpa program. Pada survei-survei "
        "sebelum program tidak terlihat bahwa keduanya bergerak ke arah yang berbeda; itu mendukung anggapan "
        "tersebut, tetapi tidak membuktikannya."
    )


def _not_by_lot() -> Message:
    return _(
        "Serupa pada survei awal tidak sama dengan diundi: bila rumah tangga atau pendamping memilih siapa "
        "yang ikut, kedua kelompok masih dapat berbeda dalam hal yang tidak diukur, misalnya kemauan atau "
        "jaringan."
    )


def _firmness(found: Comparison) -> list[Message]:
    if found.claim == "none":
        return []
    if failed(found):
        return [*not_firm(found), _("Bacalah dengan hati-hati.")]
    return [_("Semua pemeriksaan yang dapat dilakukan di sini sejalan dengan hasil di atas.")]


def not_firm(found: Comparison) -> list[Message]:
    """Name the checks that a comparison does not pass; nothing where it passes all or nothing is claimed."""
    against = failed(found)
    if found.claim == "none" or not against:
        return []
    return [_("Hasil perbandingan ini belum kokoh: {why}.", why=listing(_AGAINST[one] for one in against))]


def _past(past: PreTrend | NotEstimable, false: Placebo | NotEstimable, outcome: Outcome) -> Message:
    if isinstance(past, NotEstimable):
        return past.reason
    shown = [] if isinstance(false, NotEstimable) else [_false(false, outcome)]
    p = probability(past.test.p_value)
    if past.rejected:
        apart = _(
            "Sebelum program dimulai, peserta dan pembanding sudah bergerak ke arah yang berbeda ({p}), "
            "sehingga perbedaan sesudahnya tidak boleh dibaca sebagai hasil program.",
            p=p,
        )
        return paragraph(apart, *shown)
    alike = _(
        "Sebelum program dimulai, tidak terlihat bahwa peserta dan pembanding bergerak ke arah yang berbeda "
        "({p}).",
        p=p,
    )
    return paragraph(alike, *shown)


def _false(false: Placebo, outcome: Outcome) -> Message:
    """Say what the comparison finds where there is nothing to find."""
    return _(
        "Perbandingan semu antara dua survei sebelum program, yang seharusnya nol, memberi {value} (selang "
        "95%: {low} sampai {high}; n = {n} rumah tangga); perbedaan yang lebih kecil dari {least} belum "
        "tentu terlihat.",
        **_amounts(false.estimate, outcome),
        n=count_of(false.n),
        least=outcome.amount(false.estimate.detectable),
    )


def _since_last(found: SinceLast | NotEstimable | None, outcome: Outcome) -> list[Message]:
    """Say what the comparison from the last of several waves before the programme finds."""
    if not isinstance(found, SinceLast):
        return []
    said = _(
        "Dihitung sejak survei terakhir sebelum program ({month}), perubahan peserta dan pembanding "
        "berselisih {value} (selang 95%: {low} sampai {high}; n = {n} rumah tangga).",
        month=Month(found.month),
        n=count_of(found.n),
        **_amounts(found.estimate, outcome),
    )
    if found.agrees:
        return [said, _("Bacaannya sama dengan yang dihitung sejak survei awal.")]
    return [
        said,
        _(
            "Bacaannya berbeda dari yang dihitung sejak survei awal, yang memuat masa sebelum program, "
            "sehingga hasilnya belum kokoh."
        ),
    ]


def _permuted(test: ArmsTest | NotEstimable, found: Comparison) -> Message:
    if isinstance(test, NotEstimable):
        return test.reason
    values: dict[str, Value] = {"how": _dealt(test), "p": probability(test.p_value)}
    often = (
        _("{how}, selisih sebesar ini jarang muncul ({p}).", **values)
        if test.rejected
        else _("{how}, selisih sebesar ini biasa muncul ({p}).", **values)
    )
    if test.rejected == found.estimate.significant:
        return paragraph(often, _("Itu sejalan dengan selangnya."))
    return paragraph(often, _("Itu tidak sejalan dengan selangnya, sehingga hasilnya belum kokoh."))


def _dealt(test: ArmsTest) -> Message:
    """Say what the difference was compared with."""
    if test.reference == "permutation" and test.groups is not None:
        return _("Bila kelompok dibagi secara acak kepada kedua pihak ({ways})", ways=_ways(test))
    if test.reference == "permutation":
        return _("Bila rumah tangga dibagi secara acak kepada kedua pihak ({ways})", ways=_ways(test))
    if test.reference == "signs":
        return _("Bila arah selisih tiap kelompok dibalik secara acak ({ways} kali)", ways=test.draws)
    return _("Dengan kelompok atau rumah tangga sebanyak ini, menurut sebaran t")


def _ways(test: ArmsTest) -> Message:
    if test.complete:
        return _("semua {count} cara", count=test.draws)
    return _("{count} pembagian", count=test.draws)


def _ancova(found: Ancova | NotEstimable, compared: Comparison) -> Message:
    if isinstance(found, NotEstimable):
        return found.reason
    said = _(
        "Di antara rumah tangga yang mulai dari tingkat yang sama (ANCOVA), tingkat akhir peserta dan "
        "pembanding berselisih {value} (selang 95%: {low} sampai {high}; n = {n} rumah tangga).",
        n=count_of(compared.n),
        **_amounts(found.estimate, compared.outcome),
    )
    if found.agrees:
        return paragraph(said, _("Bacaannya sama dengan selisih perubahan di atas."))
    return paragraph(
        said,
        _(
            "Bacaannya berbeda dari selisih perubahan di atas: bila kedua kelompok tidak mulai dari tingkat "
            "yang sama, apakah perubahannya berbeda dan apakah yang mulai sama berakhir berbeda adalah dua "
            "pertanyaan (paradoks Lord)."
        ),
    )


def _lee(found: LeeBounds | NotEstimable, compared: Comparison) -> Message:
    if isinstance(found, NotEstimable):
        return found.reason
    outcome = compared.outcome
    if math.isnan(found.low):
        return _(
            "Kelompok {arm} kehilangan lebih sedikit rumah tangga. Batas Lee tidak ditampilkan: kelebihannya "
            "kurang dari {least} rumah tangga, yang angkanya dapat dihitung dari batas itu.",
            arm=InSentence(ARM_LABELS[found.trimmed]),
            least=SUPPRESS_BELOW,
        )
    return _(
        "Kelompok {arm} kehilangan lebih sedikit rumah tangga. Bila kelebihannya ({share} dari yang tersisa) "
        "adalah rumah tangga dengan perubahan paling besar atau paling kecil, selisih perubahan kedua "
        "kelompok, tanpa menyamakan ciri awal, terletak antara {low} dan {high} (batas Lee; selang 95%: "
        "{from_low} sampai {to_high}; n = {n} rumah tangga). "
        "Anggapannya: ikut program hanya membuat rumah tangga lebih mudah ditemui lagi, atau hanya lebih "
        "sulit, tidak keduanya.",
        arm=InSentence(ARM_LABELS[found.trimmed]),
        n=count_of(compared.n),
        share=Share(found.share, 0),
        low=outcome.amount(found.low),
        high=outcome.amount(found.high),
        from_low=outcome.amount(found.interval_low),
        to_high=outcome.amount(found.interval_high),
    )


def _amounts(found: Estimate, outcome: Outcome) -> dict[str, Value]:
    return {
        "value": outcome.amount(found.value),
        "low": outcome.amount(found.low),
        "high": outcome.amount(found.high),
    }
