"""Tables of a district of any size for the analyses of impact: 40 answers an interview, 6 monthly series."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from pasar_nb.demo.columns import in_contract_form
from pasar_nb.demo.voices import COMMON

Tables = Mapping[str, pd.DataFrame]

GROUP_SIZE, VILLAGES, CONTACTS, MISSING, LEFT_PER_WAVE = 20, 400, 10, 0.03, 0.05
MONTHS, START = 60, "2023-10"
WAVES = ("2023-08", "2024-08", "2025-02", "2025-08")
FIRST_MONTH = "2021-01"
SERIES = ("harga_kopi", "harga_kakao", "harga_lada", "harga_jagung", "volume_kopi", "volume_kakao")
OWN = (
    ("luas_lahan", "hektare", "angka"),
    ("jumlah_ternak", "ekor", "angka"),
    ("jarak_pasar", "km", "angka"),
    ("biaya_pupuk", "Rp/bulan", "angka"),
    ("jual_tersortir", None, "ya_tidak"),
    ("punya_catatan", None, "ya_tidak"),
    ("anggota_koperasi", None, "ya_tidak"),
    ("rasa_percaya", "1-5", "skala"),
    ("kepuasan", "1-5", "skala"),
    ("sumber_bibit", None, "kategori"),
)
ANSWERS = 40


def district_of(households: int, waves: int, seed: int) -> Tables:
    """Draw the tables of a district that 04_impact reads, half of the groups taking part."""
    rng = np.random.default_rng(seed)
    homes = _homes(households, rng)
    variables = _variables()
    survey = in_contract_form("survei", _survey(homes, waves, rng), variables)
    assert len(survey.columns) == ANSWERS + len(("id_rt", "gelombang", "tanggal", "satuan_produksi"))
    tables = {
        "profil": _profile(),
        "rumah_tangga": homes,
        "pendampingan": _support(homes, rng),
        "deret": _series(rng),
        "ihk": _prices(rng),
        "acuan": _yardsticks(),
        "umpan_balik": _remarks(rng),
    }
    formed = {name: in_contract_form(name, table) for name, table in tables.items()}
    return formed | {"survei": survey, "variabel": in_contract_form("variabel", variables)}


def _homes(households: int, rng: np.random.Generator) -> pd.DataFrame:
    group = np.arange(households) // GROUP_SIZE
    village = group % VILLAGES
    return pd.DataFrame(
        {
            "id_rt": [f"RT-{number:09d}" for number in rng.permutation(households)],
            "id_kelompok": [f"POKMAS-{number:05d}" for number in group],
            "kecamatan": [f"Kecamatan {number % 20}" for number in village],
            "desa": [f"Desa {number}" for number in village],
            "jenis_kelamin_kk": rng.choice(["L", "P"], households, p=[0.8, 0.2]),
            "usia_kk": rng.integers(20, 80, households),
            "pendidikan_kk": rng.choice(["SD", "SMP", "SMA", "S1"], households, p=[0.5, 0.25, 0.2, 0.05]),
            "disabilitas": rng.random(households) < 0.1,
            "kelompok_adat": rng.choice(["Jawa", "Bugis", "Sasak"], households),
            "desil": rng.integers(1, 7, households),
            "studi": np.where(group % 2 == 0, "peserta", "pembanding"),
            "tanggal_masuk": pd.Timestamp("2023-09-05"),
        }
    )


def _survey(homes: pd.DataFrame, waves: int, rng: np.random.Generator) -> pd.DataFrame:
    household = np.arange(len(homes))
    level = rng.normal(0, 0.2, len(homes))[household // GROUP_SIZE] + rng.normal(0, 0.4, len(homes))
    last = np.minimum(rng.geometric(LEFT_PER_WAVE, len(homes)) - 1, waves - 1)
    parts = [_wave(homes, wave, level, rng)[last >= wave] for wave in range(waves)]
    return pd.concat(parts, ignore_index=True)


def _wave(homes: pd.DataFrame, wave: int, level: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    n = len(homes)
    takes_part = (homes["studi"] == "peserta").to_numpy()
    better = 0.05 * wave + 0.08 * wave * takes_part

    def amount(mean: float, step: float) -> np.ndarray:
        return np.round(mean * np.exp(level + better + rng.normal(0, 0.4, n)) / step) * step

    def yes(share: float) -> np.ndarray:
        return rng.random(n) < np.minimum(share + better, 1)

    def scale() -> np.ndarray:
        return np.clip(np.round(3 + better + level + rng.normal(0, 1, n)), 1, 5)

    sold, price = amount(60, 1), np.round(rng.normal(20_000, 2_000, n), -2)
    answers = {
        "jumlah_anggota": rng.integers(1, 8, n),
        "pendapatan_usaha": amount(900_000, 10_000),
        "pendapatan_rt": amount(2_500_000, 10_000),
        "belanja_makanan": amount(1_100_000, 5_000),
        "belanja_pendidikan_kesehatan": amount(180_000, 5_000),
        "belanja_transport_komunikasi": amount(200_000, 5_000),
        "belanja_rumah": amount(250_000, 5_000),
        "belanja_transfer": amount(75_000, 5_000),
        "belanja_lain": amount(90_000, 5_000),
        "jam_kerja": np.clip(np.round(rng.normal(6, 2, n) * 2) / 2, 0, 14),
        "jumlah_pekerja": rng.poisson(2, n),
        "produksi": sold + rng.poisson(8, n),
        "satuan_produksi": "kg",
        "volume_jual": sold,
        "nilai_jual": sold * price,
        "harga_jual": price,
        "jumlah_pesanan": rng.poisson(1 + wave, n),
        "pembelian_berulang": yes(0.4),
        "pasar_utama": rng.choice(["Pengepul desa", "Pasar kecamatan", "Koperasi"], n),
        "aset_produksi": amount(2_000_000, 50_000),
        "aset_lain": amount(9_000_000, 100_000),
        "migrasi_masuk": rng.poisson(0.1, n),
        "migrasi_keluar": rng.poisson(0.2, n),
        "jumlah_pelatihan": rng.poisson(0.3 + wave * takes_part, n),
        "telepon_usaha": yes(0.3),
        "produk_keuangan": yes(0.5),
        "tabungan": amount(200_000, 10_000),
        "bansos": yes(0.3),
        "persepsi_pendapatan": scale(),
        "persepsi_pengetahuan": scale(),
        "persepsi_kemampuan": scale(),
        "luas_lahan": np.round(rng.gamma(2, 0.2, n), 2),
        "jumlah_ternak": rng.poisson(3, n),
        "jarak_pasar": np.round(rng.gamma(2, 4, n), 1),
        "biaya_pupuk": amount(150_000, 5_000),
        "jual_tersortir": yes(0.2),
        "punya_catatan": yes(0.2),
        "anggota_koperasi": yes(0.3),
        "rasa_percaya": scale(),
        "kepuasan": scale(),
        "sumber_bibit": rng.choice(["sendiri", "penangkar", "bantuan", "pasar"], n),
    }
    told = pd.DataFrame(answers)
    gaps = rng.random(told.shape) < MISSING
    gaps[:, told.columns.get_loc("satuan_produksi")] = False
    day = rng.integers(0, 24, n // GROUP_SIZE + 1)[np.arange(n) // GROUP_SIZE]
    known = {
        "id_rt": homes["id_rt"],
        "gelombang": wave,
        "tanggal": pd.Timestamp(WAVES[wave]) + pd.to_timedelta(day, unit="D"),
    }
    return pd.concat([pd.DataFrame(known), told.mask(gaps)], axis="columns")


def _variables() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "variabel": [name for name, _unit, _kind in OWN],
            "nama": [name.replace("_", " ").capitalize() for name, _unit, _kind in OWN],
            "satuan": [unit for _name, unit, _kind in OWN],
            "jenis": [kind for _name, _unit, kind in OWN],
            "arah": "naik",
            "tema": "kinerja_usaha",
        }
    )


def _profile() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "kode_kabupaten": ["3503"],
            "nama_kabupaten": ["Trenggalek"],
            "program": ["Keperantaraan Pasar Kopi"],
            "komoditas_terpilih": ["Kopi"],
            "mulai_intervensi": [pd.Timestamp(f"{START}-02")],
            "hasil_utama": ["pendapatan_rt"],
        }
    )


def _support(homes: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    ids = homes.loc[homes["studi"] == "peserta", "id_rt"].to_numpy()
    n = CONTACTS * len(ids)
    return pd.DataFrame(
        {
            "id_rt": np.tile(ids, CONTACTS),
            "tanggal": pd.Timestamp(f"{START}-02") + pd.to_timedelta(rng.integers(0, 600, n), unit="D"),
            "jenis": rng.choice(["teknis", "sosial", "manajerial", "intensif", "pelatihan"], n),
            "jam": rng.integers(1, 6, n),
            "hadir": rng.random(n) < np.tile(rng.beta(8, 2, len(ids)), CONTACTS),
        }
    )


def _months(count: int) -> list[str]:
    return [str(month) for month in pd.period_range(FIRST_MONTH, periods=count, freq="M")]


def _series(rng: np.random.Generator) -> pd.DataFrame:
    months, time = _months(MONTHS), np.arange(MONTHS)
    parts = []
    for name in SERIES:
        noise = np.zeros(MONTHS)
        for month in range(1, MONTHS):
            noise[month] = 0.4 * noise[month - 1] + rng.normal(0, 0.03)
        after = time >= months.index(START)
        level = 0.003 * time + 0.08 * np.sin(2 * np.pi * time / 12) + 0.1 * after + noise
        price = name.startswith("harga")
        parts.append(
            pd.DataFrame(
                {
                    "seri": name,
                    "bulan": months,
                    "nilai": np.round((25_000 if price else 4_000) * np.exp(level)),
                    "satuan": "Rp/kg" if price else "kg",
                    "sumber": "Pantauan pasar",
                    "pembanding": "harga_lada" if name == "harga_kopi" else None,
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def _prices(rng: np.random.Generator) -> pd.DataFrame:
    rising = 100 * np.exp(np.cumsum(rng.normal(0.0025, 0.002, 72)))
    return pd.DataFrame({"bulan": _months(72), "ihk": rising.round(2), "tahun_dasar": 2018})


def _yardsticks() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "tahun": [2023, 2024, 2025],
            "garis_kemiskinan": [415_000.0, 436_000.0, 455_000.0],
            "umk": [2_139_000.0, 2_243_000.0, 2_378_000.0],
            "sumber": "BPS",
        }
    )


def _remarks(rng: np.random.Generator, count: int = 100) -> pd.DataFrame:
    said = [COMMON[place] for place in rng.integers(0, len(COMMON), count)]
    themes = [voice.theme for voice in said]
    return pd.DataFrame(
        {
            "sumber": [voice.source for voice in said],
            "tanggal": pd.Timestamp("2024-01-10") + pd.to_timedelta(rng.integers(0, 500, count), unit="D"),
            "teks": [f"{voice.text} Begitu kata kami." for voice in said],
            "tema": themes,
            "jenis_kelamin": rng.choice(["L", "P"], count),
            "tema_kedua": np.where(rng.random(count) < 0.75, themes, rng.permutation(themes)),
        }
    )
