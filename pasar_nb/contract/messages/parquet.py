"""The catalogue of what can be wrong with a parquet file: one row per case."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _

PARQUET_DAMAGED = Case(
    "parquet_damaged",
    "error",
    _("Berkas parquet {file} rusak, terpotong atau terlalu besar."),
    _("Buat ulang berkas dari sumbernya."),
)
PARQUET_TYPE = Case(
    "parquet_type",
    "error",
    _("Kolom '{column}' di {file} berjenis {kind}, yang tidak dapat ditulis sebagai satu nilai."),
    _("Ubah kolom itu menjadi teks, angka, atau tanggal, atau hilangkan, lalu simpan ulang berkas."),
)
PARQUET_ZONE = Case(
    "parquet_zone",
    "error",
    _("Kolom '{column}' di {file} berisi waktu dengan zona, sehingga harinya bergantung pada zona itu."),
    _("Simpan kolom itu sebagai tanggal setempat tanpa jam dan zona, lalu simpan ulang berkas."),
)
