"""Tables of what each party earns, spends and invests, before and after."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.breakeven import REASONS as NO_BREAK_EVEN
from pasar_nb.analysis.business.gains import REASONS, WITHOUT_GAIN
from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.tables.columns import column_of, decimals_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import (
    BUDGET_LABELS,
    CONDITION_LABELS,
    MONTHS_PER_YEAR,
    PRESENCE_LABELS,
    ROLE_LABELS,
    VERDICT_LABELS,
)

PARTY = DisplayColumn("pihak", _("Pihak"))
CONDITION = DisplayColumn("keadaan", _("Kondisi"))


def gains(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show each party's net income before and after, the change with its range, and the verdict."""
    result = shown.result.gains
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    verdicts = [
        _verdict(*row) for row in zip(table["verdict"], table["presence"], table["reason"], strict=True)
    ]
    return DisplayTable(
        name="aturan_untung",
        title=_("Pendapatan bersih setiap pihak, per unit dan tahun"),
        columns=(
            PARTY,
            DisplayColumn("putusan", _("Hasil")),
            DisplayColumn("unit_after", _("Jumlah unit sesudah"), "integer"),
            DisplayColumn("before", _("Sebelum (Rp/tahun)"), "money"),
            DisplayColumn("after", _("Sesudah (Rp/tahun)"), "money"),
            DisplayColumn("after_bad", _("Sesudah, keadaan buruk (Rp/tahun)"), "money"),
            DisplayColumn("change", _("Perubahan (Rp/tahun)"), "money"),
            DisplayColumn("change_low", _("Perubahan, paling rendah"), "money"),
            DisplayColumn("change_high", _("Perubahan, paling tinggi"), "money"),
            DisplayColumn("worst", _("Sebelum serba baik, sesudah serba buruk"), "money"),
        ),
        frame=_named(table).assign(putusan=column_of(verdicts, table.index)),
        note=_(
            "Satuan: satu rumah tangga untuk POKMAS, satu usaha atau lembaga untuk pihak lain. Paling "
            "rendah dan paling tinggi dari tiga keadaan yang sama sebelum dan sesudah: buruk (pendapatan "
            "rendah, biaya tinggi), biasa, dan baik; ini bukan selang kepercayaan. Sumber: tabel model "
            "bisnis dan relasi bisnis."
        ),
        highlight=tuple(table.index[table["verdict"].isin(WITHOUT_GAIN)]),
    )


