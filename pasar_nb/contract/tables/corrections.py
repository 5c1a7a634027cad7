"""The columns of ``koreksi.csv``, which is no table of the Dokumen Kendali: no analysis reads it."""

from __future__ import annotations

from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.tables import TABLES
from pasar_nb.contract.tables.profile import EARLIEST_YEAR
from pasar_nb.language import _

KOREKSI = Table(
    "koreksi",
    _("Koreksi data"),
    _("Satu baris untuk satu sel yang dibaca lain daripada tertulis."),
    (
        Column(
            "tabel",
            "choice",
            _("Tabel"),
            _("Nama tabel yang dikoreksi, misalnya survei."),
            required=True,
            choices=tuple(TABLES),
        ),
        Column(
            "baris",
            "text",
            _("Baris"),
            _("Kunci baris yang dikoreksi, misalnya id_rt=RT-014; gelombang=1. Bukan nomor baris."),
            required=True,
        ),
        Column("kolom", "text", _("Kolom"), _("Nama kolom yang dikoreksi."), required=True),
        Column(
            "nilai_salah",
            "text",
            _("Nilai salah"),
            _("Nilai yang kini tertulis di berkas asli, persis; kosong bila selnya kosong."),
        ),
        Column(
            "nilai_benar",
            "text",
            _("Nilai benar"),
            _("Nilai yang seharusnya; kosong bila tidak diketahui dan kolomnya tidak wajib."),
        ),
        Column(
            "alasan",
            "text",
            _("Alasan"),
            _("Mengapa nilai itu salah dan dari mana yang benar, tanpa nama orang atau kode rumah tangga."),
            required=True,
        ),
        Column(
            "oleh",
            "text",
            _("Oleh"),
            _("Jabatan atau unit yang memutuskan koreksi, bukan nama orang."),
            required=True,
            person=True,
        ),
        Column(
            "tanggal",
            "date",
            _("Tanggal"),
            _("Tanggal koreksi diputuskan."),
            required=True,
            low=EARLIEST_YEAR,
        ),
    ),
)
