"""The catalogue of what can be wrong with columns, identities and relations between tables: one row per case.

A further case is one further row here and one small function in `columns`, `identity` or `rules`.
"""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _, _n

MORE_ROWS = _n("{message} Hal yang sama ada pada {count} baris lain: {rows}.", 1)
MORE_ROWS_SHORTENED = _n("{message} Hal yang sama ada pada {count} baris lain, antara lain {rows}.", 1)

BETWEEN = _("{low} sampai {high}")
AT_LEAST = _("{low} atau lebih")
AT_MOST = _("{high} atau kurang")

# Columns

COLUMN_MISSING = Case(
    "column_missing",
    "error",
    _("Kolom wajib '{column}' tidak ada."),
    _("Tambahkan kolom '{column}' dan isi untuk setiap baris."),
)
COLUMN_MISNAMED = Case(
    "column_missing",
    "error",
    _("Kolom wajib '{column}' tidak ada, tetapi ada kolom '{near}'."),
    _(
        "Bila maksudnya sama, ganti judul '{near}' menjadi '{column}'; bila tidak, tambahkan kolom '{column}'."
    ),
)
COLUMN_UNDECLARED = Case(
    "column_undeclared",
    "warning",
    _("Kolom '{column}' tidak ada dalam kamus data dan tidak dipakai."),
    _("Hapus kolom itu, atau biarkan bila memang hanya untuk catatan sendiri."),
)
COLUMN_UNDECLARED_VARIABLE = Case(
    "column_undeclared",
    "warning",
    _("Kolom '{column}' tidak ada dalam kamus data dan belum didaftarkan, sehingga tidak dipakai."),
    _("Daftarkan '{column}' pada tabel variabel, atau hapus kolom itu."),
)
CELL_EMPTY = Case(
    "cell_empty",
    "error",
    _("Kolom wajib '{column}' kosong."),
    _("Isi sel itu, atau hapus barisnya bila memang tidak ada datanya."),
)
VALUE_OUTSIDE = Case(
    "value_outside",
    "error",
    _("Nilai {value} di kolom '{column}' di luar batas; seharusnya {range}."),
    _("Periksa isian dan tulis nilai yang benar: {range}."),
)
YEAR_OUTSIDE = Case(
    "year_outside",
    "error",
    _("Tahun pada '{value}' di kolom '{column}' tidak masuk akal; seharusnya {range}."),
    _("Tulis tanggal yang benar; tahun 1900 biasanya berasal dari sel tanggal yang kosong atau rusak."),
)
VALUE_UNUSUAL = Case(
    "value_unusual",
    "warning",
    _("Nilai {value} di kolom '{column}' di luar kisaran lazim ({range}) dan tetap dipakai."),
    _("Periksa angka dan satuannya; perbaiki bila salah ketik."),
)
VALUE_SENTINEL = Case(
    "value_sentinel",
    "error",
    _("Nilai {value} di kolom '{column}' tampaknya kode untuk 'tidak menjawab'."),
    _("Kosongkan sel yang tidak ada jawabannya; jangan memakai kode angka."),
)
TEXT_MALFORMED = Case(
    "text_malformed",
    "error",
    _("Isian '{value}' di kolom '{column}' tidak sesuai bentuk yang diminta."),
    _("Tulis sesuai kamus data: {meaning}"),
)
KEY_TWICE = Case(
    "key_twice",
    "error",
    _("Gabungan {columns} pada baris ini sudah ada di baris {first}."),
    _("Sisakan satu baris, atau perbaiki kodenya bila barisnya memang berbeda."),
)
ROW_TWICE = Case(
    "row_twice",
    "warning",
    _("Seluruh isi baris ini sama dengan baris {first}, dan keduanya dipakai."),
    _("Hapus salah satu bila terketik dua kali."),
)
SHARES_AS_FRACTIONS = Case(
    "shares_as_fractions",
    "error",
    _("Kolom '{column}' berisi pecahan 0 sampai 1, padahal yang diminta persen 0 sampai 100."),
    _("Kalikan isi kolom '{column}' dengan 100."),
)
VALUE_THOUSANDFOLD = Case(
    "value_thousandfold",
    "warning",
    _("Nilai {value} di kolom '{column}' lebih dari {times} kali nilai tengah kolom itu."),
    _("Periksa apakah angkanya terketik dengan tiga nol terlalu banyak atau satuannya berbeda."),
)

