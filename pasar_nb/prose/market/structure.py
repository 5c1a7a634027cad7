"""Sentences on the structure of the market: volumes, buyers, dependence and whom support reaches."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.analysis.market.structure import Balance, Buyers, Concentration, Dependence, Support
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Listing, Message, Number, Share, Value, _, _n, listing, paragraph

MOST_NAMED = 3  # differences in a sentence; the others stand in the table


def alarms(result: MarketMap) -> tuple[Message, ...]:
    """Say what a summary must not leave out: only closed buyers, or all ways through one group."""
    facing, cut = result.buyers, result.dependence
    said = []
    if not isinstance(facing, NotEstimable) and facing.only_closed_or_lending:
        said.append(_closed(facing))
    if not isinstance(cut, NotEstimable) and cut.single:
        said.append(_single(cut))
    return tuple(said)


def balance(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Name what comes in and does not go out, and what goes out and never came in."""
    result = shown.result.balance
    if isinstance(result, NotEstimable):
        return result
    said = [*_excess(result), *_kept(result), *_uncompared(result)]
    return (
        paragraph(*said) if said else _("Volume yang masuk ke tiap pelaku perantara sama dengan yang keluar.")
    )


def buyers(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say how concentrated the producers' buyers are, and how much goes to those who only pay."""
    result = shown.result.buyers
    if isinstance(result, NotEstimable):
        return result
    shares = result.concentration
    said = [shares.reason] if isinstance(shares, NotEstimable) else _concentrated(shares, len(result.table))
    return paragraph(*said, _closed(result))


def dependence(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say whose loss would cut producers off from the last buyers."""
    result = shown.result.dependence
    if isinstance(result, NotEstimable):
        return result
    if result.table.empty:
        return _("Produsen menjual langsung kepada pembeli terakhir, tanpa perantara tempat bergantung.")
    return paragraph(_single(result), *_through(result))


def support(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say how many supporting actors reach the producers, and name those who do not."""
    result = shown.result.support
    if isinstance(result, NotEstimable):
        return result
    reaching = len(result.in_state("reaches"))
    first = _n(
        "{count} dari {total} kelompok pendukung dan lingkungan bisnis tercatat memberi jasa, informasi, "
        "atau pembiayaan kepada produsen.",
        reaching,
        total=len(result.table),
    )
    return paragraph(first, *_not_reaching(result))


def _kept(result: Balance) -> list[Message]:
    kept = result.in_state("kept")
    kept = kept.iloc[(-kept["share"].round(2)).argsort(kind="stable")]
    if kept.empty:
        return []
    return [
        _(
            "Lebih banyak masuk daripada keluar pada {each}. Selisihnya dapat berupa susut, pemakaian "
            "sendiri, pengolahan, atau aliran yang belum dicatat; data tidak menunjukkan yang mana.",
            each=_differences(kept),
        )
    ]


def _excess(result: Balance) -> list[Message]:
    excess = result.in_state("excess")
    if excess.empty:
        return []
    return [
        _(
            "Bertentangan dan perlu diperiksa: bukan produsen, tetapi menjual lebih banyak daripada yang "
            "dibeli: {each}.",
            each=_differences(excess),
        )
    ]


def _differences(rows: pd.DataFrame) -> Listing:
    named = [_difference(row) for row in as_rows(rows.head(MOST_NAMED))]
    left = len(rows) - len(named)
    return listing([*named, _n("{count} lainnya", left)] if left > 0 else named)


def _difference(row: dict[str, Any]) -> Message:
    facts: dict[str, Value] = {
        "name": str(row["nama"]),
        "volume": Number(abs(float(row["difference"]))),
        "unit": str(row["unit"]),
    }
    if pd.isna(row["share"]):  # nothing bought at all
        return _("{name} ({volume} {unit})", **facts)
    share = Share(abs(float(row["share"])))
    return _("{name} ({volume} {unit}, {share} dari pembeliannya)", share=share, **facts)


def _uncompared(result: Balance) -> list[Message]:
    reasons = {
        "units": _("Dibeli dan dijual dalam satuan berbeda, jadi tidak dibandingkan: {names}."),
        "stops": _("Bukan konsumen, tetapi penjualannya belum dicatat: {names}."),
        "unsourced": _("Bukan produsen, tetapi pembeliannya belum dicatat: {names}."),
        "unknown": _("Volume atau satuannya belum lengkap: {names}."),
    }
    named = {state: tuple(dict.fromkeys(result.in_state(state)["nama"])) for state in reasons}
    return [
        Message(reasons[state].template, {"names": listing(names)}) for state, names in named.items() if names
    ]


def _concentrated(shares: Concentration, groups: int) -> list[Message]:
    first = _n(
        "Produsen menjual {volume} {unit} setahun kepada {count} kelompok pembeli; {largest} membeli {cr1} "
        "darinya (CR1).",
        groups,
        volume=Number(shares.volume),
        unit=shares.unit,
        largest=shares.largest,
        cr1=_part(shares.cr1),
    )
    second = _(
        "Kelompok bukan perusahaan: indeks Herfindahl-Hirschman (HHI) antarusaha berada di antara {least}, "
        "bila usaha dalam tiap kelompok sama besar, dan {most} dari 10.000, bila tiap kelompok membeli "
        "sebagai satu usaha. Di satu desa pembelinya dapat lebih sedikit.",
        least=Number(shares.least_hhi),
        most=Number(shares.hhi),
    )
    return [first, second]


def _closed(result: Buyers) -> Message:
    closed = result.table[result.table["kind"] == "closed"]
    lending = result.table[result.table["kind"] == "lending"]
    if not lending.empty:
        return _lending(result, closed, lending)
    names = listing(closed["nama"])
    if result.only_closed:
        return _(
            "Kecuali konsumen, semua pembeli dari produsen ({names}) berada di dalam kabupaten dan hanya "
            "membayar, tanpa jasa, informasi, atau pembiayaan yang tercatat: ciri model konvensional.",
            names=names,
        )
    if closed.empty:
        return _("Tidak ada pedagang lokal yang menurut catatan hanya membayar tanpa memberi yang lain.")
    if isinstance(result.closed_share, NotEstimable):
        return _(
            "Pedagang lokal yang menurut catatan hanya membayar, tanpa jasa, informasi, atau pembiayaan: "
            "{names}.",
            names=names,
        )
    return _(
        "{share} volume dijual kepada pedagang lokal yang menurut catatan hanya membayar, tanpa jasa, "
        "informasi, atau pembiayaan: {names}.",
        share=_part(result.closed_share),
        names=names,
    )


def _lending(result: Buyers, closed: pd.DataFrame, lending: pd.DataFrame) -> Message:
    """Say how much goes to those who only pay, and how much more to those who also lend."""
    lenders, both = listing(lending["nama"]), listing([*lending["nama"], *closed["nama"]])
    if result.only_closed_or_lending:
        return _(
            "Kecuali konsumen, semua pembeli dari produsen ({both}) berada di dalam kabupaten dan hanya "
            "membayar atau memberi pinjaman ({lenders}): ciri model konvensional bila pinjaman itu mengikat.",
            both=both,
            lenders=lenders,
        )
    if isinstance(result.closed_share, NotEstimable) or isinstance(result.lending_share, NotEstimable):
        return _(
            "Pedagang lokal yang menurut catatan hanya membayar, atau selain itu hanya memberi pinjaman yang "
            "mungkin mengikat: {both}.",
            both=both,
        )
    return _(
        "{closed} volume dijual kepada pedagang lokal yang menurut catatan hanya membayar, dan {share} bila "
        "yang hanya memberi pinjaman ({lenders}) ikut dihitung. Periksa apakah pinjaman itu mengikat.",
        closed=_part(result.closed_share),
        lenders=lenders,
        share=_part(result.closed_share + result.lending_share),
    )


def _single(result: Dependence) -> Message:
    if result.single:
        return _(
            "Semua jalur dari produsen ke pembeli terakhir melewati {names}; tanpa kelompok itu semuanya "
            "terputus.",
            names=listing(result.single),
        )
    partly = result.table[result.table["cut_off"] > 0]
    if partly.empty:
        return _(
            "Tidak ada satu kelompok pun yang, bila berhenti membeli, memutus produsen dari semua pembeli "
            "terakhir."
        )
    return _(
        "Sebagian kelompok produsen terputus dari semua pembeli terakhir bila berhenti membeli: {names}.",
        names=listing(partly["nama"]),
    )


def _through(result: Dependence) -> list[Message]:
    known = result.table.dropna(subset=["share"])
    known = known[~known["nama"].isin(result.single)]
    if known.empty:
        return []
    most = known[known["share"] == known["share"].max()]
    return [
        _(
            "{share} volume jual produsen hanya dapat sampai ke pembeli terakhir melalui {names}.",
            share=_part(float(most["share"].iloc[0])),
            names=listing(_counted(row) for row in as_rows(most)),
        )
    ]


def _counted(row: dict[str, Any]) -> Message:
    if pd.isna(row["jumlah"]):
        return _("{name} (jumlah tidak dicatat)", name=str(row["nama"]))
    return _n("{name} (sekitar {count} pelaku)", int(row["jumlah"]), name=str(row["nama"]))


def _part(share: float) -> Share:
    """Write a share with a decimal only where it would otherwise look like all or nothing."""
    return Share(share, 1 if 0 < share < 1 and round(share, 2) in (0, 1) else 0)


def _not_reaching(result: Support) -> list[Message]:
    others, nobody = result.in_state("others"), result.in_state("none")
    said = []
    if others:
        said.append(_("Hanya melayani pelaku lain: {names}.", names=listing(others)))
    if nobody:
        said.append(_("Tidak tercatat melayani siapa pun: {names}.", names=listing(nobody)))
    return said
