"""Small business models written as text tables, so that a test shows its data."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pandas as pd

from pasar_nb.analysis import business
from pasar_nb.analysis.business import BusinessModel

SHORT = {
    "masuk": "pendapatan",
    "variabel": "biaya_variabel",
    "tetap": "biaya_tetap",
    "investasi": "investasi",
}
RANGES = ("harga_rendah", "harga_tinggi", "volume_rendah", "volume_tinggi")
NO_RELATIONS = pd.DataFrame(columns=["kondisi", "dari", "ke", "jenis", "keterangan"], dtype="str")
NO_COSTS = pd.DataFrame(
    columns=["kegiatan", "kelompok", "sumber", "tahun", "anggaran", "realisasi", "kode_apbd"]
)
PROFILE = pd.DataFrame(
    {"komoditas_terpilih": ["Jahe merah"], "mulai_intervensi": [pd.Timestamp("2023-10-02")]}
)
REFERENCE = pd.DataFrame({"tahun": [2022, 2023, 2024], "umk": [1_900_000.0, 2_000_000.0, 2_100_000.0]})

# POKMAS: 100 kg at 50.000 less 10 x 100.000 less 500.000 = 3.500.000; then 120 x 60.000 less 1.200.000 less
# 500.000 = 5.500.000.  Mitra lokal: 1.000 x 55.000 less 1.000 x 50.000 less 2.000.000 = 3.000.000; then
# 1.200 x 66.000 less 1.200 x 60.000 less 1.200.000 = 6.000.000.
BOTH_GAIN = """
kondisi peran       unit jenis    volume harga
sebelum pokmas      40   masuk    100    50000
sebelum pokmas      40   variabel 10     100000
sebelum pokmas      40   tetap    1      500000
sesudah pokmas      40   masuk    120    60000
sesudah pokmas      40   variabel 12     100000
sesudah pokmas      40   tetap    1      500000
sebelum mitra_lokal 1    masuk    1000   55000
sebelum mitra_lokal 1    variabel 1000   50000
sebelum mitra_lokal 1    tetap    1      2000000
sesudah mitra_lokal 1    masuk    1200   66000
sesudah mitra_lokal 1    variabel 1200   60000
sesudah mitra_lokal 1    tetap    1      1200000
"""
# The same, but the trader's margin shrinks: 1.200 x (61.000 - 60.000) - 1.200.000 = 0, from 3.000.000.
ONE_LOSES = BOTH_GAIN.replace("1200   66000", "1200   61000")
# Price 48-52 thousand before and 54-66 after; usual change 2.000.000.
WITH_RANGES = """
kondisi peran  unit jenis    volume harga harga_rendah harga_tinggi
sebelum pokmas 40   masuk    100    50000 48000        52000
sebelum pokmas 40   variabel 10     50000 45000        60000
sesudah pokmas 40   masuk    100    70000 54000        90000
sesudah pokmas 40   variabel 10     50000 45000        60000
"""


def model(text: str) -> pd.DataFrame:
    """Columns kondisi, peran, unit, jenis, volume, harga, and others if need be; a dash is an empty cell."""
    given = pd.read_csv(io.StringIO(text.strip()), sep=r"\s+", na_values="-")
    given = given.rename(columns={"unit": "jumlah_unit"}).assign(
        jenis=lambda table: table["jenis"].map(SHORT)
    )
    defaults: dict[str, Any] = {
        "komponen": given["jenis"],
        "satuan": "kg",
        "frekuensi_per_tahun": 1.0,
        **dict.fromkeys(RANGES, np.nan),
    }
    full = given.assign(**{name: value for name, value in defaults.items() if name not in given})
    numbers = ("jumlah_unit", "volume", "harga", "frekuensi_per_tahun", *RANGES)
    return full.astype(dict.fromkeys(numbers, "float64"))


def relations(text: str) -> pd.DataFrame:
    """Lines `kondisi dari ke jenis`, with the rest of the line as remark."""
    rows = [line.split(maxsplit=4) for line in text.strip().splitlines()]
    filled = [[*row, *([None] * (5 - len(row)))] for row in rows]
    return pd.DataFrame(filled, columns=list(NO_RELATIONS.columns))


def costs(text: str) -> pd.DataFrame:
    given = pd.read_csv(io.StringIO(text.strip()), sep=r"\s+", na_values="-")
    return given.astype({"anggaran": "float64", "realisasi": "float64"})


def candidates(text: str) -> pd.DataFrame:
    """Columns mitra, jenis, insentif, kontribusi, kapasitas, status, tanggal; a dash is an empty cell."""
    given = pd.read_csv(io.StringIO(text.strip()), sep=r"\s+", na_values="-", parse_dates=["tanggal"])
    return given.astype(dict.fromkeys(("insentif", "kontribusi", "kapasitas"), "Int64"))


def compare(
    text: str = BOTH_GAIN,
    exchanged: str = "",
    paid: str = "",
    asked: str = "",
    *,
    profile: pd.DataFrame = PROFILE,
    reference: pd.DataFrame = REFERENCE,
    assumptions: business.Assumptions | None = None,
) -> BusinessModel:
    return business.compare(
        model(text),
        relations(exchanged) if exchanged else NO_RELATIONS,
        costs(paid) if paid else NO_COSTS,
        profile=profile,
        reference=reference,
        candidates=candidates(asked) if asked else None,
        assumptions=assumptions,
    )


def budget(result: BusinessModel, party: str, condition: str) -> pd.Series:
    """The one row of a party and condition."""
    table = result.budgets.table
    (row,) = [row for _, row in table.iterrows() if (row["peran"], row["kondisi"]) == (party, condition)]
    return row


def gain(result: BusinessModel, party: str) -> pd.Series:
    return result.gains.table.set_index("peran").loc[party]
