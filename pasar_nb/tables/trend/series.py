"""Table of all monthly series and their trends."""

from __future__ import annotations

from pasar_nb.analysis.trend.described import Trend
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Month, _
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import readable


def series_trends(shown: Released[Trend]) -> DisplayTable | NotEstimable:
    """Show every series with its months and its change per year; the main one in bold."""
    result = shown.result
    if isinstance(result.main, NotEstimable):
        return result.main
    table = result.table
    return DisplayTable(
        name="tren_deret",
        screen_only=True,
        title=_("Tren setiap deret bulanan"),
        columns=(
            DisplayColumn("nama", _("Deret")),
            DisplayColumn("satuan", _("Satuan")),
            DisplayColumn("rupiah", _("Rupiah")),
            DisplayColumn("n", _("Bulan berisi angka"), "integer"),
            DisplayColumn("first", _("Dari"), "month"),
            DisplayColumn("last", _("Sampai"), "month"),
            DisplayColumn("per_year", _("Perubahan per tahun"), "share", 1),
            DisplayColumn("low", _("Batas bawah 95%"), "share", 1),
            DisplayColumn("high", _("Batas atas 95%"), "share", 1, interval=_("Selang 95%")),
        ),
        frame=table.assign(
            nama=[readable(str(name)) for name in table["seri"]],
            rupiah=column_of(_rupiah(shown), table.index),
        ),
        note=_(
            "Tren log-linear dengan galat baku Newey-West; nilai kritis dari simulasi dengan bulan yang "
            "sama. Mulai 24 bulan, musim diperhitungkan. Deret utama dicetak tebal; deret lain penjelajahan. "
            "Sumber: tabel deret dan ihk."
        ),
        highlight=(table.index[0],),
    )


def _rupiah(shown: Released[Trend]) -> list[Message | None]:
    said: list[Message | None] = []
    for one in shown.result.all_series:
        if not one.series.money:
            said.append(None)
        elif one.series.real_base is None:
            said.append(_("nominal"))
        else:
            said.append(_("nilai {month}", month=Month(one.series.real_base)))
    return said
