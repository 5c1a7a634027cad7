"""The catalogue of what is too large to be read safely: one row per case."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _

FILE_TOO_LARGE = Case(
    "file_too_large",
    "error",
    _("Berkas {file} berukuran {megabytes} MB; yang dibaca paling besar {most} MB."),
    _("Kirim hanya data kabupaten ini; hapus gambar, lembar, dan kolom yang tidak diperlukan."),
)
TABLE_TOO_LARGE = Case(
    "table_too_large",
    "error",
    _("Berkas {file} memuat lebih dari {most} sel; berkas sebesar itu tidak dibaca."),
    _(
        "Kirim hanya data kabupaten ini tanpa baris dan kolom yang tidak diperlukan; data panel yang memang "
        "besar disimpan sebagai .parquet."
    ),
)
TABLE_TOO_WIDE = Case(
    "table_too_wide",
    "error",
    _("Ada baris yang mencapai kolom ke-{found}; yang dibaca paling banyak {most} kolom."),
    _("Hapus kolom di sebelah kanan tabel (pilih, klik kanan, Hapus), simpan, lalu ulangi."),
)
CELL_HUGE = Case(
    "cell_huge",
    "error",
    _("Isi sel di kolom '{column}' lebih panjang dari {most} huruf."),
    _("Ringkas isinya; satu sel hanya untuk satu jawaban."),
)
