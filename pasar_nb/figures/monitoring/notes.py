"""What the figures of monitoring share: names, and sentences of their notes."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase

from pasar_nb.analysis.monitoring import Monitoring, Standing
from pasar_nb.disclosure import Released
from pasar_nb.language import Message, Month, _, paragraph


def lettered(name: str, place: int) -> str:
    """Name one of several figures of a kind, with letters only: ``name_aa``, ``name_ab``."""
    tens, ones = divmod(place, len(ascii_lowercase))
    return f"{name}_{ascii_lowercase[tens]}{ascii_lowercase[ones]}"


def basis(shown: Released[Monitoring]) -> Message:
    """Say how many indicators there are, up to which month, and where they come from."""
    n, month = len(shown.result.indicators.table), shown.result.reference_month
    if month is None:
        return _("n = {n} indikator. Sumber: tabel rantai dan indikator.", n=n)
    return _(
        "n = {n} indikator, keadaan sampai {month}. Sumber: tabel rantai, indikator, dan capaian.",
        n=n,
        month=Month(month),
    )


def line_of_plan(result: Monitoring) -> Message:
    """Say how the line of the plan runs, and where it begins."""
    if result.programme_start is None:
        return _(
            "Rencana dibaca sebagai garis lurus dari nilai awal ke target, mulai bulan pengukuran pertama "
            "(bulan mulai intervensi tidak dicatat dalam profil) sampai akhir bulan tenggat."
        )
    return _(
        "Rencana dibaca sebagai garis lurus dari nilai awal ke target, mulai {start} (mulai intervensi dalam "
        "profil) sampai akhir bulan tenggat.",
        start=Month(result.programme_start),
    )


def rounded(shown: Released[Monitoring], drawn: Sequence[Standing]) -> tuple[Message, ...]:
    """Say that counts of people are rounded, where that is so."""
    if shown.audience == "internal" or not any(one.of_people for one in drawn):
        return ()
    return (
        _("Cacah orang atau rumah tangga dibulatkan ke kelipatan lima; yang kurang dari sepuluh ditutup."),
    )


def with_basis(shown: Released[Monitoring], *sentences: Message) -> Message:
    """Set the sentences of a note before what it is based on."""
    return paragraph(*sentences, basis(shown))
