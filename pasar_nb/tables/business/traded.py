"""Table of what one party sells beside what the other says it buys."""

from __future__ import annotations

from pasar_nb.analysis.business.reconciliation import REASONS
from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.tables.columns import column_of, decimals_of
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import roles


def traded(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show volumes and prices of each sale as the seller and as the buyer have them; conflicts in bold."""
    result = shown.result.reconciliation
    if isinstance(result, NotEstimable):
        return result
    table = result.table.assign(**{name: result.table[name].round(1) for name in ("sold", "bought")})
    parties = {name: column_of([roles(each) for each in table[name]], table.index) for name in ("dari", "ke")}
    remarks = [REASONS[reason] if reason else None for reason in table["reason"]]
    return DisplayTable(
        name="jual_dan_beli",
        title=_("Yang dijual satu pihak dan yang dibeli pihak lain, sesudah"),
        columns=(
            DisplayColumn("dari", _("Penjual")),
            DisplayColumn("ke", _("Pembeli")),
            DisplayColumn("satuan", _("Satuan")),
            DisplayColumn("sold", _("Dijual setahun"), "number", decimals_of(table["sold"])),
            DisplayColumn("bought", _("Dibeli setahun"), "number", decimals_of(table["bought"])),
            DisplayColumn("without_buyer", _("Tanpa pembeli"), "share"),
            DisplayColumn("without_seller", _("Tanpa penjual"), "share"),
            DisplayColumn("sold_price", _("Harga menurut penjual (Rp/satuan)"), "money"),
            DisplayColumn("bought_price", _("Harga menurut pembeli (Rp/satuan)"), "money"),
            *([DisplayColumn("catatan", _("Catatan"))] if any(remarks) else []),
        ),
        frame=table.assign(**parties, catatan=column_of(remarks, table.index)),
        note=_(
            "Semua unit setiap pihak; satuan berat dijadikan kg. Selisih sampai 1% dianggap pembulatan; "
            "harga yang berbeda lebih dari itu dicetak tebal. Sumber: tabel model bisnis dan relasi bisnis."
        ),
        highlight=tuple(result.conflicts.index),
    )
