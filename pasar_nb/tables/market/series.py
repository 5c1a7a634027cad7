"""Tables of the commodity's monthly series: level and change, trend and season."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.analysis.trend.slope import LEAST_SEASON
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import CALENDAR_MONTHS, SERIES_KIND_LABELS, readable

_DECIDED: dict[str, Message] = {
    "name": _("nama deret"),
    "source": _("sumber deret"),
    "several": _("belum: lebih dari satu golongan disebut"),
    "unit": _("belum: satuan tidak sesuai dengan nama"),
    "input": _("belum: tentang sarana produksi atau biaya"),
    "nothing": _("belum: tidak ada kata yang menentukan"),
}


def series_levels(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show each series with its latest figure and its change over a year and since its start."""
    profile = shown.result.profile
    if isinstance(profile, NotEstimable):
        return profile
    table = profile.table
    return DisplayTable(
        name="deret_komoditas",
        title=_("Permintaan dan penawaran: tingkat dan perubahan tiap deret"),
        columns=(
            DisplayColumn("seri", _("Deret")),
            DisplayColumn("kind", _("Golongan")),
            DisplayColumn("decided", _("Golongan menurut")),
            DisplayColumn("satuan", _("Satuan")),
            DisplayColumn("latest", _("Angka terakhir"), "number"),
            DisplayColumn("last", _("Bulan terakhir"), "month"),
            DisplayColumn("recent", _("Perubahan 12 bulan"), "share", 1),
            DisplayColumn("recent_real", _("Perubahan 12 bulan, riil"), "share", 1),
            DisplayColumn("since", _("Sejak 12 bulan pertama"), "share", 1),
            DisplayColumn("since_real", _("Sejak 12 bulan pertama, riil"), "share", 1),
        ),
        frame=_named(table).assign(
            kind=labelled(table["kind"], SERIES_KIND_LABELS), decided=labelled(table["decided"], _DECIDED)
        ),
        note=_(
            "Perubahan: rata-rata 12 bulan terakhir terhadap 12 bulan sebelumnya, dan terhadap 12 bulan "
            "pertama deret; bulan kalender yang sama pada kedua masa. Riil: inflasi dikeluarkan menurut "
            "tabel ihk. Tanda – berarti tidak dapat dihitung. Sumber: tabel deret dan ihk."
        ),
        highlight=tuple(table.index[table["seri"] == profile.main_price]),
    )


def series_trends(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show each series with its change per year, its months and gaps, and where it comes from."""
    profile = shown.result.profile
    if isinstance(profile, NotEstimable):
        return profile
    return DisplayTable(
        name="tren_komoditas",
        title=_("Tren dan kelengkapan tiap deret"),
        columns=(
            DisplayColumn("seri", _("Deret")),
            DisplayColumn("per_year", _("Perubahan per tahun"), "share", 1),
            DisplayColumn("low", _("Batas bawah 95%"), "share", 1),
            DisplayColumn("high", _("Batas atas 95%"), "share", 1),
            DisplayColumn("n", _("Bulan berisi angka"), "integer"),
            DisplayColumn("gaps", _("Bulan kosong di tengah"), "integer"),
            DisplayColumn("first", _("Dari"), "month"),
            DisplayColumn("last", _("Sampai"), "month"),
            DisplayColumn("sumber", _("Sumber")),
        ),
        frame=_named(profile.table),
        note=_(
            "Tren log-linear dalam rupiah riil bila ada; galat baku Newey-West dengan nilai kritis dari "
            "simulasi. Sumber: tabel deret dan ihk."
        ),
    )


def series_seasons(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show in which months each series is usually highest and lowest, and by how much."""
    profile = shown.result.profile
    if isinstance(profile, NotEstimable):
        return profile
    table = profile.table.dropna(subset=["peak"])
    if table.empty:
        return NotEstimable(
            _(
                "Tidak ada deret yang cukup panjang dan musimnya cukup jelas untuk menyebut bulan tertinggi "
                "dan terendah."
            )
        )
    return DisplayTable(
        name="musim_komoditas",
        title=_("Musim tiap deret: bulan tertinggi dan terendah"),
        columns=(
            DisplayColumn("seri", _("Deret")),
            DisplayColumn("peak", _("Bulan tertinggi")),
            DisplayColumn("peak_effect", _("Terhadap tingkat setahun"), "share", 1),
            DisplayColumn("peak_low", _("Batas bawah 95%"), "share", 1),
            DisplayColumn("peak_high", _("Batas atas 95%"), "share", 1),
            DisplayColumn("trough", _("Bulan terendah")),
            DisplayColumn("trough_effect", _("Terhadap tingkat setahun"), "share", 1),
            DisplayColumn("trough_low", _("Batas bawah 95%"), "share", 1),
            DisplayColumn("trough_high", _("Batas atas 95%"), "share", 1),
            DisplayColumn("n", _("Bulan berisi angka"), "integer"),
        ),
        frame=_named(table).assign(peak=_months(table["peak"]), trough=_months(table["trough"])),
        note=_(
            "Menurut uraian STL atas angka nominal; hanya deret yang mencakup paling sedikit {least} bulan "
            "dan musimnya melebihi kebetulan. Selang dari simulasi. Sumber: tabel deret.",
            least=LEAST_SEASON,
        ),
    )


def _named(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(seri=[readable(str(name)) for name in table["seri"]])


def _months(column: pd.Series) -> pd.Series:
    return column_of(
        [None if pd.isna(month) else CALENDAR_MONTHS[int(month) - 1] for month in column], column.index
    )
