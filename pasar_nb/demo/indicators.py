"""The indicators of the results chain: what is measured, how, by whom, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

STAFF, PARTNER, SURVEYOR = "Staf pemantauan (SPPH)", "Pengelola mitra lokal", "Bappeda"
LISTS, BOOKS, SURVEY = "Daftar hadir", "Buku pembelian mitra lokal", "Survei rumah tangga"
MONTHLY, QUARTERLY, HALF_YEARLY, BY_WAVE = (
    "bulanan",
    "tiga bulan sekali",
    "enam bulan sekali",
    "setiap survei",
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator.

    Attributes
    ----------
    code, box, name, unit, theme, dimension, direction
        As in the contract's table `indikator`; name and unit with fields of `results_chain.words`.
    months
        Months from the start to the deadline.
    method, evidence, duty, frequency
        How it is measured, where the proof lies, who measures, and how often.
    step
        Values and targets are rounded to this.
    """

    code: str
    box: str
    name: str
    unit: str
    theme: str
    dimension: str
    direction: Literal["naik", "turun"]
    months: int
    method: str
    evidence: str
    duty: str
    frequency: str
    step: float = 1.0


INDICATORS = (
    Indicator(
        "N01", "K1", "Pertemuan pelatihan kelompok (kumulatif)", "pertemuan",
        "akses_partisipasi", "akses", "naik", 14,
        "Pencatatan kegiatan", LISTS, STAFF, MONTHLY,
    ),
    Indicator(
        "N02", "K1", "Kehadiran anggota dalam pertemuan", "persen",
        "akses_partisipasi", "partisipasi", "naik", 18,
        "Pencatatan kegiatan", LISTS, STAFF, QUARTERLY, 0.1,
    ),
    Indicator(
        "N03", "P1", "Tenaga terlatih pada mitra lokal", "orang",
        "tenaga_kerja", "kontrol", "naik", 18,
        "Wawancara mitra lokal", "Surat tugas juru mutu", PARTNER, HALF_YEARLY,
    ),
    Indicator(
        "N04", "P2", "Perjanjian pembelian yang berlaku", "perjanjian",
        "kinerja_usaha", "kontrol", "naik", 6,
        "Pemeriksaan dokumen", "Salinan perjanjian", STAFF, QUARTERLY,
    ),
    Indicator(
        "N05", "H1", "Pembelian mitra lokal dari POKMAS", "{unit}/bulan",
        "kinerja_usaha", "manfaat", "naik", 24,
        "Pencatatan pembelian", BOOKS, PARTNER, MONTHLY,
    ),
    Indicator(
        "N06", "H2", "Keuntungan mitra lokal", "Rp/bulan",
        "kinerja_usaha", "manfaat", "naik", 24,
        "Survei mitra", "Laporan laba rugi", PARTNER, BY_WAVE, 50000,
    ),
    Indicator(
        "N07", "Q1", "Anggota yang terutama menjual kepada mitra lokal", "persen",
        "akses_partisipasi", "akses", "naik", 24,
        SURVEY, "Data survei", SURVEYOR, BY_WAVE, 0.1,
    ),
    Indicator(
        "N08", "Q2", "Anggota dengan pembeli yang membeli lagi", "persen",
        "kinerja_usaha", "manfaat", "naik", 24,
        SURVEY, "Data survei", SURVEYOR, BY_WAVE, 0.1,
    ),
    Indicator(
        "N09", "Q2", "Rasa mampu mengelola usaha", "skala 1-5",
        "persepsi", "kontrol", "naik", 24,
        SURVEY, "Data survei", SURVEYOR, BY_WAVE, 0.01,
    ),
    Indicator(
        "N10", "S1", "Pelaku lain yang membeli menurut mutu", "pelaku",
        "peluang_ekonomi", "", "naik", 30,
        "Wawancara pelaku pasar", "Catatan lapangan", STAFF, HALF_YEARLY,
    ),
    Indicator(
        "N11", "D1", "Pendapatan usaha rata-rata anggota", "Rp/bulan",
        "pendapatan_konsumsi", "manfaat", "naik", 30,
        SURVEY, "Data survei", SURVEYOR, BY_WAVE, 1000,
    ),
    Indicator(
        "N12", "D1", "Pekerja rata-rata per usaha", "orang",
        "tenaga_kerja", "manfaat", "naik", 30,
        SURVEY, "Data survei", SURVEYOR, BY_WAVE, 0.01,
    ),
    Indicator(
        "N13", "T1", "Pendapatan rumah tangga rata-rata", "Rp/bulan",
        "pendapatan_konsumsi", "manfaat", "naik", 36,
        SURVEY, "Data survei", SURVEYOR, BY_WAVE, 1000,
    ),
    Indicator(
        "N14", "T1", "Anggota dengan belanja di bawah garis kemiskinan", "persen",
        "pendapatan_konsumsi", "manfaat", "turun", 36,
        SURVEY, "Data survei", SURVEYOR, BY_WAVE, 0.1,
    ),
    Indicator(
        "N15", "T1", "Anggota keluarga yang merantau per 100 rumah tangga", "orang",
        "peluang_ekonomi", "manfaat", "turun", 36,
        SURVEY, "Data survei", SURVEYOR, BY_WAVE, 0.1,
    ),
)  # fmt: skip
