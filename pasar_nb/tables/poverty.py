"""Table of poverty among the surveyed households."""

from __future__ import annotations

from pasar_nb.analysis.poverty import Poverty
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.tables.columns import labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import ARM_LABELS


def headcount(shown: Released[Poverty | NotEstimable]) -> DisplayTable | NotEstimable:
    """Show the share of persons below the line for every arm and wave."""
    result = shown.result
    if isinstance(result, NotEstimable):
        return result
    return DisplayTable(
        name="kemiskinan",
        title=_("Belanja per orang dibandingkan dengan garis kemiskinan"),
        columns=(
            DisplayColumn("arm", _("Kelompok")),
            DisplayColumn("wave", _("Gelombang"), "integer"),
            DisplayColumn("households", _("n rumah tangga"), "integer"),
            DisplayColumn("line", _("Garis kemiskinan (Rp/orang/bulan)"), "money"),
            DisplayColumn("poor", _("Rumah tangga di bawah garis"), "integer"),
            DisplayColumn("p0", _("Bagian anggota rumah tangga di bawah garis"), "share", 1),
            DisplayColumn("low", _("Batas bawah 95%"), "share", 1),
            DisplayColumn("high", _("Batas atas 95%"), "share", 1),
        ),
        frame=result.table.assign(arm=labelled(result.table["group"], ARM_LABELS)),
        note=_(
            "Menurut pengeluaran, seperti cara BPS, tetapi bukan angka resmi: hanya rumah tangga yang "
            "disurvei. Sumber: tabel survei dan acuan."
        ),
    )
