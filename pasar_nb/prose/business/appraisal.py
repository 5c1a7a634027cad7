"""Sentences on what an investment brings over the years, and on the producers' loan."""

from __future__ import annotations

import math

from pasar_nb.analysis.business.investment import REASONS
from pasar_nb.analysis.business.investment_results import Investment, Loan
from pasar_nb.analysis.business.results import BusinessModel
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Money, Share, Value, _, listing, paragraph
from pasar_nb.prose.business.amounts import Row, role
from pasar_nb.vocabulary import MOST_RATE, PRODUCERS, UNIT_LABELS


def present_values(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say the net present value and internal rate of return of the change, for each party that invests."""
    result = shown.result.investment
    if isinstance(result, NotEstimable):
        return result
    rows: list[Row] = list(result.table.to_dict("records"))
    known = [row for row in rows if not row["reason"]]
    unknown = [_unknown(row) for row in rows if row["reason"]]
    said = [_opening(result, known)] if known else []
    said += [_("Tidak dihitung: {each}.", each=listing(unknown))] if unknown else []
    return paragraph(*said, *_late(result, known), *_unstated(known))


def loan(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say what a producer household would repay, what is left, and that this is assumed."""
    result = shown.result.loan
    return (
        result
        if isinstance(result, NotEstimable)
        else paragraph(_repaid(result), _left(result), *_of_the_lender(result))
    )


def _opening(result: Investment, known: list[Row]) -> Message:
    return _(
        "Selama {horizon} tahun, dengan tingkat diskonto riil {rate} setahun, nilai kini bersih dari seluruh "
        "perubahan model (harga, volume, dan biaya, bukan investasinya saja) per unit: {each}.",
        horizon=result.horizon,
        rate=percent(result.rate),
        each=listing(_worth(row) for row in known),
    )


def percent(rate: float) -> Share:
    """Write a rate per year with a decimal where it has one."""
    return Share(rate, 0 if round(rate * 1000) % 10 == 0 else 1)


def _worth(row: Row) -> Message:
    return _(
        "{party} {value} (kisaran {low} sampai {high}; {rate})",
        party=role(row["peran"]),
        value=Money(row["npv"]),
        low=Money(row["npv_low"]),
        high=Money(row["npv_high"]),
        rate=rate_of_return(row),
    )


def rate_of_return(row: Row) -> Message:
    """Say the internal rate of return, that there is none, or that there are several."""
    rates = [Share(float(rate)) for rate in row["rates"]]
    if row["kind"] == "one" and row["rates"][0] > MOST_RATE:
        return _("IRR > {rate} setahun", rate=Share(MOST_RATE))
    if row["kind"] == "one":
        return _("IRR {rate} setahun", rate=rates[0])
    if row["kind"] == "several":
        return _("IRR lebih dari satu, {rates}, sehingga tidak dapat dipakai", rates=listing(rates))
    if row["kind"] == "borrowing":
        return _("IRR tidak bermakna, sebab arus kas dimulai dengan penerimaan")
    return _("IRR tidak ada")


def _unknown(row: Row) -> Message:
    return _("{party}, sebab {reason}", party=role(row["peran"]), reason=REASONS[row["reason"]])


def _late(result: Investment, known: list[Row]) -> list[Message]:
    late = [role(row["peran"]) for row in known if math.isnan(row["payback"])]
    if not late:
        return []
    return [
        _(
            "Dengan pembelian ulang pada akhir umur pakai, investasi itu tidak kembali dalam {horizon} "
            "tahun: {parties}.",
            horizon=result.horizon,
            parties=listing(late),
        )
    ]


def _unstated(known: list[Row]) -> list[Message]:
    once = [role(row["peran"]) for row in known if not row["renewed"]]
    if not once:
        return []
    return [
        _(
            "Umur pakai tidak dinyatakan untuk sebagian investasi, sehingga dianggap sekali beli: {parties}.",
            parties=listing(once),
        )
    ]


def _repaid(result: Loan) -> Message:
    values: dict[str, Value] = {
        "rate": percent(result.rate),
        "years": result.years,
        "amount": Money(result.amount),
    }
    of_sales = (
        _("setara {share} dari penjualannya", share=Share(result.of_sales, 1))
        if not math.isnan(result.of_sales)
        else _("tanpa penjualan yang dicatat")
    )
    return _(
        "Anggapan, bukan data kabupaten: satu {unit} meminjam {share} dari tambahan investasinya ({amount}) "
        "dengan bunga {rate} setahun selama {years} tahun. Angsuran yang dipotong dari penjualan menjadi "
        "{payment} setahun, {of_sales}.",
        unit=UNIT_LABELS[PRODUCERS],
        share=percent(result.share),
        payment=Money(result.payment),
        of_sales=of_sales,
        **values,
    )


def _of_the_lender(result: Loan) -> list[Message]:
    """Set the assumed interest beside what the lender's own budget earns, and name a cost nobody bears."""
    if result.lender_income is None:
        return []
    interest = float(result.schedule["interest"].iloc[0])
    said = [
        _(
            "Anggaran lembaga keuangan sendiri mencatat pendapatan {income} setahun per pinjaman; bunga "
            "menurut anggapan di atas {interest} pada tahun pertama.",
            income=Money(result.lender_income),
            interest=Money(interest),
        )
    ]
    if not result.in_budget:
        said += [
            _(
                "Anggaran POKMAS tidak memuat bunga atau angsuran, sehingga perubahan pendapatan POKMAS "
                "dalam laporan ini belum memperhitungkan biaya pinjaman."
            )
        ]
    return said


def _left(result: Loan) -> Message:
    if result.before is None:
        return _(
            "Selama masa pinjaman tersisa pendapatan bersih {left} setahun (paling rendah {low}).",
            left=Money(result.left),
            low=Money(result.gain_low),
        )
    gain = result.left - result.before
    if gain <= 0:
        return _(
            "Selama masa pinjaman tersisa {left} setahun, tidak lebih dari pendapatan sebelumnya ({before}).",
            left=Money(result.left),
            before=Money(result.before),
        )
    if result.gain_low <= 0:
        return _(
            "Selama masa pinjaman tersisa {left} setahun, {gain} di atas pendapatan sebelumnya pada keadaan "
            "biasa, tetapi tidak pada setiap keadaan.",
            left=Money(result.left),
            gain=Money(gain),
        )
    return _(
        "Selama masa pinjaman tersisa {left} setahun, {gain} di atas pendapatan sebelumnya, dan tetap di "
        "atasnya pada keadaan buruk maupun baik.",
        left=Money(result.left),
        gain=Money(gain),
    )
