"""Tables of the structure of the market: volumes, buyers, dependence and whom support reaches."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.analysis.market.structure import Concentration
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, listing, paragraph, verbatim
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import FLOW_LABELS, LAYER_LABELS

_BALANCES: Mapping[str, Message] = {
    "source": _("produsen"),
    "end": _("pembeli terakhir"),
    "balanced": _("seimbang"),
    "kept": _("masuk lebih banyak"),
    "excess": _("keluar lebih banyak: periksa"),
    "stops": _("penjualan belum dicatat"),
    "unsourced": _("pembelian belum dicatat"),
    "unknown": _("belum lengkap"),
    "units": _("satuan berbeda, tidak dibandingkan"),
}
_KINDS: Mapping[str, Message] = {
    "consumer": _("konsumen"),
    "linked": _("memberi lebih dari pembayaran"),
    "lending": _("memberi pinjaman: periksa apakah mengikat"),
    "outside": _("di luar kabupaten, hanya membayar"),
    "closed": _("lokal, hanya membayar"),
}
_REACH: Mapping[str, Message] = {
    "reaches": _("sampai ke produsen"),
    "others": _("hanya ke pelaku lain"),
    "none": _("tidak ada aliran tercatat"),
    "deserted": _("jumlah pelaku nol"),
}
_ONLY_PAYING = _(
    "Hanya membayar: tidak ada aliran jasa, informasi, atau pembiayaan dari pembeli ini ke produsen "
    "dalam tabel aliran. Harga nominal. Sumber: tabel pelaku dan aliran."
)


def balance(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show what every actor of the chain buys and sells in a year, and the difference."""
    result = shown.result.balance
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    return DisplayTable(
        name="neraca_volume",
        title=_("Volume yang masuk dan keluar pada tiap pelaku"),
        columns=(
            DisplayColumn("nama", _("Pelaku")),
            DisplayColumn("bought", _("Dibeli setahun"), "number"),
            DisplayColumn("sold", _("Dijual setahun"), "number"),
            DisplayColumn("unit", _("Satuan")),
            DisplayColumn("difference", _("Selisih"), "number"),
            DisplayColumn("share", _("Selisih dari pembelian"), "share", 1),
            DisplayColumn("state", _("Keadaan")),
        ),
        frame=table.assign(state=labelled(table["state"], _BALANCES)),
        note=_(
            "Selisih: dibeli dikurangi dijual; dapat berupa susut, pemakaian sendiri, pengolahan, atau "
            "aliran yang belum dicatat. Selisih sampai 0,5% disebut seimbang. Sarana produksi tidak "
            "termasuk. Tanda – berarti tidak dicatat atau tidak dibandingkan. Sumber: tabel aliran."
        ),
        highlight=tuple(table.index[table["state"] == "excess"]),
    )


def buyers(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show who buys from the producers, how much, and what they give besides money."""
    result = shown.result.buyers
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    return DisplayTable(
        name="pembeli_produsen",
        title=_("Pembeli langsung dari produsen"),
        columns=(
            DisplayColumn("nama", _("Kelompok pembeli")),
            DisplayColumn("inside", _("Di dalam kabupaten")),
            DisplayColumn("jumlah", _("Perkiraan jumlah pelaku"), "integer"),
            DisplayColumn("volume", _("Volume setahun"), "number"),
            DisplayColumn("unit", _("Satuan")),
            DisplayColumn("price", _("Harga per satuan"), "money"),
            DisplayColumn("share", _("Bagian volume"), "share"),
            DisplayColumn("returns", _("Yang diberikan selain uang")),
            DisplayColumn("kind", _("Hubungan")),
        ),
        frame=table.assign(
            inside=column_of([place == "dalam" for place in table["lokasi"]], table.index),
            returns=_kinds(table["returns"]),
            kind=labelled(table["kind"], _KINDS),
        ),
        note=paragraph(*_without_number(result.concentration), _ONLY_PAYING),
        highlight=tuple(table.index[table["kind"].isin(["closed", "lending"])]),
    )


def _without_number(shares: Concentration | NotEstimable) -> list[Message]:
    """Name the buyers whose number is unknown."""
    if isinstance(shares, NotEstimable) or not shares.without_number:
        return []
    return [
        _(
            "Jumlah pelakunya tidak dicatat, sehingga pada batas bawah HHI dianggap sangat banyak: {names}.",
            names=listing(shares.without_number),
        )
    ]


def dependence(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show which part of the producers' sales would lead nowhere without each actor."""
    result = shown.result.dependence
    if isinstance(result, NotEstimable):
        return result
    if result.table.empty:
        return NotEstimable(_("Tidak ada perantara di antara produsen dan pembeli terakhir."))
    return DisplayTable(
        name="ketergantungan",
        title=_("Yang terputus bila satu kelompok berhenti membeli"),
        columns=(
            DisplayColumn("nama", _("Kelompok pelaku")),
            DisplayColumn("jumlah", _("Perkiraan jumlah pelaku"), "integer"),
            DisplayColumn("share", _("Bagian volume jual produsen yang terputus"), "share"),
            DisplayColumn("cut_off", _("Kelompok produsen yang terputus sama sekali"), "integer"),
        ),
        frame=result.table,
        note=_(
            "Bagian volume yang semua jalurnya ke pembeli terakhir melewati kelompok itu; bagian-bagian ini "
            "tumpang tindih dan tidak boleh dijumlahkan. n = {producers} kelompok produsen. Sumber: tabel "
            "aliran.",
            producers=result.producers,
        ),
        highlight=tuple(result.table.index[result.table["cut_off"] == result.producers]),
    )


def support(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show what the supporting actors give, and whether it reaches the producers."""
    result = shown.result.support
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    others = [verbatim(names) if names else None for names in table["others"]]
    return DisplayTable(
        name="jangkauan_pendukung",
        title=_("Siapa yang dijangkau fungsi pendukung dan lingkungan bisnis"),
        columns=(
            DisplayColumn("nama", _("Pelaku")),
            DisplayColumn("lapisan", _("Lapisan")),
            DisplayColumn("fungsi", _("Fungsi")),
            DisplayColumn("kinds", _("Yang sampai ke produsen")),
            DisplayColumn("others", _("Penerima lain")),
            DisplayColumn("state", _("Keadaan")),
        ),
        frame=table.assign(
            lapisan=labelled(table["lapisan"], LAYER_LABELS),
            kinds=_kinds(table["kinds"]),
            others=column_of(others, table.index),
            state=labelled(table["state"], _REACH),
        ),
        note=_("Aliran jasa, jasa melekat, informasi, dan pembiayaan. Sumber: tabel pelaku dan aliran."),
        highlight=tuple(table.index[table["state"] != "reaches"]),
    )


def _kinds(column: pd.Series) -> pd.Series:
    """Write the kinds of flow in a column, missing where there is none."""
    named = [
        listing(FLOW_LABELS[kind] for kind in kinds.split(";")) if kinds else None
        for kinds in column.astype(str)
    ]
    return column_of(named, column.index)
