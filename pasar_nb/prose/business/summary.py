"""What an official may quote from a business model, and what it cannot tell."""

from __future__ import annotations

from pasar_nb.analysis.business.results import Budgets, BusinessModel, Gains
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, _n, listing, paragraph
from pasar_nb.prose.business.amounts import role
from pasar_nb.prose.business.exchanges import exchanges_in_short
from pasar_nb.prose.business.finance import payers, realisation
from pasar_nb.prose.business.income import producers
from pasar_nb.prose.business.rule import headline, partners
from pasar_nb.vocabulary import roles


def summary(shown: Released[BusinessModel]) -> tuple[Message | NotEstimable, ...]:
    """Say the findings in three to five sentences that stand alone.

    Returns
    -------
    tuple of Message or NotEstimable
        The rule, losers first; producers; partners; exchanges; who pays.
    """
    gains, costs = shown.result.gains, shown.result.finance
    rule = gains if isinstance(gains, NotEstimable) else headline(gains)
    paid = costs if isinstance(costs, NotEstimable) else paragraph(payers(costs), realisation(costs))
    return (rule, producers(shown), partners(shown), exchanges_in_short(shown), paid)


def limits(shown: Released[BusinessModel]) -> tuple[Message, ...]:
    """Say what the calculation cannot tell, from what is and is not in this district's data."""
    budgets = shown.result.budgets
    always = (
        _(
            "Angka ini kalkulasi yang dicatat kabupaten untuk satu unit setiap pihak, bukan pengukuran. "
            "Rumah tangga dan usaha yang sesungguhnya berbeda-beda; sebarannya tidak terlihat di sini."
        ),
        _(
            "Perbandingan sebelum dan sesudah ini tidak memisahkan model bisnis dari hal lain yang berubah "
            "pada waktu yang sama, misalnya harga pasar."
        ),
        _(
            "Harga dan biaya dalam rupiah nominal tanpa tahun harga. Hanya mata anggaran yang dicatat yang "
            "dihitung; tenaga keluarga yang tidak dibayar dan bunga pinjaman bisa belum termasuk."
        ),
    )
    if isinstance(budgets, NotEstimable):
        return always
    return (*always, *_ranges(budgets), *_gaps(shown.result.gains), *_outreach(shown.result.gains))


def _ranges(budgets: Budgets) -> list[Message]:
    said = []
    if budgets.table["ranged"].any():
        said += [
            _(
                "Kisaran adalah batas bila semua pendapatan rendah dan semua biaya tinggi bersamaan, atau "
                "sebaliknya; kisaran bukan selang kepercayaan dan tidak mengatakan seberapa mungkin."
            )
        ]
    without = budgets.table.groupby("peran", sort=False)["ranged"].any()
    names = tuple(str(name) for name, ranged in without.items() if not ranged)
    if names:
        said += [
            _(
                "Tidak ada harga atau volume rendah dan tinggi untuk {parties}, sehingga ketidakpastiannya "
                "tidak diketahui.",
                parties=roles(names),
            )
        ]
    return said


def _gaps(gains: Gains | NotEstimable) -> list[Message]:
    if isinstance(gains, NotEstimable):
        return [gains.reason]
    said = []
    unknown = gains.parties("unknown")
    if unknown:
        said += [
            _(
                "Aturan tidak dapat diperiksa untuk {parties}; anggarannya perlu dilengkapi.",
                parties=roles(unknown),
            )
        ]
    only = gains.table[
        gains.table["presence"].ne("both") & gains.table["verdict"].isin(["gain", "loss", "unsure"])
    ]
    if len(only):
        said += [
            _(
                "{parties} hanya tercatat pada satu kondisi dan tidak dibandingkan dengan nol; "
                "pendapatannya di luar rantai ini tidak diketahui.",
                parties=listing(role(name) for name in only["peran"]),
            )
        ]
    return said


def _outreach(gains: Gains | NotEstimable) -> list[Message]:
    if isinstance(gains, NotEstimable):
        return []
    changed = gains.table["unit_before"].ne(gains.table["unit_after"]) & gains.table["change"].notna()
    changed &= gains.table[["unit_before", "unit_after"]].notna().all(axis="columns")
    count = int(changed.sum())
    if not count:
        return []
    return [
        _n(
            "Jumlah unit {count} pihak berubah; pendapatan sebelumnya dari unit yang baru ikut tidak "
            "diketahui.",
            count,
        )
    ]
