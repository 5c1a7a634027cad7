"""The catalogue of what can be wrong with ``sumber.toml`` and the databases it names: one row per case."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _

# --- the file ------------------------------------------------------------------------------------------

NOT_TOML = Case(
    "source_not_toml",
    "error",
    _("Berkas {file} bukan TOML yang sah."),
    _('Tulis menurut contoh: [tabel.survei], lalu url = "sqlite:///data.db" dan kueri = "select ...".'),
)
SETTING_UNKNOWN = Case(
    "source_setting_unknown",
    "error",
    _("Pengaturan '{name}' tidak dikenal."),
    _("Yang dikenal hanya [tabel.NAMA] dengan url dan kueri."),
)
TABLE_UNKNOWN = Case(
    "source_table_unknown",
    "error",
    _("'{name}' bukan nama tabel Dokumen Kendali."),
    _("Pakai salah satu nama tabel: {tables}."),
)
SETTING_MISSING = Case(
    "source_setting_missing",
    "error",
    _("Sumber tabel '{table}' tidak mempunyai '{column}' yang berupa teks."),
    _('Tambahkan baris {column} = "..." di bawah [tabel.{table}].'),
)

# --- the address ---------------------------------------------------------------------------------------

PASSWORD_IN_FILE = Case(
    "source_password_in_file",
    "error",
    _("Alamat basis data untuk tabel '{table}' memuat kata sandi."),
    _(
        "Hapus kata sandi dari berkas dan ganti kata sandi itu; simpan alamat lengkapnya dalam variabel "
        'lingkungan, lalu tulis url = "env:PASAR_DB_URL".'
    ),
)
VARIABLE_UNSET = Case(
    "source_variable_unset",
    "error",
    _("Variabel lingkungan {variable} yang memuat alamat basis data tidak diatur."),
    _("Atur variabel itu sebelum menjalankan pasar; tanyakan alamatnya kepada pengelola basis data."),
)
URL_MALFORMED = Case(
    "source_url_malformed",
    "error",
    _("Alamat basis data untuk tabel '{table}' tidak dapat dibaca."),
    _("Tulis sebagai alamat SQLAlchemy, misalnya sqlite:///data.db atau postgresql://pembaca@server/data."),
)
FILE_OUTSIDE = Case(
    "source_file_outside",
    "error",
    _("Berkas basis data untuk tabel '{table}' berada di luar folder kabupaten."),
    _("Salin berkasnya ke folder kabupaten, atau beri alamatnya lewat variabel lingkungan (env:NAMA)."),
)
FILE_ABSENT = Case(
    "source_file_absent",
    "error",
    _("Berkas basis data untuk tabel '{table}' tidak ada."),
    _("Periksa nama berkas pada url; alamatnya dihitung dari folder kabupaten."),
)
FILE_IN_USE = Case(
    "source_file_in_use",
    "error",
    _("Berkas basis data untuk tabel '{table}' sedang ditulis program lain (ada berkas -wal di sebelahnya)."),
    _("Tutup program yang memakainya, lalu ulangi."),
)
DIALECT_REFUSED = Case(
    "source_dialect_refused",
    "error",
    _("Alamat untuk tabel '{table}' menyebut jenis basis data atau penggerak yang tidak dipakai pasar."),
    _(
        "Pakai {known}, tanpa nama penggerak: hanya itu yang dapat dibuka tanpa hak menulis. Dari basis data "
        "lain, ekspor tabelnya ke CSV atau Parquet."
    ),
)
ACCOUNT_MIGHTY = Case(
    "source_account_mighty",
    "error",
    _("Akun basis data untuk tabel '{table}' adalah superuser atau dapat menjangkau berkas server."),
    _("Minta pengelola basis data membuat akun yang hanya boleh SELECT pada tabel yang diperlukan."),
)
DRIVER_ABSENT = Case(
    "source_driver_absent",
    "error",
    _("Perangkat lunak untuk membaca basis data {dialect} belum terpasang."),
    _("Pasang dengan pip install -e '.[sql]' di folder pasar_nb."),
)

# --- the question and its answer -----------------------------------------------------------------------

NOT_A_QUESTION = Case(
    "source_not_a_question",
    "error",
    _("Kueri untuk tabel '{table}' bukan satu perintah SELECT yang hanya membaca."),
    _(
        "Tulis satu SELECT (atau WITH ... SELECT) saja, tanpa titik koma di tengahnya, tanpa garis miring "
        "terbalik, dan tanpa tanda $ atau ` di luar kutip; apit nama kolom yang sama dengan perintah SQL "
        "dengan kutip ganda."
    ),
)
IDENTIFIER_IN_QUERY = Case(
    "source_identifier_in_query",
    "error",
    _("Kueri untuk tabel '{table}' memuat angka yang tampak sebagai pengenal orang."),
    _("Hapus angka itu dari kueri; pilih baris dengan kode samaran."),
)
UNREACHABLE = Case(
    "source_unreachable",
    "error",
    _("Basis data {dialect} untuk tabel '{table}' tidak dapat dibuka atau menolak masuk."),
    _("Periksa apakah servernya hidup, alamatnya benar, dan akun pembaca berhak masuk; lalu ulangi."),
)
QUERY_FAILED = Case(
    "source_query_failed",
    "error",
    _("Basis data menolak kueri untuk tabel '{table}': {reason} ({code})."),
    _("Perbaiki kueri di sumber.toml; cobalah langsung pada basis datanya bila sebabnya belum jelas."),
)
QUERY_SLOW = Case(
    "source_query_slow",
    "error",
    _("Kueri untuk tabel '{table}' dihentikan karena lebih lama dari {seconds} detik."),
    _("Persempit kueri, atau minta pengelola basis data membuat indeks atau view untuk tabel ini."),
)
TOO_LARGE = Case(
    "source_too_large",
    "error",
    _("Hasil kueri untuk tabel '{table}' lebih dari {most} sel atau {megabytes} MB."),
    _("Persempit kueri sampai hanya memuat kabupaten ini dan kolom yang diperlukan."),
)
NO_ROWS = Case(
    "source_no_rows",
    "error",
    _("Kueri untuk tabel '{table}' tidak menghasilkan satu baris pun."),
    _("Perbaiki syarat pada kueri, atau hapus [tabel.{table}] bila datanya memang belum ada."),
)
TYPE_REFUSED = Case(
    "source_type_refused",
    "error",
    _("Kolom '{column}' hasil kueri berjenis {kind}, yang tidak dapat ditulis sebagai satu nilai."),
    _("Ubah kolom itu di kueri menjadi teks, angka, atau tanggal (misalnya dengan CAST), atau hilangkan."),
)
ZONE_REFUSED = Case(
    "source_zone_refused",
    "error",
    _("Kolom '{column}' hasil kueri berisi waktu dengan zona, sehingga harinya bergantung pada zona itu."),
    _("Ubah di kueri menjadi tanggal setempat, misalnya (kolom AT TIME ZONE 'Asia/Jakarta')::date."),
)
