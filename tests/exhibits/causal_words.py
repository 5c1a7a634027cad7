"""Words that claim a cause, in both languages: without a valid comparison no generated text uses one."""

from __future__ import annotations

import re

_STEMS: dict[str, tuple[str, ...]] = {
    "id": (
        r"(ber)?dampak\w*",
        r"(ber)?pengaruh\w*",
        r"me(m|mp)engaruhi\w*",
        r"dipengaruhi\w*",
        r"(meng|di)?akibat\w*",
        r"(me|di)nyebabkan\w*",
        r"disebabkan\w*",
        r"penyebab\w*",
        r"karena",
        r"berkat",
        r"efek\w*",
        r"(oleh|hasil|jasa) (program|pendampingan|intervensi|keperantaraan)",
    ),
    "en": (
        r"impact\w*",
        r"effect\w*",
        r"affect\w*",
        r"caus(e|es|ed|al|ally|ing)",
        r"because of",
        r"due to",
        r"owing to",
        r"thanks to",
        r"(led|leads|leading) to",
        r"results? (of|from) the (programme|mentoring|intervention)",
        r"(resulted|resulting|results) in",
        r"attributable to",
    ),
}
CAUSAL = {language: re.compile(rf"\b({'|'.join(stems)})\b", re.I) for language, stems in _STEMS.items()}

CAUTIONS: dict[str, tuple[str, ...]] = {
    "id": (
        "Laporan ini hanya dapat mengatakan apakah sesuatu berubah, bukan apa penyebabnya:",
        "tidak boleh dibaca sebagai hasil program",
        "pengaruhnya tidak dapat dipisahkan dari hasil program",
        "tidak ditampilkan karena kurang dari 10",
    ),
    "en": (
        "This report can only say whether something changed, not what caused it:",
        "may not be read as a result of the programme",
        "its influence cannot be told from the result of the programme",
        "not a cause",
        "is no cause",
        "does not show a cause",
    ),
}
"""Whole phrases that use such a word to deny a cause, or of the data and not of the programme."""

QUOTED = ("kutipan", "kata")
"""Begin the names of tables whose cells are words of people; only their titles and notes are ours."""

CONDITIONS: dict[str, tuple[str, ...]] = {
    "id": ("boleh dibaca sebagai hasil program hanya bila",),
    "en": ("may be read as a result of the programme only if",),
}
"""What may be said on a condition, where a comparison allows it."""


def claims(text: str, language: str, *, compared: bool = False) -> list[str]:
    """Give the causal words of a text, cautions aside, and conditions where there is a comparison."""
    for forgiven in (*CAUTIONS[language], *(CONDITIONS[language] if compared else ())):
        text = text.replace(forgiven, "")
    return [found.group() for found in CAUSAL[language].finditer(text)]
