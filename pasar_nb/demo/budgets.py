"""The yearly budget of each party in the business model, before and after.

Every line is what ONE unit of the party earns or spends; a share is of the old producers' price or of what it
makes of a household's sales. Shares are chosen so that the producers' margin is that of the survey.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pasar_nb.demo.setting import Setting, Yardsticks
from pasar_nb.demo.venture import Deal
from pasar_nb.demo.yardsticks import money, quantity
from pasar_nb.vocabulary import MONTHS_PER_YEAR

LineKind: TypeAlias = Literal["pendapatan", "biaya_variabel", "biaya_tetap", "investasi"]

INPUTS, LABOUR, TRANSPORT, TOOLS = 0.16, 0.12, 0.04, 0.05  # of a producer's sales
DAY_WAGE = 85_000  # Rp
BULK = 0.95  # price of inputs bought together
SORTING = 1.2  # more labour for quality
COLLECTED = 0.5  # transport costs once the local partner collects
QUALITY_TOOLS, QUALITY_LIFE = 0.6, 0.25  # of a month's sales; once in four years
AFTER_SHARE = 0.6  # of participants' product that the local partner is to buy
COLLECTOR_MARKUP = 1.14  # at which the local partner sold before
LOCAL_HANDLING_BEFORE, LOCAL_STAFF_BEFORE = 0.05, 0.04  # of the old price
LOCAL_HANDLING, LOCAL_STAFF = 0.04, 0.025
MACHINE, MACHINE_LIFE = 0.35, 0.2  # of a month's purchases; once in five years
PRIVATE_YIELD_BEFORE, PRIVATE_YIELD = 0.94, 0.955  # of what is bought that can be sold
PRIVATE_COST = 0.8  # of what processing adds to the price before
LESS_SORTING, PRIVATE_SERVICE = (
    0.95,
    0.01,
)  # of that cost once quality is known; of sales for the quality adviser
SUPPLY_COST_BEFORE, SUPPLY_COST = 0.85, 0.76  # of the old price of inputs
SUPPLY_SHARE_BEFORE, SUPPLY_SHARE = 0.5, 0.8  # of what participants need
LOAN, INTEREST, COST_OF_FUNDS = 5_000_000, 0.12, 0.06  # Rp, shares a year
BORROWERS_BEFORE, BORROWERS = 0.1, 0.35  # of participants
COLLECTING_BEFORE, COLLECTING = 180_000, 120_000  # Rp per loan and year


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a budget.

    Attributes
    ----------
    name, kind
        What it is for, and whether it is earned or spent.
    volume, unit, price, times
        Each time this many units at this price in Rp, so many times a year.
    """

    name: str
    kind: LineKind
    volume: float
    unit: str
    price: float
    times: float = MONTHS_PER_YEAR

    @property
    def amount(self) -> float:
        """Rp per year; an investment counts as the share of its life."""
        return self.volume * self.price * self.times


@dataclass(frozen=True, slots=True)
class Budget:
    """What one unit of a party earns and spends in a year.

    Attributes
    ----------
    condition, role, units
        As in the contract's table `model_bisnis`.
    lines
        The lines.
    """

    condition: str
    role: str
    units: int
    lines: tuple[Line, ...]

    @property
    def net(self) -> float:
        """Net income without investment, Rp per unit and year."""
        signs = {"pendapatan": 1, "biaya_variabel": -1, "biaya_tetap": -1, "investasi": 0}
        return sum(signs[line.kind] * line.amount for line in self.lines)


def budgets(setting: Setting) -> tuple[Budget, ...]:
    """Make the budgets of all parties, in the order of the chain."""
    deal, base = setting.story.venture.deal, setting.base
    made = [*_producers(setting, base), *_local(setting, base), *_private(setting, base)]
    if deal.model == "B":
        made += [*_suppliers(setting, base), *_lenders(base)]
    return tuple(made)


def prices(setting: Setting) -> tuple[float, float, float, float]:
    """Compute the producers' old and new price, the private partner's old and new one, in Rp per unit."""
    market, deal, old = setting.story.venture.market, setting.story.venture.deal, setting.base.price
    new = money(old * (1 + deal.premium))
    return old, new, money(old * market.markups[1]), money(old * (1 + deal.premium + deal.local_margin))


def _producers(setting: Setting, base: Yardsticks) -> Iterator[Budget]:
    market, deal, unit = (
        setting.story.venture.market,
        setting.story.venture.deal,
        setting.story.commodity.unit,
    )
    old, new, _bought, _sold = prices(setting)
    sales, more = base.volume * base.price, 1 + deal.growth
    selling = f"Penjualan {setting.story.commodity.name.lower()}"
    inputs, days = sales * INPUTS / market.input_price, sales * LABOUR / DAY_WAGE
    trip, tools = (
        money(base.price * TRANSPORT),
        Line("Alat dan perawatan", "biaya_tetap", 1, "paket", money(sales * TOOLS * MONTHS_PER_YEAR), 1),
    )
    bulk = money(market.input_price * BULK)
    yield Budget("sebelum", "pokmas", base.participants, (
        Line(selling, "pendapatan", quantity(base.volume), unit, old),
        Line(market.input_name, "biaya_variabel", quantity(inputs), market.input_unit, market.input_price),
        Line("Tenaga kerja", "biaya_variabel", quantity(days), "hari", DAY_WAGE),
        Line("Angkutan", "biaya_variabel", quantity(base.volume), unit, trip),
        tools,
    ))  # fmt: skip
    yield Budget("sesudah", "pokmas", base.participants, (
        Line(selling, "pendapatan", quantity(base.volume * more), unit, new),
        Line(market.input_name, "biaya_variabel", quantity(inputs * more), market.input_unit, bulk),
        Line("Tenaga kerja", "biaya_variabel", quantity(days * more * SORTING), "hari", DAY_WAGE),
        Line("Angkutan", "biaya_variabel", quantity(base.volume * more), unit, money(trip * COLLECTED)),
        tools,
        Line("Perlengkapan mutu", "investasi", 1, "paket", money(sales * QUALITY_TOOLS), QUALITY_LIFE),
    ))  # fmt: skip


