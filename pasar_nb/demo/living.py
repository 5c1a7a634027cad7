"""What a household answers about its living: size, spending, savings, migration, aid and perceptions."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pasar_nb.demo.habits import habit, lasting
from pasar_nb.demo.setting import Setting

EFFECTS = {  # what the programme adds for participants
    "jumlah_pelatihan": 2.0,
    "telepon_usaha": 0.2,
    "produk_keuangan": 0.2,
    "persepsi_laten": 0.6,
}
TRAININGS, PHONES, ACCOUNTS = 0.2, 0.45, 0.4  # without the programme
SIZE_MEAN, SIZE_HIGH = 2.9, 8  # members beyond the first: a mean household of 3.9
MOVES = 0.06  # chance that the household gains or loses a member between waves
SPENT, SPENT_SPREAD = 0.88, 0.05  # share of income that is spent
SPENT_SLOPE = -0.10  # how that share falls with log income
SPENT_LOW, SPENT_HIGH = 0.6, 1.04
BUDGET: Mapping[str, float] = {  # shares of spending in poor rural households; about as Susenas shows them
    "belanja_makanan": 0.57,
    "belanja_pendidikan_kesehatan": 0.09,
    "belanja_transport_komunikasi": 0.12,
    "belanja_rumah": 0.12,
    "belanja_transfer": 0.04,
    "belanja_lain": 0.06,
}
BUDGET_SPREAD = 0.2  # log scale, of each part
ENGEL = -0.25  # how the part of food falls with log income
ROUND_SPENDING = 5_000
OTHER_ASSETS, OTHER_ASSETS_SPREAD = 9_000_000, 0.8  # Rp, median and log spread
SAVES, SAVINGS, SAVINGS_SPREAD = 0.55, 400_000, 0.8
AID: Mapping[int, float] = {1: 0.75, 2: 0.62, 3: 0.45, 4: 0.3}  # share with social assistance, by decile
MOVED_IN, MOVED_OUT = 0.03, 0.08  # persons per wave
PERCEPTIONS = ("persepsi_pendapatan", "persepsi_pengetahuan", "persepsi_kemampuan")
PERCEIVED, PERCEIVED_SPREAD = 2.9, 0.9


def answers(setting: Setting, rows: pd.DataFrame) -> pd.DataFrame:
    """Draw the answers about the household's living, one row per household and wave."""
    parts = [
        _size(setting.stream("anggota"), rows),
        _spending(setting, rows),
        _wealth(setting.stream("harta"), rows),
        _access(setting.stream("akses"), rows),
        _perceptions(setting.stream("persepsi"), rows),
    ]
    return pd.concat(parts, axis="columns")


def _size(rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    household = rows["household"].to_numpy()
    homes = household.max() + 1
    members = 1 + rng.poisson(SIZE_MEAN, homes)[household]
    change = rng.choice([-1, 0, 1], len(rows), p=[MOVES / 2, 1 - MOVES, MOVES / 2])
    return pd.DataFrame({"jumlah_anggota": np.clip(members + change * (rows["gelombang"] > 0), 1, SIZE_HIGH)})


def _spending(setting: Setting, rows: pd.DataFrame) -> pd.DataFrame:
    """Draw spending: a share of income that falls with income, split by an Engel curve for food."""
    rng = setting.stream("belanja")
    income = (rows["without"] + rows["gain"]).to_numpy()
    richer = np.log(income / setting.story.programme.income)
    share = SPENT + SPENT_SLOPE * richer + rng.normal(0, SPENT_SPREAD, len(rows))
    total = income * np.clip(share, SPENT_LOW, SPENT_HIGH)
    parts = np.array(list(BUDGET.values())) * np.exp(rng.normal(0, BUDGET_SPREAD, (len(rows), len(BUDGET))))
    parts[:, 0] *= np.exp(ENGEL * richer)
    amounts = total[:, np.newaxis] * parts / parts.sum(axis=1, keepdims=True)
    return pd.DataFrame(np.rint(amounts / ROUND_SPENDING) * ROUND_SPENDING, columns=list(BUDGET))


def _wealth(rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    other = OTHER_ASSETS * np.exp(lasting(rng, rows, OTHER_ASSETS_SPREAD))
    savings = SAVINGS * np.exp(lasting(rng, rows, SAVINGS_SPREAD))
    chance = np.full(len(rows), SAVES, dtype=np.float64)
    saves = habit(rng, rows, chance)
    return pd.DataFrame(
        {
            "aset_lain": np.rint(other / 100_000) * 100_000,
            "tabungan": np.where(saves, np.rint(savings / 10_000) * 10_000, 0),
        }
    )


def _access(rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    running = np.asarray(rows["running"], dtype=np.float64)
    aid = np.asarray(rows["desil"].map(AID), dtype=np.float64)
    return pd.DataFrame(
        {
            "migrasi_masuk": rng.poisson(MOVED_IN, len(rows)),
            "migrasi_keluar": rng.poisson(MOVED_OUT, len(rows)),
            "jumlah_pelatihan": rng.poisson(TRAININGS + EFFECTS["jumlah_pelatihan"] * running),
            "telepon_usaha": habit(rng, rows, PHONES + EFFECTS["telepon_usaha"] * running),
            "produk_keuangan": habit(rng, rows, ACCOUNTS + EFFECTS["produk_keuangan"] * running),
            "bansos": habit(rng, rows, aid),
        }
    )


def _perceptions(rng: np.random.Generator, rows: pd.DataFrame) -> pd.DataFrame:
    """Draw answers of 1-5 from a latent opinion that the programme lifts."""
    opinion = PERCEIVED + EFFECTS["persepsi_laten"] * rows["running"].to_numpy() + lasting(rng, rows, 0.4)
    noise = rng.normal(0, PERCEIVED_SPREAD, (len(rows), len(PERCEPTIONS)))
    scale: NDArray[np.float64] = np.clip(np.rint(opinion[:, np.newaxis] + noise), 1, 5)
    return pd.DataFrame(scale, columns=list(PERCEPTIONS))
