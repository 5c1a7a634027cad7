"""What an official may quote from a business model, and what it cannot tell."""

from __future__ import annotations

from pasar_nb.analysis.business.results import Budgets, BusinessModel, Gains
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _, _n, listing, paragraph
from pasar_nb.prose.business.amounts import role
from pasar_nb.prose.business.candidates import agreements_in_short
from pasar_nb.prose.business.exchanges import exchanges_in_short
from pasar_nb.prose.business.finance import payers, realisation
from pasar_nb.prose.business.income import producers
from pasar_nb.prose.business.models import models_in_short
from pasar_nb.prose.business.risk import risk_in_short, risk_limits
from pasar_nb.prose.business.rule import headline, partners
from pasar_nb.prose.business.sharing import sharing_in_short
from pasar_nb.prose.business.traded import traded_in_short, traded_limits
from pasar_nb.vocabulary import roles


def summary(shown: Released[BusinessModel]) -> tuple[Message | NotEstimable, ...]:
    """Say the findings in three to five sentences that stand alone.

    Returns
    -------
    tuple of Message or NotEstimable
        The rule, losers first; producers; partners and how likely all gain together; model, exchanges and
        agreements; who pays.
    """
    gains, costs = shown.result.gains, shown.result.finance
    rule = gains if isinstance(gains, NotEstimable) else headline(gains, shown.result.risk)
    paid = (
        costs
        if isinstance(costs, NotEstimable)
        else paragraph(payers(costs), realisation(costs), *sharing_in_short(shown))
    )
    return (rule, _producers_and_sales(shown), _partners_and_risk(shown), _arranged(shown), paid)


def _producers_and_sales(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say what a household gains, and how far the parties' budgets disagree on it."""
    said, differing = producers(shown), traded_in_short(shown)
    if not differing:
        return said
    return paragraph(said.reason if isinstance(said, NotEstimable) else said, *differing)


def _arranged(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say which model it is, what is exchanged anew, and who has agreed to it."""
    model, exchanged, partnered = models_in_short(shown), exchanges_in_short(shown), shown.result.partners
    if isinstance(model, NotEstimable) or isinstance(exchanged, NotEstimable):
        return exchanged
    agreed = [] if isinstance(partnered, NotEstimable) else [agreements_in_short(partnered)]
    return paragraph(model, exchanged, *agreed)


def _partners_and_risk(shown: Released[BusinessModel]) -> Message | NotEstimable:
    said, likely = partners(shown), risk_in_short(shown)
    if not likely:
        return said
    return paragraph(said.reason if isinstance(said, NotEstimable) else said, *likely)


def limits(shown: Released[BusinessModel]) -> tuple[Message, ...]:
    """Say what the calculation cannot tell, from what is and is not in this district's data."""
    budgets = shown.result.budgets
    always: tuple[Message, ...] = (
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
    always = (*always, *_recorded(shown.result))
    if isinstance(budgets, NotEstimable):
        return always
    always = (*always, *traded_limits(shown), *risk_limits(shown))
    return (*always, *_ranges(budgets), *_gaps(shown.result.gains), *_outreach(shown.result.gains))


def _recorded(model: BusinessModel) -> list[Message]:
    """Say that models and ratings are as the district recorded them."""
    said = []
    if not isinstance(model.recognition, NotEstimable):
        said += [
            _("Model dikenali dari jenis pertukaran yang dicatat, bukan dari yang berjalan di lapangan.")
        ]
    if not isinstance(model.partners, NotEstimable):
        said += [
            _(
                "Nilai calon mitra adalah penilaian kabupaten sendiri; calon yang tidak dicatat tidak "
                "terlihat."
            )
        ]
    return said


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
