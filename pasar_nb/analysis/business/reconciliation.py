"""Whether the parties' budgets agree with each other: what one sells is what the other says it buys."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from pasar_nb.analysis.business.pairing import (
    EARNED,
    ROUNDED,
    before_and_after,
    groups,
    in_kilograms,
    transactions,
)
from pasar_nb.analysis.business.reconciliation_results import Reconciliation
from pasar_nb.analysis.business.results import Budgets, Exchanges
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _

AFTER = "sesudah"
SOLD = "produk"
BOUGHT = "biaya_variabel"
RECOGNISABLE = 0.25  # a cost whose price differs by more is taken for something else, unless it is named so
PURCHASE = r"(?i)\b(?:pem|mem)?beli"  # how districts name what they buy
REASONS: dict[str, Message] = {
    "no_sale": _("penjualannya tidak ada dalam anggaran penjual"),
    "no_purchase": _("pembeliannya tidak dikenali dalam anggaran pembeli"),
    "units": _("satuan kedua pihak berbeda"),
    "volume": _("ada volume, harga, frekuensi, atau jumlah unit yang tidak dicatat"),
}
_COLUMNS = [
    *("dari", "ke", "satuan", "sold", "bought", "sold_price", "bought_price"),
    *("without_buyer", "without_seller", "price_gap", "conflict", "at_stake", "reason"),
]
Pair = tuple[int, int]


def reconcile(budgets: Budgets, exchanges: Exchanges | NotEstimable) -> Reconciliation | NotEstimable:
    """Set what each party sells after beside what its buyers say they buy.

    Parameters
    ----------
    budgets
        Of both conditions.
    exchanges
        Tell who sells products to whom.

    Returns
    -------
    Reconciliation or NotEstimable
        The latter where no sale of products is recorded after.

    Notes
    -----
    One party's sale is another's purchase, as in the commodity balances of a social accounting matrix. Lines
    that agree in price within rounding are one sale; where none agrees, the purchase is the variable cost in
    the same unit that is nearest in price or named so. Differences up to 1 % are rounding.
    """
    trades = _trades(exchanges)
    if not trades:
        return NotEstimable(
            _(
                "Relasi bisnis tidak mencatat penjualan produk antarpihak sesudahnya, sehingga volume dan "
                "harga penjual dan pembeli tidak dapat dicocokkan."
            )
        )
    lines = in_kilograms(budgets.lines[budgets.lines["jenis"].isin([EARNED, BOUGHT])].reset_index(drop=True))
    now = lines[lines["kondisi"].eq(AFTER)]
    agreed = _agreed(lines, trades)
    pairs, rows = list(agreed), []
    for trade in trades:
        found = _others(now, trade, agreed)
        pairs += found
        if not found and not any(_parties(lines, pair) == trade for pair in agreed):
            rows += [_unknown(trade, _why(now, trade))]
    price = lines["harga"].to_numpy(dtype="float64")
    old = {after: float(price[before]) for before, after in before_and_after(lines)}
    found_rows = [_compared(lines.loc[at], old) for at in _together(len(lines), pairs)]
    return Reconciliation(pd.DataFrame([*found_rows, *rows], columns=_COLUMNS))


def _trades(exchanges: Exchanges | NotEstimable) -> list[tuple[str, str]]:
    if isinstance(exchanges, NotEstimable):
        return []
    rows = exchanges.of(AFTER)
    sold = rows[rows["jenis"].eq(SOLD) & rows["dari"].ne(rows["ke"])]
    return list(zip(sold["dari"], sold["ke"], strict=True))


def _agreed(lines: pd.DataFrame, trades: Sequence[tuple[str, str]]) -> list[Pair]:
    known = frozenset((AFTER, *trade) for trade in trades)
    found = transactions(lines, known)
    return [pair for pair in found if lines.at[pair[0], "kondisi"] == AFTER]


def _parties(lines: pd.DataFrame, pair: Pair) -> tuple[str, str]:
    seller, buyer = lines["peran"].loc[list(pair)]
    return str(seller), str(buyer)


def _others(now: pd.DataFrame, trade: tuple[str, str], agreed: Sequence[Pair]) -> list[Pair]:
    """Find the purchase of a trade whose prices do not agree, and the sales that it may be of.

    Beside a sale that agrees, a further one needs a cost that is named as a purchase and is near in price.
    """
    sold, bought = _sides(now, trade)
    taken = {line for pair in agreed for line in pair}
    is_known = any(_parties(now, pair) == trade for pair in agreed)
    free, bought = sold[~sold.index.isin(taken)], bought[~bought.index.isin(taken)]
    sold = free if len(free) or is_known else sold
    named = bought["komponen"].astype("str").str.contains(PURCHASE, regex=True)
    costs = list(zip(bought.index, bought["satuan"], bought["harga"], named, strict=True))
    ranks = {
        (one, other): (gap > RECOGNISABLE, not is_named, gap)
        for one, unit, price in zip(sold.index, sold["satuan"], sold["harga"], strict=True)
        for other, measured, paid, is_named in costs
        if measured == unit and math.isfinite(gap := _apart(price, paid))
    }
    likely = {
        pair: rank
        for pair, rank in ranks.items()
        if (not rank[0] and not rank[1] if is_known else not rank[0] or not rank[1])
    }
    if not likely:
        return []
    best = min(likely, key=likely.__getitem__)
    return [pair for pair in likely if pair == best or (pair[1] == best[1] and not likely[pair][0])]


def _sides(now: pd.DataFrame, trade: tuple[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    seller, buyer = trade
    sold = now["peran"].eq(seller) & now["jenis"].eq(EARNED)
    bought = now["peran"].eq(buyer) & now["jenis"].eq(BOUGHT)
    return now[sold], now[bought]


def _apart(sold: float, bought: float) -> float:
    return abs(bought / sold - 1) if sold > 0 else math.inf


def _why(now: pd.DataFrame, trade: tuple[str, str]) -> str:
    sold, bought = _sides(now, trade)
    if sold.empty:
        return "no_sale"
    if bought.empty:
        return "no_purchase"
    same = set(sold["satuan"]) & set(bought["satuan"])
    if not same:
        return "units"
    amounts = pd.concat([sold, bought])
    unvalued = amounts.loc[amounts["satuan"].isin(same), "value"].isna().any()
    return "volume" if unvalued else "no_purchase"


def _unknown(trade: tuple[str, str], reason: str) -> dict[str, object]:
    empty = dict.fromkeys(_COLUMNS, float("nan"))
    return {
        **empty,
        "dari": (trade[0],),
        "ke": (trade[1],),
        "satuan": "",
        "conflict": False,
        "reason": reason,
    }


def _together(count: int, pairs: Sequence[Pair]) -> Iterator[list[int]]:
    """Give the lines of each sale: one sale may have several buyers, and one purchase several sellers."""
    number = np.array(groups(count, pairs))
    for one in dict.fromkeys(number[[sold for sold, _bought in pairs]].tolist()):
        yield np.flatnonzero(number == one).tolist()


def _compared(lines: pd.DataFrame, old: dict[int, float]) -> dict[str, object]:
    earned = lines["jenis"].eq(EARNED)
    ends = {"dari": tuple(dict.fromkeys(lines.loc[earned, "peran"]))}
    ends["ke"] = tuple(dict.fromkeys(lines.loc[~earned, "peran"]))
    yearly = lines["volume"] * lines["frekuensi_per_tahun"].astype("float64")
    total = yearly * lines["jumlah_unit"].astype("float64")
    sold, bought = (float(total[side].sum(skipna=False)) for side in (earned, ~earned))
    paid = total * lines["harga"]
    prices = [
        _ratio(float(paid[side].sum(skipna=False)), whole)
        for side, whole in ((earned, sold), (~earned, bought))
    ]
    gap = _ratio(prices[1], prices[0]) - 1
    without_buyer, without_seller = _short(sold, bought), _short(bought, sold)
    risen = lines["harga"] - pd.Series(
        {line: old.get(line, math.nan) for line in lines.index}, dtype="float64"
    )
    lost = without_buyer * float((yearly * risen)[earned].sum(skipna=False))
    return {
        **ends,
        "satuan": lines["satuan"].iloc[0],
        "sold": sold,
        "bought": bought,
        "sold_price": prices[0],
        "bought_price": prices[1],
        "without_buyer": without_buyer,
        "without_seller": without_seller,
        "price_gap": gap,
        "conflict": abs(gap) > ROUNDED,
        "at_stake": lost if len(ends["dari"]) == 1 else math.nan,
        "reason": "" if sold > 0 and bought > 0 and not math.isnan(gap) else "volume",
    }


def _short(whole: float, other: float) -> float:
    """Give the share of the whole that the other side does not have; nought where only rounding differs."""
    short = 1 - _ratio(other, whole)
    return short if math.isnan(short) or short > ROUNDED else 0.0


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole > 0 else math.nan
