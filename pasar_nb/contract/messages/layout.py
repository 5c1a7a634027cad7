"""The catalogue of what can be wrong with headers, rows and the state of cells: one row per case."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _

NO_ROWS = Case(
    "no_rows",
    "error",
    _("Tabel '{table}' tidak memuat satu baris data pun; judul kolom dan baris contoh tidak dihitung."),
    _("Isi datanya, atau hapus berkas ini bila tabelnya memang belum ada."),
)
TITLE_ROWS = Case(
    "title_rows",
    "warning",
    _("Ada baris judul di atas kepala tabel; kepala tabel ditemukan di baris {row}."),
    _("Hapus baris di atas kepala tabel sehingga nama kolom berada di baris 1."),
)
TITLE_SCALE = Case(
    "title_scale",
    "error",
    _(
        "Baris {row} menyebut '{value}', padahal angka di tabel ini dibaca persis seperti tertulis dan tidak "
        "dikalikan."
    ),
    _("Tulis semua angka secara penuh (50000000, bukan 50 juta atau 50.000 ribu), lalu hapus baris itu."),
)
BLANK_ROWS = Case(
    "blank_rows",
    "warning",
    _("Ada baris kosong di tengah tabel yang dilewati (jumlah: {count}, pertama di baris {row})."),
    _("Hapus baris kosong itu; periksa apakah ada data yang hilang."),
)
TOTAL_ROW = Case(
    "total_row",
    "error",
    _("Baris {row} tampaknya baris jumlah ('{value}'), bukan data."),
    _("Hapus baris jumlah; jumlah dihitung oleh sistem."),
)
TOTAL_DOUBTFUL = Case(
    "total_doubtful",
    "warning",
    _("'{value}' di kolom '{column}' seperti nama baris jumlah atau rata-rata; barisnya tetap dipakai."),
    _("Hapus baris itu bila isinya jumlah atau rata-rata baris lain; bila memang data, biarkan."),
)
COLUMN_TWICE = Case(
    "column_twice",
    "error",
    _("Kolom '{column}' muncul lebih dari sekali (judul: {headers})."),
    _("Sisakan satu kolom dan hapus atau ganti nama yang lain."),
)
COLUMN_WITHOUT_HEADER = Case(
    "column_without_header",
    "error",
    _("Kolom ke-{position} berisi data tetapi tidak berjudul."),
    _("Beri judul kolom menurut kamus data, atau hapus isinya."),
)
HEADER_ERROR_VALUE = Case(
    "header_error_value",
    "error",
    _("Judul kolom ke-{position} berisi galat {value}, sehingga isinya tidak dapat dipakai."),
    _("Tulis judul kolom itu menurut kamus data, bukan sebagai rumus."),
)
COLUMN_SYNONYM = Case(
    "column_synonym",
    "warning",
    _("Judul kolom '{header}' dibaca sebagai '{column}'."),
    _("Ganti judul kolom menjadi '{column}'."),
)
MERGED_CELLS = Case(
    "merged_cells",
    "error",
    _("Sel {cells} digabungkan (merge), sehingga tidak jelas nilainya milik kolom atau baris yang mana."),
    _("Pisahkan sel (Unmerge Cells) dan tulis satu judul per kolom serta satu nilai per sel."),
)
FORMULA_WITHOUT_VALUE = Case(
    "formula_without_value",
    "error",
    _("Di kolom '{column}' rumus belum pernah dihitung, jadi nilainya tidak tersimpan."),
    _("Buka berkas di Excel atau LibreOffice agar rumus dihitung, simpan, atau tempel sebagai nilai."),
)
SERIAL_SINCE_1904 = Case(
    "serial_since_1904",
    "error",
    _("'{value}' di kolom '{column}' adalah nomor seri tanggal dari buku kerja yang menghitung sejak 1904."),
    _("Beri sel itu format Tanggal, atau tulis tanggalnya sebagai tahun-bulan-hari, misalnya 2024-04-03."),
)
ERROR_VALUE = Case(
    "error_value",
    "error",
    _("Di kolom '{column}' sel berisi galat {value}."),
    _("Perbaiki rumusnya atau tulis nilainya langsung; kosongkan sel bila datanya tidak ada."),
)
ROW_TOO_LONG = Case(
    "row_too_long",
    "error",
    _("Baris {row} berisi {found} isian, padahal judulnya hanya {expected} kolom."),
    _(
        'Apit isian yang memuat tanda pemisah dengan tanda kutip, misalnya "1,5", atau tulis desimal '
        "dengan titik."
    ),
)
DECIMAL_SPLIT = Case(
    "decimal_split",
    "error",
    _("Baris {row} tampaknya bergeser karena desimal dengan koma: kolom '{column}' berisi '{value}'."),
    _(
        'Apit angka desimal dengan tanda kutip, misalnya "1,5", atau tulis desimalnya dengan titik; bila isi '
        "sel memang begitu, lengkapi dengan kata."
    ),
)
ROW_TOO_SHORT = Case(
    "row_too_short",
    "error",
    _("Baris {row} hanya berisi {found} isian, padahal judulnya {expected} kolom."),
    _("Lengkapi baris itu; sel yang kosong pun tetap memerlukan tanda pemisah."),
)
INVISIBLE_CHARACTERS = Case(
    "invisible_characters",
    "warning",
    _("Kolom '{column}' memuat spasi tak-putus atau huruf tak terlihat yang dibuang (jumlah sel: {count})."),
    _("Bersihkan sel dengan CLEAN dan TRIM atau ketik ulang isinya."),
)
EXAMPLE_CHANGED = Case(
    "example_changed",
    "error",
    _("Baris {row} ditandai CONTOH, tetapi isinya bukan lagi contoh dari templat."),
    _("Hapus kata CONTOH bila baris ini data; hapus seluruh baris bila bukan."),
)
EXAMPLE_MARK_UNKNOWN = Case(
    "example_mark_unknown",
    "error",
    _("Baris {row}: kolom '{column}' berisi '{value}', padahal hanya menandai baris contoh."),
    _("Kosongkan sel itu bila baris ini data; pindahkan isinya bila salah kolom."),
)
