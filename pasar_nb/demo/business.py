"""What a household answers about its enterprise: sales, prices, orders, work and tools."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.demo.habits import habit, lasting
from pasar_nb.demo.prices import received_price
from pasar_nb.demo.setting import Setting

EFFECTS = {"jumlah_pesanan": 2.0, "pembelian_berulang": 0.25}  # what the programme adds for participants
ORDERS, REPEAT_BUYERS = 4.0, 0.45  # without the programme: orders a month, share with a repeated order
SHARE_OF_INCOME = (8.0, 8.0)  # Beta parameters: half of the income comes from the commodity, 0.27-0.73
MARGIN = (0.5, 0.75)  # of sales that stays as income
OWN_USE = (0.02, 0.12)  # of production that is not sold: eaten, lost, kept as seed
BARGAIN = 0.05  # spread of a household's price about the month's, log scale
HOURS, HOURS_SPREAD = 6.0, 1.5  # a day
TOOLS, TOOLS_SPREAD = 2_400_000, 0.7  # Rp, median and log spread of productive assets
MARKETS = ("Pengepul desa", "Pasar kecamatan", "Mitra lokal", "Pembeli langsung")
MARKETS_WITHOUT, MARKETS_WITH = (0.62, 0.24, 0.06, 0.08), (0.22, 0.13, 0.55, 0.10)
ROUND_MONEY = 10_000


def answers(setting: Setting, rows: pd.DataFrame) -> pd.DataFrame:
    """Draw the answers about the enterprise, one row per household and wave."""
    return pd.concat([_sales(setting, rows), _custom(setting, rows), _work(setting, rows)], axis="columns")


def _sales(setting: Setting, rows: pd.DataFrame) -> pd.DataFrame:
    """Draw income from the commodity and the quantities and prices that make it up."""
    rng, household = setting.stream("penjualan"), rows["household"].to_numpy()
    homes = setting.households
    earned = rng.beta(*SHARE_OF_INCOME, homes)[household] * rows["without"] + rows["gain"]
    turnover = earned / rng.uniform(*MARGIN, homes)[household]
    price = _price(setting, rows, rng)
    volume = np.maximum(np.rint(turnover / price), 1)
    unit = setting.story.commodity.unit
    return pd.DataFrame(
        {
            "pendapatan_usaha": (earned / ROUND_MONEY).round() * ROUND_MONEY,
            "produksi": np.ceil(volume * (1 + rng.uniform(*OWN_USE, len(rows)))),
            "satuan_produksi": unit,
            "volume_jual": volume,
            "nilai_jual": volume * price,
            "harga_jual": price,
        }
    )


def _price(setting: Setting, rows: pd.DataFrame, rng: np.random.Generator) -> NDArray[np.float64]:
    """Price of each sale: the month's price from `deret`, without the programme's premium for the others."""
    story = setting.story
    market = received_price(setting.tables["deret"], story.commodity)
    monthly = market.reindex(pd.PeriodIndex(rows["bulan"])).to_numpy()
    outside = (rows["gelombang"] > 0) & ~rows["running"]
    monthly = np.where(outside, monthly / (1 + story.programme.price_shift), monthly)
    step = 100 if story.commodity.price >= ROUND_MONEY else 50
    price: NDArray[np.float64] = np.rint(monthly * np.exp(rng.normal(0, BARGAIN, len(rows))) / step) * step
    return price


def _custom(setting: Setting, rows: pd.DataFrame) -> pd.DataFrame:
    rng, running = setting.stream("pelanggan"), rows["running"].to_numpy()
    market = np.where(
        running,
        rng.choice(MARKETS, len(rows), p=MARKETS_WITH),
        rng.choice(MARKETS, len(rows), p=MARKETS_WITHOUT),
    )
    return pd.DataFrame(
        {
            "jumlah_pesanan": rng.poisson(ORDERS + EFFECTS["jumlah_pesanan"] * running),
            "pembelian_berulang": habit(rng, rows, REPEAT_BUYERS + EFFECTS["pembelian_berulang"] * running),
            "pasar_utama": market,
        }
    )


def _work(setting: Setting, rows: pd.DataFrame) -> pd.DataFrame:
    rng = setting.stream("kerja")
    hours = np.clip(rng.normal(HOURS, HOURS_SPREAD, len(rows)), 2, 12)
    tools = TOOLS * np.exp(lasting(rng, rows, TOOLS_SPREAD))
    return pd.DataFrame(
        {
            "jam_kerja": np.rint(hours * 2) / 2,
            "jumlah_pekerja": 1 + rng.binomial(3, 0.3, len(rows)),
            "aset_produksi": np.rint(tools / 50_000) * 50_000,
        }
    )
