"""What an official may quote from monitoring, and what it cannot tell."""

from __future__ import annotations

from pasar_nb.analysis.monitoring import Monitoring, Standing, standings
from pasar_nb.analysis.monitoring.wording import tally
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Month, _, _n, listing
from pasar_nb.prose.monitoring.chain import first_break
from pasar_nb.prose.monitoring.targets import furthest_behind
from pasar_nb.vocabulary import LEVEL_LABELS

HIGHEST = ("dampak_pokmas", "dampak_kemiskinan")
"""Levels at which households are to be better off."""


def summary(shown: Released[Monitoring]) -> tuple[Message | NotEstimable, ...]:
    """Say the findings in three to five sentences that stand alone.

    Returns
    -------
    tuple of Message or NotEstimable
        States of the indicators; where the chain breaks first; the highest levels; the indicator furthest
        behind; what is not measured.
    """
    every = standings(shown.result.indicators)
    if not every:
        return (NotEstimable(_("Belum ada indikator.")),)
    month = shown.result.reference_month
    if month is None:
        return (
            _("Belum ada satu pun dari {n} indikator yang diukur.", n=len(every)),
            _("Karena itu jalan menuju target belum dapat dinilai."),
        )
    counted = _(
        "Sampai {month}, dari {n} indikator: {states}.",
        month=Month(month),
        n=len(every),
        states=tally(one.state for one in every),
    )
    return (
        counted,
        first_break(shown.result.chain.boxes),
        _highest(every),
        furthest_behind(shown),
        _gaps(shown),
    )


def limits(shown: Released[Monitoring]) -> tuple[Message, ...]:
    """Say what monitoring cannot tell, from what is and is not in this district's data."""
    every = standings(shown.result.indicators)
    return (
        _(
            "Laporan ini membandingkan nilai terukur dengan rencana; ia tidak memisahkan hasil program dari "
            "hal lain yang berubah pada waktu yang sama. Panah pada rantai hasil adalah rencana, bukan bukti."
        ),
        _(
            "Nilai indikator tercatat tanpa banyaknya responden dan tanpa selang kepercayaan; selisih kecil "
            "dari rencana dapat terjadi secara kebetulan."
        ),
        _(
            "Garis lurus hanya anggapan: indikator musiman, atau yang baru naik di akhir, dapat terbaca "
            "tertinggal walaupun sesuai dengan maksud rencana."
        ),
        *_start(shown.result),
        *_blind_spots(shown.result, every),
    )


def _highest(every: tuple[Standing, ...]) -> Message:
    there = [one for one in every if one.level in HIGHEST]
    levels = listing(LEVEL_LABELS[level] for level in HIGHEST)
    if not there:
        return _("Tidak ada indikator pada tingkat {levels}.", levels=levels)
    return _(
        "Pada tingkat {levels} (n = {n} indikator): {states}.",
        levels=levels,
        n=len(there),
        states=tally(one.state for one in there),
    )


def _gaps(shown: Released[Monitoring]) -> Message:
    table, boxes = shown.result.measuring.table, shown.result.chain.boxes
    return _(
        "Yang belum terlihat: {never} dari {n} indikator belum pernah diukur, {late} terlambat diukur, dan "
        "{bare} dari {boxes} kotak rantai hasil tidak mempunyai indikator.",
        never=int(table["never"].sum()),
        n=len(table),
        late=int(table["late"].sum()),
        bare=int(boxes["state"].eq("no_indicator").sum()),
        boxes=len(boxes),
    )


def _start(result: Monitoring) -> list[Message]:
    if result.programme_start is not None:
        return []
    return [
        _(
            "Profil tidak mencatat mulai intervensi; garis rencana dimulai dari pengukuran pertama, sehingga "
            "kelambatan sebelum itu tidak terlihat."
        )
    ]


def _blind_spots(result: Monitoring, every: tuple[Standing, ...]) -> list[Message]:
    bare = int(result.chain.boxes["state"].eq("no_indicator").sum())
    never = sum(one.state == "unmeasured" for one in every)
    pace = sum(one.state == "not_reached" for one in every)
    stale = sum(one.past_deadline and "" < one.latest_month <= one.deadline[:7] for one in every)
    said = []
    if bare:
        said += [_n("Keadaan {count} kotak tanpa indikator tidak diketahui.", bare)]
    if never:
        said += [
            _n("Tentang {count} indikator yang belum pernah diukur tidak ada yang dapat dikatakan.", never)
        ]
    if pace:
        said += [
            _n(
                "Laju {count} indikator tidak dapat dinilai: nilai awalnya tidak dicatat, atau belum ada "
                "pengukuran sesudah bulan awal.",
                pace,
            )
        ]
    if stale:
        said += [
            _n(
                "{count} indikator yang lewat tenggat tidak diukur lagi sesudah tenggatnya; keadaannya "
                "sekarang tidak diketahui.",
                stale,
            )
        ]
    return said
