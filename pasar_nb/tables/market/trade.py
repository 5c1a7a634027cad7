"""Tables of the trade: channels, margins along them, and where a year's money goes."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.market.results import MarketMap, Prices
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, listing, paragraph
from pasar_nb.tables.columns import column_of
from pasar_nb.tables.display import DisplayColumn, DisplayTable


def channels(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show each way of the product with the producer's share of the final price."""
    prices = shown.result.prices
    if isinstance(prices, NotEstimable):
        return prices
    return DisplayTable(
        name="jalur",
        title=_("Jalur produk dari produsen ke pembeli terakhir"),
        columns=(
            DisplayColumn("channel", _("Jalur"), "integer"),
            DisplayColumn("names", _("Lewat")),
            DisplayColumn("producer_price", _("Harga produsen"), "money"),
            DisplayColumn("final_price", _("Harga akhir"), "money"),
            DisplayColumn("unit", _("Per")),
            DisplayColumn("lost", _("Susut di jalan"), "share", 1),
            DisplayColumn("producer_share", _("Bagian produsen setelah susut"), "share"),
            DisplayColumn("price_share", _("Bagian dari harga saja"), "share"),
            DisplayColumn("volume", _("Volume setahun, pada aliran terkecil"), "number"),
        ),
        frame=prices.channels,
        note=paragraph(
            _("Volume terbesar lebih dahulu. Harga nominal. Sumber: tabel aliran."),
            _(
                "Setelah susut: harga produsen dibagi yang dibayar di ujung untuk sisa satuan yang "
                "dijualnya; sama dengan bagian dari harga saja bila susutnya tidak diketahui (–)."
            ),
        ),
    )


def marketing(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show the marketing margin of each way and of all, with the costs in it."""
    prices = shown.result.prices
    if isinstance(prices, NotEstimable):
        return prices
    frame = _with_mean(prices)
    return DisplayTable(
        name="margin_pemasaran",
        title=_("Margin pemasaran di antara harga produsen dan harga akhir"),
        columns=(
            DisplayColumn("label", _("Jalur")),
            DisplayColumn("producer_price", _("Harga produsen"), "money"),
            DisplayColumn("final_price", _("Harga akhir"), "money"),
            DisplayColumn("unit", _("Per")),
            DisplayColumn("final_value", _("Dibayar di ujung setelah susut"), "money"),
            DisplayColumn("margin", _("Margin pemasaran"), "money"),
            DisplayColumn("margin_share", _("Margin dari yang dibayar"), "share"),
            DisplayColumn("margin_cost", _("Biaya di dalamnya"), "money"),
            DisplayColumn("margin_left", _("Sisa setelah biaya"), "money"),
        ),
        frame=frame,
        note=_marketing_note(prices),
        highlight=tuple(frame.index[len(prices.channels) :]),
    )


def _marketing_note(prices: Prices) -> Message:
    said = _(
        "Margin pemasaran: yang dibayar di ujung untuk sisa satuan yang dijual produsen, dikurangi harga "
        "produsen; terdiri atas biaya para pelaku di antaranya, per satuan yang mereka jual, dan sisanya. "
        "Rata-rata ditimbang menurut volume. Harga nominal. n = {channels} jalur. Sumber: tabel aliran dan "
        "pelaku.",
        channels=len(prices.channels),
    )
    if isinstance(prices.overall, NotEstimable) or not prices.overall.mixed:
        return said
    mixing = _("Pelaku yang menjual kepada beberapa pembeli dianggap mencampur yang dibelinya.")
    return paragraph(mixing, said)


def _with_mean(prices: Prices) -> pd.DataFrame:
    """Name the channels, and add their mean as a last row where there are several."""
    labels = [_("Jalur {number}", number=int(number)) for number in prices.channels["channel"]]
    table = prices.channels.assign(label=column_of(labels, prices.channels.index))
    overall = prices.overall
    if len(table) == 1 or isinstance(overall, NotEstimable):
        return table
    mean = {
        "label": _("Rata-rata tertimbang"),
        "producer_price": overall.producer_price,
        "final_price": overall.final_price,
        "final_value": overall.final_value,
        "unit": overall.unit,
        "margin": overall.margin,
        "margin_share": overall.share,
    }
    return pd.DataFrame([*as_rows(table), mean], columns=list(table.columns))


def margins(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show buying and selling price, margin, share, cost and net margin of each actor along each way."""
    prices = shown.result.prices
    if isinstance(prices, NotEstimable):
        return prices
    return DisplayTable(
        name="harga_dan_margin",
        title=_("Harga dan margin per satuan di sepanjang jalur"),
        columns=(
            DisplayColumn("channel", _("Jalur"), "integer"),
            DisplayColumn("nama", _("Pelaku")),
            DisplayColumn("buying", _("Harga beli"), "money"),
            DisplayColumn("selling", _("Harga jual"), "money"),
            DisplayColumn("left", _("Tersisa setelah susut"), "share", 1),
            DisplayColumn("margin", _("Margin kotor"), "money"),
            DisplayColumn("share", _("Bagian dari yang dibayar di ujung"), "share"),
            DisplayColumn("price_share", _("Bagian dari harga saja"), "share"),
            DisplayColumn("cost", _("Biaya per satuan"), "money"),
            DisplayColumn("net", _("Margin setelah biaya"), "money"),
        ),
        frame=prices.steps[prices.steps["margin"].notna()],
        note=_(
            "Margin kotor, per satuan yang dijual produsen: penjualan dikurangi pembelian atas yang tersisa "
            "dari satuan itu; jumlahnya sama dengan yang dibayar di ujung. Susut yang tidak diketahui "
            "dianggap nol. Biaya: biaya pelaku sendiri per satuan yang dijualnya, belum termasuk harga beli "
            "produk. Harga nominal. Sumber: tabel aliran dan pelaku."
        ),
    )


def money(shown: Released[MarketMap]) -> DisplayTable | NotEstimable:
    """Show what each actor buys, sells and adds in a year."""
    result = shown.result.money
    if isinstance(result, NotEstimable):
        return result
    return DisplayTable(
        name="uang_setahun",
        title=_("Ke mana uang pembeli terakhir pergi dalam setahun"),
        columns=(
            DisplayColumn("nama", _("Pelaku")),
            DisplayColumn("purchases", _("Pembelian"), "money"),
            DisplayColumn("sales", _("Penjualan"), "money"),
            DisplayColumn("value_added", _("Selisih"), "money"),
            DisplayColumn("share", _("Bagian"), "share", 1),
            DisplayColumn("per_actor", _("Selisih per pelaku"), "money"),
        ),
        frame=result.table,
        note=_(
            "Rupiah setahun, nominal, sebelum biaya lain. Jumlah selisih sama dengan yang dibayar pembeli "
            "terakhir ({ends}). Sumber: tabel aliran dan pelaku.",
            ends=listing(result.ends),
        ),
    )
