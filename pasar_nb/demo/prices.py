"""The monthly price and sales series of a district, and the national price index.

Prices follow a trend and a season with autocorrelated noise; once the programme runs, participants' price of
the chosen commodity stands higher by a known share. The survey takes its prices from here.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.demo.setting import Drawn, Setting
from pasar_nb.demo.story import Product, Story
from pasar_nb.demo.streams import stream
from pasar_nb.vocabulary import MONTHS_PER_YEAR

LAST_MONTH = "2026-10"  # the last month that had ended when the committed data were made
PERSISTENCE = 0.5  # of the noise from one month to the next
PRICE_NOISE = 0.03  # standard deviation on the log scale
VOLUME_NOISE = 0.08
VOLUME_SWING = 3.0  # harvests swing more than prices do
FROM_COMMODITY = 0.5  # a household's share of income that comes from the commodity
TURNOVER = 0.886  # mean sales over median income: half the income, over margins of 0.5-0.75, of unequal homes
NATIONAL = "0000"
PRICE_SOURCE = "Pantauan harga tingkat produsen (data contoh)"
VOLUME_SOURCE = "Catatan penjualan POKMAS (data contoh)"
INDEX_FROM, INDEX_SPLICE = "2021-01", "2024-01"  # BPS changed its base from 2018 to 2022 in January 2024
INDEX_START = 105.95  # 2018 = 100
INFLATION = {2021: 0.017, 2022: 0.054, 2023: 0.027, 2024: 0.017, 2025: 0.025, 2026: 0.026}  # a year
INFLATION_NOISE = 0.0012  # a month
BASE_YEAR_NEW = 2022


def series(setting: Setting) -> Drawn:
    """Draw the price series of the followed commodities and the sales of the chosen one."""
    story = setting.story
    months = pd.period_range(story.series_from, LAST_MONTH, freq="M")
    frames = [
        _long(series_name("harga", product), months, _prices(setting, product, months), f"Rp/{product.unit}")
        for product in story.products
    ]
    volumes = _volumes(setting, months)
    frames.append(_long(series_name("volume", story.commodity), months, volumes, story.commodity.unit))
    table = pd.concat(frames, ignore_index=True)
    return Drawn({"deret": _with_comparison(table, story)}, {"deret": _truth(setting)})


def _with_comparison(table: pd.DataFrame, story: Story) -> pd.DataFrame:
    """Name the series beside which the price of the chosen commodity is seen, where there is one."""
    beside = [series_name("harga", product) for product in story.products if product.name == story.unaffected]
    if not beside:
        return table
    own = table["seri"] == series_name("harga", story.commodity)
    return table.assign(pembanding=pd.Series(beside[0], index=table.index).where(own))


def index(setting: Setting) -> Drawn:
    """Draw the national consumer price index, the same in every district, in two pieces."""
    level = price_level(setting.seed)
    old = level.loc[: pd.Period(INDEX_SPLICE, "M") - 1]
    link = 100 / float(level[pd.PeriodIndex(level.index).year == BASE_YEAR_NEW].mean())
    frame = pd.concat([_piece(old, 2018), _piece(level.loc[INDEX_SPLICE:] * link, 2022)], ignore_index=True)
    return Drawn({"ihk": frame}, {"ihk": {"faktor_sambung_2018_ke_2022": round(link, 6)}})


def price_level(seed: int) -> pd.Series[float]:
    """Draw the national price level by month, 2018 = 100 throughout."""
    months = pd.period_range(INDEX_FROM, LAST_MONTH, freq="M")
    monthly = np.array([INFLATION[month.year] / MONTHS_PER_YEAR for month in months])
    monthly = monthly + stream(seed, NATIONAL, "ihk").normal(0, INFLATION_NOISE, len(months))
    monthly[0] = 0.0
    return pd.Series(INDEX_START * np.exp(np.cumsum(monthly)), index=months)


def series_name(measure: str, product: Product) -> str:
    """Name a series of a product, e.g. ``harga_jahe_merah``."""
    return f"{measure}_{product.name.lower().replace(' ', '_')}"


def received_price(deret: pd.DataFrame, product: Product) -> pd.Series[float]:
    """Look up the price of a product by month in the drawn series."""
    rows = deret[deret["seri"] == series_name("harga", product)]
    return pd.Series(rows["nilai"].to_numpy(), index=pd.PeriodIndex(rows["bulan"], freq="M"))


def season(product: Product, months: pd.PeriodIndex, amplitude: float) -> NDArray[np.float64]:
    """Compute the seasonal part on the log scale, highest in the product's peak month."""
    turn = 2 * np.pi * (months.month.to_numpy() - product.peak) / MONTHS_PER_YEAR
    swing: NDArray[np.float64] = amplitude * np.cos(turn)
    return swing


