"""How far a selling price may fall until a party no longer earns more than before."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from pasar_nb.analysis.business.breakeven import sold
from pasar_nb.analysis.business.drivers import Drivers
from pasar_nb.analysis.business.pairing import EARNED
from pasar_nb.analysis.business.risk_results import PriceFalls
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import ROLE_LABELS

SELLERS = ("pokmas", "mitra_lokal", "mitra_swasta")
"""Those along whom the product goes; the last of them that sells has the final price."""


def find_price_falls(drivers: Drivers) -> PriceFalls | NotEstimable:
    """Find the fall of every party's selling price at which its incentive breaks.

    Notes
    -----
    All its prices after fall by the same share, costs and volumes stay, and so does what it earned before:
    the gain is then linear, ``gain - fall x sales``, and nought at ``fall = gain / sales``.
    """
    gains = drivers.gains(drivers.price.base, drivers.volume.base)
    after = drivers.lines[drivers.lines["kondisi"].eq("sesudah")]
    sales = after[after["jenis"].eq(EARNED)].groupby("peran")["value"].sum()
    units = {str(row["peran"]): row for row in sold(after).to_dict("records")}
    rows = [
        _row(party, float(gain), float(sales[party]), units[party])
        for party, gain in zip(drivers.parties, gains, strict=True)
        if float(sales.get(party, 0.0)) > 0
    ]
    if not rows:
        return NotEstimable(
            _(
                "Tidak ada penjualan yang dicatat pada kondisi sesudah, sehingga turunnya harga tidak "
                "dihitung."
            )
        )
    table = pd.DataFrame(rows, columns=["peran", "gain", "fall", "satuan", "price", "least_price"])
    breaking = table[table["fall"].gt(0) & table["fall"].le(1)].sort_values("fall", kind="stable")
    selling = [name for name in ROLE_LABELS if name in SELLERS and name in set(table["peran"])]
    return PriceFalls(
        first=str(breaking["peran"].iloc[0]) if len(breaking) else None,
        final=selling[-1] if selling else None,
        table=table,
    )


def _row(party: str, gain: float, sales: float, unit: Mapping[Hashable, Any]) -> dict[str, object]:
    volume = float(unit["volume"])
    price = sales / volume if volume > 0 else math.nan
    fall = gain / sales
    return {
        "peran": party,
        "gain": gain,
        "fall": fall,
        "satuan": unit["satuan"],
        "price": price,
        "least_price": price * (1 - fall) if fall <= 1 else 0.0 * price,
    }
