"""Sentences on how government and partners share the costs, and pointers to free capital."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.model_results import (
    CostSharing,
    FreeCapital,
    Leverage,
    PerHousehold,
    Realised,
)
from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Money, Number, Share, Value, _, _n, listing, paragraph
from pasar_nb.prose.business.partial import rupiah
from pasar_nb.vocabulary import CONDITION_LABELS, FLOW_LABELS, FUND_CLASS_LABELS, FUND_LABELS, year_span


def sharing(shown: Released[BusinessModel]) -> tuple[Message | NotEstimable, ...]:
    """Say the share of each class of funds, the leverage and the cost per household of the plan."""
    result = shown.result.sharing
    if isinstance(result, NotEstimable):
        return (result,)
    return (*_classes(result), _or_reason(result.leverage), _or_reason(result.per_household))


def sharing_in_short(shown: Released[BusinessModel]) -> list[Message]:
    """Say leverage and cost per household where they are known, for a summary."""
    result = shown.result.sharing
    if isinstance(result, NotEstimable):
        return []
    said = []
    if isinstance(result.leverage, Leverage):
        said += [_leverage_in_short(result.leverage)]
    if isinstance(result.per_household, PerHousehold):
        said += [_planned(result.per_household)]
    return said


def free_capital(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Point out what may be capital for nothing, with the words found; a pointer, not a verdict."""
    result = shown.result.free_capital
    if isinstance(result, NotEstimable):
        return result
    if result.pointed.empty and result.exchanges.empty:
        return _(
            "Nama kegiatan dan pertukaran yang dicatat tidak memuat petunjuk modal gratis; isi kegiatannya "
            "tidak terlihat di sini."
        )
    return paragraph(
        *_worded(result),
        *_given(result.exchanges),
        _(
            "Panduan menyarankan agar pemberian modal gratis dihindari. Ini petunjuk untuk diperiksa, bukan "
            "kesimpulan."
        ),
    )


def _classes(result: CostSharing) -> list[Message]:
    rows = result.table[result.table["share"] > 0].sort_values("share", ascending=False, kind="stable")
    if rows.empty:
        return []
    each = listing(
        _("{name} {share}", name=FUND_CLASS_LABELS[name], share=Share(share))
        for name, share in zip(rows["kelas"], rows["share"], strict=True)
    )
    return [_("Menurut asal uang, anggaran terbagi atas: {each}.", each=each)]


def _or_reason(ratio: Leverage | PerHousehold | NotEstimable) -> Message | NotEstimable:
    if isinstance(ratio, NotEstimable):
        return ratio
    return _leverage(ratio) if isinstance(ratio, Leverage) else _per_household(ratio)


def _leverage_in_short(ratio: Leverage) -> Message:
    amount = rupiah(ratio.all_private)
    if not ratio.lent:
        return _("Setiap rupiah pemerintah disertai {amount} dari pihak swasta.", amount=amount)
    return _(
        "Setiap rupiah pemerintah disertai {amount} dari pihak swasta ({without} tanpa pinjaman).",
        amount=amount,
        without=rupiah(ratio.without_loans),
    )


def _leverage(ratio: Leverage) -> Message:
    said = [
        _(
            "Setiap rupiah anggaran pemerintah disertai {amount} dari pihak swasta: mitra usaha, CSR, "
            "POKMAS, dan lembaga keuangan. Dana donor tidak dihitung sebagai dana pemerintah maupun "
            "swasta.",
            amount=rupiah(ratio.all_private),
        )
    ]
    if ratio.lent:
        said += [
            _("Tanpa pinjaman, yang harus dibayar kembali: {amount}.", amount=rupiah(ratio.without_loans))
        ]
    return paragraph(*said, _realised(ratio.realised))


def _realised(result: Realised | NotEstimable) -> Message:
    if isinstance(result, NotEstimable):
        return result.reason
    return _(
        "Menurut realisasi {years} yang dilaporkan oleh pemerintah dan pihak swasta: {amount} (mencakup "
        "{covered} dari seluruh anggaran keduanya).",
        years=year_span(result.first, result.last),
        amount=rupiah(result.ratio),
        covered=Share(result.covered),
    )


def _planned(ratio: PerHousehold) -> Message:
    """Say the budget that is not paid back, per household, then what is lent."""
    values: dict[str, Value] = {"amount": Money(ratio.budget), "count": _count(ratio.households)}
    said = (
        _(
            "Anggaran tanpa pinjaman {amount} per rumah tangga yang direncanakan (n = {count} rumah tangga "
            "POKMAS pada model sesudah).",
            **values,
        )
        if ratio.lent > 0
        else _(
            "Anggaran {amount} per rumah tangga yang direncanakan (n = {count} rumah tangga POKMAS pada "
            "model sesudah).",
            **values,
        )
    )
    public = (
        [_("Di antaranya dari pemerintah {public}.", public=Money(ratio.public))] if ratio.public > 0 else []
    )
    return paragraph(said, *public)


def _per_household(ratio: PerHousehold) -> Message:
    said = [_planned(ratio)]
    if ratio.lent > 0:
        said += [
            _(
                "Ditambah pinjaman, yang harus dibayar kembali, {all} per rumah tangga.",
                all=Money(ratio.budget + ratio.lent),
            )
        ]
    if ratio.spent is not None:
        said += [
            _(
                "Realisasi tanpa pinjaman yang dilaporkan sejauh ini {spent} per rumah tangga; yang "
                "melaporkan mencakup {covered} dari anggaran itu.",
                spent=Money(ratio.spent),
                covered=Share(ratio.covered),
            )
        ]
    return paragraph(*said)


def _worded(result: FreeCapital) -> list[Message]:
    rows = result.pointed
    if rows.empty:
        return []
    words = dict.fromkeys(word for found in rows["words"] for word in found.split(", "))
    sources = dict.fromkeys(rows["sumber"])
    return [
        _n(
            "{count} biaya memuat kata {words} pada nama kegiatannya: {amount} dari {sources}.",
            int(rows["rows"].sum()),
            words=listing(words),
            amount=Money(float(rows["anggaran"].sum())),
            sources=listing(FUND_LABELS[one] for one in sources),
        )
    ]


def _given(exchanges: pd.DataFrame) -> list[Message]:
    if exchanges.empty:
        return []
    each = listing(
        _("{what} ({condition})", what=FLOW_LABELS[what], condition=CONDITION_LABELS[condition])
        for what, condition in zip(exchanges["jenis"], exchanges["kondisi"], strict=True)
    )
    return [_("Pemerintah memberi POKMAS tanpa aliran balik yang dicatat: {each}.", each=each)]


def _count(households: float) -> Number:
    return Number(households, 0 if float(households).is_integer() else 1)
