"""Tables of what an investment brings over the years, and of the producers' repayment."""

from __future__ import annotations

from pasar_nb.analysis.business.investment import REASONS
from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Share, _, listing
from pasar_nb.tables.business.income import PARTY
from pasar_nb.tables.columns import column_of, labelled
from pasar_nb.tables.display import DisplayColumn, DisplayTable
from pasar_nb.vocabulary import MOST_RATE, ROLE_LABELS

_OF_VALUES = (
    PARTY,
    DisplayColumn("first", _("Tambahan investasi (Rp)"), "money"),
    DisplayColumn("again", _("Pembelian ulang (Rp)"), "money"),
    DisplayColumn("npv", _("Nilai kini bersih (Rp)"), "money"),
    DisplayColumn("npv_low", _("Paling rendah"), "money"),
    DisplayColumn("npv_high", _("Paling tinggi"), "money"),
    DisplayColumn("irr", _("IRR setahun"), "share"),
    DisplayColumn("payback", _("Kembali dalam (tahun)"), "number", 1),
)


def present_values(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show net present value, internal rates of return and payback of the change, by investing party."""
    result = shown.result.investment
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    rates = [_rates(*row) for row in zip(table["kind"], table["rates"], strict=True)]
    remarks = [REASONS[reason] if reason else None for reason in table["reason"]]
    return DisplayTable(
        name="nilai_investasi",
        title=_(
            "Nilai kini bersih seluruh perubahan model, tingkat pengembalian, dan masa kembali, per unit"
        ),
        columns=(*_OF_VALUES, *([DisplayColumn("catatan", _("Catatan"))] if any(remarks) else [])),
        frame=table.assign(
            pihak=labelled(table["peran"], ROLE_LABELS),
            irr=column_of(rates, table.index),
            catatan=column_of(remarks, table.index),
        ),
        note=_(
            "Horizon {horizon} tahun, tingkat diskonto riil {rate} setahun. Seluruh tambahan pendapatan "
            "dihitung, dari mana pun asalnya, bukan hasil investasi itu saja; paling rendah dan paling "
            "tinggi memakai kisaran pendapatan dan investasi. Tambahan pendapatan dihitung pada akhir "
            "tahun; investasi dibeli ulang pada akhir umur pakainya; nilai sisa pada akhir horizon tidak "
            "dihitung. IRR: tingkat diskonto yang membuat nilai kini bersih nol. Kembali dalam: tanpa "
            "bunga, dengan pembelian ulang; kosong bila tidak dalam horizon. Sumber: tabel model bisnis.",
            horizon=result.horizon,
            rate=Share(result.rate, 1),
        ),
    )


def cash_flows(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show the cash flow of each party's extra investment, year by year."""
    result = shown.result.investment
    if isinstance(result, NotEstimable):
        return result
    table = result.flows
    if table.empty:
        return NotEstimable(_("Tidak ada pihak yang arus kas investasinya dapat dihitung."))
    return DisplayTable(
        name="arus_kas",
        title=_("Arus kas tambahan investasi setiap pihak, per unit (Rp)"),
        columns=(
            PARTY,
            DisplayColumn("year", _("Tahun ke"), "integer"),
            DisplayColumn("invested", _("Investasi"), "money"),
            DisplayColumn("income", _("Tambahan pendapatan bersih"), "money"),
            DisplayColumn("flow", _("Arus kas"), "money"),
            DisplayColumn("balance", _("Jumlah sampai tahun itu"), "money"),
        ),
        frame=table.assign(pihak=labelled(table["peran"], ROLE_LABELS)),
        note=_("Tahun ke-0 adalah saat investasi pertama. Sumber: tabel model bisnis."),
    )


def repayment(shown: Released[BusinessModel]) -> DisplayTable | NotEstimable:
    """Show how a producer household would repay a loan for its investment."""
    result = shown.result.loan
    if isinstance(result, NotEstimable):
        return result
    return DisplayTable(
        name="angsuran",
        title=_("Angsuran satu rumah tangga POKMAS atas pinjaman investasinya (Rp)"),
        columns=(
            DisplayColumn("year", _("Tahun ke"), "integer"),
            DisplayColumn("opening", _("Sisa pinjaman di awal"), "money"),
            DisplayColumn("interest", _("Bunga"), "money"),
            DisplayColumn("principal", _("Pokok"), "money"),
            DisplayColumn("payment", _("Angsuran"), "money"),
            DisplayColumn("closing", _("Sisa pinjaman di akhir"), "money"),
        ),
        frame=result.schedule,
        note=_(
            "Bunga {rate} setahun, {years} tahun, angsuran tetap, dan bagian investasi yang dipinjam "
            "({share}) adalah anggapan, bukan data kabupaten. Sumber: tabel model bisnis dan relasi bisnis.",
            rate=Share(result.rate, 1),
            years=result.years,
            share=Share(result.share),
        ),
    )


def _rates(kind: str, rates: tuple[float, ...]) -> Message | float | None:
    if kind == "one":
        return rates[0] if rates[0] <= MOST_RATE else _("> {rate}", rate=Share(MOST_RATE))
    if kind == "several":
        return _("lebih dari satu: {rates}", rates=listing(Share(rate) for rate in rates))
    if kind == "borrowing":
        return _("tidak bermakna")
    return _("tidak ada") if kind == "none" else None
