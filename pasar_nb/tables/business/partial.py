"""Tables of the partial budgets: by party, by line, and for all units."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.gains import REASONS as NOT_CHECKED
from pasar_nb.analysis.business.partial import REASONS
from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import BUDGET_LABELS, EFFECT_LABELS, ROLE_LABELS, UNIT_LABELS

PARTY = DisplayColumn("pihak", _("Pihak"))
RETURN_DECIMALS = 2
_WHY: dict[str, Message] = {**NOT_CHECKED, **REASONS}


def partial_budgets(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show the four parts of each party's partial budget and the return per rupiah of added cost."""
    result = shown.result.partial
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    remarks = [_WHY[reason] if reason else None for reason in table["reason"]]
    return DisplayTable(
        name="anggaran_parsial",
        title=_("Anggaran parsial setiap pihak, per unit dan tahun"),
        columns=(
            PARTY,
            DisplayColumn("added_revenue", _("Tambahan pendapatan (Rp)"), "money"),
            DisplayColumn("reduced_cost", _("Biaya yang berkurang (Rp)"), "money"),
            DisplayColumn("added_cost", _("Tambahan biaya (Rp)"), "money"),
            DisplayColumn("reduced_revenue", _("Pendapatan yang berkurang (Rp)"), "money"),
            DisplayColumn("net_change", _("Perubahan bersih (Rp)"), "money"),
            DisplayColumn("returned", _("Hasil per rupiah"), "number", RETURN_DECIMALS),
            *([DisplayColumn("catatan", _("Catatan"))] if any(remarks) else []),
        ),
        frame=_named(table).assign(catatan=column_of(remarks, table.index)),
        note=_(
            "Perubahan bersih: (tambahan pendapatan + biaya yang berkurang) − (tambahan biaya + pendapatan "
            "yang berkurang). Hasil per rupiah: perubahan bersih dibagi tambahan biaya setelah "
            "dikurangi biaya yang berkurang; kosong bila biaya tidak bertambah. Tanpa investasi. Sumber: "
            "tabel model bisnis."
        ),
        highlight=tuple(table.index[table["net_change"] < 0]),
    )


def outreach(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show units, change per unit and totals of all units."""
    result = shown.result.partial
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    return DisplayTable(
        name="semua_unit",
        title=_("Tambahan pendapatan bersih per unit dan untuk semua unit, setahun"),
        columns=(
            PARTY,
            DisplayColumn("satuan", _("Unit")),
            DisplayColumn("unit_before", _("Unit sebelum"), "integer"),
            DisplayColumn("unit_after", _("Unit sesudah"), "integer"),
            DisplayColumn("net_change", _("Tambahan per unit (Rp)"), "money"),
            DisplayColumn("total_before", _("Semua unit, sebelum (Rp)"), "money"),
            DisplayColumn("total_after", _("Semua unit, sesudah (Rp)"), "money"),
            DisplayColumn("total_change", _("Tambahan semua unit (Rp)"), "money"),
        ),
        frame=_named(table).assign(satuan=labelled(table["peran"], UNIT_LABELS)),
        note=_(
            "Tambahan semua unit hanya dihitung bila jumlah unitnya sama pada kedua kondisi: pendapatan lain "
            "dari unit yang masuk atau keluar tidak diketahui. Sumber: tabel model bisnis."
        ),
    )


def partial_lines(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show how every budget line changes."""
    result = shown.result.partial
    if isinstance(result, NotEstimable):
        return result
    lines = result.lines
    return DisplayTable(
        name="perubahan_mata_anggaran",
        title=_("Perubahan setiap mata anggaran, per unit dan tahun"),
        columns=(
            PARTY,
            DisplayColumn("macam", _("Jenis")),
            DisplayColumn("komponen", _("Komponen")),
            DisplayColumn("before", _("Sebelum (Rp)"), "money"),
            DisplayColumn("after", _("Sesudah (Rp)"), "money"),
            DisplayColumn("pengaruh", _("Termasuk")),
            DisplayColumn("amount", _("Besarnya (Rp)"), "money"),
        ),
        frame=_named(lines).assign(
            macam=labelled(lines["jenis"], BUDGET_LABELS), pengaruh=labelled(lines["effect"], EFFECT_LABELS)
        ),
        note=_(
            "Mata anggaran dipasangkan menurut jenis dan namanya; yang berganti nama dihitung sebagai "
            "berakhir dan bertambah, tanpa mengubah perubahan bersih. Sumber: tabel model bisnis."
        ),
    )


def _named(table: pd.DataFrame) -> pd.DataFrame:
    return table.assign(pihak=labelled(table["peran"], ROLE_LABELS))
