"""Small surveys in which every answer is set by hand, and the seven sample districts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from pasar_nb.analysis.change.outcome import outcome_of, primary_outcome
from pasar_nb.analysis.description import Description, describe
from pasar_nb.analysis.households import with_measures
from pasar_nb.district import District
from pasar_nb.findings import NotEstimable
from pasar_nb.language import verbatim

SAMPLES = Path(__file__).parents[2] / "data"
DAYS = {0: pd.Timestamp("2024-01-10"), 1: pd.Timestamp("2025-01-10"), 2: pd.Timestamp("2026-01-10")}
NO_PRICES = pd.DataFrame(columns=["bulan", "ihk", "tahun_dasar"])
NO_VARIABLES = pd.DataFrame(columns=["variabel", "nama", "satuan", "jenis", "arah", "tema"], dtype="str")
PRICES = pd.DataFrame({"bulan": ["2024-01", "2025-01"], "ihk": [100.0, 110.0], "tahun_dasar": [2022, 2022]})


def waves(*answers: dict[str, Any], first: int = 0) -> pd.DataFrame:
    """Table `survei`: a wave for each set of columns, households numbered from 0 in each."""
    parts = [
        pd.DataFrame(columns).assign(
            id_rt=lambda rows: [f"RT-{place:04d}" for place in range(len(rows))],
            gelombang=wave,
            tanggal=DAYS[wave],
        )
        for wave, columns in enumerate(answers, start=first)
    ]
    return pd.concat(parts, ignore_index=True)


def households(n: int, **traits: Any) -> pd.DataFrame:
    return pd.DataFrame({"id_rt": [f"RT-{place:04d}" for place in range(n)], "studi": "peserta", **traits})


def described(
    survey: pd.DataFrame,
    homes: pd.DataFrame,
    *,
    outcome: str | None = None,
    variables: pd.DataFrame = NO_VARIABLES,
    prices: pd.DataFrame = NO_PRICES,
) -> Description:
    primary = (
        NotEstimable(verbatim("-"))
        if outcome is None
        else outcome_of(outcome, with_measures(survey), homes, variables, prices)
    )
    return describe(survey, homes, variables, prices, outcome=primary)


def mixed(n: int = 60, seed: int = 1) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two waves with a question of every form, two arms, and households of many traits."""
    random = np.random.default_rng(seed)
    place = np.arange(n)
    homes = households(
        n,
        jenis_kelamin_kk=np.where(place % 3 == 0, "P", "L"),
        disabilitas=pd.array(place % 12 == 0, dtype="boolean"),
        usia_kk=25 + place % 45,
        desil=1 + place % 4,
        desa=np.where(place % 2 == 0, "Ranah", "Bukit"),
        id_kelompok=[f"K{one % 4}" for one in place],
    )
    homes = homes.assign(studi=np.where(place % 4 == 3, "pembanding", "peserta"))
    return waves(*(_answers(n, random, wave) for wave in (0, 1))), homes


def _answers(n: int, random: np.random.Generator, wave: int) -> dict[str, Any]:
    spent = {
        name: np.round(random.uniform(50, 400, n), -1) * 1_000
        for name in ("makanan", "pendidikan_kesehatan", "transport_komunikasi", "rumah", "transfer", "lain")
    }
    income = np.round(random.lognormal(14.3 + 0.1 * wave, 0.4, n), -4)
    return {
        "jumlah_anggota": random.integers(1, 7, n),
        "pendapatan_rt": income,
        "pendapatan_usaha": income * 0.5,
        "jam_kerja": random.integers(3, 9, n).astype(float),
        "produk_keuangan": pd.array(random.random(n) < 0.4 + 0.2 * wave, dtype="boolean"),
        "persepsi_pendapatan": random.integers(1, 6, n),
        "pasar_utama": random.choice(["desa", "kota"], n, p=[0.7, 0.3]),
        **{f"belanja_{name}": amounts for name, amounts in spent.items()},
    }


@cache
def sample(code: str) -> tuple[Description, pd.DataFrame, pd.DataFrame]:
    """A sample district: its description, table `survei` with derived measures, and `rumah_tangga`."""
    district = District.open(next(SAMPLES.glob(f"{code}-*")))
    survey, homes, variables, prices = (
        district.table(name) for name in ("survei", "rumah_tangga", "variabel", "ihk")
    )
    measured = with_measures(survey)
    outcome = primary_outcome(district.table("profil"), measured, homes, variables, prices)
    return describe(survey, homes, variables, prices, outcome=outcome), measured, homes
