"""Small districts in which support and change are set by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd

BASELINE, ENDLINE = pd.Timestamp("2024-01-10"), pd.Timestamp("2025-01-10")
MIDWAY = pd.Timestamp("2024-06-15")


def district(
    contacts: list[int] | np.ndarray,
    change: list[float] | np.ndarray,
    *,
    groups: list[str] | None = None,
    before: list[float] | np.ndarray | None = None,
    kind: str = "teknis",
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Tables `rumah_tangga`, `survei` and `pendampingan`: a number of contacts and a change per household."""
    count = len(contacts)
    ids = [f"RT-{place:04d}" for place in range(count)]
    first = np.full(count, 1000.0) if before is None else np.asarray(before, dtype=float)
    homes = pd.DataFrame({"id_rt": ids, "id_kelompok": groups, "studi": "peserta"})
    homes["id_kelompok"] = homes["id_kelompok"].astype("object")
    survey = pd.DataFrame(
        {
            "id_rt": ids * 2,
            "gelombang": np.repeat([0, 1], count),
            "tanggal": np.repeat([BASELINE, ENDLINE], count),
            "pendapatan_rt": np.concatenate([first, first + np.asarray(change, dtype=float)]),
        }
    )
    came = np.repeat(ids, np.asarray(contacts, dtype=int))
    return homes, survey, support([(one, MIDWAY, kind, 2.0, True) for one in came])


def support(rows: list[tuple[str, pd.Timestamp, str, float, bool]]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["id_rt", "tanggal", "jenis", "jam", "hadir"])
    return table.astype({"tanggal": "datetime64[us]", "jam": "float64", "hadir": "boolean"})


def in_groups(count: int, groups: int) -> list[str]:
    return [f"POKMAS-{place % groups:02d}" for place in range(count)]


def level_prices(*months: str, level: tuple[float, ...] = ()) -> pd.DataFrame:
    levels = level or (100.0,) * len(months)
    return pd.DataFrame({"bulan": list(months), "ihk": list(levels), "tahun_dasar": 2022})


def varied(count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Contacts and changes that go together but not strictly."""
    random = np.random.default_rng(seed)
    contacts = random.integers(0, 12, count)
    return contacts, 20.0 * contacts + random.normal(0, 60, count)