# Identities

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
REMARK_REDACTED = Case(
    "remark_redacted",
    "warning",
    _("Ungkapan di kolom '{column}' memuat pengenal orang, yang disamarkan sebelum dipakai."),
    _("Hapus NIK, nomor KK, nomor telepon, dan koordinat dari ungkapan di berkas."),
)

# References and order

REFERENCE_UNKNOWN = Case(
    "reference_unknown",
    "error",
    _("'{value}' di kolom '{column}' tidak ada di tabel {target}."),
    _("Perbaiki kodenya, atau tambahkan '{value}' pada tabel {target}."),
)
REFERENCE_MISSPELT = Case(
    "reference_unknown",
    "error",
    _("'{value}' di kolom '{column}' tidak ada di tabel {target}; mungkin maksudnya '{near}'."),
    _("Perbaiki kodenya, atau tambahkan '{value}' pada tabel {target}."),
)
REFERENCE_TABLE_ABSENT = Case(
    "reference_table_absent",
    "warning",
    _("Kolom '{column}' merujuk tabel {target} yang belum ada, sehingga kodenya tidak dapat diperiksa."),
    _("Lengkapi tabel {target}."),
)
IN_THE_FUTURE = Case(
    "in_the_future",
    "error",
    _("'{value}' di kolom '{column}' berada di masa depan."),
    _("Tulis waktu yang sudah berlalu; kosongkan bila belum terjadi dan kolomnya tidak wajib."),
)
WAVES_OUT_OF_ORDER = Case(
    "waves_out_of_order",
    "error",
    _(
        "Gelombang {wave} bertanggal {date}, lebih awal daripada gelombang sebelumnya ({earlier}, baris {first})."
    ),
    _("Perbaiki tanggal atau nomor gelombang; survei awal harus mendahului survei berikutnya."),
)
SELF_LOOP = Case(
    "self_loop",
    "error",
    _("'{value}' di kolom '{column}' merujuk dirinya sendiri."),
    _("Isi '{column}' dengan kode yang lain, atau hapus rujukan itu."),
)
CYCLE = Case(
    "cycle",
    "error",
    _("Rujukan di kolom '{column}' berputar: {path}."),
    _("Putuskan lingkaran itu pada satu rujukan yang keliru."),
)
BOUNDS_OUT_OF_ORDER = Case(
    "bounds_out_of_order",
    "error",
    _("Kolom {columns} tidak berurutan dari rendah ke tinggi."),
    _("Tulis nilai rendah, nilai utama, dan nilai tinggi secara berurutan."),
)
SERIES_UNIT_CHANGES = Case(
    "series_unit_changes",
    "error",
    _("Deret '{series}' memakai lebih dari satu satuan: {units}."),
    _("Ubah semua nilai deret itu ke satu satuan, atau pisahkan menjadi dua deret."),
)

# The district

