"""What an official may quote from the market map, and what it cannot tell."""

from __future__ import annotations

from pasar_nb.analysis.market.balance import ROUNDING
from pasar_nb.analysis.market.results import MarketMap, Prices
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Share, _, _n, listing, paragraph
from pasar_nb.prose.market.actors import actors, gaps, women_among_producers
from pasar_nb.prose.market.division import money
from pasar_nb.prose.market.problems import of_tree, roots_in_short
from pasar_nb.prose.market.series import of_series, profile_in_short
from pasar_nb.prose.market.structure import alarms
from pasar_nb.prose.market.trade import dated, producer_share, reasons, refused


def summary(shown: Released[MarketMap]) -> tuple[Message | NotEstimable, ...]:
    """Say the findings in three to six sentences that stand alone.

    Returns
    -------
    tuple of Message or NotEstimable
        Actors and women; demand and supply; the producer's share of the price; the money of a year; functions
        nobody fills, with alarms of the market; roots and what answers them.
    """
    result = shown.result
    if isinstance(result.commodity, NotEstimable):
        return (result.commodity, roots_in_short(shown))
    price = (
        result.prices
        if isinstance(result.prices, NotEstimable)
        else paragraph(producer_share(result.prices), *dated(result.price_gap), *refused(result.prices))
    )
    moved = profile_in_short(shown)
    # Series are no part of the map itself: where there are none, their own section says so.
    series = () if isinstance(moved, NotEstimable) else (moved,)
    said = (_who(shown), *series, price, money(shown), _lacking(shown), roots_in_short(shown))
    return tuple(dict.fromkeys(said))  # one reason may stand for both the price and the money


def limits(shown: Released[MarketMap]) -> tuple[Message, ...]:
    """Say what the map cannot tell, from what is and is not in this district's data."""
    always = (
        _(
            "Jumlah pelaku, volume, dan biaya adalah perkiraan dari riset komoditas pada satu waktu, bukan "
            "hasil survei; karena itu tidak ada selang kepercayaannya."
        ),
        _("Harga di sepanjang rantai adalah harga nominal yang dicatat; musim dan mutu dapat mengubahnya."),
    )
    result = shown.result
    return (
        *always,
        *_of_actors(result),
        *_of_flows(result),
        *_of_prices(result),
        *of_series(result),
        *of_tree(result),
    )


def _lacking(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Name functions that nobody fills, and a market with only one way or only closed buyers."""
    said = gaps(shown)
    return said if isinstance(said, NotEstimable) else paragraph(said, *alarms(shown.result))


def _who(shown: Released[MarketMap]) -> Message | NotEstimable:
    said, result = actors(shown), shown.result.actors
    if isinstance(said, NotEstimable) or isinstance(result, NotEstimable):
        return said
    women = women_among_producers(result)
    return said if women is None else paragraph(said, women)


def _of_actors(result: MarketMap) -> list[Message]:
    actors_of, said = result.actors, []
    if isinstance(actors_of, NotEstimable):
        return []
    if actors_of.without_number:
        said.append(
            _n(
                "Jumlah pelaku tidak dicatat pada {count} dari {groups} kelompok.",
                actors_of.without_number,
                groups=actors_of.groups,
            )
        )
    if actors_of.unconnected:
        said.append(
            _(
                "Tanpa aliran ke atau dari pelaku lain, sehingga perannya belum terlihat: {names}.",
                names=listing(actors_of.unconnected),
            )
        )
    if not actors_of.producers:
        said.append(
            _(
                "Tidak ada fungsi yang dikenali sebagai produksi; jalur harga dimulai dari pelaku yang hanya "
                "menjual."
            )
        )
    return said


def _of_losses(prices: Prices) -> list[Message]:
    """Say what is taken for a loss, and where it is not known."""
    said, lost = [], float(prices.channels["lost"].max())
    if lost >= ROUNDING:
        said.append(
            _(
                "Selisih volume masuk dan keluar di sepanjang jalur (sampai {lost}) dihitung sebagai susut; "
                "pemakaian sendiri dan aliran yang belum dicatat dapat termasuk di dalamnya.",
                lost=Share(lost),
            )
        )
    unknown = prices.channels[prices.channels["lost"].isna()]
    if len(unknown):
        said.append(
            _(
                "Susut tidak diketahui, sebab volumenya belum lengkap atau bertentangan, sehingga bagian dan "
                "margin dihitung dari harga saja: {paths}.",
                paths=listing(unknown["names"]),
            )
        )
    return said


def _of_flows(result: MarketMap) -> list[Message]:
    flows, said = result.flows, []
    if isinstance(flows, NotEstimable):
        return []
    if flows.loose:
        said.append(
            _n(
                "{count} aliran tidak digambar sebab salah satu ujungnya bukan pelaku komoditas ini.",
                flows.loose,
            )
        )
    if flows.backward:
        said.append(
            _(
                "Aliran produk yang berlawanan dengan urutan rantai perlu diperiksa: {pairs}.",
                pairs=listing(
                    _("{seller} ke {buyer}", seller=seller, buyer=buyer) for seller, buyer in flows.backward
                ),
            )
        )
    return said


def _of_prices(result: MarketMap) -> list[Message]:
    prices, said = result.prices, []
    if isinstance(prices, NotEstimable):
        return []
    if not prices.channels["at_consumer"].all():
        said.append(_("Tidak semua jalur tercatat sampai ke konsumen; harga akhirnya bukan harga konsumen."))
    said += _of_losses(prices)
    if prices.inputs:
        said.append(
            _(
                "Pembelian sarana produksi dari {names} tidak termasuk dalam jalur harga.",
                names=listing(prices.inputs),
            )
        )
    sellers = prices.steps[prices.steps["margin"].notna()]
    costless = dict.fromkeys(sellers.loc[sellers["cost"].isna(), "nama"])
    if costless:
        said.append(
            _(
                "Biaya per satuan tidak dicatat, sehingga margin setelah biaya tidak diketahui: {names}.",
                names=listing(costless),
            )
        )
    if prices.refused:
        said.append(_("Sebagian jalur harga tidak dapat dibandingkan: {reasons}.", reasons=reasons(prices)))
    return said
