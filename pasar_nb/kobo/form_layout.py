"""In which order and groups the household survey asks for the columns of the contract."""

from __future__ import annotations

from dataclasses import dataclass

from pasar_nb.language import Message, _
from pasar_nb.vocabulary import ARM_LABELS

IDENTITY, TRAITS = "identitas", "rumah_tangga"
HOUSEHOLD_QUESTION, WAVE_QUESTION, NEW_QUESTION = "nomor_identitas", "gelombang", "baru"
DATE_QUESTION = "tanggal"
YES_NO = "ya_tidak"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of questions.

    Attributes
    ----------
    name
        Its name in the export.
    title
        Its name for people.
    table
        Table of the contract whose columns it asks for.
    columns
        The columns, in the order in which they are asked.
    """

    name: str
    title: Message
    table: str
    columns: tuple[str, ...]


GROUPS = (
    Group(
        TRAITS,
        _("Keterangan rumah tangga"),
        "rumah_tangga",
        (
            *("id_kelompok", "studi", "tanggal_masuk", "kecamatan", "desa"),
            *("jenis_kelamin_kk", "usia_kk", "pendidikan_kk", "disabilitas", "kelompok_adat"),
            *("desil", "register", "periode_register"),
        ),
    ),
    Group(
        "anggota",
        _("Anggota rumah tangga"),
        "survei",
        ("jumlah_anggota", "migrasi_masuk", "migrasi_keluar", "bansos"),
    ),
    Group("pendapatan", _("Pendapatan"), "survei", ("pendapatan_usaha", "pendapatan_rt")),
    Group(
        "belanja",
        _("Belanja"),
        "survei",
        (
            *("belanja_makanan", "belanja_pendidikan_kesehatan", "belanja_transport_komunikasi"),
            *("belanja_rumah", "belanja_transfer", "belanja_lain"),
        ),
    ),
    Group(
        "usaha",
        _("Usaha"),
        "survei",
        (
            *("jam_kerja", "jumlah_pekerja", "produksi", "satuan_produksi", "volume_jual", "nilai_jual"),
            *("harga_jual", "jumlah_pesanan", "pembelian_berulang", "pasar_utama"),
        ),
    ),
    Group(
        "aset",
        _("Aset dan keuangan"),
        "survei",
        ("aset_produksi", "aset_lain", "tabungan", "produk_keuangan", "telepon_usaha"),
    ),
    Group(
        "pendapat",
        _("Pelatihan dan pendapat"),
        "survei",
        ("jumlah_pelatihan", "persepsi_pendapatan", "persepsi_pengetahuan", "persepsi_kemampuan"),
    ),
)

CHOICE_LABELS: dict[str, dict[str, Message]] = {
    YES_NO: {"ya": _("Ya"), "tidak": _("Tidak")},
    "jenis_kelamin_kk": {"L": _("Laki-laki"), "P": _("Perempuan")},
    "studi": ARM_LABELS,
}
"""Labels of choices by list; what has none is shown by its own name."""
