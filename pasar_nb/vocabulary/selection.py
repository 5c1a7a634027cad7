"""Commodity selection: scales, criteria and methods."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pasar_nb.language import Message, _

Direction: TypeAlias = Literal["manfaat", "biaya"]
"""Whether a high score of a criterion is good (benefit) or bad (cost)."""
SCORE_LOW, SCORE_HIGH = 1, 5  # scale of weights and scores, Juknis APP Jawa Timur, Langkah 1
CONSISTENCY_LIMIT = 0.1  # Saaty 1980: a higher consistency ratio means contradictory judgements
DIMENSION_LABELS: dict[str, Message] = {
    "jangkauan_miskin": _("Jangkauan penduduk miskin"),
    "peningkatan_pendapatan": _("Peningkatan pendapatan"),
    "perubahan_sistemik": _("Perubahan sistemik"),
    "lainnya": _("Lainnya"),
}
DIRECTION_LABELS: dict[str, Message] = {
    "manfaat": _("makin tinggi makin baik"),
    "biaya": _("makin rendah makin baik"),
}
METHOD_LABELS: dict[str, Message] = {
    "weighted_sum": _("Jumlah berbobot"),
    "topsis": _("TOPSIS"),
    "promethee": _("PROMETHEE II"),
    "ahp": _("AHP"),
}
