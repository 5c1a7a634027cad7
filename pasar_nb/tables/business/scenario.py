"""Table of the gains under another price, volume and discount rate."""

from __future__ import annotations

from pasar_nb.analysis.business.scenario import Scenario
from pasar_nb.disclosure import Released
from pasar_nb.language import _
from pasar_nb.tables.business.income import PARTY
from pasar_nb.tables.columns import labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import ROLE_LABELS


def scenario_gains(shown: Released[Scenario]) -> DisplayTable:
    """Show each party's gain as planned and under the sliders; who no longer gains in bold."""
    table = shown.result.table
    return DisplayTable(
        name="coba",
        title=_("Tambahan pendapatan bersih setiap pihak, per unit dan tahun"),
        columns=(
            PARTY,
            DisplayColumn("planned", _("Menurut kalkulasi (Rp)"), "money"),
            DisplayColumn("gain", _("Menurut penggeser (Rp)"), "money"),
            DisplayColumn("npv", _("Nilai kini bersih seluruh perubahan (Rp)"), "money"),
        ),
        frame=table.assign(pihak=labelled(table["peran"], ROLE_LABELS)),
        note=_("Dicetak tebal: tidak memperoleh lebih. Sumber: tabel model bisnis."),
        highlight=tuple(table.index[~table["gain"].gt(0)]),
    )
