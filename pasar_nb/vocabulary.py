"""Words and constants that every layer shares: options, labels, colours and thresholds with their source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal, TypeAlias

from pasar_nb.language import SOURCE_LANGUAGE, Listing, Message, Number, _, listing

Audience: TypeAlias = Literal["public", "internal"]
"""Who reads a report: everybody, or the owner of the data."""

Direction: TypeAlias = Literal["manfaat", "biaya"]
"""Whether a high score of a criterion is good (benefit) or bad (cost)."""

Status: TypeAlias = Literal["published", "unchanged", "no_data", "data_error", "failed", "timeout"]
"""How a job of the batch ended."""

STATUS_LABELS: dict[Status, Message] = {
    "published": _("terbit"),
    "unchanged": _("tidak berubah"),
    "no_data": _("data belum ada"),
    "data_error": _("data perlu diperbaiki"),
    "failed": _("gagal dibuat"),
    "timeout": _("melewati batas waktu"),
}

SUPPRESS_BELOW = 10  # households; rule of the UK LLC and of ACRO for safe statistics
ROUND_COUNTS_TO = 5  # the same sources: counts are rounded so that two tables cannot be subtracted
LEAST_FOR_INFERENCE = 10  # below this no interval is shown at all
SMALL_SAMPLE = 30  # below this the text says "small sample"

SCORE_LOW, SCORE_HIGH = 1, 5  # scale of weights and scores, Juknis APP Jawa Timur, Langkah 1
MOST_DECIMALS = 6  # past which two numbers count as equal
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

# Okabe and Ito 2008: eight colours that colour-blind readers can tell apart; black is kept for text.
BLUE, ORANGE, GREEN, VERMILION = "#0072B2", "#E69F00", "#009E73", "#D55E00"
SKY, PURPLE, YELLOW, GREY = "#56B4E9", "#CC79A7", "#F0E442", "#767676"
INK, PAPER, GRID = "#1F2933", "#FFFFFF", "#D9DEE4"
CATEGORICAL = (BLUE, ORANGE, GREEN, VERMILION, SKY, PURPLE, YELLOW, GREY)
SEQUENTIAL_BLUE = ("#F1F6FA", "#C6DDEE", "#8DBEDD", "#4A97C7", "#0072B2", "#004B78")


def readable(identifier: str) -> str:
    """Write an identifier of the data as a name for people: ``bawang_merah`` is ``Bawang merah``."""
    words = identifier.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def readable_all(identifiers: Iterable[str]) -> Listing:
    """Write several identifiers as names in one sentence."""
    return listing(readable(one) for one in identifiers)


def first_place(winners: Sequence[str], name: Callable[[str], str | Message] = readable) -> Message | Listing:
    """Name who is first, and say so where several share the place."""
    names = listing(name(winner) for winner in winners)
    return _("{names} secara seri", names=names) if len(winners) > 1 else names


def year_span(oldest: int, newest: int) -> Message:
    """Write one year or a span of years, without the thousands sign that a number would get."""
    if oldest == newest:
        return _("tahun {year}", year=str(newest))
    return _("tahun {oldest}–{newest}", oldest=str(oldest), newest=str(newest))


def grade(value: float) -> Number:
    """Write a score or weight of the 1-5 scale: one decimal, none where it is whole."""
    whole = _as_written(value, 1) == _as_written(value, 0) + ",0"
    return Number(float(value), 0 if whole else 1)


def beside(value: float, other: float, decimals: int = 1) -> Number:
    """Write a number next to one from which it differs, with enough decimals to see that it does."""
    every = range(decimals, MOST_DECIMALS)
    differ = (places for places in every if _as_written(value, places) != _as_written(other, places))
    enough = next(differ, decimals)
    return grade(value) if enough == 1 else Number(value, enough)


def _as_written(value: float, decimals: int) -> str:
    return Number(float(value), decimals).text(SOURCE_LANGUAGE)


def percentage_points(difference: float) -> Number | Message:
    """Write a difference of shares in percentage points, never as nought."""
    least = 0.1
    if abs(difference) * 100 < least:
        return _("kurang dari {least}", least=Number(least, 1))
    return Number(difference * 100, 1)
