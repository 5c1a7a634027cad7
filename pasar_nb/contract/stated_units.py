"""Words of units and scales in headers, titles and number formats, held against a column's own unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pasar_nb.contract.spec import Column
from pasar_nb.vocabulary import MASSES

_SCALES: Mapping[str, str] = {
    **dict.fromkeys(
        ("ribu", "ribuan", "rb", "thousand", "thousands", "000", "1000", "1.000", "1,000"), "ribu"
    ),
    **dict.fromkeys(("juta", "jutaan", "jt", "million", "millions", "1000000", "1.000.000"), "juta"),
    **dict.fromkeys(("miliar", "miliaran", "milyar", "milyaran", "mlr", "billion"), "miliar"),
    **dict.fromkeys(("triliun", "triliunan"), "triliun"),
}
_TIMES: Mapping[str, str] = {
    **dict.fromkeys(("hari", "harian", "sehari"), "hari"),
    **dict.fromkeys(("minggu", "mingguan", "seminggu"), "minggu"),
    **dict.fromkeys(("bulan", "bln", "bulanan", "sebulan"), "bulan"),
    **dict.fromkeys(("musim", "semusim"), "musim"),
    **dict.fromkeys(("triwulan", "triwulanan", "kuartal"), "triwulan"),
    **dict.fromkeys(("semester", "semesteran"), "semester"),
    **dict.fromkeys(("tahun", "thn", "th", "tahunan", "setahun"), "tahun"),
}
_BUNDLES = (
    *("ikat", "karung", "sak", "keranjang", "peti", "liter", "butir", "ekor", "batang", "lembar", "buah"),
    *("biji", "bungkus", "dus", "tandan", "kaleng", "botol", "kodi", "lusin", "are", "ubin", "m3"),
)
_MEASURES: Mapping[str, str] = {
    **{word: f"{kilograms:g} kg" for word, kilograms in MASSES.items()},
    **{word: word for word in _BUNDLES},
    **dict.fromkeys(("ha", "hektar", "hektare"), "ha"),
    **dict.fromkeys(("m2", "m²"), "m2"),
}
_MEANINGS: Mapping[str, Mapping[str, str]] = {
    "scale": _SCALES,
    "time": _TIMES,
    "measure": _MEASURES,
    "money": dict.fromkeys(("rp", "rupiah", "idr"), "rp"),
    "foreign": dict.fromkeys(("usd", "us", "dolar", "dollar", "$"), "usd"),
    "people": dict.fromkeys(("orang", "jiwa", "kapita"), "orang"),
    "household": dict.fromkeys(("kk", "ruta", "rumahtangga"), "kk"),
    "share": dict.fromkeys(("%", "persen", "persentase"), "%"),
    "count": {"kali": "kali", "jam": "jam", "pelaku": "orang", "unit": "orang"},
}
_FILLERS = frozenset({"dalam", "per", "satuan", "x", "dan", "nilai"})

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+[23²]?|[%$]")
# A year, or the budget of one, says when and not how much.
_WHEN = re.compile(
    r"(?:\b(?:tahun|thn|th|t\.?a|bulan|bln)\b\.?\s*(?:anggaran|dasar|data|survei|pajak)?\s*)?\b(?:19|20)\d\d\b"
    r"|\b(?:tahun|bulan)\s+(?:anggaran|dasar|data|survei|pajak)\b"
)
_JOINED = (
    (re.compile(r"\brumah\s+tangga\b"), "rumahtangga"),
    (re.compile(r"(?:\bper|/)\s*panen\b"), "/musim"),
)
_TITLE_SCALE = re.compile(
    r"(?<![\w.,])(?<!\d )(?:ribuan|ribu|rb|jutaan|juta|jt|miliaran|miliar|milyaran|milyar|mlr|triliun)(?!\w)"
    r"|[x×]\s?1[.,]?000(?:[.,]?000)?(?![\w.,])"
    r"|\brp\.?\s?(?:000|1[.,]000(?=\s*\)))(?![\w.]|,\d)"
    r"|\b(?:dalam|satuan)\s*:?\s*(?:ton|kuintal|kwintal|kw)\b"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A word that says in what something is counted.

    Attributes
    ----------
    word
        As it is written.
    about
        What it is about: ``scale``, ``time``, ``measure``, ``money``, ``people`` and so on.
    means
        The same for all its spellings.
    """

    word: str
    about: str
    means: str


def stated_in(text: str) -> list[Stated]:
    """Find the words of units and scales in a text; a year is none."""
    bare = _WHEN.sub(" ", text.casefold())
    for pattern, plain in _JOINED:
        bare = pattern.sub(plain, bare)
    words = _WORD.findall(bare.replace("_", " "))
    found = [_meaning(word) for word in words]
    several = [
        Stated(f"{word} {unit.word}", "scale", word)
        for word, unit in zip(words, found[1:], strict=False)
        # Three months, or a hundred kilograms, are a scale of their own.
        if unit is not None
        and unit.about in {"time", "measure"}
        and word.isdigit()
        and word not in {"1", *_SCALES}
    ]
    return [*several, *(one for one in found if one is not None)]


def only_units(text: str) -> bool:
    """Tell whether a text is nothing but words of units and scales."""
    words = _WORD.findall(text.casefold().replace("_", " "))
    units = [word for word in words if _meaning(word) is not None]
    return bool(units) and all(_meaning(word) or word in _FILLERS or word.isdigit() for word in words)


def scale_in_title(text: str) -> str:
    """Give the scale that a title or a note declares for a table's numbers; empty where it declares none.

    ``(dalam ribuan rupiah)`` does, ``Bantuan 5 juta rupiah`` does not: a number stands before the word.
    """
    found = _TITLE_SCALE.search(text.casefold())
    return text[found.start() : found.end()].strip() if found else ""


def foreign(text: str, column: Column, written_units: Iterable[str] = (), *, beside: bool = False) -> str:
    """Give the first word of a text that contradicts the unit of a column; empty where none does.

    Parameters
    ----------
    text
        What a header or a number format says beside the column's name or the number.
    column
        A column of numbers.
    written_units
        The units that the table's own column of units holds for it.
    beside
        Whether the table has such a column.
    """
    stated = stated_in(text)
    if not stated:
        return ""
    general = stated_in(
        f"{column.unit} {column.meaning.template}" if column.unit else column.meaning.template
    )
    unit = {one.means for one in stated_in(column.unit)}
    times = {one.means for one in general if one.about == "time"}
    for written in {*written_units} or {""}:
        own = unit | times | {one.means for one in stated_in(written.partition("(")[0])}
        bare = not column.unit and not beside
        for one in stated:
            if one.means not in own and not _harmless(one, column, own, times, bare=bare):
                return one.word
    return ""


def _harmless(one: Stated, column: Column, own: set[str], times: set[str], *, bare: bool) -> bool:
    """Tell whether a word that is no part of a column's unit may stand beside its numbers."""
    if one.about in {"scale", "foreign"}:
        return False
    if one.about == "time":
        return not times
    if one.about == "household":
        return "%" not in own
    if one.about == "money" and column.kind == "money":
        return True
    # Mass is counted in kilograms where nobody has written otherwise.
    unwritten = not any(means in own for means in _MEASURES.values())
    return bare or (one.means == _MEASURES["kg"] and unwritten and column.unit in {"", "Rp/satuan"})


def _meaning(word: str) -> Stated | None:
    return next(
        (Stated(word, about, words[word]) for about, words in _MEANINGS.items() if word in words), None
    )
