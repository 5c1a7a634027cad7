"""Graduation: Kajian Bappenas 2024, 3.3.7 (path and follow-up); words of the table kriteria_graduasi."""

from __future__ import annotations

from pasar_nb.language import Message, _

POOR = "miskin"  # where the path begins: no criterion says so, a household is there that reaches no level
GRADUATION_LEVEL_LABELS: dict[str, Message] = {
    "miskin": _("Miskin"),
    "rentan": _("Rentan"),
    "menengah": _("Menengah"),
    "stabil": _("Stabil"),
}
UNKNOWN_LEVEL = "tidak_diketahui"
UNKNOWN_LEVEL_LABEL = _("Tidak diketahui")
FOLLOW_UP_LABELS: dict[str, Message] = {
    "beri_tahu": _("Lulus: sampaikan kelulusan, lalu pantau"),
    "rujuk": _("Lulus dua kali: rujuk ke program lebih tinggi, tetap pantau"),
    "evaluasi": _("Belum lulus: evaluasi penyebab, lalu dampingi intensif"),
    "intensif": _("Belum lulus: lanjutkan pendampingan intensif"),
    "evaluasi_ulang": _("Didampingi intensif: evaluasi ulang"),
    "pertimbangkan": _("Tidak membaik: bahas penghentian dan alternatifnya"),
    "lengkapi": _("Tingkat tidak diketahui: lengkapi data"),
    "temui": _("Tidak diwawancarai: temui kembali"),
}
