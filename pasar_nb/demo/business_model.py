"""The business model: each party's budget before and after, who exchanges what, and who truly gains."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from pasar_nb.demo.budgets import Budget, Line, budgets, prices
from pasar_nb.demo.setting import Drawn, Setting
from pasar_nb.demo.venture import Deal
from pasar_nb.demo.yardsticks import money, quantity
from pasar_nb.vocabulary import PRODUCERS

FIRM = 0.5  # producers know inputs and wages twice as well as sales

BEFORE = (
    ("pokmas", "mitra_lokal", "produk", "Sebagian kecil hasil, tanpa sortasi"),
    ("mitra_lokal", "pokmas", "uang", "Tunai, harga pengepul"),
    ("mitra_lokal", "mitra_swasta", "produk", "Melalui pedagang besar"),
    ("mitra_swasta", "mitra_lokal", "uang", "Melalui pedagang besar"),
)
AFTER = (
    ("pokmas", "mitra_lokal", "produk", "Hasil tersortir"),
    ("mitra_lokal", "pokmas", "uang", "Harga menurut mutu"),
    ("mitra_lokal", "pokmas", "jasa_melekat", "Pelatihan mutu dan pengangkutan"),
    ("mitra_lokal", "pokmas", "informasi", "Harga dan kebutuhan pembeli"),
    ("mitra_lokal", "mitra_swasta", "produk", "Hasil menurut mutu yang disepakati"),
    ("mitra_swasta", "mitra_lokal", "uang", "Menurut perjanjian pembelian"),
    ("mitra_swasta", "mitra_lokal", "jasa_melekat", "Pendamping mutu"),
    ("pemerintah", "mitra_lokal", "jasa", "Pendampingan dan perizinan"),
)
BEFORE_B = (
    ("penyedia_input", "pokmas", "produk", "Eceran"),
    ("pokmas", "penyedia_input", "uang", "Tunai"),
    ("lembaga_keuangan", "pokmas", "pembiayaan", "Hanya untuk yang mempunyai agunan"),
    ("pokmas", "lembaga_keuangan", "uang", "Angsuran bulanan"),
)
AFTER_B = (
    ("penyedia_input", "pokmas", "produk", "Borongan melalui kelompok"),
    ("pokmas", "penyedia_input", "uang", "Setelah panen"),
    ("penyedia_input", "pokmas", "jasa_melekat", "Penyuluhan pemakaian"),
    ("lembaga_keuangan", "pokmas", "pembiayaan", "Pinjaman dengan rujukan mitra lokal"),
    ("mitra_lokal", "lembaga_keuangan", "uang", "Angsuran dipotong dari penjualan"),
)


def business_model(setting: Setting) -> Drawn:
    """Draw the tables of the business model."""
    deal, made = setting.story.venture.deal, budgets(setting)
    rows = [_row(budget, line, deal) for budget in made for line in budget.lines]
    tables = {"model_bisnis": pd.DataFrame(rows), "relasi_bisnis": _relations(deal)}
    return Drawn(tables, {"model_bisnis": _truth(setting, made)})


def _row(budget: Budget, line: Line, deal: Deal) -> dict[str, object]:
    row = {
        "kondisi": budget.condition,
        "peran": budget.role,
        "jumlah_unit": budget.units,
        "komponen": line.name,
        "jenis": line.kind,
        "volume": line.volume,
        "satuan": line.unit,
        "harga": line.price,
        "frekuensi_per_tahun": line.times,
    }
    earned = line.kind == "pendapatan"
    if budget.role != PRODUCERS:  # traders know their volumes; what they earn on each unit is less sure
        return row | (_range("harga", line.price, deal.resale_doubt, money) if earned else {})
    known = 1 if earned else FIRM
    return (
        row
        | _range("harga", line.price, deal.doubt * known, money)
        | _range("volume", line.volume, deal.doubt, quantity)
    )


def _range(name: str, middle: float, doubt: float, rounded: Callable[[float], float]) -> dict[str, object]:
    return {
        f"{name}_rendah": min(rounded(middle * (1 - doubt)), middle),
        f"{name}_tinggi": max(rounded(middle * (1 + doubt)), middle),
    }


def _relations(deal: Deal) -> pd.DataFrame:
    before, after = (BEFORE + BEFORE_B, AFTER + AFTER_B) if deal.model == "B" else (BEFORE, AFTER)
    rows = [("sebelum", *one) for one in before] + [("sesudah", *one) for one in after]
    return pd.DataFrame(rows, columns=["kondisi", "dari", "ke", "jenis", "keterangan"])


def _truth(setting: Setting, made: tuple[Budget, ...]) -> dict[str, object]:
    net = {(budget.role, budget.condition): budget.net for budget in made}
    roles = list(dict.fromkeys(budget.role for budget in made))
    gains = {role: net[role, "sesudah"] - net[role, "sebelum"] for role in roles}
    old, new, _bought, _sold = prices(setting)
    return {
        "model": setting.story.venture.deal.model,
        "bersih_sebelum_per_unit": {role: round(net[role, "sebelum"]) for role in roles},
        "bersih_sesudah_per_unit": {role: round(net[role, "sesudah"]) for role in roles},
        "tambahan_per_unit": {role: round(gain) for role, gain in gains.items()},
        "pihak_yang_rugi": [role for role, gain in gains.items() if gain < 0],
        "kenaikan_harga_dijanjikan": round(new / old - 1, 4),
        "kenaikan_harga_terjadi": setting.story.programme.price_shift,
    }
