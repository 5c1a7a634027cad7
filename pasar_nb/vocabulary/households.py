"""Households: what the survey measures, who is compared, and what support they received."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pasar_nb.language import Message, _, verbatim
from pasar_nb.vocabulary.wording import readable

HOUSEHOLD_ID = "id_rt"
"""Column with the code of a household, in every table that has one."""
LAST_WAVE = 60  # of a survey; the baseline is 0
PARTICIPANT = "peserta"
"""Arm of the households that take part; one without an arm takes part."""
SUPPORT_KINDS: dict[str, Message] = {
    "teknis": _("teknis"),
    "sosial": _("sosial"),
    "manajerial": _("manajerial"),
    "intensif": _("intensif"),
    "pelatihan": _("pelatihan"),
}
SUPPORT_LABELS: dict[str, Message] = {
    "kontak": _("Pertemuan yang dihadiri"),
    "jam": _("Jam pertemuan yang dihadiri"),
    "bagian_hadir": _("Bagian pertemuan yang dihadiri"),
    "teknis": _("Pertemuan teknis"),
    "sosial": _("Pertemuan sosial"),
    "manajerial": _("Pertemuan manajerial"),
    "intensif": _("Pendampingan intensif"),
    "pelatihan": _("Pelatihan"),
}
MeasureKind: TypeAlias = Literal["money", "share", "number"]
"""Whether a measure is an amount of rupiah, yes or no, or another number."""
_PER_MONTH = _("Rp/bulan")
_PER_PERSON = _("Rp/orang/bulan")
_RUPIAH = _("Rp")
_YES_NO = _("bagian rumah tangga")
_SCALE = _("skala 1–5")
MEASURES: dict[str, tuple[Message, Message, MeasureKind]] = {
    "pendapatan_usaha": (_("Pendapatan usaha"), _PER_MONTH, "money"),
    "pendapatan_rt": (_("Pendapatan rumah tangga"), _PER_MONTH, "money"),
    "pendapatan_per_kapita": (_("Pendapatan per anggota rumah tangga"), _PER_PERSON, "money"),
    "belanja_makanan": (_("Belanja makanan"), _PER_MONTH, "money"),
    "belanja_pendidikan_kesehatan": (_("Belanja pendidikan dan kesehatan"), _PER_MONTH, "money"),
    "belanja_transport_komunikasi": (_("Belanja transportasi dan komunikasi"), _PER_MONTH, "money"),
    "belanja_rumah": (_("Belanja keperluan rumah"), _PER_MONTH, "money"),
    "belanja_transfer": (_("Kiriman kepada pihak lain"), _PER_MONTH, "money"),
    "belanja_lain": (_("Belanja lain"), _PER_MONTH, "money"),
    "belanja_total": (_("Belanja rumah tangga"), _PER_MONTH, "money"),
    "belanja_per_kapita": (_("Belanja per anggota rumah tangga"), _PER_PERSON, "money"),
    "nilai_jual": (_("Nilai penjualan"), _RUPIAH, "money"),
    "harga_jual": (_("Harga jual"), _("Rp/satuan"), "money"),
    "aset_produksi": (_("Aset produksi"), _RUPIAH, "money"),
    "aset_lain": (_("Aset lain"), _RUPIAH, "money"),
    "aset_total": (_("Nilai aset"), _RUPIAH, "money"),
    "tabungan": (_("Tabungan"), _RUPIAH, "money"),
    "pembelian_berulang": (_("Pembelian berulang"), _YES_NO, "share"),
    "telepon_usaha": (_("Telepon untuk usaha"), _YES_NO, "share"),
    "produk_keuangan": (_("Produk keuangan"), _YES_NO, "share"),
    "bansos": (_("Bantuan sosial"), _YES_NO, "share"),
    "jumlah_anggota": (_("Jumlah anggota"), _("orang"), "number"),
    "jam_kerja": (_("Jam kerja"), _("jam/hari"), "number"),
    "jumlah_pekerja": (_("Jumlah pekerja"), _("orang"), "number"),
    "produksi": (_("Produksi"), _("satuan produksi"), "number"),
    "volume_jual": (_("Volume penjualan"), _("satuan produksi"), "number"),
    "jumlah_pesanan": (_("Jumlah pesanan"), _("pesanan/bulan"), "number"),
    "migrasi_masuk": (_("Anggota yang datang"), _("orang"), "number"),
    "migrasi_keluar": (_("Anggota yang merantau"), _("orang"), "number"),
    "jumlah_pelatihan": (_("Pelatihan yang diikuti"), _("kali"), "number"),
    "persepsi_pendapatan": (_("Persepsi pendapatan"), _SCALE, "number"),
    "persepsi_pengetahuan": (_("Persepsi pengetahuan"), _SCALE, "number"),
    "persepsi_kemampuan": (_("Persepsi kemampuan"), _SCALE, "number"),
}
"""Label, unit and kind of every number of the survey."""
CATEGORY_LABELS: dict[str, Message] = {"pasar_utama": _("Pasar utama")}
"""Answers of the survey that are names, not numbers."""
MEASURES_OF_THEMES: dict[str, tuple[str, ...]] = {
    "tenaga_kerja": ("jam_kerja", "jumlah_pekerja"),
    "kinerja_usaha": (
        *("produksi", "volume_jual", "nilai_jual", "harga_jual", "jumlah_pesanan", "pembelian_berulang"),
        *("pasar_utama", "aset_produksi", "aset_lain", "aset_total"),
    ),
    "pendapatan_konsumsi": (
        *("pendapatan_usaha", "pendapatan_rt", "pendapatan_per_kapita", "belanja_total"),
        *("belanja_per_kapita", "belanja_makanan", "belanja_pendidikan_kesehatan"),
        *("belanja_transport_komunikasi", "belanja_rumah", "belanja_transfer", "belanja_lain"),
    ),
    "peluang_ekonomi": ("migrasi_masuk", "migrasi_keluar"),
    "akses_partisipasi": ("jumlah_pelatihan", "telepon_usaha", "produk_keuangan", "tabungan", "bansos"),
    "persepsi": ("persepsi_pendapatan", "persepsi_pengetahuan", "persepsi_kemampuan"),
}
"""What the survey measures of each theme: Petunjuk Teknis, indicators of the six themes."""
DESIGN_LABELS: dict[str, Message] = {
    "did": _("dibandingkan dengan pembanding"),
    "paired": _("sebelum dan sesudah"),
}
ARM_LABELS: dict[str, Message] = {"peserta": _("Peserta"), "pembanding": _("Pembanding")}
SEX_LABELS: dict[str, Message] = {
    "L": _("Kepala rumah tangga laki-laki"),
    "P": _("Kepala rumah tangga perempuan"),
}
DISABILITY_LABELS: dict[str, Message] = {
    "ya": _("Dengan anggota penyandang disabilitas"),
    "tidak": _("Tanpa anggota penyandang disabilitas"),
}
RELIABILITY_LABELS: dict[str, Message] = {
    "usable": _("layak dipakai"),
    "careful": _("dipakai dengan hati-hati"),
    "unusable": _("belum layak dipakai"),
}
TRAIT_LABELS: dict[str, Message] = {
    "hasil_utama": _("Hasil utama"),
    "perempuan": _("Kepala rumah tangga perempuan"),
    "usia_kk": _("Usia kepala rumah tangga"),
    "disabilitas": _("Anggota penyandang disabilitas"),
    "jumlah_anggota": _("Jumlah anggota rumah tangga"),
    "desil": _("Desil kesejahteraan"),
}


def outcome_label(name: str) -> Message:
    """Name an outcome for people; one that is not among `MEASURES` by its own column."""
    return MEASURES[name][0] if name in MEASURES else verbatim(readable(name))
