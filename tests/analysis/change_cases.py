"""Small panels of households in which everything is set by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from pasar_nb.analysis import change
from pasar_nb.analysis.change import HouseholdChange

BASELINE, ENDLINE = pd.Timestamp("2024-01-10"), pd.Timestamp("2025-01-10")
Numbers = Sequence[float] | np.ndarray


def panel(
    before: Numbers,
    after: Numbers,
    *,
    arms: Sequence[str] | None = None,
    groups: Sequence[Any] | None = None,
    column: str = "pendapatan_rt",
    start: int = 0,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Tables `rumah_tangga` and `survei`: a household per number; NaN after is a household not seen again."""
    first, last = np.asarray(before, dtype="float64"), np.asarray(after, dtype="float64")
    ids = [f"RT-{start + place:05d}" for place in range(len(first))]
    homes = pd.DataFrame(
        {"id_rt": ids, "studi": arms or "peserta", "id_kelompok": pd.Series(groups, dtype="object")}
        if groups is not None
        else {"id_rt": ids, "studi": arms or "peserta"}
    )
    waves = [
        pd.DataFrame({"id_rt": ids, "gelombang": wave, "tanggal": day, column: values})
        for wave, day, values in ((0, BASELINE, first), (1, ENDLINE, last))
    ]
    survey = pd.concat(waves, ignore_index=True).dropna(subset=[column], ignore_index=True)
    return homes, survey


def profile(outcome: str | None = "pendapatan_rt", **more: Any) -> pd.DataFrame:
    return pd.DataFrame([{"hasil_utama": outcome, **more}])


def price_index(*rows: tuple[str, float, int]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["bulan", "ihk", "tahun_dasar"])


def no_variables() -> pd.DataFrame:
    return pd.DataFrame(columns=["variabel", "nama", "satuan", "jenis", "arah"], dtype="str")


def assess(
    homes: pd.DataFrame,
    survey: pd.DataFrame,
    *,
    outcome: str | None = "pendapatan_rt",
    prices: pd.DataFrame | None = None,
    variables: pd.DataFrame | None = None,
    draws: int = 199,
) -> HouseholdChange:
    return change.assess(
        profile(outcome),
        homes,
        survey,
        prices=price_index() if prices is None else prices,
        variables=no_variables() if variables is None else variables,
        draws=draws,
    )


def two_arms(rise: float, drift: float, *, n: int = 40, apart: float = 0.0, seed: int = 1) -> Any:
    """Participants rise by `rise` more than the others, who drift; `apart` separates them at baseline."""
    random = np.random.default_rng(seed)
    arms = ["peserta"] * n + ["pembanding"] * n
    takes_part = np.array(arms) == "peserta"
    spread = np.tile(np.linspace(-1, 1, n), 2)  # the same baseline in both arms, to the rupiah
    before = 1_000 + 100 * spread + apart * takes_part
    after = before + drift + rise * takes_part + random.normal(0, 20, 2 * n)
    return panel(before, after, arms=arms)
