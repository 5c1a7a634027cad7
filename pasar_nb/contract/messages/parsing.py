"""The catalogue of what can be wrong with the writing of single cells: one row per case."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _

MORE_OF_THE_SAME = Case(
    "more_of_the_same",
    "error",
    _("Kolom '{column}': {count} sel lain bermasalah serupa dengan '{first}'."),
    _("Perbaiki seluruh kolom dengan cara yang sama."),
)

# --- numbers -------------------------------------------------------------------------------------------

NUMBER_NOT_READ = Case(
    "number_not_read",
    "error",
    _("'{value}' di kolom '{column}' bukan angka."),
    _("Tulis angka saja tanpa satuan atau keterangan; kosongkan sel bila datanya tidak ada."),
)
NUMBER_AMBIGUOUS = Case(
    "number_ambiguous",
    "error",
    _("'{value}' di kolom '{column}' dapat berarti {decimal} atau {thousands}."),
    _("Tulis tanpa pemisah ribuan: {plain_decimal} atau {plain_thousands}."),
)
NUMBER_INFINITE = Case(
    "number_infinite",
    "error",
    _("'{value}' di kolom '{column}' bukan bilangan terhingga."),
    _("Periksa rumus asalnya (biasanya pembagian dengan nol) dan tulis angka yang benar."),
)
NUMBER_SHORTENED = Case(
    "number_shortened",
    "error",
    _(
        "'{value}' di kolom '{column}' adalah bilangan panjang yang dipendekkan lembar kerja, sehingga "
        "sebagian angkanya hilang."
    ),
    _("Ubah format kolom menjadi Teks, lalu ketik ulang bilangan aslinya; NIK jangan dikirim."),
)
NUMBER_AS_FRACTION = Case(
    "number_as_fraction",
    "error",
    _("'{value}' di kolom '{column}' dapat berarti hasil bagi, atau sekian dari sekian."),
    _("Tulis satu angka: 0.5 bila maksudnya setengah, atau angka di depan garis saja bila itu jawabannya."),
)
NUMBER_NOT_WHOLE = Case(
    "number_not_whole",
    "error",
    _("'{value}' di kolom '{column}' bukan bilangan bulat."),
    _("Tulis bilangan bulat."),
)
NUMBER_CONVERTED = Case(
    "number_converted",
    "warning",
    _(
        "Kolom '{column}': angka bertulisan seperti '{value}' diubah menjadi angka biasa, di sini {plain} "
        "(jumlah sel: {count})."
    ),
    _("Tulis angka tanpa Rp, pemisah ribuan atau kata: 1250000, bukan Rp1.250.000 atau 1,25 juta."),
)
NUMBER_SETTLED_BY_RANGE = Case(
    "number_settled_by_range",
    "warning",
    _(
        "Kolom '{column}': '{value}' dibaca {plain}, karena hanya itu yang wajar bagi kolom ini (jumlah "
        "sel: {count})."
    ),
    _("Periksa nilainya dan tulis angka tanpa pemisah ribuan."),
)
NUMBER_SETTLED_BY_COLUMN = Case(
    "number_settled_by_column",
    "warning",
    _(
        "Kolom '{column}': '{value}' dibaca {plain}, mengikuti penulisan dan besaran angka lain di kolom "
        "itu (jumlah sel: {count})."
    ),
    _("Periksa nilainya; bila keliru, tulis angka tanpa pemisah ribuan."),
)
DASH_AS_MISSING = Case(
    "dash_as_missing",
    "warning",
    _("Kolom '{column}': tanda '{value}' dibaca sebagai data kosong (jumlah sel: {count})."),
    _("Kosongkan sel bila datanya tidak ada; tulis 0 bila memang nol."),
)

PLACEHOLDER_AS_MISSING = Case(
    "placeholder_as_missing",
    "warning",
    _("Kolom '{column}': isian '{value}' dibaca sebagai data kosong (jumlah sel: {count})."),
    _("Kosongkan sel bila datanya tidak ada."),
)

# --- dates and months ----------------------------------------------------------------------------------

DATE_NOT_READ = Case(
    "date_not_read",
    "error",
    _("'{value}' di kolom '{column}' bukan tanggal yang dikenal."),
    _(
        "Tulis tanggal sebagai tahun-bulan-hari, misalnya 2024-04-03, atau hari/bulan/tahun, misalnya "
        "03/04/2024."
    ),
)
DATE_CONVERTED = Case(
    "date_converted",
    "warning",
    _("Kolom '{column}': '{value}' dibaca sebagai tanggal {plain} (jumlah sel: {count})."),
    _("Tulis tanggal sebagai tahun-bulan-hari, misalnya 2024-04-03."),
)
MONTH_NOT_READ = Case(
    "month_not_read",
    "error",
    _("'{value}' di kolom '{column}' bukan bulan yang dikenal."),
    _("Tulis bulan sebagai tahun-bulan, misalnya 2024-04."),
)
MONTH_CONVERTED = Case(
    "month_converted",
    "warning",
    _("Kolom '{column}': '{value}' dibaca sebagai bulan {plain} (jumlah sel: {count})."),
    _("Tulis bulan sebagai tahun-bulan, misalnya 2024-04."),
)

# --- ids, text and closed lists ------------------------------------------------------------------------

ID_SCIENTIFIC = Case(
    "id_scientific",
    "error",
    _("'{value}' di kolom '{column}' adalah angka yang dipendekkan lembar kerja, sehingga kodenya hilang."),
    _("Ubah format kolom menjadi Teks, lalu ketik ulang kode aslinya."),
)
ID_AS_DATE = Case(
    "id_as_date",
    "error",
    _("'{value}' di kolom '{column}' tampaknya kode yang diubah lembar kerja menjadi tanggal."),
    _("Ubah format kolom menjadi Teks, lalu ketik ulang kode aslinya, misalnya 3-5."),
)
ID_LIKE_PATH = Case(
    "id_like_path",
    "error",
    _("'{value}' di kolom '{column}' berbentuk alamat berkas, bukan kode."),
    _("Tulis kode tanpa garis miring di depan dan tanpa '..'."),
)
ID_TRIMMED = Case(
    "id_trimmed",
    "warning",
    _("Kolom '{column}': spasi di awal atau akhir kode seperti '{value}' dibuang (jumlah sel: {count})."),
    _("Hapus spasi agar kode sama persis di semua tabel."),
)
TEXT_LIKE_FORMULA = Case(
    "text_like_formula",
    "warning",
    _("Kolom '{column}': teks yang berbentuk rumus diperlakukan sebagai teks biasa (jumlah sel: {count})."),
    _("Hapus tanda =, + atau @ di awal teks."),
)
TEXT_LIKE_HTML = Case(
    "text_like_html",
    "warning",
    _(
        "Kolom '{column}': teks yang berbentuk kode HTML diperlakukan sebagai teks biasa "
        "(jumlah sel: {count})."
    ),
    _("Hapus bagian dalam tanda < dan >."),
)
YES_NO_NOT_READ = Case(
    "yes_no_not_read",
    "error",
    _("'{value}' di kolom '{column}' bukan ya atau tidak."),
    _("Tulis ya atau tidak; kosongkan sel bila tidak diketahui."),
)
YES_NO_MIXED = Case(
    "yes_no_mixed",
    "warning",
    _("Kolom '{column}' memakai beberapa cara menulis ya dan tidak: {notations}."),
    _("Pakai ya dan tidak di seluruh kolom."),
)
CHOICE_UNKNOWN = Case(
    "choice_unknown",
    "error",
    _("'{value}' di kolom '{column}' bukan salah satu pilihan."),
    _("Pakai pilihan yang tersedia: {choices}."),
)
CHOICE_MISSPELT = Case(
    "choice_unknown",
    "error",
    _("'{value}' di kolom '{column}' bukan salah satu pilihan; mungkin maksudnya '{near}'."),
    _("Pakai pilihan yang tersedia: {choices}."),
)
CHOICE_FOLDED = Case(
    "choice_folded",
    "warning",
    _("Kolom '{column}': '{value}' dibaca sebagai '{plain}' (jumlah sel: {count})."),
    _("Tulis pilihan persis seperti dalam kamus data."),
)
