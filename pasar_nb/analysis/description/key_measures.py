"""Which questions are split and drawn: too many tables are read by nobody."""

from __future__ import annotations

from pasar_nb.analysis.measures import Measure
from pasar_nb.vocabulary import THEME_LABELS

_ASKED_FOR = ("pendapatan_per_kapita", "belanja_per_kapita", "pendapatan_usaha", "harga_jual")
_OF_THEMES = ("jam_kerja", "migrasi_keluar", "jumlah_pelatihan", "persepsi_pendapatan")
"""What officials ask for first, and what stands for the other themes where the district asked it."""


def key_measures(measures: tuple[Measure, ...], primary: str | None) -> tuple[Measure, ...]:
    """Choose the primary outcome, what officials ask for, and one question of every theme that has any.

    Parameters
    ----------
    measures
        Every question with an answer.
    primary
        Name of the primary outcome; None where there is none.
    """
    told = {one.name: one for one in measures if one.form != "category"}
    wanted = (primary, *_ASKED_FOR, *_OF_THEMES)
    chosen = dict.fromkeys(name for name in wanted if name in told)
    covered = {told[name].theme for name in chosen}
    for theme in THEME_LABELS:
        first = next((name for name, one in told.items() if one.theme == theme), None)
        if theme not in covered and first is not None:
            chosen[first] = None
    return tuple(told[str(name)] for name in chosen)
