"""Sentences on prices and margins along the chain."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.market.balance import ROUNDING
from pasar_nb.analysis.market.profile_results import PriceGap
from pasar_nb.analysis.market.results import MarketMap, Prices
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Listing, Message, Money, Month, Share, Value, _, _n, listing, paragraph
from pasar_nb.vocabulary import readable

FULLY = 0.995  # of the volume; what is left would be written as 100%


def prices(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say which part of the final price the producer receives, on each way and overall."""
    result = shown.result.prices
    if isinstance(result, NotEstimable):
        return result
    return paragraph(
        producer_share(result),
        *dated(shown.result.price_gap),
        *_other_channels(result),
        *_overall(result),
        *refused(result),
    )


def dated(gap: PriceGap | None) -> list[Message]:
    """Say that the producer's price is not that of today, and which year it fits best."""
    if gap is None:
        return []
    facts: dict[str, Value] = {
        "size": Share(abs(gap.gap)),
        "series": readable(gap.series),
        "mean": Money(gap.latest),
        "unit": gap.unit,
        "month": Month(gap.last),
    }
    said = (
        _(
            "Harga produsen itu {size} lebih rendah daripada rata-rata deret {series} pada 12 bulan sampai "
            "{month} ({mean} per {unit}).",
            **facts,
        )
        if gap.gap < 0
        else _(
            "Harga produsen itu {size} lebih tinggi daripada rata-rata deret {series} pada 12 bulan sampai "
            "{month} ({mean} per {unit}).",
            **facts,
        )
    )
    if gap.year is None:
        return [said, _("Periksa kapan dan di mana harga pada tabel aliran dicatat.")]
    nearest = _(
        "Harga itu paling dekat dengan rata-rata tahun {year} ({mean}), jadi harga pada tabel aliran mungkin "
        "sudah lama.",
        year=str(gap.year),
        mean=Money(gap.years[gap.year]),
    )
    return [said, nearest]


def producer_share(result: Prices) -> Message:
    """Say the producer's share on the way with the largest volume, or its range where none is known."""
    first = result.main
    if first is None:
        return _(
            "Volume jalur belum lengkap, jadi jalur utamanya tidak diketahui; pada {count} jalur yang "
            "harganya tercatat, bagian produsen berkisar {low} sampai {high}.",
            count=len(result.channels),
            low=Share(float(result.channels["producer_share"].min())),
            high=Share(float(result.channels["producer_share"].max())),
        )
    facts: dict[str, Value] = {
        "path": str(first["names"]),
        "price": Money(float(first["producer_price"])),
        "final": Money(float(first["final_price"])),
        "unit": str(first["unit"]),
        "share": Share(float(first["producer_share"])),
    }
    if first["lost"] >= ROUNDING:
        return _after_loss(first, facts)
    if first["at_consumer"]:
        return _(
            "Pada jalur {path}, produsen tercatat menerima {price} dari {final} per {unit} yang dibayar "
            "konsumen ({share}).",
            **facts,
        )
    return _(
        "Pada jalur {path}, produsen tercatat menerima {price} dari harga akhir {final} per {unit} "
        "({share}).",
        **facts,
    )


def _after_loss(channel: pd.Series, facts: dict[str, Value]) -> Message:
    """Say the producer's share of what is paid for what is left of a unit."""
    more: dict[str, Value] = {
        "lost": Share(float(channel["lost"])),
        "value": Money(float(channel["final_value"])),
        "of_price": Share(float(channel["price_share"])),
    }
    if channel["at_consumer"]:
        return _(
            "Pada jalur {path}, produsen tercatat menerima {price} per {unit}. Karena {lost} dari volumenya "
            "tidak sampai ke ujung jalur (dianggap susut), untuk sisa tiap {unit} itu konsumen membayar "
            "{value} (harga akhir {final}); bagian produsen {share}, atau {of_price} bila susut diabaikan.",
            **facts,
            **more,
        )
    return _(
        "Pada jalur {path}, produsen tercatat menerima {price} per {unit}. Karena {lost} dari volumenya "
        "tidak sampai ke ujung jalur (dianggap susut), untuk sisa tiap {unit} itu pembeli terakhir yang "
        "tercatat membayar {value} (harga akhir {final}); bagian produsen {share}, atau {of_price} bila "
        "susut diabaikan.",
        **facts,
        **more,
    )


def margins(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say who has the largest margin on the first way, and who loses after cost."""
    result = shown.result.prices
    if isinstance(result, NotEstimable):
        return result
    traders = result.steps[(result.steps["channel"] == 1) & result.steps["buying"].notna()]
    traders = traders.dropna(subset=["margin"]) if result.main is not None else traders.iloc[:0]
    said = []
    if not traders.empty:
        largest = traders.iloc[int(traders["margin"].argmax())]
        said.append(
            _(
                "Di antara pelaku setelah produsen pada jalur 1, margin kotor terbesar ada pada {name}: "
                "{margin} per {unit} yang dijual produsen ({share} dari yang dibayar di ujung).",
                name=str(largest["nama"]),
                margin=Money(float(largest["margin"])),
                unit=str(result.channels["unit"].iloc[0]),
                share=Share(float(largest["share"])),
            )
        )
    return paragraph(*said, _losses(result))


def _other_channels(result: Prices) -> list[Message]:
    others = result.channels.iloc[1:]
    if others.empty or result.main is None:
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
        "per {unit} yang dijual produsen: {share} dari yang dibayar di ujung.",
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


def refused(result: Prices) -> list[Message]:
    """Say how many channels cannot be compared, and why."""
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