def incomes(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show each party's net income per year, per month, in bad and good conditions and for all its units."""
    result = shown.result.budgets
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    return DisplayTable(
        name="pendapatan_bersih",
        title=_("Pendapatan bersih setiap pihak, setahun dan sebulan, per unit"),
        columns=(
            PARTY,
            CONDITION,
            DisplayColumn("unit", _("Jumlah unit"), "integer"),
            DisplayColumn("net", _("Setahun (Rp)"), "money"),
            DisplayColumn("monthly", _("Sebulan (Rp)"), "money"),
            DisplayColumn("net_bad", _("Setahun, keadaan buruk (Rp)"), "money"),
            DisplayColumn("net_good", _("Setahun, keadaan baik (Rp)"), "money"),
            DisplayColumn("total_net", _("Semua unit, setahun (Rp)"), "money"),
        ),
        frame=_named(table).assign(monthly=table["net"] / MONTHS_PER_YEAR),
        note=_(
            "Satuan: satu rumah tangga untuk POKMAS, satu usaha atau lembaga untuk pihak lain. Keadaan "
            "buruk: semua pendapatan rendah dan semua biaya tinggi; keadaan baik sebaliknya. Sumber: tabel "
            "model bisnis."
        ),
    )


def budgets(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show how each party's net income comes about."""
    result = shown.result.budgets
    if isinstance(result, NotEstimable):
        return result
    return DisplayTable(
        name="anggaran_pihak",
        title=_("Dari pendapatan ke pendapatan bersih, per unit dan tahun (Rp)"),
        columns=(
            PARTY,
            CONDITION,
            DisplayColumn("revenue", _("Pendapatan"), "money"),
            DisplayColumn("variable", _("Biaya variabel"), "money"),
            DisplayColumn("gross_margin", _("Margin kotor"), "money"),
            DisplayColumn("margin_share", _("Margin kotor per pendapatan"), "share"),
            DisplayColumn("fixed", _("Biaya tetap"), "money"),
            DisplayColumn("net", _("Pendapatan bersih"), "money"),
        ),
        frame=_named(result.table),
        note=_(
            "Margin kotor: pendapatan dikurangi biaya variabel. Investasi tidak dikurangkan. Sumber: tabel "
            "model bisnis."
        ),
    )


def budget_lines(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show every budget line with its quantity, price and value."""
    result = shown.result.budgets
    if isinstance(result, NotEstimable):
        return result
    lines = result.lines
    return DisplayTable(
        name="mata_anggaran",
        title=_("Mata anggaran setiap pihak, per unit"),
        columns=(
            PARTY,
            CONDITION,
            DisplayColumn("macam", _("Jenis")),
            DisplayColumn("komponen", _("Komponen")),
            DisplayColumn("volume", _("Volume"), "number", decimals_of(lines["volume"])),
            DisplayColumn("satuan", _("Satuan")),
            DisplayColumn("harga", _("Harga (Rp/satuan)"), "money"),
            DisplayColumn(
                "frekuensi_per_tahun",
                _("Kali per tahun"),
                "number",
                decimals_of(lines["frekuensi_per_tahun"]),
            ),
            DisplayColumn("value", _("Nilai (Rp/tahun)"), "money"),
            DisplayColumn("bad", _("Keadaan buruk"), "money"),
            DisplayColumn("good", _("Keadaan baik"), "money"),
        ),
        frame=_named(lines).assign(macam=labelled(lines["jenis"], BUDGET_LABELS)),
        note=_("Investasi dinilai sekali beli. Sumber: tabel model bisnis."),
    )


def break_even(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show the price, volume and revenue at which each party just covers its costs."""
    result = shown.result.break_even
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    remarks = [NO_BREAK_EVEN[reason] if reason else None for reason in table["reason"]]
    return DisplayTable(
        name="titik_impas",
        title=_("Titik impas setiap pihak, per unit"),
        columns=(
            PARTY,
            CONDITION,
            DisplayColumn("satuan", _("Satuan penjualan")),
            DisplayColumn("price", _("Harga jual rata-rata (Rp/satuan)"), "money"),
            DisplayColumn("break_even_price", _("Harga titik impas (Rp/satuan)"), "money"),
            DisplayColumn("room", _("Harga boleh turun"), "share"),
            DisplayColumn("volume", _("Volume penjualan per tahun"), "number"),
            DisplayColumn("break_even_volume", _("Volume titik impas per tahun"), "number"),
            DisplayColumn("break_even_revenue", _("Pendapatan titik impas (Rp/tahun)"), "money"),
            DisplayColumn("catatan", _("Catatan")),
        ),
        frame=_named(table).assign(catatan=column_of(remarks, table.index)),
        note=_(
            "Harga titik impas: biaya variabel dan tetap dibagi volume. Volume titik impas: biaya tetap "
            "dibagi margin per satuan, dengan biaya variabel sebanding dengan penjualan; tanpa biaya tetap "
            "nilainya nol. Sumber: tabel model bisnis."
        ),
    )


def investment(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show what each party invests, apart from its net income."""
    result, checked = shown.result.budgets, shown.result.gains
    if isinstance(result, NotEstimable):
        return result
    rows = result.table[result.table["investment"].ne(0)]
    if rows.empty:
        return NotEstimable(_("Tidak ada investasi yang dicatat dalam model bisnis."))
    payback = pd.Series(dtype="float64")
    if not isinstance(checked, NotEstimable):
        payback = checked.table.set_index("peran")["payback"]
    years = rows["peran"].map(payback).where(rows["kondisi"].eq("sesudah"))
    return DisplayTable(
        name="investasi",
        title=_("Investasi setiap pihak, per unit"),
        columns=(
            PARTY,
            CONDITION,
            DisplayColumn("unit", _("Jumlah unit"), "integer"),
            DisplayColumn("investment", _("Investasi (Rp)"), "money"),
            DisplayColumn("investment_yearly", _("Per tahun menurut umur pakai (Rp)"), "money"),
            DisplayColumn("years", _("Kembali dalam (tahun)"), "number", 1),
        ),
        frame=_named(rows).assign(years=years.astype("float64")),
        note=_(
            "Investasi per tahun hanya dihitung bila umur pakainya dinyatakan, yaitu frekuensi di bawah "
            "satu kali setahun (0,2 berarti sekali dalam lima tahun). Kembali dalam: tambahan investasi "
            "dibagi perubahan pendapatan bersih pada keadaan biasa, tanpa bunga. Sumber: tabel model bisnis."
        ),
    )


def _verdict(verdict: str, presence: str, reason: str) -> Message:
    if reason:
        return _("{verdict}: {reason}", verdict=VERDICT_LABELS[verdict], reason=REASONS[reason])
    if presence == "both":
        return VERDICT_LABELS[verdict]
    return _("{presence}, {verdict}", presence=PRESENCE_LABELS[presence], verdict=VERDICT_LABELS[verdict])


def _named(table: pd.DataFrame) -> pd.DataFrame:
    """Add the names of party and condition."""
    named = table.assign(pihak=labelled(table["peran"], ROLE_LABELS))
    if "kondisi" not in table:
        return named
    return named.assign(keadaan=labelled(table["kondisi"], CONDITION_LABELS))
