"""The catalogue of what can be wrong between tables: one row per case.

A further case is one further row here and one small function in `rules`.
"""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _, _n

# --- references and order ----------------------------------------------------------------------------

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
LEADING_ZERO_LOST = Case(
    "leading_zero_lost",
    "warning",
    _("'{value}' di kolom '{column}' dibaca '{restored}' menurut tabel {target}; nol di depannya hilang."),
    _("Ubah format kolom menjadi Teks di kedua tabel, lalu tulis kode yang sama persis."),
)
IN_THE_FUTURE = Case(
    "in_the_future",
    "error",
    _("'{value}' di kolom '{column}' berada di masa depan."),
    _("Tulis waktu yang sudah berlalu; kosongkan bila belum terjadi dan kolomnya tidak wajib."),
)
PLAN_TOO_FAR = Case(
    "plan_too_far",
    "error",
    _("'{value}' di kolom '{column}' melampaui tahun {year}, terlalu jauh untuk sebuah rencana."),
    _("Periksa tahunnya dan tulis yang benar."),
)
SPENT_IN_THE_FUTURE = Case(
    "spent_in_the_future",
    "error",
    _("Kolom '{column}' berisi {value}, padahal tahun {year} belum dimulai."),
    _("Isi 0 atau kosongkan sampai dananya terpakai, atau perbaiki tahunnya."),
)
WAVES_OUT_OF_ORDER = Case(
    "waves_out_of_order",
    "error",
    _(
        "Gelombang {wave} bertanggal {date}, lebih awal daripada gelombang sebelumnya "
        "({earlier}, baris {first})."
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
COMPARED_WITH_ITSELF = Case(
    "series_compared_with_itself",
    "error",
    _("Deret '{series}' memakai dirinya sendiri sebagai pembanding."),
    _("Tulis kode deret lain yang tidak terjangkau kegiatan, atau kosongkan kolom itu."),
)
SEVERAL_COMPARISONS = Case(
    "series_several_comparisons",
    "error",
    _("Deret '{series}' menyebut lebih dari satu pembanding: {others}."),
    _("Pilih satu pembanding untuk seluruh deret itu dan tulis yang sama di setiap barisnya."),
)

UNITS_MIXED = Case(
    "units_mixed",
    "error",
    _("Kolom '{column}' mencampur satuan: {units}."),
    _(
        "Ubah semua nilai ke satu satuan dan tulis satuan itu di setiap baris; satuan setempat boleh "
        "disertai beratnya, misalnya ikat (2,5 kg)."
    ),
)

UNITS_CONVERTED = Case(
    "units_converted",
    "warning",
    _(
        "Kolom '{column}' mencampur satuan; {columns} diubah ke {base} menurut {factors} (jumlah baris yang "
        "berubah: {count})."
    ),
    _("Periksa faktornya, lalu tulis semua nilai dalam satu satuan."),
)

UNIT_MISSING = Case(
    "unit_missing",
    "warning",
    _n("Kolom '{column}' kosong pada {count} baris yang ada angkanya, sedangkan yang lain dalam {unit}.", 1),
    _("Tulis satuannya di setiap baris; angka tanpa satuan tidak dapat dibandingkan dengan yang lain."),
)

FIGURES_IN_UNITS = Case(
    "figures_in_units",
    "warning",
    _("Nilai data untuk kriteria '{criterion}' memakai lebih dari satu satuan: {units}."),
    _("Samakan satuannya agar nilai antarkomoditas dapat dibandingkan; peringkat dihitung dari skor saja."),
)

# --- the district ------------------------------------------------------------------------------------

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

# --- households and their variables ------------------------------------------------------------------

MEASURE_UNKNOWN = Case(
    "measure_unknown",
    "error",
    _(
        "Variabel '{value}' bukan kolom survei, bukan ukuran turunan, "
        "dan tidak terdaftar pada tabel variabel."
    ),
    _("Tulis nama kolom survei, daftarkan pada tabel variabel, atau pakai ukuran turunan: {measures}."),
)
VARIABLE_WITHOUT_UNIT = Case(
    "variable_without_unit",
    "error",
    _("Variabel '{value}' berjenis angka tetapi tidak bersatuan."),
    _("Isi satuannya, misalnya Rp, kg, jam, atau ha."),
)
VARIABLE_TWICE = Case(
    "variable_twice",
    "error",
    _("Variabel '{value}' menunjuk kolom survei yang sama dengan '{other}' di baris {first}."),
    _("Beda huruf besar, spasi, atau tanda kurung tidak membedakan kolom: hapus satu, atau ganti namanya."),
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
BASELINE_UNDERWAY = Case(
    "baseline_underway",
    "warning",
    _n("{count} dari {total} wawancara survei awal berlangsung sejak program mulai ({start}).", 1),
    _(
        "Periksa mulai_intervensi dan tanggal survei; tanpa survei sebelum program, tidak ada perbandingan "
        "yang disimpulkan."
    ),
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
