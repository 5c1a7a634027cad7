"""The districts of a folder of data, with how many files and reports each has."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.disclosure import Released
from pasar_nb.findings import Open, published
from pasar_nb.language import _
from pasar_nb.tables.display import DisplayColumn, DisplayTable


@dataclass(frozen=True, slots=True)
class Districts:
    """The districts of a folder of data.

    Attributes
    ----------
    table
        Columns ``code, name, province, files, reports``: number of data files and of reports that were made.
    """

    table: pd.DataFrame = published(Open("names of folders and counts of files"))


def districts(shown: Released[Districts]) -> DisplayTable:
    """Show a row per district."""
    return DisplayTable(
        name="kabupaten",
        title=_("Kabupaten dan kota yang datanya ada"),
        columns=(
            DisplayColumn("code", _("Kode BPS")),
            DisplayColumn("name", _("Kabupaten/kota")),
            DisplayColumn("province", _("Provinsi")),
            DisplayColumn("files", _("Berkas data"), "integer"),
            DisplayColumn("reports", _("Laporan"), "integer"),
        ),
        frame=shown.result.table,
    )