def _handled(deal: Deal, base: Yardsticks) -> tuple[float, float]:
    """Compute what one local business buys in a month, before and after."""
    whole = base.participants * base.volume / deal.local_units
    return quantity(whole * deal.local_before), quantity(whole * (1 + deal.growth) * AFTER_SHARE)


def _local(setting: Setting, base: Yardsticks) -> Iterator[Budget]:
    deal, unit = setting.story.venture.deal, setting.story.commodity.unit
    old, new, _bought, sold = prices(setting)
    before, after = _handled(deal, base)
    machine = money(after * old * MACHINE)
    yield Budget("sebelum", "mitra_lokal", deal.local_units, (
        Line("Penjualan kepada pedagang besar", "pendapatan", before, unit, money(old * COLLECTOR_MARKUP)),
        Line("Pembelian dari produsen", "biaya_variabel", before, unit, old),
        Line("Angkutan dan penanganan", "biaya_variabel", before, unit, money(old * LOCAL_HANDLING_BEFORE)),
        Line("Pengelola", "biaya_tetap", 1, "bulan", money(before * old * LOCAL_STAFF_BEFORE)),
    ))  # fmt: skip
    yield Budget("sesudah", "mitra_lokal", deal.local_units, (
        Line("Penjualan kepada mitra swasta", "pendapatan", after, unit, sold),
        Line("Pembelian dari POKMAS", "biaya_variabel", after, unit, new),
        Line("Sortasi, pengolahan, dan angkutan", "biaya_variabel", after, unit, money(old * LOCAL_HANDLING)),
        Line("Pengelola dan juru mutu", "biaya_tetap", 1, "bulan", money(after * old * LOCAL_STAFF)),
        Line("Alat pengolahan", "investasi", 1, "paket", machine, MACHINE_LIFE),
    ))  # fmt: skip


def _private(setting: Setting, base: Yardsticks) -> Iterator[Budget]:
    market, deal, unit = (
        setting.story.venture.market,
        setting.story.venture.deal,
        setting.story.commodity.unit,
    )
    old, _new, bought, sold = prices(setting)
    _before, each = _handled(deal, base)
    taken, final = quantity(each * deal.local_units), money(old * market.markups[2])
    processing = (final * PRIVATE_YIELD_BEFORE - bought) * PRIVATE_COST
    yield Budget("sebelum", "mitra_swasta", 1, (
        Line("Penjualan produk", "pendapatan", quantity(taken * PRIVATE_YIELD_BEFORE), unit, final),
        Line("Pembelian dari pedagang besar", "biaya_variabel", taken, unit, bought),
        Line("Sortasi ulang dan pengolahan", "biaya_variabel", taken, unit, money(processing)),
    ))  # fmt: skip
    yield Budget("sesudah", "mitra_swasta", 1, (
        Line("Penjualan produk", "pendapatan", quantity(taken * PRIVATE_YIELD), unit, final),
        Line("Pembelian dari mitra lokal", "biaya_variabel", taken, unit, sold),
        Line("Pengolahan", "biaya_variabel", taken, unit, money(processing * LESS_SORTING)),
        Line("Pendamping mutu", "biaya_tetap", 1, "bulan", money(taken * final * PRIVATE_SERVICE)),
    ))  # fmt: skip


def _suppliers(setting: Setting, base: Yardsticks) -> Iterator[Budget]:
    market, deal = setting.story.venture.market, setting.story.venture.deal
    need = base.participants * base.volume * base.price * INPUTS / market.input_price
    before, after = need * SUPPLY_SHARE_BEFORE, need * (1 + deal.growth) * SUPPLY_SHARE
    name, unit, price = market.input_name.lower(), market.input_unit, market.input_price
    for condition, volume, sold, cost in (
        ("sebelum", before, price, SUPPLY_COST_BEFORE),
        ("sesudah", after, money(price * BULK), SUPPLY_COST),
    ):
        yield Budget(condition, "penyedia_input", 1, (
            Line(f"Penjualan {name}", "pendapatan", quantity(volume), unit, sold),
            Line(f"Pengadaan {name}", "biaya_variabel", quantity(volume), unit, money(price * cost)),
        ))  # fmt: skip


def _lenders(base: Yardsticks) -> Iterator[Budget]:
    for condition, share, collecting in (
        ("sebelum", BORROWERS_BEFORE, COLLECTING_BEFORE),
        ("sesudah", BORROWERS, COLLECTING),
    ):
        loans = max(round(base.participants * share), 1)
        yield Budget(condition, "lembaga_keuangan", 1, (
            Line("Bunga pinjaman", "pendapatan", loans, "pinjaman", LOAN * INTEREST, 1),
            Line("Biaya dana", "biaya_variabel", loans, "pinjaman", LOAN * COST_OF_FUNDS, 1),
            Line("Penagihan dan risiko", "biaya_variabel", loans, "pinjaman", collecting, 1),
        ))  # fmt: skip
