"""Small results chains written as text tables, so that a test shows its data."""

from __future__ import annotations

import io
from typing import Any

import pandas as pd

from pasar_nb.analysis import monitoring
from pasar_nb.analysis.monitoring import Monitoring

CHAIN = """
rantai|tingkat|pernyataan|menyebabkan|asumsi
A|kegiatan|Pelatihan terlaksana|B;C|Petani dapat hadir
B|keluaran_mitra|Mitra mampu melatih|D|
C|keluaran_mitra|Kontrak ditandatangani|D|Harga kontrak menarik
D|dampak_pokmas|Pendapatan naik||Biaya tidak naik
"""
"""A diamond: A leads to B and C, both lead to D."""

_INDICATOR: dict[str, object] = {
    "satuan": "kg",
    "tema": "kinerja_usaha",
    "apkm": None,
    "arah": "naik",
    "nilai_awal": 0.0,
    "target": 12.0,
    "tenggat": pd.Timestamp("2024-12-31"),
    "metode": "Catatan",
    "sumber_verifikasi": "Laporan",
    "penanggung_jawab": "Ibu Rahasia",
    "frekuensi": "bulanan",
}


def table(text: str) -> pd.DataFrame:
    return pd.read_csv(io.StringIO(text.strip()), sep="|", keep_default_na=True)


def chain(text: str = CHAIN) -> pd.DataFrame:
    return table(text)


def indicator(code: str, box: str, **changed: object) -> dict[str, object]:
    return {"indikator": code, "rantai": box, "nama": f"Indikator {code}", **_INDICATOR, **changed}


def indicators(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["indikator", "rantai", "nama", *_INDICATOR])


def measured(**values: dict[str, float]) -> pd.DataFrame:
    rows = [(code, month, value) for code, months in values.items() for month, value in months.items()]
    return pd.DataFrame(rows, columns=["indikator", "bulan", "nilai"]).assign(catatan=None)


def profile(start: str | None = "2024-01-15") -> pd.DataFrame:
    return pd.DataFrame({"mulai_intervensi": [pd.Timestamp(start) if start else pd.NaT]})


def monitor(rows: pd.DataFrame, values: pd.DataFrame, **options: Any) -> Monitoring:
    """Monitor the diamond from January 2024 on, unless told otherwise."""
    options = {"profile": profile(), **options}
    return monitoring.monitor(options.pop("chain", chain()), rows, values, **options)


def states(result: Monitoring) -> dict[str, str]:
    return dict(zip(result.indicators.table["indikator"], result.indicators.table["state"], strict=True))


def boxes(result: Monitoring) -> dict[str, str]:
    return dict(zip(result.chain.boxes["rantai"], result.chain.boxes["state"], strict=True))
