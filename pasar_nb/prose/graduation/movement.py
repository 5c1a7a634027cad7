"""Sentences on who moved up, who fell back, and whether those who graduated are still there."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.graduation import Graduation, Moves, find_row, proportion, shown_count, wave_name
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Share, _, paragraph
from pasar_nb.prose.graduation.words import HIDDEN, evidence, share_or_hidden, share_with_evidence
from pasar_nb.vocabulary import SUPPRESS_BELOW


def movement(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say which share of the participants moved up and which fell back, and how many could be followed."""
    result, levels = shown.result.movement, shown.result.levels
    if isinstance(result, NotEstimable):
        return result
    if isinstance(levels, NotEstimable):
        return levels
    return paragraph(
        moved_up(result.participants), _fell(result.participants), _followed(result.participants)
    )


def moved_up(moves: Moves) -> Message:
    """Say which share moved up, with its interval and n."""
    found = proportion(find_row(moves.up), "moved", "matched")
    if found is None:
        return _("Bagian rumah tangga peserta yang naik tingkat {hidden}.", hidden=HIDDEN)
    return _(
        "Antara survei awal dan gelombang terakhir, {share} rumah tangga peserta naik paling sedikit satu "
        "tingkat ({evidence}).",
        share=Share(found.share),
        evidence=evidence(found),
    )


def comparison(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say which share moved up where there was no programme, and what that does and does not show."""
    result = shown.result.movement
    if isinstance(result, NotEstimable):
        return result
    if result.comparison is None:
        return _(
            "Tidak ada rumah tangga pembanding, sehingga tidak diketahui berapa yang akan naik tingkat tanpa "
            "program; angka di atas hanya menunjukkan perubahan."
        )
    found = proportion(find_row(result.comparison.up), "moved", "matched")
    return paragraph(
        _("Di antara rumah tangga pembanding, bagian yang naik: {share}.", share=share_or_hidden(found)),
        _("Bedanya dengan peserta tidak diuji di sini; laporan perubahan rumah tangga mengujinya."),
    )


def kept(shown: Released[Graduation]) -> Message | NotEstimable:
    """Say which share of those who graduated earlier is still there."""
    result, levels = shown.result.kept, shown.result.levels
    if isinstance(result, NotEstimable):
        return result
    if isinstance(levels, NotEstimable):
        return levels
    found = proportion(find_row(result.table), "kept", "seen")
    if found is None:
        return _few(result.seen)
    return _(
        "Dari rumah tangga yang lulus sebelum {wave} dan dapat dinilai lagi, {share} masih berada pada "
        "tingkat kelulusan.",
        wave=wave_name(levels, result.last),
        share=share_with_evidence(found),
    )


def _few(seen: pd.DataFrame) -> Message:
    graduated = shown_count((find_row(seen) or {}).get("graduated"))
    if graduated is None or graduated < SUPPRESS_BELOW:
        return _(
            "Rumah tangga yang lulus sebelum gelombang terakhir belum ada atau terlalu sedikit untuk "
            "ditampilkan, sehingga bertahan tidaknya kelulusan belum dapat disimpulkan."
        )
    return _(
        "Dari sekitar {count} rumah tangga yang lulus sebelum gelombang terakhir, bagian yang masih berada "
        "pada tingkat kelulusan {hidden}.",
        count=graduated,
        hidden=HIDDEN,
    )


def _fell(moves: Moves) -> Message:
    found = proportion(find_row(moves.fell), "moved", "matched")
    return _("Bagian yang turun: {share}.", share=share_or_hidden(found))


def _followed(moves: Moves) -> Message:
    found = proportion(find_row(moves.coverage), "matched", "baseline")
    if found is None:
        return _("Bagian peserta survei awal yang dapat diikuti {hidden}.", hidden=HIDDEN)
    return _(
        "Yang tingkatnya diketahui pada kedua survei adalah {matched} dari {baseline} rumah tangga peserta "
        "survei awal ({share}).",
        matched=found.part,
        baseline=found.whole,
        share=Share(found.share),
    )