PROFILE_ROWS = Case(
    "profile_rows",
    "error",
    _("Tabel profil harus berisi tepat satu baris, tetapi ada {rows}."),
    _("Sisakan satu baris untuk kabupaten ini."),
)
PROFILE_ABSENT = Case(
    "profile_absent",
    "error",
    _("Tabel profil tidak ada, padahal wajib."),
    _("Tambahkan tabel profil dengan kode, nama kabupaten, dan program."),
)
CODE_UNKNOWN = Case(
    "code_unknown",
    "error",
    _("Kode kabupaten '{value}' tidak ada dalam daftar BPS."),
    _("Tulis kode BPS empat angka dari {name}."),
)
CODE_OF_KEMENDAGRI = Case(
    "code_of_kemendagri",
    "error",
    _("Kode '{value}' adalah kode Kemendagri dari {name}, bukan kode BPS."),
    _("Ganti kode pada profil dan nama folder dengan kode BPS-nya, {bps}."),
)
CODE_AND_NAME_DIFFER = Case(
    "code_and_name_differ",
    "error",
    _("Kode {code} milik {official} menurut BPS, tetapi profil menyebut {name}."),
    _("Perbaiki kode atau nama kabupaten sehingga keduanya cocok."),
)
FOLDER_AND_PROFILE_DIFFER = Case(
    "folder_and_profile_differ",
    "error",
    _("Folder '{folder}' dan kode '{value}' pada profil menunjuk kabupaten yang berbeda."),
    _("Samakan kode pada profil dengan empat angka pertama nama folder."),
)
FOLDER_NAME_DIFFERS = Case(
    "folder_name_differs",
    "error",
    _("Nama folder '{folder}' tidak cocok dengan nama kabupaten {name}."),
    _("Ganti nama folder menjadi '{expected}'."),
)
OUTCOME_UNKNOWN = Case(
    "outcome_unknown",
    "error",
    _("Hasil utama '{value}' bukan kolom survei dan tidak terdaftar pada tabel variabel."),
    _("Tulis nama satu kolom survei, atau daftarkan '{value}' pada tabel variabel."),
)
OUTCOME_NOT_SURVEYED = Case(
    "outcome_not_surveyed",
    "warning",
    _("Hasil utama '{value}' belum ada sebagai kolom pada tabel survei."),
    _("Tambahkan kolom '{value}' pada tabel survei."),
)
COMMODITY_WITHOUT_SCORE = Case(
    "commodity_without_score",
    "warning",
    _("Komoditas terpilih '{value}' tidak ada di antara komoditas pada tabel skor."),
    _("Tulis nama komoditas sama persis seperti pada tabel skor."),
)

# Households and their variables

MEASURE_UNKNOWN = Case(
    "measure_unknown",
    "error",
    _(
        "Variabel '{value}' bukan kolom survei, bukan ukuran turunan, dan tidak terdaftar pada tabel variabel."
    ),
    _("Tulis nama kolom survei, daftarkan pada tabel variabel, atau pakai ukuran turunan: {measures}."),
)
VARIABLE_WITHOUT_UNIT = Case(
    "variable_without_unit",
    "error",
    _("Variabel '{value}' berjenis angka tetapi tidak bersatuan."),
    _("Isi satuannya, misalnya Rp, kg, jam, atau ha."),
)
VARIABLE_NOT_SURVEYED = Case(
    "variable_not_surveyed",
    "warning",
    _("Variabel '{value}' terdaftar tetapi tidak ada sebagai kolom pada tabel survei."),
    _("Tambahkan kolom itu pada tabel survei, atau hapus dari tabel variabel."),
)
HOUSEHOLDS_LEFT = Case(
    "households_left",
    "warning",
    _n(
        "{count} dari {total} rumah tangga pada survei awal tidak ada pada gelombang terakhir ({wave}).",
        1,
    ),
    _("Lengkapi datanya bila ada; bila tidak, analisis menghitungnya sebagai responden yang hilang."),
)
HOUSEHOLDS_WITHOUT_BASELINE = Case(
    "households_without_baseline",
    "warning",
    _n("{count} rumah tangga ada pada gelombang terakhir ({wave}) tetapi tidak ada pada survei awal.", 1),
    _("Periksa kodenya; tanpa survei awal rumah tangga itu tidak ikut dibandingkan."),
)
HOUSEHOLDS_NEVER_SURVEYED = Case(
    "households_never_surveyed",
    "warning",
    _n("{count} dari {total} rumah tangga tidak pernah disurvei.", 1),
    _("Periksa apakah kodenya sama dengan yang dipakai pada tabel survei."),
)
