"""Tables of the actors: who they are, and which functions they fill."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _, verbatim
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import (
    FLOW_LABELS,
    LAYER_LABELS,
    MARKET_FUNCTION_LABELS,
    SUPPRESS_BELOW,
)

_STATES = {
    "filled": _("ada pelaku"),
    "embedded": _("hanya melekat pada pelaku lain"),
    "empty": _("tidak ada pelaku"),
}


def functions(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show how many actors fill each function, where they are, and the share of women."""
    actors = shown.result.actors
    if isinstance(actors, NotEstimable):
        return actors
    keys = ["lapisan", "fungsi"]
    frame, shares = actors.functions, actors.women_shares
    women = [shares.get(key) for key in zip(frame["lapisan"], frame["fungsi"], strict=True)]
    names = actors.table.groupby(keys, sort=False)["nama"].agg("; ".join)
    return DisplayTable(
        name="fungsi",
        title=_("Pelaku menurut lapisan dan fungsi"),
        columns=(
            DisplayColumn("lapisan", _("Lapisan")),
            DisplayColumn("fungsi", _("Fungsi")),
            DisplayColumn("names", _("Kelompok pelaku")),
            DisplayColumn("actors", _("Perkiraan jumlah pelaku"), "integer"),
            DisplayColumn("share", _("Perempuan"), "share"),
            DisplayColumn("inside", _("Kelompok di dalam kabupaten"), "integer"),
            DisplayColumn("outside", _("Kelompok di luar kabupaten"), "integer"),
        ),
        frame=frame.assign(
            lapisan=labelled(frame["lapisan"], LAYER_LABELS),
            names=names.to_numpy(),
            share=pd.Series(women, frame.index, dtype="float64"),
        ),
        note=_(
            "Satuan: kelompok pelaku. Bagian perempuan dihitung dari pelaku yang jumlah dan persentasenya "
            "dicatat; untuk umum hanya bila berdasar sedikitnya {least} pelaku. Sumber: tabel pelaku.",
            least=SUPPRESS_BELOW,
        ),
    )


def flows(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show everything that goes from one actor to another."""
    result = shown.result.flows
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    if table.empty:
        return NotEstimable(_("Tabel aliran belum berisi aliran antarpelaku komoditas ini."))
    return DisplayTable(
        name="aliran",
        title=_("Aliran antarpelaku"),
        columns=(
            DisplayColumn("nama_dari", _("Dari")),
            DisplayColumn("nama_ke", _("Ke")),
            DisplayColumn("jenis", _("Yang mengalir")),
            DisplayColumn("volume", _("Volume setahun"), "number"),
            DisplayColumn("satuan", _("Satuan")),
            DisplayColumn("harga", _("Harga per satuan"), "money"),
        ),
        frame=table.assign(jenis=labelled(table["jenis"], FLOW_LABELS)),
        note=_("Harga nominal. Tanda – berarti tidak dicatat. Sumber: tabel aliran."),
    )


def gaps(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show which functions of the guide are filled, and by whom."""
    result = shown.result.gaps
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    who = [verbatim(names) if names else None for names in table["filled_by"]]
    return DisplayTable(
        name="fungsi_pedoman",
        title=_("Fungsi yang disebut pedoman, dan siapa yang mengisinya"),
        columns=(
            DisplayColumn("lapisan", _("Lapisan")),
            DisplayColumn("function", _("Fungsi")),
            DisplayColumn("state", _("Keadaan")),
            DisplayColumn("who", _("Diisi oleh")),
        ),
        frame=table.assign(
            lapisan=labelled(table["lapisan"], LAYER_LABELS),
            function=labelled(table["function"], MARKET_FUNCTION_LABELS),
            state=labelled(table["state"], _STATES),
            who=column_of(who, table.index),
        ),
        note=_(
            "Fungsi dikenali dari kata-kata pada kolom fungsi; kelompok yang jumlahnya nol tidak dihitung. "
            "Melekat: hanya ada aliran pembiayaan atau informasi dari pelaku dengan fungsi lain. Sumber: "
            "tabel pelaku dan aliran."
        ),
        highlight=tuple(table.index[table["state"] == "empty"]),
    )
