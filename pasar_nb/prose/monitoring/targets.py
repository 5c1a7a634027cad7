"""Sentences on target against realisation."""

from __future__ import annotations

from collections.abc import Sequence

from pasar_nb.analysis.monitoring import LAGGING, Monitoring, Standing, standings
from pasar_nb.analysis.monitoring.wording import amount, tally
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Month, Share, Value, _, _n, listing, paragraph
from pasar_nb.vocabulary import STATE_LABELS


def reading(shown: Released[Monitoring]) -> Message:
    """Say against which month and which line the states are told."""
    return paragraph(
        _reference(shown.result),
        _line(shown.result),
        _(
            "Yang mundur, lewat tenggat, atau tertinggal disebut menyimpang dari rencana; kotak rantai hasil "
            "mengikuti indikatornya yang terburuk."
        ),
    )


def targets(shown: Released[Monitoring]) -> Message | NotEstimable:
    """Say how many indicators are in each state, and which were reached late or not kept."""
    every = standings(shown.result.indicators)
    if not every:
        return NotEstimable(_("Belum ada indikator."))
    counted = _("Dari {n} indikator: {states}.", n=len(every), states=tally(one.state for one in every))
    return paragraph(counted, *_late(every), *_fell_back(every), *_unclear(every))


def furthest_behind(shown: Released[Monitoring]) -> Message | NotEstimable:
    """Name the lagging indicator with the smallest share of its planned change, with its numbers."""
    lagging = [one for one in standings(shown.result.indicators) if one.state in LAGGING]
    shares = [one for one in lagging if one.share is not None]
    if not lagging:
        return _("Tidak ada indikator yang menyimpang dari rencana.")
    if not shares:
        return _(
            "Indikator yang menyimpang dari rencana: {names}.",
            names=listing(
                _("{name} ({state})", name=one.name, state=STATE_LABELS[one.state]) for one in lagging
            ),
        )
    last = min(shares, key=lambda one: (one.share or 0, one.indicator))
    values: dict[str, Value] = {
        "name": last.name,
        "latest": amount(last.latest or 0, last.unit),
        "month": Month(last.latest_month),
        "target": amount(last.target, last.unit),
        "values": last.n_values,
    }
    if last.state == "regressed":
        return _(
            "Indikator yang paling jauh dari rencananya: {name}, {latest} pada {month}, lebih buruk daripada "
            "nilai awal {baseline}; targetnya {target} (n = {values} pengukuran).",
            **values,
            baseline=amount(last.baseline or 0, last.unit),
        )
    return _(
        "Indikator yang paling jauh dari rencananya: {name}, {latest} pada {month} dari target {target}, "
        "yaitu {share} dari perubahan yang direncanakan{due} ({state}; n = {values} pengukuran).",
        **values,
        share=Share(last.share or 0),
        due=_due(last),
        state=STATE_LABELS[last.state],
    )


def _due(one: Standing) -> Message | str:
    return "" if one.expected is None else _("; rencana saat itu {due}", due=Share(one.expected))


def _reference(result: Monitoring) -> Message:
    if result.reference_month is None:
        return _("Belum ada pengukuran, sehingga tidak ada bulan acuan dan tenggat tidak dapat diperiksa.")
    return _(
        "Tenggat dan kelambatan dihitung terhadap bulan acuan {month}, yaitu bulan terakhir dalam tabel "
        "capaian atau bulan yang diminta, bukan hari laporan ini dibuat.",
        month=Month(result.reference_month),
    )


def _line(result: Monitoring) -> Message:
    if result.programme_start is None:
        return _(
            "Rencana dibaca sebagai garis lurus dari nilai awal pada bulan pengukuran pertama indikator "
            "(profil tidak mencatat mulai intervensi) ke target pada akhir bulan tenggat."
        )
    return _(
        "Rencana dibaca sebagai garis lurus dari nilai awal pada {start}, bulan mulai intervensi menurut "
        "profil, ke target pada akhir bulan tenggat.",
        start=Month(result.programme_start),
    )


def _late(every: Sequence[Standing]) -> list[Message]:
    late = [one.name for one in every if one.state == "reached" and one.late]
    if not late:
        return []
    return [_n("Tercapai sesudah tenggat ({count}): {names}.", len(late), names=listing(late))]


def _fell_back(every: Sequence[Standing]) -> list[Message]:
    fell = [
        _("{name} (tercapai pada {month})", name=one.name, month=Month(one.reached_month))
        for one in every
        if one.fell_back
    ]
    if not fell:
        return []
    return [_("Pernah tercapai, tetapi nilai terakhirnya tidak lagi: {names}.", names=listing(fell))]


def _unclear(every: Sequence[Standing]) -> list[Message]:
    names = [one.name for one in every if one.state == "unclear"]
    if not names:
        return []
    return [
        _(
            "Rencana perlu diperiksa, sebab target berlawanan dengan arah yang diharapkan dari nilai awal: "
            "{names}.",
            names=listing(names),
        )
    ]
