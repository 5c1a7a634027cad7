"""Monthly series made by rule, so that a test knows what must be found."""

from __future__ import annotations

import numpy as np
import pandas as pd


def months(first: str, count: int) -> list[str]:
    return [str(month) for month in pd.period_range(first, periods=count, freq="M")]


def series(
    values: list[float] | np.ndarray, first: str = "2022-01", *, name: str = "harga_jahe", unit: str = "Rp/kg"
) -> pd.DataFrame:
    """One series as the table `deret`; a missing value is a month without a row."""
    table = pd.DataFrame(
        {
            "seri": name,
            "bulan": months(first, len(values)),
            "nilai": np.asarray(values, dtype=float),
            "satuan": unit,
            "sumber": "Pantauan",
        }
    )
    return table.dropna(subset=["nilai"]).reset_index(drop=True)


def growing(count: int, per_year: float, level: float = 1000.0) -> np.ndarray:
    return level * (1 + per_year) ** (np.arange(count) / 12)


def price_index(count: int, per_year: float, first: str = "2022-01") -> pd.DataFrame:
    return pd.DataFrame(
        {"bulan": months(first, count), "ihk": growing(count, per_year, 100.0), "tahun_dasar": 2022}
    )


def persistent(
    random: np.random.Generator, count: int, persistence: float, spread: float = 1.0
) -> np.ndarray:
    """Deviations of which each keeps a part of the one before."""
    noise = [random.standard_normal()]
    for _ in range(count - 1):
        noise.append(persistence * noise[-1] + (1 - persistence**2) ** 0.5 * random.standard_normal())
    return spread * np.array(noise)