def _prices(setting: Setting, product: Product, months: pd.PeriodIndex) -> NDArray[np.float64]:
    rng = setting.stream(f"harga {product.name}")
    log_price = (
        np.log(product.price)
        + product.trend * np.arange(len(months)) / MONTHS_PER_YEAR
        + season(product, months, product.swing)
        + _autocorrelated(rng, len(months), PRICE_NOISE)
    )
    if product is setting.story.commodity:
        log_price = log_price + np.log1p(setting.story.programme.price_shift) * _running(setting, months)
    return _rounded(np.exp(log_price))


def _volumes(setting: Setting, months: pd.PeriodIndex) -> NDArray[np.float64]:
    """Sales of all participants together, in the product's unit."""
    product, programme = setting.story.commodity, setting.story.programme
    sellers = setting.households * (1 - setting.story.people.comparison)
    level = sellers * programme.income * TURNOVER / product.price
    log_volume = (
        np.log(level)
        - season(product, months, VOLUME_SWING * product.swing)
        + volume_shift(setting) * _running(setting, months)
        + _autocorrelated(setting.stream("volume"), len(months), VOLUME_NOISE)
    )
    volumes: NDArray[np.float64] = np.rint(np.exp(log_volume))
    return volumes


def volume_shift(setting: Setting) -> float:
    """Compute how much more participants sell once the programme runs, on the log scale.

    It is what the effect on income needs beyond the higher price, as in the survey.
    """
    programme = setting.story.programme
    turnover = 1 + programme.effects[-1] / FROM_COMMODITY
    return float(max(np.log(turnover / (1 + programme.price_shift)), 0.0))


def _running(setting: Setting, months: pd.PeriodIndex) -> NDArray[np.float64]:
    """1 in the months in which the programme runs, else 0."""
    return (months >= pd.Period(setting.story.programme.start, "M")).astype(float)


def _autocorrelated(rng: np.random.Generator, n: int, spread: float) -> NDArray[np.float64]:
    """AR(1) noise with a given standard deviation."""
    shocks = rng.normal(0, spread * np.sqrt(1 - PERSISTENCE**2), n)
    noise = np.empty(n)
    noise[0] = rng.normal(0, spread)
    for month in range(1, n):
        noise[month] = PERSISTENCE * noise[month - 1] + shocks[month]
    return noise


def _rounded(prices: NDArray[np.float64]) -> NDArray[np.float64]:
    """Round as traders do: to Rp100 above Rp10,000, else to Rp50."""
    step = np.where(prices >= 10_000, 100, 50)
    return np.rint(prices / step) * step


def _long(name: str, months: pd.PeriodIndex, values: NDArray[np.float64], unit: str) -> pd.DataFrame:
    source = VOLUME_SOURCE if name.startswith("volume") else PRICE_SOURCE
    return pd.DataFrame(
        {"seri": name, "bulan": months.astype(str), "nilai": values, "satuan": unit, "sumber": source}
    )


def _piece(level: pd.Series[float], base: int) -> pd.DataFrame:
    months = pd.PeriodIndex(level.index).astype(str)
    return pd.DataFrame({"bulan": months, "ihk": level.round(2).to_numpy(), "tahun_dasar": base})


def _truth(setting: Setting) -> dict[str, object]:
    programme = setting.story.programme
    return {
        "tren_log_per_tahun": {product.name: product.trend for product in setting.story.products},
        "amplitudo_musim_log": {product.name: product.swing for product in setting.story.products},
        "bulan_puncak_harga": {product.name: product.peak for product in setting.story.products},
        "pergeseran_harga_setelah_mulai": programme.price_shift,
        "pergeseran_log_volume_setelah_mulai": round(volume_shift(setting), 6),
        "autokorelasi_galat": PERSISTENCE,
    }
