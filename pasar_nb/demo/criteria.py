"""The criteria that a panel may choose from, and the data that stand behind a score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Criterion:
    """A criterion of commodity selection.

    Attributes
    ----------
    name
        For people.
    dimension
        One of the contract's dimensions.
    direction
        ``manfaat`` where a high score is good, ``biaya`` where it is bad.
    unit
        Unit of the data behind the score.
    low, high
        Data that a score of 1 and of 5 stand for.
    step
        Data are rounded to this.
    source
        Where the data come from, with the field ``{district}`` where it belongs.
    year
        Year of the data.
    documented
        Chance that data exist; otherwise the score rests on interviews.
    """

    name: str
    dimension: Literal["jangkauan_miskin", "peningkatan_pendapatan", "perubahan_sistemik", "lainnya"]
    direction: Literal["manfaat", "biaya"]
    unit: str
    low: float
    high: float
    step: float
    source: str
    year: int
    documented: float


INTERVIEWS = "Wawancara dan FGD pelaku usaha"  # what a score without data rests on

CRITERIA: Mapping[str, Criterion] = {
    "jangkauan": Criterion(
        "Jangkauan rumah tangga miskin", "jangkauan_miskin", "manfaat",
        "rumah tangga", 150, 2400, 10, "Regsosek dan {district} Dalam Angka 2023", 2022, 0.95,
    ),
    "pendapatan": Criterion(
        "Potensi peningkatan pendapatan", "peningkatan_pendapatan", "manfaat",
        "Rp/bulan", 150_000, 950_000, 10_000, "Analisis usaha tani dan usaha mikro {district}", 2023, 0.85,
    ),
    "permintaan": Criterion(
        "Pertumbuhan permintaan pasar", "peningkatan_pendapatan", "manfaat",
        "persen per tahun", -3, 14, 0.5, "Statistik Perdagangan BPS", 2022, 0.8,
    ),
    "kemitraan": Criterion(
        "Kesediaan pelaku pasar bermitra", "perubahan_sistemik", "manfaat",
        "pelaku usaha", 0, 12, 1, "Pemetaan pelaku pasar {district}", 2023, 0.6,
    ),
    "perempuan": Criterion(
        "Keterlibatan perempuan", "lainnya", "manfaat",
        "persen", 10, 90, 1, "Sakernas, tabulasi {district}", 2021, 0.75,
    ),
    "lingkungan": Criterion(
        "Risiko lingkungan", "lainnya", "biaya",
        "indeks 0-100", 5, 85, 1, "Kajian Dinas Lingkungan Hidup {district}", 2020, 0.5,
    ),
    "modal": Criterion(
        "Kebutuhan modal per rumah tangga", "lainnya", "biaya",
        "Rp", 500_000, 15_000_000, 100_000, "Analisis usaha tani dan usaha mikro {district}", 2023, 0.85,
    ),
}  # fmt: skip
