"""The catalogue of what can be wrong with folders, files and sheets: one row per case."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _

# --- folders and files ---------------------------------------------------------------------------------

FOLDER_NAME = Case(
    "folder_name",
    "error",
    _("Nama folder '{folder}' tidak sesuai pola kode-nama."),
    _(
        "Ganti nama folder menjadi empat angka kode BPS, tanda hubung, lalu nama dengan huruf kecil, "
        "misalnya 3503-trenggalek."
    ),
)
FILE_OUTSIDE = Case(
    "file_outside",
    "error",
    _("Berkas {file} adalah tautan ke luar folder kabupaten."),
    _("Salin berkas aslinya ke dalam folder kabupaten; tautan ke tempat lain tidak dibaca."),
)
SUBFOLDER = Case(
    "subfolder",
    "warning",
    _("Subfolder {file} memuat berkas data, tetapi tidak dibaca."),
    _("Pindahkan berkas data dari subfolder itu langsung ke folder kabupaten bila perlu dipakai."),
)
FILE_UNREADABLE = Case(
    "file_unreadable",
    "error",
    _("Berkas {file} tidak dapat dibuka: {reason}."),
    _("Pastikan berkas tidak sedang terkunci dan hak bacanya terbuka, lalu ulangi."),
)
FILE_EMPTY = Case(
    "file_empty",
    "error",
    _("Berkas {file} kosong (0 bita)."),
    _("Simpan ulang berkas dari sumbernya, atau hapus berkas ini bila tabelnya memang belum ada."),
)
FILE_OTHERWISE_NAMED = Case(
    "file_otherwise_named",
    "warning",
    _("Nama berkas {file} tidak sesuai isinya: isinya {content}. Berkas tetap dibaca menurut isinya."),
    _("Simpan ulang dengan akhiran yang sesuai agar tidak membingungkan."),
)
FILE_HTML = Case(
    "file_html",
    "error",
    _("Berkas {file} berisi halaman web (HTML), bukan tabel."),
    _("Buka berkas di Excel atau LibreOffice, lalu simpan sebagai .xlsx atau .csv."),
)
FILE_OLD_WORKBOOK = Case(
    "file_old_workbook",
    "error",
    _("Berkas {file} adalah buku kerja format lama (.xls)."),
    _("Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx."),
)
FILE_FORMAT = Case(
    "file_format",
    "error",
    _("Format berkas {file} tidak dibaca."),
    _("Simpan tabel sebagai .xlsx, .csv atau .parquet."),
)
FILE_NOT_READ = Case(
    "file_not_read",
    "warning",
    _("Berkas {file} tidak dibaca, karena format itu tidak pernah dibaca."),
    _(
        "Bila isinya data, simpan sebagai .xlsx, .csv atau .parquet; bila tidak, pindahkan dari folder "
        "kabupaten."
    ),
)
FILE_UNKNOWN_TABLE = Case(
    "file_unknown_table",
    "warning",
    _("Berkas {file} tidak dibaca karena namanya bukan nama tabel Dokumen Kendali."),
    _(
        "Beri nama berkas menurut tabelnya, atau pindahkan berkas dari folder kabupaten. Nama tabel: "
        "{tables}."
    ),
)
FILE_MISNAMED_TABLE = Case(
    "file_misnamed_table",
    "error",
    _("Berkas {file} tidak dikenal, tetapi tampaknya memuat tabel '{table}'."),
    _("Ganti nama berkas menjadi '{table}{suffix}'."),
)
FILE_CONTINUES_TABLE = Case(
    "table_in_parts",
    "error",
    _("Berkas {file} tidak dibaca, padahal kolomnya kolom tabel '{table}', yang sudah ada di tempat lain."),
    _(
        "Bila isinya data, pindahkan barisnya ke tabel '{table}'; bila tidak dipakai lagi, pindahkan berkas "
        "ini dari folder kabupaten."
    ),
)
TABLE_TWICE = Case(
    "table_twice",
    "error",
    _("Tabel '{table}' ditemukan di lebih dari satu tempat: {places}."),
    _("Sisakan satu tempat saja untuk tabel ini dan hapus yang lain."),
)

# --- workbooks -----------------------------------------------------------------------------------------

WORKBOOK_LOCKED = Case(
    "workbook_locked",
    "error",
    _("Buku kerja {file} dilindungi kata sandi."),
    _("Hapus kata sandi (Berkas > Info > Proteksi Buku Kerja), simpan, lalu ulangi."),
)
WORKBOOK_DAMAGED = Case(
    "workbook_damaged",
    "error",
    _("Buku kerja {file} rusak atau terpotong sehingga tidak dapat dibaca."),
    _(
        "Unduh atau salin ulang berkas dari sumbernya; bila masih dapat dibuka di Excel, simpan ulang "
        "sebagai .xlsx."
    ),
)
WORKBOOK_BOMB = Case(
    "workbook_bomb",
    "error",
    _(
        "Buku kerja {file} mengembang menjadi {megabytes} MB saat dibuka ({ratio} kali ukurannya); berkas "
        "ditolak demi keamanan."
    ),
    _(
        "Simpan hanya lembar yang diperlukan ke buku kerja baru tanpa format sampai baris terakhir, lalu "
        "ulangi."
    ),
)
SHEET_MISNAMED = Case(
    "sheet_misnamed",
    "error",
    _("Lembar '{sheet}' tidak dikenal, tetapi tampaknya memuat tabel '{table}'. Lembar yang ada: {sheets}."),
    _("Ganti nama lembar menjadi '{table}'."),
)
SHEET_CONTINUES_TABLE = Case(
    "table_in_parts",
    "error",
    _(
        "Lembar '{sheet}' tidak dibaca, padahal kolomnya kolom tabel '{table}', yang sudah ada di tempat "
        "lain."
    ),
    _("Bila isinya data, pindahkan barisnya ke tabel '{table}'; bila tidak dipakai lagi, hapus lembar ini."),
)
SHEETS_OF_ONE_TABLE = Case(
    "table_in_parts",
    "error",
    _("Lembar '{sheet}' tampaknya hanya memuat sebagian tabel '{table}', yang terbagi atas {sheets}."),
    _("Satukan semua barisnya di satu lembar bernama '{table}'."),
)
SHEET_UNKNOWN = Case(
    "sheet_unknown",
    "warning",
    _("Lembar '{sheet}' tidak dibaca karena bukan tabel Dokumen Kendali. Lembar yang ada: {sheets}."),
    _("Bila lembar ini memuat data, beri nama menurut tabelnya; bila tidak, abaikan pesan ini."),
)
SHEET_HIDDEN = Case(
    "sheet_hidden",
    "warning",
    _("Lembar '{sheet}' tersembunyi, tetapi tetap dibaca."),
    _("Tampilkan lembar itu agar isinya dapat diperiksa, atau hapus bila tidak dipakai."),
)
SHEETS_UNFILLED = Case(
    "sheets_unfilled",
    "warning",
    _("Lembar berikut hanya berisi judul kolom atau baris contoh dan dianggap belum diisi: {sheets}."),
    _("Isi lembar yang datanya sudah ada; lembar lain boleh dibiarkan."),
)
NO_SHEET_FILLED = Case(
    "no_sheet_filled",
    "error",
    _("Buku kerja {file} tidak memuat satu baris data pun."),
    _("Isi sekurang-kurangnya lembar 'profil', simpan, lalu ulangi."),
)
MARKED_COPY = Case(
    "marked_copy",
    "error",
    _(
        "Buku kerja {file} adalah hasil pasar check --excel, bukan Dokumen Kendali; sebagian isinya "
        "disamarkan."
    ),
    _("Perbaiki berkas aslinya, lalu pindahkan buku kerja hasil pemeriksaan ini dari folder kabupaten."),
)
VERSION_OLDER = Case(
    "version_older",
    "warning",
    _(
        "Buku kerja {file} dibuat menurut Dokumen Kendali versi {version}; sekarang versi {current}. "
        "{changes}"
    ),
    _("Sesuaikan isinya dengan perubahan itu; templat terbaru dibuat dengan pasar template {code}."),
)
VERSION_NEWER = Case(
    "version_newer",
    "warning",
    _(
        "Buku kerja {file} dibuat menurut Dokumen Kendali versi {version}, sedangkan program ini hanya "
        "mengenal sampai versi {current}."
    ),
    _("Perbarui program pasar_nb, lalu periksa lagi; kolom yang baru belum dikenal oleh program ini."),
)
VERSION_UNREADABLE = Case(
    "version_unreadable",
    "warning",
    _("Lembar tersembunyi '{sheet}' tidak lagi memuat versi Dokumen Kendali."),
    _("Lembar itu tidak perlu diubah; bila isinya hilang, salin data ke templat baru dari pasar template."),
)

# --- text files ----------------------------------------------------------------------------------------

ENCODING_CONVERTED = Case(
    "encoding_converted",
    "warning",
    _("Berkas {file} memakai pengodean {encoding} dan dibaca menurut pengodean itu."),
    _("Simpan sebagai 'CSV UTF-8' agar huruf khusus pasti terbaca benar."),
)
ENCODING_UNKNOWN = Case(
    "encoding_unknown",
    "error",
    _("Pengodean huruf berkas {file} tidak dikenali."),
    _("Simpan ulang berkas sebagai 'CSV UTF-8'."),
)
NUL_BYTE = Case(
    "nul_byte",
    "error",
    _("Berkas {file} memuat bita nol pada baris {row}; berkas rusak."),
    _("Salin ulang berkas dari sumbernya atau simpan ulang sebagai 'CSV UTF-8'."),
)
QUOTE_UNCLOSED = Case(
    "quote_unclosed",
    "error",
    _(
        "Baris {row}: tanda kutip tidak ditutup atau salah tempat, sehingga batas kolom tidak dapat "
        "dipastikan."
    ),
    _("Tutup atau hapus tanda kutip pada baris itu."),
)
CELL_TOO_LONG = Case(
    "cell_too_long",
    "error",
    _("Baris {row}: satu isian memuat lebih dari {most} huruf; baris itu dan sesudahnya tidak dibaca."),
    _("Biasanya ada tanda kutip yang tidak ditutup: tutup atau hapus. Bila tidak, ringkas isian itu."),
)
