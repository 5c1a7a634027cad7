"""Sentences on where the money goes that the last buyers pay in a year."""

from __future__ import annotations

from pasar_nb.analysis.market.results import MarketMap
from pasar_nb.analysis.market.results import Money as Division
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Money, Share, _, listing, paragraph


def money(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say who keeps how much of a year's final value."""
    result = shown.result.money
    if isinstance(result, NotEstimable):
        return result
    if result.contradictions:
        return _undivided(result)
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


def _undivided(result: Division) -> Message:
    """Say why nobody should quote how a year's money is divided."""
    return _(
        "Pembagian {final} yang dibayar pembeli terakhir dalam setahun belum dapat dikutip, sebab catatannya "
        "bertentangan: {reasons}.",
        final=Money(result.final_value),
        reasons=listing(result.contradictions),
    )


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
