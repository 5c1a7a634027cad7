"""The account of an import in sentences: what was taken, what was left, and what was done to cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pasar_nb.contract.grid import Place
from pasar_nb.identifiers import redact
from pasar_nb.kobo.binding import BoundRound
from pasar_nb.kobo.export import Export
from pasar_nb.kobo.filling import Filled
from pasar_nb.kobo.mapping import ImportMap
from pasar_nb.kobo.rounds import Matching
from pasar_nb.kobo.secret import Secret
from pasar_nb.kobo.submissions import Taken
from pasar_nb.kobo.traits import OneRowEach
from pasar_nb.language import Listing, Message, _, _n, listing

LONGEST_NAME = 60  # characters of a dropped column's name; a label may be a whole question


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything that an import found out before it writes.

    Attributes
    ----------
    the_map
        What it followed.
    exports
        The files.
    rounds
        Map and files brought together.
    taken
        Submissions by their approval.
    kept
        How many submissions remain after duplicates were settled.
    matchings
        Households by wave.
    filled
        The tables as collected.
    final
        The tables as written.
    secret
        What the pseudonyms were made with.
    """

    the_map: ImportMap
    exports: Sequence[Export]
    rounds: Sequence[BoundRound]
    taken: Taken
    kept: int
    matchings: Sequence[Matching]
    filled: Filled
    final: OneRowEach
    secret: Secret


def account_of(found: Gathered) -> tuple[Message, ...]:
    """Tell what an import does, without a single value of the export."""
    return (
        *_submissions(found),
        *_tables(found),
        *_matched(found.matchings),
        *_cells(found),
        *_left_out(found),
        *_secret(found.secret),
    )


def _submissions(found: Gathered) -> Iterator[Message]:
    district, taken = found.the_map.district, found.taken
    yield _("Impor untuk {code} {name}.", code=district.code, name=district.name)
    yield _n("{count} kiriman diambil.", len(taken.submissions))
    for state, count in sorted(taken.states.items(), key=lambda pair: str(pair[0])):
        yield _n("{count} kiriman berstatus '{state}' tidak diambil.", count, state=redact(str(state)))
    if found.the_map.rules.take == "all":
        yield _("Kiriman diambil apa pun status persetujuannya, menurut aturan 'take = \"all\"'.")
    else:
        for place in taken.unreviewed:
            yield _(
                "{place} tidak mempunyai kolom persetujuan; semua kirimannya diambil.", place=_written(place)
            )
    replaced = len(taken.submissions) - found.kept
    if replaced:
        yield _n("{count} kiriman ganda digantikan oleh kiriman yang lebih baru.", replaced)


def _tables(found: Gathered) -> Iterator[Message]:
    final = found.final
    for name, rows in final.rows.items():
        yield _n("{table}: {count} baris.", len(rows), table=name)
        if final.merged.get(name):
            yield _n(
                "{table}: {count} baris dari ronde lain digabungkan ke baris rumah tangganya.",
                final.merged[name],
                table=name,
            )
        if final.unasked.get(name):
            yield _n(
                "{table}: keterangan {count} rumah tangga tidak ditanyakan pada ronde mana pun.",
                final.unasked[name],
                table=name,
            )


def _matched(matchings: Sequence[Matching]) -> Iterator[Message]:
    for one in matchings:
        yield _(
            "Gelombang {first} dan {wave}: {both} rumah tangga cocok, {only_first} hanya pada gelombang "
            "{first}, {only_wave} hanya pada gelombang {wave}.",
            first=one.first,
            wave=one.wave,
            both=one.both,
            only_first=one.only_first,
            only_wave=one.only_wave,
        )


def _cells(found: Gathered) -> Iterator[Message]:
    zone = str(found.the_map.zone)
    for name, count in found.filled.days.items():
        if count:
            yield _n(
                "{column}: {count} waktu dijadikan tanggal menurut {zone}.", count, column=name, zone=zone
            )
    for name, count in found.filled.marked.items():
        yield _n(
            "{column}: {count} isian yang akan dijalankan Excel sebagai rumus diberi apostrof di depannya.",
            count,
            column=name,
        )


def _left_out(found: Gathered) -> Iterator[Message]:
    mapped = _mapped(found.rounds)
    for export in found.exports:
        for sheet in export.sheets.values():
            used = mapped.get(sheet.place, frozenset())
            names = [name for at, name in enumerate(sheet.headers) if name and at not in used]
            if names:
                yield _n(
                    "{place}: {count} kolom tidak diimpor: {names}.",
                    len(names),
                    place=_written(sheet.place),
                    names=_shown(names),
                )


def _mapped(rounds: Sequence[BoundRound]) -> Mapping[Place, frozenset[int]]:
    """Give the columns whose content goes into a table as it is."""
    used: dict[Place, frozenset[int]] = {}
    for one in rounds:
        for table in one.tables:
            levels = [table.sheet, *(link.parent for link in table.links)]
            for source in table.columns.values():
                if source.found:
                    place = levels[source.level].place
                    used[place] = used.get(place, frozenset()) | source.found.positions
    return used


def _secret(secret: Secret) -> Iterator[Message]:
    yield _("Pengenal rumah tangga diganti kode samaran dengan rahasia dari {place}.", place=secret.place)
    if secret.new:
        yield _(
            "Rahasia itu baru dibuat. Simpan cadangannya di tempat aman: tanpa rahasia yang sama, ronde "
            "berikutnya tidak dapat dihubungkan."
        )


def _written(place: Place) -> str:
    return redact(f"{place.file}, {place.sheet}" if place.sheet else place.file)


def _shown(names: Sequence[str]) -> Listing:
    bare = (redact(" ".join(name.split())) for name in names)
    return listing(name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…" for name in bare)
