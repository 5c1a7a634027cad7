"""The results chain from activities to poverty, in the district's words."""

from __future__ import annotations

import pandas as pd

from pasar_nb.demo.setting import Setting

BOXES = (  # code, level, statement, what it leads to, assumption
    ("K1", "kegiatan", "Pelatihan mutu dan usaha bagi POKMAS terlaksana", "P1;Q2",
     "Anggota dapat hadir di luar musim sibuk"),
    ("K2", "kegiatan", "{local} dan {private} dipertemukan", "P2",
     "{private} memerlukan pasokan dari kabupaten"),
    ("P1", "keluaran_mitra", "{local} mampu melatih dan memeriksa mutu", "H1",
     "Juru mutu tidak berpindah kerja"),
    ("P2", "keluaran_mitra", "{local} dan {private} menyepakati pembelian", "H1",
     "Harga kesepakatan di atas harga pengepul"),
    ("H1", "hasil_mitra", "{local} membeli dari POKMAS secara teratur", "H2;Q1",
     "Modal kerja {local} mencukupi"),
    ("H2", "hasil_mitra", "{local} memperoleh keuntungan yang layak", "S1",
     "Biaya pengolahan tidak naik lebih cepat daripada harga"),
    ("Q1", "hasil_pokmas", "Anggota POKMAS menjual kepada {local}", "D1",
     "Anggota tidak terikat utang kepada pengepul"),
    ("Q2", "hasil_pokmas", "Anggota POKMAS menjaga mutu dan pelanggan", "D1", "Mutu dihargai pembeli"),
    ("S1", "dampak_sektor", "Pelaku lain meniru cara membeli menurut mutu", "D1",
     "Keuntungan terlihat oleh pelaku lain"),
    ("D1", "dampak_pokmas", "Pendapatan usaha {product} anggota POKMAS naik", "T1",
     "Hasil tidak turun karena cuaca"),
    ("T1", "dampak_kemiskinan", "Pendapatan rumah tangga naik dan kemiskinan berkurang", "", ""),
)  # fmt: skip


def words(setting: Setting) -> dict[str, str]:
    """Give the district's words for the statements of chain and indicators."""
    market = setting.story.venture.market
    return {
        "local": market.local,
        "private": market.private[:1].lower() + market.private[1:],
        "product": setting.story.commodity.name.lower(),
        "unit": setting.story.commodity.unit,
    }


def chain(setting: Setting) -> pd.DataFrame:
    """Write the table `rantai`."""
    own = words(setting)
    rows = [
        (code, level, _sentence(statement, own), leads, _sentence(assumption, own))
        for code, level, statement, leads, assumption in BOXES
    ]
    return pd.DataFrame(rows, columns=["rantai", "tingkat", "pernyataan", "menyebabkan", "asumsi"])


def _sentence(template: str, own: dict[str, str]) -> str:
    text = template.format(**own)
    return text[:1].upper() + text[1:]
