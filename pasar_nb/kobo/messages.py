"""The catalogue of what can be wrong with the submissions of an export."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _

NOTHING_APPROVED = Case(
    "export_nothing_approved",
    "error",
    _("Tidak ada satu kiriman pun yang disetujui di lembar '{sheet}' (menurut kolom '{status}')."),
    _("Setujui kiriman yang benar di KoboToolbox atau ODK, atau tulis 'take = \"all\"' di [rules]."),
)
HOUSEHOLD_MISSING = Case(
    "export_household_missing",
    "error",
    _("Pengenal rumah tangga di kolom '{column}' kosong atau berisi galat."),
    _("Lengkapi kiriman itu di KoboToolbox atau ODK, lalu ekspor lagi."),
)
HOUSEHOLD_SHORTENED = Case(
    "export_household_shortened",
    "error",
    _("Pengenal rumah tangga tersimpan sebagai bilangan dan angkanya hilang (seperti 3,5E+15)."),
    _("Pakai berkas ekspor asli; jangan simpan ulang dari Excel."),
)
HOUSEHOLD_ROUNDED = Case(
    "export_household_rounded",
    "error",
    _("Semua pengenal 16 angka berakhir dengan 0: angka terakhirnya tampaknya dibulatkan oleh Excel."),
    _("Pakai berkas ekspor asli; jangan simpan ulang dari Excel."),
)
HOUSEHOLD_ALIKE = Case(
    "export_household_alike",
    "warning",
    _("Pengenal rumah tangga {household} hanya berbeda tanda baca dari pengenal {other}."),
    _("Periksa apakah keduanya rumah tangga yang sama; bila ya, samakan pengenalnya dalam kiriman."),
)
DUPLICATE = Case(
    "export_duplicate",
    "error",
    _("Rumah tangga {household} mempunyai beberapa kiriman pada gelombang {wave}; yang lain: {others}."),
    _(
        "Hapus atau tolak kiriman yang salah lalu ekspor lagi, atau tulis 'duplicates = \"latest\"' di "
        "[rules] untuk memakai yang terakhir dikirim."
    ),
)
DUPLICATE_SETTLED = Case(
    "export_duplicate_settled",
    "warning",
    _("Kiriman rumah tangga {household} pada gelombang {wave} digantikan oleh kiriman terakhir ({others})."),
    _("Periksa apakah kiriman terakhir memang yang benar."),
)
DUPLICATE_UNTIMED = Case(
    "export_duplicate_untimed",
    "error",
    _("Kiriman terakhir rumah tangga {household} pada gelombang {wave} tidak dapat ditentukan: {others}."),
    _("Sertakan kolom _submission_time atau SubmissionDate dalam ekspor, atau hapus kiriman yang salah."),
)
CHANGED = Case(
    "export_household_changed",
    "error",
    _(
        "Keterangan rumah tangga {household} berbeda antarkiriman pada kolom {columns}; kiriman lain: "
        "{others}."
    ),
    _(
        "Samakan dalam kiriman lalu ekspor lagi, atau tulis 'changes = \"first\"' atau "
        "'changes = \"latest\"' di [rules]."
    ),
)
CHANGE_SETTLED = Case(
    "export_household_change_settled",
    "warning",
    _("Keterangan rumah tangga {household} pada kolom {columns} tidak dipakai; yang dipakai: {others}."),
    _("Periksa apakah pilihan 'changes' di [rules] memang yang dimaksud."),
)
ONLY_BASELINE = Case(
    "export_only_baseline",
    "warning",
    _("Rumah tangga {household} ada pada gelombang {first}, tetapi tidak pada gelombang {wave}."),
    _("Bila sebenarnya diwawancarai, periksa salah ketik pada pengenalnya."),
)
ONLY_FOLLOW_UP = Case(
    "export_only_follow_up",
    "warning",
    _("Rumah tangga {household} ada pada gelombang {wave}, tetapi tidak pada gelombang {first}."),
    _("Bila sebenarnya bukan rumah tangga baru, periksa salah ketik pada pengenalnya."),
)
ORPHAN = Case(
    "export_orphan",
    "error",
    _("Baris lembar '{sheet}' tidak mempunyai induk di lembar '{parent}'."),
    _("Pakai berkas ekspor asli yang lengkap, tanpa baris yang dihapus."),
)
KEY_TWICE = Case(
    "export_key_twice",
    "error",
    _("Nomor '{column}' dipakai lebih dari satu baris, sehingga baris ulangannya tidak jelas induknya."),
    _("Pakai berkas ekspor asli; jangan gabungkan beberapa ekspor dalam satu lembar."),
)
NO_LINK = Case(
    "export_no_link",
    "error",
    _("Lembar '{sheet}' tidak dapat dihubungkan dengan lembar utama '{parent}'."),
    _("Ekspor ulang dengan kolom _index dan _parent_index (KoboToolbox) atau KEY dan PARENT_KEY (ODK)."),
)
TOO_LARGE = Case(
    "export_too_large",
    "error",
    _("Ekspor {file} memuat lebih dari {most} sel; berkas sebesar itu tidak dibaca."),
    _(
        "Ekspor tiap ronde ke berkas sendiri dengan kolom yang diperlukan saja, atau ekspor sebagai CSV, "
        "yang boleh lebih besar."
    ),
)
NOTHING_IN_EXPORT = Case(
    "export_empty",
    "error",
    _("Berkas {file} tidak memuat satu kiriman pun."),
    _("Ekspor ulang dari KoboToolbox atau ODK."),
)
TABLES_ALIKE = Case(
    "export_tables_alike",
    "error",
    _("Arsip {file} memuat beberapa tabel dengan nama yang sama: {names}."),
    _("Impor arsip tiap ronde sendiri-sendiri, atau beri nama yang berbeda."),
)
CHOICES_DIFFER = Case(
    "export_choices_differ",
    "error",
    _("Kolom '{column}' dan kolom-kolom pilihannya tidak mengatakan hal yang sama."),
    _("Pakai berkas ekspor asli; jangan mengubah pilihan di dalamnya."),
)
HEADER_MISSING = Case(
    "export_header_missing",
    "error",
    _("Baris pertama lembar '{sheet}' dari berkas {file} berisi data, bukan judul kolom."),
    _("Pakai berkas ekspor asli, yang baris pertamanya memuat nama pertanyaan."),
)
