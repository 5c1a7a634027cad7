"""The catalogue of what can be wrong with the map of an import, and between the map and the export."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _

MAP_UNREADABLE = Case(
    "map_unreadable",
    "error",
    _("Peta {file} tidak dapat dibaca sebagai TOML: {reason}"),
    _("Perbaiki penulisannya; contoh yang benar dibuat dengan `pasar form --map`."),
)
KEY_UNKNOWN = Case(
    "map_key_unknown",
    "error",
    _("Kunci '{key}' tidak dikenal."),
    _("Hapus, atau tulis salah satu dari: {known}."),
)
KEY_MISSING = Case(
    "map_key_missing",
    "error",
    _("Kunci '{key}' belum ada."),
    _("Tambahkan '{key}': {expected}."),
)
VALUE_WRONG = Case(
    "map_value_wrong",
    "error",
    _("Isi kunci '{key}' tidak dapat dipakai."),
    _("Isi dengan {expected}."),
)
TABLE_UNKNOWN = Case(
    "map_table_unknown",
    "error",
    _("Tabel '{key}' tidak ada dalam Dokumen Kendali."),
    _("Tulis salah satu dari: {known}."),
)
COLUMN_UNKNOWN = Case(
    "map_column_unknown",
    "error",
    _("Kolom '{key}' tidak ada dalam tabel '{name}'."),
    _("Tulis salah satu dari: {known}. Kolom tambahan survei dinyatakan di [variables]."),
)
COLUMN_MADE_HERE = Case(
    "map_column_made_here",
    "error",
    _("Kolom '{key}' dibuat oleh impor dan tidak dapat dipetakan langsung."),
    _("Hapus baris itu dan tulis pertanyaannya pada '{name}' milik [[round]]."),
)
COLUMN_REQUIRED = Case(
    "map_column_required",
    "error",
    _("Kolom wajib '{key}' belum dipetakan."),
    _("Tambahkan '{key} = \"<pertanyaan>\"'."),
)
CHOICE_UNKNOWN = Case(
    "map_choice_unknown",
    "error",
    _("Kolom '{key}' tidak mengenal pilihan '{choice}'."),
    _("Tulis salah satu dari: {known}."),
)
DISTRICT_UNKNOWN = Case(
    "map_district_unknown",
    "error",
    _("Tidak ada kabupaten atau kota dengan kode BPS '{code}'."),
    _('Tulis kode BPS empat angka, misalnya "3503".'),
)
FILE_WITHOUT_ROUND = Case(
    "file_without_round",
    "error",
    _("Berkas {file} tidak termasuk [[round]] mana pun."),
    _("Sesuaikan 'files' dalam peta, atau jangan sertakan berkas itu."),
)
ROUND_WITHOUT_FILE = Case(
    "round_without_file",
    "error",
    _("Tidak ada berkas untuk {key}: pola '{pattern}' tidak cocok dengan berkas mana pun."),
    _("Sertakan berkasnya, atau sesuaikan 'files'. Berkas yang ada: {known}."),
)
SHEET_TWICE = Case(
    "sheet_in_two_rounds",
    "error",
    _("Lembar '{sheet}' dari berkas {file} termasuk lebih dari satu [[round]]."),
    _("Sesuaikan 'files' atau 'sheet' agar setiap lembar diimpor sekali saja."),
)
SHEET_UNKNOWN = Case(
    "export_sheet_unknown",
    "error",
    _("{key}: lembar '{name}' tidak ada dalam berkas {file}."),
    _("Tulis salah satu dari: {known}."),
)
MAIN_SHEET_UNCLEAR = Case(
    "export_main_sheet_unclear",
    "error",
    _("{key}: lembar utama berkas {file} tidak dapat ditentukan."),
    _("Tulis 'sheet' pada [[round]]: salah satu dari {known}."),
)
QUESTION_MISSING = Case(
    "export_question_missing",
    "error",
    _("{key}: pertanyaan '{question}' tidak ada dalam lembar '{sheet}' dari berkas {file}."),
    _("Tulis judul kolom seperti dalam ekspor. Yang mirip: {known}."),
)
QUESTION_AMBIGUOUS = Case(
    "export_question_ambiguous",
    "error",
    _("{key}: pertanyaan '{question}' cocok dengan lebih dari satu kolom di lembar '{sheet}' ({file})."),
    _("Tulis judul kolom lengkap dengan kelompoknya: {known}."),
)
HOUSEHOLD_AS_COLUMN = Case(
    "export_household_as_column",
    "error",
    _("Pertanyaan '{column}' mengenali rumah tangga, tetapi peta juga menulisnya ke kolom {target}."),
    _("Hapus kolom itu dari peta: pengenal hanya dipakai untuk kode samaran dan tidak ditulis."),
)
QUESTION_IDENTIFIES = Case(
    "export_question_identifies",
    "error",
    _("Pertanyaan '{column}' memuat pengenal orang atau letak rumahnya, tetapi peta menulisnya ke {target}."),
    _("Hapus kolom itu dari peta."),
)
VARIABLE_IS_A_COLUMN = Case(
    "map_variable_is_a_column",
    "error",
    _("{key}: '{name}' sudah menjadi kolom survei."),
    _("Hapus bagian ini; petakan kolomnya langsung di [round.survei]."),
)

CODES = frozenset(case.code for case in tuple(vars().values()) if isinstance(case, Case))
"""Codes of everything that the person who wrote the map has to mend."""
