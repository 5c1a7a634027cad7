"""Sentences on what a producer household and the partners earn, their margins, prices and investment."""

from __future__ import annotations

import math

import pandas as pd

from pasar_nb.analysis.business.results import BreakEven, Budgets, BusinessModel
from pasar_nb.disclosure import Released
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, Money, Number, Share, Value, _, listing, paragraph
from pasar_nb.prose.business.amounts import Row, change_in_brackets, role, spread, units
from pasar_nb.vocabulary import MONTHS_PER_YEAR, PRODUCERS


def producers(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say what one producer household earns before and after, per year and per month."""
    budgets, gains = shown.result.budgets, shown.result.gains
    if isinstance(budgets, NotEstimable):
        return budgets
    if isinstance(gains, NotEstimable):
        return _one_condition(budgets)
    found = gains.table[gains.table["peran"].eq(PRODUCERS) & gains.table["change"].notna()]
    return _one_condition(budgets) if found.empty else _both(found.iloc[0].to_dict(), shown.result.commodity)


def wage(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Set a producer household's income per month beside the district minimum wage."""
    result = shown.result.wage
    if isinstance(result, NotEstimable):
        return result
    shares = [
        None if monthly is None else Share(monthly / result.wage) for monthly in (result.before, result.after)
    ]
    values: dict[str, Value] = {"year": str(result.year), "wage": Money(result.wage)}
    before, after = shares
    if before is not None and after is not None:
        return _(
            "Dibandingkan dengan upah minimum kabupaten {year} ({wage} sebulan untuk seorang pekerja), "
            "pendapatan bersih itu setara dengan {before} sebelum dan {after} sesudah.",
            before=before,
            after=after,
            **values,
        )
    return _(
        "Dibandingkan dengan upah minimum kabupaten {year} ({wage} sebulan untuk seorang pekerja), "
        "pendapatan bersih itu setara dengan {share}.",
        share=before or after or Share(0),
        **values,
    )


def margins(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say how far the price may fall before each party makes a loss, the most fragile first."""
    result = shown.result.break_even
    if isinstance(result, NotEstimable):
        return result
    latest = "sesudah" if "sesudah" in set(result.table["kondisi"]) else "sebelum"
    rows = result.table[result.table["kondisi"].eq(latest) & result.table["room"].notna()]
    if rows.empty:
        return NotEstimable(
            _("Harga titik impas tidak dapat dihitung: satuan atau volume penjualan tidak lengkap.")
        )
    each = listing(_room(row) for row in rows.sort_values("room", kind="stable").to_dict("records"))
    if latest == "sesudah":
        return _(
            "Pada biaya dan volume sesudah, sampai titik impas harga jual boleh turun: {each}.", each=each
        )
    return _("Pada biaya dan volume sebelum, sampai titik impas harga jual boleh turun: {each}.", each=each)


def prices(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say how the mean prices differ, only where the unit of measurement is the same."""
    result = shown.result.break_even
    if isinstance(result, NotEstimable):
        return result
    if result.prices.empty:
        return NotEstimable(
            _("Tidak ada pihak yang menjual pada kedua kondisi, sehingga harga tidak dibandingkan.")
        )
    return paragraph(*_compared_prices(result), *_incomparable_prices(result))


def investment(shown: Released[BusinessModel]) -> Message | NotEstimable:
    """Say who invests how much more, and in how many years the change makes up for it."""
    gains = shown.result.gains
    if isinstance(gains, NotEstimable):
        return gains
    rows = gains.table[gains.table["extra_investment"] > 0]
    if rows.empty:
        return _("Tidak ada tambahan investasi yang dicatat dalam model sesudah.")
    each = [_invested(row) for row in rows.to_dict("records")]
    return _("Investasi tidak dikurangkan dari pendapatan bersih: {each}.", each=listing(each))


def _one_condition(budgets: Budgets) -> Message | NotEstimable:
    rows = budgets.table[budgets.table["peran"].eq(PRODUCERS) & budgets.table["net"].notna()]
    if rows.empty:
        return NotEstimable(_("Anggaran POKMAS belum lengkap, sehingga pendapatan bersihnya tidak dihitung."))
    row = rows.iloc[0].to_dict()
    return _(
        "Pendapatan bersih satu rumah tangga POKMAS pada kondisi {condition}: {year} setahun atau {month} "
        "sebulan ({spread}; {units}).",
        condition=_("sesudah") if row["kondisi"] == "sesudah" else _("sebelum"),
        year=Money(row["net"]),
        month=Money(row["net"] / MONTHS_PER_YEAR),
        spread=spread(row["net_bad"], row["net_good"], ranged=row["ranged"]),
        units=units(PRODUCERS, row["unit"]),
    )


def _both(row: Row, commodity: str | None) -> Message:
    return _(
        "Pendapatan bersih satu rumah tangga {who} berubah dari {before} menjadi {after} setahun "
        "({before_month} menjadi {after_month} sebulan): {change} setahun ({brackets}).",
        who=_("POKMAS ({commodity})", commodity=commodity) if commodity else role(PRODUCERS),
        before=Money(row["before"]),
        after=Money(row["after"]),
        before_month=Money(row["before"] / MONTHS_PER_YEAR),
        after_month=Money(row["after"] / MONTHS_PER_YEAR),
        change=_signed(row["change"]),
        brackets=change_in_brackets(row),
    )


def _signed(amount: float) -> Message:
    if round(amount) == 0:
        return _("tidak bertambah dan tidak berkurang")
    if amount > 0:
        return _("bertambah {amount}", amount=Money(amount))
    return _("berkurang {amount}", amount=Money(-amount))


def _room(row: Row) -> Message:
    values: dict[str, Value] = {
        "party": role(row["peran"]),
        "price": Money(row["break_even_price"]),
        "unit": row["satuan"],
    }
    if row["room"] < 0:
        return _("{party} tidak boleh turun, sebab sudah merugi (titik impas {price} per {unit})", **values)
    return _("{party} {room} (ke {price} per {unit})", room=Share(row["room"]), **values)


def _compared_prices(result: BreakEven) -> list[Message]:
    rows = result.prices[result.prices["comparable"].astype(bool) & result.prices["change"].notna()]
    if rows.empty:
        return []
    each = listing(_price(row) for row in rows.to_dict("records"))
    return [_("Harga jual rata-rata: {each}.", each=each)]


def _price(row: Row) -> Message:
    party, after, unit = role(row["peran"]), Money(row["after"]), row["satuan"]
    if row["before"] == row["after"]:
        return _("{party} tetap {after} per {unit}", party=party, after=after, unit=unit)
    return _(
        "{party} berubah dari {before} menjadi {after} per {unit}",
        party=party,
        before=Money(row["before"]),
        after=after,
        unit=unit,
    )


def _incomparable_prices(result: BreakEven) -> list[Message]:
    rows: pd.DataFrame = result.prices[~result.prices["comparable"].astype(bool)]
    if rows.empty:
        return []
    parties = listing(role(name) for name in rows["peran"])
    return [_("Harga tidak dibandingkan, sebab satuannya berbeda: {parties}.", parties=parties)]


def _invested(row: Row) -> Message:
    values: dict[str, Value] = {"party": role(row["peran"]), "amount": Money(row["extra_investment"])}
    years = row["payback"]
    if math.isnan(years):
        return _("{party} menambah {amount}, yang tidak tertutup oleh perubahan pendapatannya", **values)
    if years < 1:
        return _(
            "{party} menambah {amount}, yang tertutup oleh seluruh tambahan pendapatannya dalam kurang dari "
            "setahun pada keadaan biasa",
            **values,
        )
    return _(
        "{party} menambah {amount}, yang tertutup oleh seluruh tambahan pendapatannya dalam {years} tahun "
        "pada keadaan biasa, tanpa bunga",
        years=Number(years, 1),
        **values,
    )
