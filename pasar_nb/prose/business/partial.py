"""Sentences on what changes in a party's year, what a rupiah of cost returns, and all units together."""

from __future__ import annotations

import math

from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.analysis.rows import as_rows
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Money, Number, _, listing, paragraph
from pasar_nb.prose.business.amounts import Row, role
from pasar_nb.vocabulary import PRODUCERS, UNIT_LABELS

RETURN_DECIMALS = 2


def partial(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say the four parts of a producer household's partial budget; the table has those of all parties."""
    result = shown.result.partial
    if isinstance(result, NotEstimable):
        return result
    rows = [row for row in as_rows(result.table) if row["peran"] == PRODUCERS and not row["reason"]]
    if not rows:
        return NotEstimable(_("Perubahan anggaran POKMAS tidak dapat dirinci: anggarannya belum lengkap."))
    (row,) = rows
    return _(
        "Bagi satu rumah tangga POKMAS setahun: tambahan pendapatan {added_revenue} dan biaya yang berkurang "
        "{reduced_cost}, dikurangi tambahan biaya {added_cost} dan pendapatan yang berkurang "
        "{reduced_revenue}, menjadi {net}.",
        net=Money(row["net_change"]),
        **{name: Money(row[name]) for name in ("added_revenue", "reduced_cost", "added_cost")},
        reduced_revenue=Money(row["reduced_revenue"]),
    )


def per_rupiah(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say what each rupiah of added cost returns, and for whom costs did not rise."""
    result = shown.result.partial
    if isinstance(result, NotEstimable):
        return result
    rows = [row for row in as_rows(result.table) if not row["reason"]]
    risen = [_returned(row) for row in rows if not math.isnan(row["returned"])]
    others = [role(row["peran"]) for row in rows if math.isnan(row["returned"])]
    said = []
    if risen:
        said += [
            _(
                "Setiap rupiah tambahan biaya diikuti perubahan pendapatan bersih sebesar: {each}.",
                each=listing(risen),
            )
        ]
    if others:
        said += [
            _(
                "Biaya tidak bertambah, sehingga hasil per rupiah tidak dihitung: {parties}.",
                parties=listing(others),
            )
        ]
    return paragraph(*said)


def outreach(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say what all units of a party gain that has several; where their number changes only both totals."""
    result = shown.result.partial
    if isinstance(result, NotEstimable):
        return result
    rows = [row for row in as_rows(result.table) if not row["reason"]]
    same = [_for_all(row) for row in rows if row["unit_after"] != 1 and not math.isnan(row["total_change"])]
    said = [_("Untuk semua unit, setahun: {each}.", each=listing(same))] if same else []
    said += [_other_number(row) for row in rows if _differs(row)]
    unknown = [role(row["peran"]) for row in rows if math.isnan(row["total_change"]) and not _differs(row)]
    if unknown:
        said += [_("Jumlah unit tidak dicatat: {parties}.", parties=listing(unknown))]
    return paragraph(*said) if said else _("Setiap pihak yang dibandingkan hanya satu unit.")


def _returned(row: Row) -> Message:
    return _("{party} {amount}", party=role(row["peran"]), amount=rupiah(row["returned"]))


def rupiah(amount: float) -> Message:
    """Write an amount of a few rupiah with decimals, e.g. ``Rp0,39``."""
    sign = "−" if round(amount, RETURN_DECIMALS) < 0 else ""
    return Message(sign + "Rp{amount}", {"amount": Number(abs(amount), RETURN_DECIMALS)})


def _for_all(row: Row) -> Message:
    return _(
        "{party} {total} ({count} {unit} × {each})",
        party=role(row["peran"]),
        total=Money(row["total_change"]),
        count=_count(row["unit_after"]),
        unit=UNIT_LABELS[row["peran"]],
        each=Money(row["net_change"]),
    )


def _differs(row: Row) -> bool:
    known = not math.isnan(row["unit_before"]) and not math.isnan(row["unit_after"])
    return known and row["unit_before"] != row["unit_after"]


def _other_number(row: Row) -> Message:
    return _(
        "Jumlah unit {party} berubah dari {before} menjadi {after} {unit}: per unit {each}, semua unit "
        "{total_before} sebelum dan {total_after} sesudah. Selisih kedua jumlah itu bukan tambahan "
        "pendapatan, sebab pendapatan lain dari unit yang masuk atau keluar tidak diketahui.",
        party=role(row["peran"]),
        before=_count(row["unit_before"]),
        after=_count(row["unit_after"]),
        unit=UNIT_LABELS[row["peran"]],
        each=Money(row["net_change"]),
        total_before=Money(row["total_before"]),
        total_after=Money(row["total_after"]),
    )


def _count(units: float) -> Number:
    return Number(units, 0 if float(units).is_integer() else 1)
