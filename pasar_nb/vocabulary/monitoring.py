"""Monitoring: levels of the results chain, states of its boxes and indicators, from best to worst."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pasar_nb.language import Message, _
from pasar_nb.vocabulary.colours import BLUE, GREEN, GREY, GRID, ORANGE, PURPLE, SKY, VERMILION

IndicatorState: TypeAlias = Literal[
    "reached",
    "on_track",
    "not_reached",
    "unmeasured",
    "unclear",
    "behind",
    "overdue",
    "regressed",
    "no_indicator",
]
"""How an indicator stands; ``no_indicator`` is said of a box of the chain only."""
STATE_LABELS: dict[IndicatorState, Message] = {
    "reached": _("tercapai"),
    "on_track": _("sesuai rencana"),
    "not_reached": _("belum tercapai"),
    "unmeasured": _("belum diukur"),
    "unclear": _("rencana perlu diperiksa"),
    "behind": _("tertinggal"),
    "overdue": _("lewat tenggat"),
    "regressed": _("mundur"),
    "no_indicator": _("tanpa indikator"),
}
STATE_SIGNS: dict[IndicatorState, str] = {
    "reached": "✓",
    "on_track": "●",
    "not_reached": "◇",
    "unmeasured": "○",
    "unclear": "?",
    "behind": "▲",
    "overdue": "■",
    "regressed": "▼",
    "no_indicator": "–",
}
"""So that a state is told without its colour too."""
STATE_COLOURS: dict[IndicatorState, str] = {
    "reached": GREEN,
    "on_track": BLUE,
    "not_reached": SKY,
    "unmeasured": GREY,
    "unclear": PURPLE,
    "behind": ORANGE,
    "overdue": VERMILION,
    "regressed": VERMILION,
    "no_indicator": GRID,
}
LEVEL_LABELS: dict[str, Message] = {
    "kegiatan": _("Kegiatan"),
    "keluaran_mitra": _("Keluaran mitra"),
    "hasil_mitra": _("Hasil mitra"),
    "hasil_pokmas": _("Hasil POKMAS"),
    "dampak_sektor": _("Dampak sektor"),
    "dampak_pokmas": _("Dampak POKMAS"),
    "dampak_kemiskinan": _("Dampak kemiskinan"),
}
"""From the lowest level of the results chain to the highest."""
THEME_LABELS: dict[str, Message] = {
    "tenaga_kerja": _("Tenaga kerja"),
    "kinerja_usaha": _("Kinerja usaha"),
    "pendapatan_konsumsi": _("Pendapatan dan konsumsi"),
    "peluang_ekonomi": _("Peluang ekonomi"),
    "akses_partisipasi": _("Akses dan partisipasi"),
    "persepsi": _("Persepsi"),
}
APKM_LABELS: dict[str, Message] = {
    "akses": _("Akses"),
    "partisipasi": _("Partisipasi"),
    "kontrol": _("Kontrol"),
    "manfaat": _("Manfaat"),
}
REMARK_LABELS: dict[str, Message] = {
    "fgd": _("diskusi kelompok (FGD)"),
    "wawancara": _("wawancara"),
    "observasi": _("observasi"),
    "laporan": _("laporan"),
}
