"""Whether the producer's price on the map is that of today, judged by the commodity's main price series."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.market.periods import LEAST_PAIRS
from pasar_nb.analysis.market.profile_results import CommodityProfile, PriceGap
from pasar_nb.analysis.market.results import Prices
from pasar_nb.analysis.market.series_kinds import RATE
from pasar_nb.analysis.trend.series import RUPIAH
from pasar_nb.findings import NotEstimable
from pasar_nb.vocabulary import MONTHS_PER_YEAR

TOLERATED = 0.1  # of the mean; quality and season move a price as much


def date_price(prices: Prices | NotEstimable, profile: CommodityProfile | NotEstimable) -> PriceGap | None:
    """Compare the producer's price of the main channel with the last twelve months of the main series.

    Parameters
    ----------
    prices, profile
        The channels, and the monthly series of the commodity.

    Returns
    -------
    PriceGap or None
        The latter where they agree within 10 per cent, or cannot be compared: no main channel or series,
        another unit, fewer than ten of the last twelve months.
    """
    if isinstance(prices, NotEstimable) or isinstance(profile, NotEstimable):
        return None
    channel, main = prices.main, profile.headline
    if channel is None or main is None or _per(main.series.unit) != str(channel["unit"]).strip().casefold():
        return None
    months = pd.PeriodIndex(main.series.table["bulan"], freq="M")
    values = pd.Series(main.series.table["nilai"].to_numpy(dtype="float64"), index=months).dropna()
    latest = values[values.index > pd.Period(main.series.last, "M") - MONTHS_PER_YEAR]
    price = float(channel["producer_price"])
    if len(latest) < LEAST_PAIRS or _near(price, float(latest.mean())):
        return None
    of_year = [month.year for month in values.index]
    years = {
        int(str(year)): float(part.mean())
        for year, part in values.groupby(of_year)
        if len(part) >= LEAST_PAIRS and _near(price, float(part.mean()))
    }
    return PriceGap(
        series=main.series.name,
        unit=str(channel["unit"]),
        price=price,
        latest=float(latest.mean()),
        last=main.series.last,
        years=years,
    )


def _near(price: float, mean: float) -> bool:
    return abs(price - mean) <= TOLERATED * mean


def _per(unit: str) -> str:
    """Give what a price is for: kg of Rp/kg or rupiah per kg."""
    rupiah = RUPIAH.match(unit)
    parts = RATE.split(unit, maxsplit=1)
    return parts[1].strip().casefold() if rupiah is not None and len(parts) > 1 else ""
