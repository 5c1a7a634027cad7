"""Business models worked out by hand, each with one thing that people must be told."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pandas as pd
from business_cases import (
    BOTH_GAIN,
    ONE_LOSES,
    PROFILE,
    WITH_RANGES,
    candidates,
    compare,
    costs,
    model,
    relations,
)
from exhibit_reading import shown

from pasar_nb.analysis import business
from pasar_nb.analysis.business import BusinessModel
from pasar_nb.disclosure import Released

Shown = Released[BusinessModel]

TRADE = """
sebelum pokmas mitra_lokal produk Segar
sebelum mitra_lokal pokmas uang
sesudah pokmas mitra_lokal produk Kering
sesudah mitra_lokal pokmas uang
sesudah mitra_lokal pokmas jasa_melekat Pelatihan
"""
EVERYONE = (
    TRADE
    + """
sebelum pokmas mitra_swasta produk Langsung
sesudah mitra_lokal mitra_swasta produk
sesudah lembaga_keuangan pokmas pembiayaan KUR
sesudah pemerintah mitra_lokal jasa
sesudah penyedia_input pokmas produk
"""
)
PAID = """
kegiatan  kelompok         sumber       tahun anggaran  realisasi
fasilitas kelembagaan      APBD         2023  60000000  57000000
latihan   intervensi       APBD         2024  20000000  21000000
mesin     intervensi       mitra_swasta 2024  15000000  -
survei    pengukuran_hasil APBN         2025  5000000   -
"""
NEWCOMER = BOTH_GAIN + "sesudah penyedia_input 2 masuk 100 9000\n"
GONE = BOTH_GAIN + "sebelum mitra_swasta 1 masuk 10 5000\n"
RISKY = WITH_RANGES.replace("70000 54000 ", "70000 30000 ")
INCOMPLETE = BOTH_GAIN.replace("sesudah pokmas      40   masuk    120", "sesudah pokmas      40   masuk    -")
ONLY_BEFORE = "\n".join(line for line in BOTH_GAIN.splitlines() if "sesudah" not in line)
INVESTING = BOTH_GAIN + "sesudah mitra_lokal 1    investasi 1    9000000\n"

# Mitra swasta: 100 x 9.000 - 100 x 6.000 = 300.000, then 100 x 9.000 - 100 x 8.500 = 50.000.
OFFTAKER_LOSES = (
    BOTH_GAIN
    + """
sebelum mitra_swasta 1 masuk    100 9000
sebelum mitra_swasta 1 variabel 100 6000
sesudah mitra_swasta 1 masuk    100 9000
sesudah mitra_swasta 1 variabel 100 8500
"""
)
NEARLY_A = """
sebelum pokmas mitra_lokal produk
sebelum mitra_lokal pokmas uang
sesudah pokmas mitra_lokal produk
sesudah mitra_lokal pokmas uang
sesudah mitra_lokal pokmas jasa_melekat
sesudah mitra_lokal mitra_swasta produk
sesudah mitra_swasta mitra_lokal uang
sesudah pemerintah pokmas uang Modal awal
"""
MODEL_B = """
sesudah mitra_swasta mitra_lokal jasa_melekat
sesudah lembaga_keuangan pokmas pembiayaan
sesudah mitra_lokal lembaga_keuangan uang
"""
ASKED = """
mitra      jenis  insentif kontribusi kapasitas status       tanggal
Koperasi   lokal  3        3          3         sepakat      2024-03-05
Pengepul   lokal  4        3          -         identifikasi -
BUMDes     lokal  3        4          4         negosiasi    2024-02-01
PabrikA    swasta 4        5          5         batal        2024-09-15
PabrikB    swasta 3        4          4         identifikasi -
"""
GIVEN = """
kegiatan       kelompok    sumber           tahun anggaran realisasi
Hibah.alat     intervensi  APBD             2024  40000000 -
Hibah.bibit    intervensi  APBDes           2024  10000000 -
Pinjaman.modal intervensi  lembaga_keuangan 2024  60000000 -
Pelatihan      intervensi  mitra_swasta     2025  25000000 -
"""

IMAGE = "<img src=x onerror=alert(1)>"
FORMULA = "=cmd|'/C calc'!A0"
BRACES = "jahe {merah} {0} {"


@cache
def gaining() -> Shown:
    return shown(compare(INVESTING, TRADE, PAID))


@cache
def losing() -> Shown:
    return shown(compare(ONE_LOSES, TRADE, PAID))


@cache
def ranged() -> Shown:
    return shown(compare(WITH_RANGES, TRADE))


@cache
def risky() -> Shown:
    return shown(compare(RISKY))


@cache
def new_party() -> Shown:
    return shown(compare(NEWCOMER, EVERYONE, PAID))


@cache
def gone_party() -> Shown:
    return shown(compare(GONE, TRADE))


@cache
def incomplete() -> Shown:
    return shown(compare(INCOMPLETE, EVERYONE, PAID.replace("57000000", "-").replace("21000000", "-")))


@cache
def baseline_only() -> Shown:
    return shown(compare(ONLY_BEFORE, "sebelum pokmas mitra_lokal produk"))


@cache
def empty() -> Shown:
    return shown(compare(BOTH_GAIN.splitlines()[1]))


@cache
def hostile() -> Shown:
    """Names of lines, units, remarks and of the commodity that are markup, formulas and templates."""
    lines = model(BOTH_GAIN).assign(komponen=IMAGE, satuan=BRACES)
    asked = candidates(ASKED).assign(mitra=[IMAGE, FORMULA, BRACES, "a", "b"])
    trade = relations(TRADE).assign(keterangan=FORMULA)
    named = PROFILE.assign(komoditas_terpilih=BRACES)
    paid = costs(PAID).assign(kegiatan=IMAGE)
    umk = pd.DataFrame({"tahun": [2023], "umk": [2_000_000.0]})
    return shown(business.compare(lines, trade, paid, profile=named, reference=umk, candidates=asked))


@cache
def offtaker_losing() -> Shown:
    return shown(compare(OFFTAKER_LOSES, NEARLY_A + MODEL_B.strip(), PAID, ASKED))


@cache
def nearly_a() -> Shown:
    return shown(
        compare(BOTH_GAIN.replace("sesudah pokmas      40", "sesudah pokmas      60"), NEARLY_A, GIVEN, ASKED)
    )


CASES: dict[str, Callable[[], Shown]] = {
    "everyone gains": gaining,
    "one loses": losing,
    "with ranges": ranged,
    "depends on the market": risky,
    "a new party": new_party,
    "a party gone": gone_party,
    "a missing quantity": incomplete,
    "baseline only": baseline_only,
    "nothing recorded": empty,
    "hostile names": hostile,
    "the offtaker loses": offtaker_losing,
    "nearly model A, more producers, gifts": nearly_a,
}
