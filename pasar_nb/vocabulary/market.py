"""Market map: Juknis APP Jawa Timur, Langkah 2; words of the tables pelaku, aliran and masalah."""

from __future__ import annotations

from pasar_nb.language import Message, _
from pasar_nb.vocabulary.colours import BLUE, BROWN, GREEN, GREY, PURPLE, VERMILION

LAYER_LABELS: dict[str, Message] = {
    "rantai_nilai": _("Rantai nilai"),
    "pendukung": _("Fungsi pendukung"),
    "lingkungan_bisnis": _("Lingkungan bisnis"),
}
FLOW_LABELS: dict[str, Message] = {
    "produk": _("produk"),
    "uang": _("uang"),
    "jasa": _("jasa"),
    "jasa_melekat": _("jasa melekat"),
    "informasi": _("informasi"),
    "pembiayaan": _("pembiayaan"),
}
PLACE_LABELS: dict[str, Message] = {
    "dalam": _("di dalam kabupaten"),
    "luar": _("di luar kabupaten"),
}
MARKET_FUNCTION_LABELS: dict[str, Message] = {
    "produksi": _("Produksi"),
    "konsumsi": _("Konsumsi"),
    "pembiayaan": _("Pembiayaan"),
    "sarana_produksi": _("Sarana produksi"),
    "pelatihan": _("Pelatihan"),
    "logistik": _("Logistik"),
    "informasi": _("Informasi pasar"),
    "kebijakan": _("Kebijakan"),
    "peraturan": _("Peraturan"),
    "kebiasaan": _("Kebiasaan"),
}
LOGIC_LEVEL_LABELS: dict[str, Message] = {
    "roots": _("Akar yang dijawab"),
    "pernyataan": _("Intervensi"),
    "perubahan_sistem_pasar": _("Perubahan sistem pasar"),
    "perbaikan_akses_pertumbuhan": _("Perbaikan akses dan pertumbuhan"),
    "pengurangan_kemiskinan": _("Pengurangan kemiskinan"),
}
SERIES_KIND_LABELS: dict[str, Message] = {
    "price": _("Harga"),
    "supply": _("Produksi atau pasokan"),
    "demand": _("Penjualan atau permintaan"),
    "other": _("Lainnya"),
}
FLOW_COLOURS: dict[str, str] = {
    "produk": BLUE,
    "uang": GREEN,
    "jasa": PURPLE,
    "jasa_melekat": VERMILION,
    "informasi": GREY,
    "pembiayaan": BROWN,
}
