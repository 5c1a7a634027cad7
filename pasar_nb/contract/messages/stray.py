"""The catalogue of rows that are no data, and of cells whose look says more than their value."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _, _n

HEADER_AGAIN = Case(
    "header_again",
    "error",
    _("Baris {row} mengulang judul kolom di tengah data."),
    _("Hapus baris judul yang berulang; bila di bawahnya ada tabel lain, pindahkan ke lembar sendiri."),
)
UNITS_ROW = Case(
    "units_row",
    "error",
    _("Baris {row} tampaknya berisi satuan kolom ('{value}'), bukan data."),
    _("Hapus baris satuan; satuan setiap kolom sudah ditetapkan dalam kamus data."),
)
NUMBERING_ROW = Case(
    "numbering_row",
    "error",
    _("Baris {row} tampaknya berisi nomor kolom (1, 2, 3, …), bukan data."),
    _("Hapus baris nomor kolom."),
)
NOTE_ROW = Case(
    "note_row",
    "warning",
    _("Baris {row} hanya berisi catatan atau sumber, bukan data, dan dilewati."),
    _("Tulis sumber di kolom sumber atau di lembar lain, lalu hapus baris itu."),
)
ROWS_HIDDEN = Case(
    "rows_hidden",
    "warning",
    _n("{count} baris tersembunyi atau tersaring tetap dibaca: {rows}.", 1),
    _("Tampilkan semua baris (hapus saringan), lalu hapus baris yang memang tidak dipakai."),
)
COLUMN_HIDDEN = Case(
    "column_hidden",
    "warning",
    _("Kolom '{column}' tersembunyi, tetapi tetap dibaca."),
    _("Tampilkan kolom itu agar isinya dapat diperiksa, atau hapus bila tidak dipakai."),
)
CELL_STRUCK = Case(
    "cell_struck",
    "error",
    _("Isi sel di kolom '{column}' dicoret, sehingga tidak jelas masih berlaku atau tidak."),
    _("Hapus isi atau baris yang dibatalkan; bila masih berlaku, hilangkan coretannya."),
)
DIGIT_RAISED = Case(
    "digit_raised",
    "error",
    _(
        "Angka '{value}' di kolom '{column}' memuat angka kecil di atas (tanda pangkat), yang akan terbaca "
        "sebagai bagian bilangannya."
    ),
    _("Hapus tanda catatan kaki dari sel dan tulis bilangannya saja."),
)
FORMAT_SHOWS_OTHERWISE = Case(
    "format_shows_otherwise",
    "error",
    _("Sel di kolom '{column}' menyimpan {value}, tetapi formatnya menampilkan angka itu dalam '{stated}'."),
    _("Ubah format sel menjadi Umum (General), lalu tulis angkanya secara penuh dalam {unit}."),
)
