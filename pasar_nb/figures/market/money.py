"""Who keeps how much of what the last buyers pay, drawn."""

from __future__ import annotations

import plotly.graph_objects as go

from pasar_nb.analysis.market.results import MarketMap, Money
from pasar_nb.disclosure import Released
from pasar_nb.figures.frame import ReportFigure, canvas, row_height, wrapped
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Language, Message, Share, _, listing, render
from pasar_nb.language import Money as Rupiah
from pasar_nb.vocabulary import BLUE, VERMILION

ROOM = 1.25  # times the longest bar, so that its number has room on a telephone too


def money_shares(shown: Released[MarketMap]) -> ReportFigure | NotEstimable:
    """Show which part of a year's final value stays with each actor."""
    money = shown.result.money
    if isinstance(money, NotEstimable):
        return money
    return ReportFigure(
        name="bagian_uang",
        title=_title(money),
        drawing=_bars(money, shown.language),
        alternative=_alternative(money),
        note=_(
            "Penjualan dikurangi pembelian sepanjang rantai setahun, sebelum biaya lain, sebagai bagian dari "
            "nilai yang dibayar pembeli terakhir ({ends}). Harga nominal. n = {sellers} kelompok pelaku yang "
            "menjual. Sumber: tabel aliran.",
            sellers=len(money.table),
            ends=listing(money.ends),
        ),
    )


def _title(money: Money) -> Message:
    if money.contradictions:
        return _(
            "Pembagian {final} setahun belum dapat dikutip: {reasons}.",
            final=Rupiah(money.final_value),
            reasons=listing(money.contradictions),
        )
    largest = money.table.iloc[int(money.table["value_added"].argmax())]
    return _(
        "Dari {final} setahun, bagian terbesar ({share}) tinggal pada {name}.",
        final=Rupiah(money.final_value),
        share=Share(float(largest["share"])),
        name=str(largest["nama"]),
    )


def _alternative(money: Money) -> Message:
    each = listing(
        _("{name} {share}", name=str(name), share=Share(float(share), 1))
        for name, share in zip(money.table["nama"], money.table["share"], strict=True)
    )
    return _("Batang mendatar, bagian tiap pelaku dari hulu ke hilir: {each}.", each=each)


def _bars(money: Money, language: Language) -> go.Figure:
    labels = [wrapped(str(name)) for name in money.table["nama"]]
    shares = [float(share) for share in money.table["share"]]
    places = list(range(len(labels)))
    figure = canvas(language, height=len(labels) * row_height(labels) + 24)
    figure.add_bar(
        orientation="h",
        x=shares,
        y=places,
        marker={"color": [BLUE if share >= 0 else VERMILION for share in shares]},
        text=[render(Share(share, 1), language) for share in shares],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
    )
    figure.update_xaxes(visible=False, range=[min(0.0, min(shares)) * ROOM, max(shares) * ROOM])
    # Places instead of names: two groups may have the same name.
    return figure.update_yaxes(autorange="reversed", showgrid=False, tickvals=places, ticktext=labels)
