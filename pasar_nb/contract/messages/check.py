"""The catalogue of what ends the check of a district before its time: one row per case."""

from __future__ import annotations

from pasar_nb.contract.cases import Case
from pasar_nb.language import _

CHECK_BROKEN = Case(
    "check_broken",
    "error",
    _("Pemeriksaan kabupaten ini terhenti oleh {error} ({where}); masalah lainnya belum diketahui."),
    _("Ini kesalahan program: laporkan kepada pengelolanya dengan teks galat ini."),
)
CHECK_KILLED = Case(
    "check_killed",
    "error",
    _("Proses yang memeriksa kabupaten ini dihentikan oleh sistem, biasanya karena memori habis."),
    _("Tutup program lain, lalu periksa kabupaten ini tersendiri dengan --district."),
)
