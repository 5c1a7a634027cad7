"""The catalogue of what can be wrong with ``koreksi.csv``: one row per case."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _

COLUMN_LEFT_OUT = Case(
    "correction_column_missing",
    "error",
    _("Kolom '{column}' tidak ada, sehingga koreksi tidak dapat diterapkan."),
    _("Tambahkan kolom '{column}'; selnya boleh kosong bila nilainya memang kosong."),
)
KEY_MALFORMED = Case(
    "correction_key_malformed",
    "error",
    _("Baris yang dikoreksi tidak ditulis sebagai kolom=nilai."),
    _(
        "Tulis kunci barisnya, misalnya id_rt=RT-014; gelombang=1, tiap kolom sekali. Apit nilai yang memuat "
        "titik koma dengan tanda kutip."
    ),
)
KEY_INCOMPLETE = Case(
    "correction_key_incomplete",
    "error",
    _("Kunci baris untuk tabel '{table}' belum lengkap; yang belum disebut: {missing}."),
    _("Sebut semua kolom kunci tabel itu: {columns}. Kolom lain boleh ditambahkan."),
)
KEY_COLUMN_UNKNOWN = Case(
    "correction_key_column_unknown",
    "error",
    _("Kunci baris menyebut kolom '{named}', yang tidak ada pada tabel '{table}' di folder ini."),
    _("Pakai kolom yang ada: {columns}."),
)
TABLE_ABSENT = Case(
    "correction_table_absent",
    "error",
    _("Tabel '{table}' tidak ada di folder ini, jadi tidak ada yang dapat dikoreksi."),
    _("Hapus baris koreksi ini, atau kirimkan tabelnya."),
)
COLUMN_UNKNOWN = Case(
    "correction_column_unknown",
    "error",
    _("Kolom '{named}' tidak ada pada tabel '{table}' di folder ini."),
    _("Pakai kolom yang ada: {columns}."),
)
ROW_NOT_FOUND = Case(
    "correction_row_not_found",
    "error",
    _("Tidak ada baris dengan {key} pada tabel '{table}'."),
    _("Tulis kunci persis seperti di berkas asli, atau hapus koreksi ini bila barisnya sudah tidak ada."),
)
ROW_AMBIGUOUS = Case(
    "correction_row_ambiguous",
    "error",
    _("Kunci {key} cocok dengan {count} baris tabel '{table}' (baris {rows})."),
    _("Tambahkan kolom lain pada kuncinya sampai hanya satu baris yang cocok."),
)
VALUE_NOT_THERE = Case(
    "correction_value_not_there",
    "error",
    _(
        "Kolom '{named}' pada baris {at} tabel '{table}' tidak berisi nilai salah yang disebut ('{value}'), "
        "melainkan '{found}'."
    ),
    _(
        "Bila berkas asli sudah diperbaiki, hapus baris koreksi ini; bila belum, tulis nilai salahnya persis "
        "seperti di berkas."
    ),
)
NOTHING_CORRECTED = Case(
    "correction_of_nothing",
    "error",
    _("Nilai salah dan nilai benar sama ('{value}')."),
    _("Tulis nilai yang benar, atau hapus baris koreksi ini."),
)
CELL_TWICE = Case(
    "correction_cell_twice",
    "error",
    _("Sel yang sama sudah dikoreksi di baris {first} berkas koreksi."),
    _("Sisakan satu koreksi untuk setiap sel."),
)
REASON_NAMES_HOUSEHOLD = Case(
    "correction_reason_names_household",
    "error",
    _("Alasan koreksi memuat kode rumah tangga, padahal alasan dapat tampil dalam laporan umum."),
    _("Hapus kode itu dari alasan; kunci baris sudah menyebut barisnya."),
)
IN_THE_FUTURE = Case(
    "correction_in_the_future",
    "error",
    _("Tanggal koreksi '{value}' berada di masa depan."),
    _("Tulis tanggal koreksi diputuskan."),
)
CORRECTED_CELL = _("{message} Nilai sel ini berasal dari {source} baris {at}.")
"""What is added to a problem of a cell whose value stands in no file but ``koreksi.csv``."""
