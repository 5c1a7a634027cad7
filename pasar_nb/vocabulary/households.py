"""Households: what the survey measures, who is compared, and what support they received."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pasar_nb.language import Message, _, verbatim
from pasar_nb.vocabulary.thresholds import CAREFUL_TO, RELIABLE_TO
from pasar_nb.vocabulary.wording import readable

HOUSEHOLD_ID = "id_rt"
"""Column with the code of a household, in every table that has one."""
BASELINE = 0  # wave of the survey before the programme
LAST_WAVE = 60  # of a survey
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
RUPIAH_UNITS = ("Rp", "Rp/bulan", "Rp/orang/bulan", "Rp/tahun")
"""Units of a district's own variable that are told in real rupiah; any other, Rp/jam too, stays as given."""
_PER_MONTH = _("Rp/bulan")
_PER_PERSON = _("Rp/orang/bulan")
_RUPIAH = _("Rp")
_YES_NO = _("bagian rumah tangga")
SCALE_UNIT = _("skala 1–5")
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
    "persepsi_pendapatan": (_("Persepsi pendapatan"), SCALE_UNIT, "number"),
    "persepsi_pengetahuan": (_("Persepsi pengetahuan"), SCALE_UNIT, "number"),
    "persepsi_kemampuan": (_("Persepsi kemampuan"), SCALE_UNIT, "number"),
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
AGE_LABELS: dict[str, Message] = {
    "0-30": _("Kepala rumah tangga berusia sampai 30 tahun"),
    "31-44": _("Kepala rumah tangga berusia 31–44 tahun"),
    "45-59": _("Kepala rumah tangga berusia 45–59 tahun"),
    "60+": _("Kepala rumah tangga berusia 60 tahun atau lebih"),
}
"""Youth ends with 30 (UU 40/2009), old age begins with 60 (UU 13/1998)."""
DECILE_LABELS: dict[str, Message] = {
    "1": _("Desil 1"),
    "2-3": _("Desil 2–3 (sasaran langsung)"),
    "4+": _("Desil 4 ke atas"),
}
"""The programme's direct beneficiaries are of decile 2 and 3: Petunjuk Teknis."""
SPLIT_LABELS: dict[str, Message] = {
    "sex": _("Jenis kelamin kepala rumah tangga"),
    "disability": _("Disabilitas"),
    "age": _("Usia kepala rumah tangga"),
    "decile": _("Desil kesejahteraan"),
    "village": _("Desa"),
    "group": _("POKMAS"),
    "custom": _("Kelompok adat"),
}
"""By what households are split."""
GROUP_LABELS: dict[str, dict[str, Message]] = {
    "arm": ARM_LABELS,
    "sex": SEX_LABELS,
    "disability": DISABILITY_LABELS,
    "age": AGE_LABELS,
    "decile": DECILE_LABELS,
}
"""Groups of households that have names of ours; villages and the like have their own."""
RELIABILITY_LABELS: dict[str, Message] = {
    "usable": _("layak dipakai"),
    "careful": _("dipakai dengan hati-hati"),
    "unusable": _("belum layak dipakai"),
}
TRAIT_LABELS: dict[str, Message] = {
    "hasil_utama": _("Hasil utama"),
    "peserta": _("Peserta program"),
    "perempuan": _("Kepala rumah tangga perempuan"),
    "usia_kk": _("Usia kepala rumah tangga"),
    "disabilitas": _("Anggota penyandang disabilitas"),
    "jumlah_anggota": _("Jumlah anggota rumah tangga"),
    "desil": _("Desil kesejahteraan"),
}


OF_FEW_GROUPS = _(
    "Tanda *: kurang dari lima POKMAS; rumah tangga di dalamnya dianggap saling bebas, sehingga selangnya "
    "hanya berbicara tentang POKMAS itu dan terlalu sempit untuk menyimpulkan tentang yang lain."
)


def starred(label: Message) -> Message:
    """Mark the name of a group of households of which `OF_FEW_GROUPS` is true; the star stays beside it."""
    return Message("{label}\u00a0*", {"label": label})


def group_label(kind: str, group: str) -> Message:
    """Name a group of households of a split; one without a name of ours by its own."""
    return GROUP_LABELS[kind][group] if kind in GROUP_LABELS else verbatim(group)


def outcome_label(name: str) -> Message:
    """Name an outcome for people; one that is not among `MEASURES` by its own column."""
    return MEASURES[name][0] if name in MEASURES else verbatim(readable(name))


def reliability(rse: float) -> str:
    """Class a relative standard error as BPS reads it; a key of `RELIABILITY_LABELS`."""
    if rse <= RELIABLE_TO:
        return "usable"
    return "careful" if rse <= CAREFUL_TO else "unusable"
