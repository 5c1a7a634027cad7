"""The catalogue of identifiers of persons, which no table may hold: one row per case."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _

IDENTIFIER_NIK = Case(
    "identifier_nik",
    "error",
    _("Kolom '{column}' berisi angka yang tampak sebagai NIK."),
    _("Hapus NIK dari berkas; pakai kode samaran rumah tangga."),
)
IDENTIFIER_KK = Case(
    "identifier_kk",
    "error",
    _("Kolom '{column}' berisi enam belas angka yang tampak sebagai nomor KK atau NIK."),
    _("Hapus nomor itu dari berkas; pakai kode samaran rumah tangga."),
)
IDENTIFIER_TELEPHONE = Case(
    "identifier_telephone",
    "error",
    _("Kolom '{column}' berisi angka yang tampak sebagai nomor telepon."),
    _("Hapus nomor telepon dari berkas."),
)
IDENTIFIER_GPS = Case(
    "identifier_gps",
    "error",
    _("Kolom '{column}' berisi titik koordinat (GPS)."),
    _("Hapus koordinat dari berkas; desa atau kecamatan sudah cukup."),
)
IDENTIFIER_COLUMN = Case(
    "identifier_column",
    "error",
    _("Kolom '{column}' menurut judulnya berisi pengenal orang, yang tidak boleh ada dalam Dokumen Kendali."),
    _("Hapus kolom '{column}' dari berkas."),
)
IDENTIFIER_IN_NAME = Case(
    "identifier_in_name",
    "error",
    _("Nama atau judul memuat nomor yang tampak sebagai pengenal orang (NIK, nomor KK, atau nomor telepon)."),
    _("Hapus nomor itu dari nama berkas, nama lembar, judul kolom, atau baris judul di tempat yang disebut."),
)
IDENTIFIER_IN_FILE = Case(
    "identifier_unread",
    "error",
    _(
        "Berkas {file} tidak dibaca sebagai tabel, tetapi memuat pengenal orang (NIK, nomor KK, nomor "
        "telepon, atau koordinat): jumlah sel {count}, pertama {cell}."
    ),
    _("Hapus isi sel itu, atau pindahkan berkas ini dari folder kabupaten."),
)
IDENTIFIER_IN_SHEET = Case(
    "identifier_unread",
    "error",
    _(
        "Lembar '{sheet}' tidak dibaca sebagai tabel, tetapi memuat pengenal orang (NIK, nomor KK, nomor "
        "telepon, atau koordinat): jumlah sel {count}, pertama {cell}."
    ),
    _("Hapus isi sel itu, atau hapus lembar ini dari buku kerja, juga bila tersembunyi."),
)
IDENTIFIER_IN_COMMENT = Case(
    "identifier_in_comment",
    "error",
    _(
        "Komentar pada sel {cell} di lembar '{sheet}' memuat pengenal orang (NIK, nomor KK, nomor telepon, "
        "atau koordinat)."
    ),
    _("Hapus komentar itu dari buku kerja."),
)
REMARK_REDACTED = Case(
    "remark_redacted",
    "warning",
    _("Ungkapan di kolom '{column}' memuat pengenal orang, yang disamarkan sebelum dipakai."),
    _("Hapus NIK, nomor KK, nomor telepon, dan koordinat dari ungkapan di berkas."),
)
