"""Table of the months to come of every series of which a forecast stood the test on the past."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.trend.described import Trend
from pasar_nb.analysis.trend.forecast_results import Forecast
from pasar_nb.disclosure import Released
from pasar_nb.language import _
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import readable


def forecasts(shown: Released[Trend]) -> tuple[DisplayTable, ...]:
    """Show the forecast of every series that has one; nothing where none beat the naive one.

    The overview of all series says of each how the forecast did.
    """
    told = [
        one.forecast.table.assign(deret=readable(one.series.name), satuan=one.series.unit or None)
        for one in shown.result.studies
        if isinstance(one.forecast, Forecast)
    ]
    if not told:
        return ()
    table = DisplayTable(
        name="perkiraan_deret",
        screen_only=True,
        title=_("Perkiraan bulan-bulan mendatang bagi deret yang lolos uji mundur"),
        columns=(
            DisplayColumn("deret", _("Deret")),
            DisplayColumn("satuan", _("Satuan")),
            DisplayColumn("bulan", _("Bulan"), "month"),
            DisplayColumn("value", _("Perkiraan"), "quantity"),
            DisplayColumn("low", _("Batas bawah 95%"), "quantity"),
            DisplayColumn("high", _("Batas atas 95%"), "quantity", interval=_("Selang 95%")),
        ),
        frame=pd.concat(told, ignore_index=True),
        note=_(
            "Metode Theta atas angka sebagaimana dicatat (uang dalam rupiah nominal), bila keadaan tetap "
            "seperti selama ini. Deret yang perkiraannya tidak lebih baik daripada memakai angka bulan yang "
            "sama setahun sebelumnya tidak dimuat. Sumber: tabel deret."
        ),
    )
    return (table,)
