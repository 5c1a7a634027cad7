"""Sentences on who takes part, and on functions that nobody fills."""

from __future__ import annotations

from pasar_nb.analysis.market.results import Actors, Gaps, MarketMap
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Number, Share, _, _n, listing, paragraph
from pasar_nb.vocabulary import LAYER_LABELS, MARKET_FUNCTION_LABELS, readable


def actors(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say how many groups of actors stand in each layer, and how many outside the district."""
    result = shown.result.actors
    if isinstance(result, NotEstimable):
        return result
    counts = result.table["lapisan"].value_counts()
    outside = int((result.table["lokasi"] == "luar").sum())
    return _(
        "Peta pasar {name} memuat {groups} kelompok pelaku: {chain} pada rantai nilai, {support} pada fungsi "
        "pendukung, dan {rules} pada lingkungan bisnis; {outside} di antaranya di luar kabupaten.",
        name=readable(str(shown.result.commodity)),
        groups=result.groups,
        chain=int(counts.get("rantai_nilai", 0)),
        support=int(counts.get("pendukung", 0)),
        rules=int(counts.get("lingkungan_bisnis", 0)),
        outside=outside,
    )


def women(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Say which part of the producers are women, and in which functions most and fewest are."""
    result = shown.result.actors
    if isinstance(result, NotEstimable):
        return result
    shares = result.women_shares
    if not shares:
        return NotEstimable(
            _(
                "Bagian perempuan belum dapat disebut: jumlah atau persentasenya belum dicatat pada cukup "
                "pelaku."
            )
        )
    makers = women_among_producers(result)
    return paragraph(*([] if makers is None else [makers]), _extremes(shares))


def women_among_producers(result: Actors) -> Message | None:
    """Say which part of the producers are women, or None where that is not known or not public."""
    makers = result.table[result.table["pelaku"].isin(result.producers)]
    functions = result.functions[
        (result.functions["lapisan"] == "rantai_nilai") & result.functions["fungsi"].isin(makers["fungsi"])
    ]
    if len(functions) != 1:
        return None
    function = str(functions["fungsi"].iloc[0])
    share = result.women_shares.get(("rantai_nilai", function))
    if share is None:
        return None
    return _(
        "Dari sekitar {number} pelaku fungsi {function}, {share} adalah perempuan.",
        number=Number(float(functions["actors"].iloc[0])),
        function=function,
        share=Share(share),
    )


def _extremes(shares: dict[tuple[str, str], float]) -> Message:
    most, fewest = max(shares, key=lambda key: shares[key]), min(shares, key=lambda key: shares[key])
    if len(shares) == 1:
        return _(
            "Hanya untuk fungsi {function} bagian perempuan dapat disebut: {share}.",
            function=most[1],
            share=Share(shares[most]),
        )
    return _(
        "Di antara {count} fungsi yang bagian perempuannya dapat disebut, tertinggi {most} ({most_share}) "
        "dan terendah {fewest} ({fewest_share}).",
        count=len(shares),
        most=most[1],
        most_share=Share(shares[most]),
        fewest=fewest[1],
        fewest_share=Share(shares[fewest]),
    )


def gaps(shown: Released[MarketMap]) -> Message | NotEstimable:
    """Name the functions of the guide that nobody fills."""
    result = shown.result.gaps
    if isinstance(result, NotEstimable):
        return result
    return paragraph(_empty(result), *_embedded(result), *_deserted(result), *_layers(result))


def _empty(result: Gaps) -> Message:
    empty, embedded, total = result.in_state("empty"), result.in_state("embedded"), len(result.table)
    if empty:
        return _n(
            "{count} dari {total} fungsi yang disebut pedoman tidak ada pelakunya di peta: {names}.",
            len(empty),
            total=total,
            names=listing(MARKET_FUNCTION_LABELS[key] for key in empty),
        )
    if embedded:
        return _("Tidak satu pun dari {total} fungsi yang disebut pedoman kosong sama sekali.", total=total)
    return _("Semua {total} fungsi yang disebut pedoman ada pelakunya di peta.", total=total)


def _embedded(result: Gaps) -> list[Message]:
    embedded = result.in_state("embedded")
    if not embedded:
        return []
    return [
        _(
            "Tanpa pelaku sendiri, hanya melekat pada pelaku dengan fungsi lain: {names}.",
            names=listing(MARKET_FUNCTION_LABELS[key] for key in embedded),
        )
    ]


def _layers(result: Gaps) -> list[Message]:
    if not result.empty_layers:
        return []
    return [
        _("Lapisan tanpa pelaku: {names}.", names=listing(LAYER_LABELS[key] for key in result.empty_layers))
    ]


def _deserted(result: Gaps) -> list[Message]:
    if not result.deserted:
        return []
    return [_("Tercantum di peta tetapi jumlah pelakunya nol: {names}.", names=listing(result.deserted))]
