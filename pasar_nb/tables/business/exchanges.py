"""Table of the exchanges before and after."""

from __future__ import annotations

from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.tables.columns import labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import EXCHANGE_STATUS_LABELS, FLOW_LABELS, ROLE_LABELS


def exchanges(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show who gives what to whom, with the district's remarks; new ones in bold."""
    result = shown.result.exchanges
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    return DisplayTable(
        name="pertukaran",
        title=_("Pertukaran antarpihak, sebelum dan sesudah"),
        columns=(
            DisplayColumn("pemberi", _("Dari")),
            DisplayColumn("penerima", _("Ke")),
            DisplayColumn("apa", _("Jenis")),
            DisplayColumn("keadaan", _("Status")),
            DisplayColumn("before", _("Keterangan sebelum")),
            DisplayColumn("after", _("Keterangan sesudah")),
        ),
        frame=table.assign(
            pemberi=labelled(table["dari"], ROLE_LABELS),
            penerima=labelled(table["ke"], ROLE_LABELS),
            apa=labelled(table["jenis"], FLOW_LABELS),
            keadaan=labelled(table["status"], EXCHANGE_STATUS_LABELS),
        ),
        note=_("Keterangan dalam kata-kata kabupaten; yang baru dicetak tebal. Sumber: tabel relasi bisnis."),
        highlight=tuple(table.index[table["status"].eq("new")]),
    )
