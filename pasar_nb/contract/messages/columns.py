"""The catalogue of what can be wrong with the columns of one table: one row per case.

A further case is one further row here and one small function in `columns` or `plausibility`.
"""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _, _n

BETWEEN = _("{low} sampai {high}")
AT_LEAST = _("{low} atau lebih")
AT_MOST = _("{high} atau kurang")

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
        "Bila maksudnya sama, ganti judul '{near}' menjadi '{column}'; "
        "bila tidak, tambahkan kolom '{column}'."
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
COLUMN_UNDECLARED_NEAR = Case(
    "column_undeclared",
    "warning",
    _("Kolom '{column}' tidak ada dalam kamus data dan tidak dipakai; mungkin maksudnya '{near}'."),
    _("Ganti judulnya menjadi '{near}' bila maksudnya sama; bila tidak, hapus kolom itu."),
)
HEADER_UNIT = Case(
    "header_unit",
    "error",
    _(
        "Judul kolom '{header}' menyebut '{stated}', padahal angka di kolom '{column}' harus dalam {unit}; "
        "angkanya tidak dikalikan atau dibagi di sini."
    ),
    _("Tulis ulang semua angka kolom itu dalam {unit}, lalu tulis judulnya '{column}' saja."),
)
UNIT_BESIDE = _("satuan yang tertulis di kolom {name} ({units})")
PRICE_BESIDE = _("Rp per satuan yang tertulis di kolom {name} ({units})")
UNIT_BESIDE_EMPTY = _("satuan yang ditulis di kolom {name}, yang masih kosong")
UNIT_PLAIN = _("satuan penuh")
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
CODE_TWICE = Case(
    "key_twice",
    "error",
    _("'{value}' di kolom '{column}' sudah ada di baris {first}."),
    _("Sisakan satu baris, atau perbaiki kodenya bila barisnya memang berbeda."),
)
SPELT_TWICE = Case(
    "spelt_twice",
    "warning",
    _(
        "'{value}' dan '{other}' di kolom '{column}' berbeda huruf besar-kecilnya saja, dan dihitung sebagai "
        "dua."
    ),
    _("Samakan penulisannya bila maksudnya sama."),
)
SPELT_TWICE_SPLITS = Case(
    "spelt_twice",
    "error",
    _(
        "'{value}' dan '{other}' di kolom '{column}' berbeda huruf besar-kecilnya saja, dan dihitung sebagai "
        "dua."
    ),
    _("Samakan penulisannya bila maksudnya sama; beri nama yang lebih berbeda bila memang dua."),
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
    _("Kolom '{column}' berisi pecahan seperti {value}, padahal yang diminta persen 0 sampai 100."),
    _("Kalikan isi kolom '{column}' dengan 100."),
)
SHARE_DOUBTFUL = Case(
    "share_doubtful",
    "error",
    _("Nilai {value} di kolom '{column}' adalah pecahan di antara persen, atau kurang dari satu persen."),
    _("Tulis 80 untuk 80 persen, bukan 0,8; bila memang kurang dari satu persen, tulis tandanya: 0,8%."),
)
SHARES_NOUGHT_OR_ONE = Case(
    "shares_nought_or_one",
    "warning",
    _("Kolom '{column}' hanya berisi 0 dan 1, yang berarti nol dan satu persen."),
    _("Bila 1 berarti semuanya, tulis 100; bila berarti ya, kolom ini meminta persen 0 sampai 100."),
)
COLUMN_CONSTANT = Case(
    "column_constant",
    "warning",
    _("Kolom '{column}' berisi nilai yang sama, {value}, pada semua baris ({rows})."),
    _("Periksa apakah nilainya memang diukur; kolom yang tidak berubah tidak menerangkan apa pun."),
)
GROUP_MISSING = Case(
    "group_missing",
    "warning",
    _n("Kolom '{column}' kosong pada {count} dari {total} baris, yang tidak masuk kelompok mana pun.", 1),
    _("Lengkapi isinya bila diketahui."),
)
OTHERS_IN_COLUMN = _("nilai tengah yang lain di kolom itu")
OTHERS_IN_GROUP = _("nilai tengah yang lain pada {group}")
VALUE_THOUSANDFOLD = Case(
    "value_thousandfold",
    "warning",
    _("Nilai {value} di kolom '{column}' {times} kali atau lebih dari {others}, yaitu {median}."),
    _("Periksa apakah angkanya terketik dengan tiga nol terlalu banyak atau satuannya berbeda."),
)
VALUE_THOUSANDTH = Case(
    "value_thousandth",
    "warning",
    _("Nilai {value} di kolom '{column}' hanya 1/{times} atau kurang dari {others}, yaitu {median}."),
    _("Periksa apakah angkanya kurang tiga nol, misalnya ditulis dalam ribuan, atau satuannya berbeda."),
)
VALUE_MAY_BE_CODE = Case(
    "value_may_be_code",
    "warning",
    _("Nilai {value} di kolom '{column}' mungkin kode untuk 'tidak menjawab' (jumlah sel: {count})."),
    _("Bila kode, kosongkan selnya; bila memang nilainya, biarkan: nilai itu tetap dipakai."),
)
