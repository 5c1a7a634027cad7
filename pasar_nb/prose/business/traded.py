"""Sentences on whether what one party sells is what the other says it buys."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.business.reconciliation import REASONS
from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Listing, Message, Money, Number, Share, _, listing, paragraph
from pasar_nb.prose.business.amounts import Row, role
from pasar_nb.vocabulary import PRODUCERS, roles

MANY = 100  # units of measurement from which decimals say nothing


def traded(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say which sales differ from the purchases of them, and which cannot be compared."""
    result = shown.result.reconciliation
    if isinstance(result, NotEstimable):
        return result
    table = result.table
    said = [*_priced(result.conflicts), *_uncovered(shown)]
    own = set(result.uncovered(PRODUCERS).index)
    others = table[~table.index.isin(own) & table["without_buyer"].gt(0)]
    said += [_short_of_buyers(row) for row in as_rows(others)]
    said += [_short_of_sellers(row) for row in as_rows(table[table["without_seller"].gt(0)])]
    said += _unknown(table)
    if said:
        return paragraph(*said)
    return _("Volume dan harga yang dijual satu pihak sama dengan yang dibeli pihak lain.")


def traded_in_short(shown: Released[BusinessModel]) -> list[Message]:
    """Say which prices differ, which part of the producers' output has no buyer, and what else differs."""
    result = shown.result.reconciliation
    if isinstance(result, NotEstimable):
        return []
    table, own = result.table, set(result.uncovered(PRODUCERS).index)
    differing = table["without_buyer"].gt(0) | table["without_seller"].gt(0)
    others = [_other(row) for row in as_rows(table[differing & ~table.index.isin(own)])]
    said = [*_priced(result.conflicts), *_uncovered(shown)]
    if others:
        said += [
            _(
                "Bagian volume yang hanya ada pada anggaran satu pihak, dalam jual beli lain: {each}.",
                each=listing(others),
            )
        ]
    return said


def _other(row: Row) -> Message:
    return _(
        "{sellers} kepada {buyers} {share}",
        sellers=roles(row["dari"]),
        buyers=_parties(row["ke"]),
        share=Share(max(row["without_buyer"], row["without_seller"])),
    )


def traded_limits(shown: Released[BusinessModel]) -> list[Message]:
    """Say what the budgets of several parties leave open between them."""
    result = shown.result.reconciliation
    if isinstance(result, NotEstimable):
        return [result.reason]
    said = []
    if result.table["without_buyer"].gt(0).any():
        said += [
            _(
                "Anggaran menghitung bagian hasil yang pembelinya tidak disebut dengan harga yang sama "
                "dengan bagian yang dibeli mitra; kepada siapa dan dengan harga berapa bagian itu dijual "
                "tidak dicatat."
            )
        ]
    return [*said, *_unknown(result.table)]


def _priced(conflicts: pd.DataFrame) -> list[Message]:
    return [
        _(
            "Harga {sellers} kepada {buyers} dicatat {sold} per {unit} oleh penjual, tetapi {bought} oleh "
            "pembeli: keuntungan keduanya tidak dapat benar bersamaan.",
            sellers=_parties(row["dari"]),
            buyers=_parties(row["ke"]),
            sold=Money(row["sold_price"]),
            bought=Money(row["bought_price"]),
            unit=str(row["satuan"]),
        )
        for row in as_rows(conflicts)
    ]


def _uncovered(shown: Released[BusinessModel]) -> list[Message]:
    """Say for which part of the producers' output there is no buyer, and what that may cost a household."""
    result, gains = shown.result.reconciliation, shown.result.gains
    if isinstance(result, NotEstimable):
        return []
    rows = result.uncovered(PRODUCERS)
    said = [_short_of_buyers(row) for row in as_rows(rows)]
    lost = float(rows["at_stake"].sum(skipna=False))
    if isinstance(gains, NotEstimable) or not lost > 0:
        return said
    change = gains.table.loc[gains.table["peran"].eq(PRODUCERS), "change"]
    if change.isna().all():
        return said
    planned = float(change.iloc[0])
    return [
        *said,
        _(
            "Bila bagian itu tetap dijual dengan harga sebelum, perubahan pendapatan bersih satu rumah "
            "tangga {covered}, bukan {planned}.",
            covered=Money(planned - lost),
            planned=Money(planned),
        ),
    ]


def _short_of_buyers(row: Row) -> Message:
    return _(
        "{sellers} menjual {sold} {unit} setahun, sedangkan {buyers} membeli {bought} {unit}: untuk {share} "
        "hasilnya model tidak menyebut pembeli.",
        share=Share(row["without_buyer"]),
        **{**_both(row), "sellers": roles(row["dari"])},
    )


def _short_of_sellers(row: Row) -> Message:
    return _(
        "{buyers} membeli {bought} {unit} setahun, sedangkan {sellers} menjual {sold} {unit}: untuk {share} "
        "pembelian itu model tidak menyebut penjual.",
        share=Share(row["without_seller"]),
        **{**_both(row), "buyers": roles(row["ke"])},
    )


def _both(row: Row) -> dict[str, Message | Number | Listing | str]:
    return {
        "sellers": _parties(row["dari"]),
        "buyers": _parties(row["ke"]),
        "sold": amount(row["sold"]),
        "bought": amount(row["bought"]),
        "unit": str(row["satuan"]),
    }


def amount(volume: float) -> Number:
    """Write a volume, with a decimal where it is small."""
    return Number(volume, 0 if volume >= MANY or float(volume).is_integer() else 1)


def _parties(names: tuple[str, ...]) -> Listing:
    return listing(InSentence(role(name)) for name in names)


def _unknown(table: pd.DataFrame) -> list[Message]:
    unknown = [
        _(
            "{sellers} kepada {buyers}, sebab {reason}",
            sellers=roles(row["dari"]),
            buyers=_parties(row["ke"]),
            reason=REASONS[row["reason"]],
        )
        for row in as_rows(table[table["reason"].ne("")])
    ]
    return [_("Penjualan yang tidak dapat dicocokkan: {each}.", each=listing(unknown))] if unknown else []
