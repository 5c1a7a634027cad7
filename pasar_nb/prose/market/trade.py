"""Sentences on prices and margins along the chain, and on where a year's money goes."""

from __future__ import annotations

from pasar_nb.analysis.market.results import MarketMap, Prices
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Listing, Message, Money, Share, Value, _, _n, listing, paragraph

FULLY = 0.995  # of the volume; what is left would be written as 100%


def prices(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say which part of the final price the producer receives, on each way and overall."""
    result = shown.result.prices
    if isinstance(result, NotEstimable):
        return result
    return paragraph(producer_share(result), *_other_channels(result), *_overall(result), *_refused(result))


def producer_share(result: Prices) -> Message:
    """Say the producer's share on the way with the largest volume."""
    first = result.channels.iloc[0]
    facts: dict[str, Value] = {
        "path": str(first["names"]),
        "price": Money(float(first["producer_price"])),
        "final": Money(float(first["final_price"])),
        "unit": str(first["unit"]),
        "share": Share(float(first["producer_share"])),
    }
    if first["at_consumer"]:
        return _(
            "Pada jalur {path}, produsen menerima {price} dari {final} per {unit} yang dibayar konsumen "
            "({share}).",
            **facts,
        )
    return _(
        "Pada jalur {path}, produsen menerima {price} dari harga akhir {final} per {unit} yang tercatat "
        "({share}).",
        **facts,
    )


def margins(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say who has the largest margin on the first way, and who loses after cost."""
    result = shown.result.prices
    if isinstance(result, NotEstimable):
        return result
    traders = result.steps[(result.steps["channel"] == 1) & result.steps["buying"].notna()]
    traders = traders.dropna(subset=["margin"])
    said = []
    if not traders.empty:
        largest = traders.iloc[int(traders["margin"].argmax())]
        said.append(
            _(
                "Di antara pelaku setelah produsen pada jalur 1, margin kotor terbesar ada pada {name}: "
                "{margin} per {unit} ({share} dari harga akhir).",
                name=str(largest["nama"]),
                margin=Money(float(largest["margin"])),
                unit=str(result.channels["unit"].iloc[0]),
                share=Share(float(largest["share"])),
            )
        )
    return paragraph(*said, _losses(result))


def money(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say who keeps how much of a year's final value."""
    result = shown.result.money
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    largest = table.sort_values("value_added", ascending=False).head(3)
    said = [
        _(
            "Dari {final} yang dibayar pembeli terakhir dalam setahun, bagian terbesar tinggal pada {each}.",
            final=Money(result.final_value),
            each=listing(
                _("{name} ({share})", name=str(name), share=Share(float(share)))
                for name, share in zip(largest["nama"], largest["share"], strict=True)
            ),
        )
    ]
    return paragraph(*said, *_per_producer(shown.result))


def _per_producer(result: MarketMap) -> list[Message]:
    if isinstance(result.money, NotEstimable) or isinstance(result.actors, NotEstimable):
        return []
    table = result.money.table
    makers = table[table["pelaku"].isin(result.actors.producers)].dropna(subset=["per_actor"])
    if len(makers) != 1:
        return []
    return [
        _(
            "Bagi {name} itu rata-rata {each} per pelaku setahun, sebelum biaya selain pembelian yang "
            "tercatat.",
            name=str(makers["nama"].iloc[0]),
            each=Money(float(makers["per_actor"].iloc[0])),
        )
    ]


def _other_channels(result: Prices) -> list[Message]:
    others = result.channels.iloc[1:]
    if others.empty:
        return []
    if len(others) == 1:
        other = others.iloc[0]
        return [
            _(
                "Pada jalur lain ({path}) bagian produsen {share}.",
                path=str(other["names"]),
                share=Share(float(other["producer_share"])),
            )
        ]
    shares = others["producer_share"]
    return [
        _(
            "Pada {count} jalur lain bagian produsen berkisar {low} sampai {high}.",
            count=len(others),
            low=Share(float(shares.min())),
            high=Share(float(shares.max())),
        )
    ]


def _overall(result: Prices) -> list[Message]:
    if len(result.channels) == 1:
        return []
    overall = result.overall
    if isinstance(overall, NotEstimable):
        return [overall.reason]
    said = _(
        "Rata-rata semua jalur, ditimbang menurut volume yang dijual produsen, margin pemasarannya {margin} "
        "per {unit}: {share} dari harga akhir.",
        margin=Money(overall.margin),
        unit=overall.unit,
        share=Share(overall.share),
    )
    if not overall.covered < FULLY:
        return [said]
    return [
        said,
        _("Jalur yang dibandingkan memuat {share} dari volume jual produsen.", share=Share(overall.covered)),
    ]


def _refused(result: Prices) -> list[Message]:
    if not result.refused:
        return []
    return [
        _n(
            "{count} jalur lain tidak dapat dibandingkan: {reasons}.",
            len(result.refused),
            reasons=reasons(result),
        )
    ]


def reasons(result: Prices) -> Listing:
    """List why channels were refused, each reason once."""
    return listing(dict.fromkeys(one.reason for one in result.refused))


def _losses(result: Prices) -> Message:
    known = result.steps.dropna(subset=["net"])
    if known.empty:
        return _("Biaya per satuan tidak dicatat, sehingga margin setelah biaya tidak dapat dihitung.")
    losing = known[known["net"] < 0]
    if losing.empty:
        return _n(
            "Setelah biaya sendiri, tidak ada yang merugi di antara {count} pelaku yang biayanya dicatat.",
            known["pelaku"].nunique(),
        )
    return _(
        "Setelah biaya sendiri, merugi per satuan: {names}.",
        names=listing(_loss(one) for one in as_rows(losing)),
    )


def _loss(step: dict[str, object]) -> Message:
    return _(
        "{name} pada jalur {channel} ({net})",
        name=str(step["nama"]),
        channel=int(str(step["channel"])),
        net=Money(float(str(step["net"]))),
    )
