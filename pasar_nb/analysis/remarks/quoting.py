"""Which remarks may be quoted, and what is taken out of them: in doubt a remark is not quoted.

A remark is the favourite hiding place of what identifies people. So nothing is searched for that must not be
there; what is left after the obvious has been taken out must be made of everyday words alone.
"""

from __future__ import annotations

import re
import unicodedata

from pasar_nb.analysis.remarks.plain_words import is_plain

NAME = "[nama]"
LEAST, MOST = 25, 200  # characters: shorter ones say little, longer ones tell a story of somebody
MOST_TAKEN_OUT = 1  # with two gaps little is left, and much can be guessed
LEAST_WORDS = 4

_TITLES = (
    *("pak", "bapak", "bpk", "bu", "ibu", "mbak", "mba", "mas", "mbah", "mbok", "kang", "ceu", "teh", "neng"),
    *("ujang", "aa", "abah", "haji", "hajah", "h", "hj", "ustaz", "ustad", "ustadz", "kiai", "kyai", "gus"),
    *("nyai", "tgk", "teungku", "cut", "bang", "kak", "daeng", "puang", "andi", "karaeng", "inaq", "amaq"),
    *("lalu", "baiq", "tuan", "guru", "i", "ni", "om", "tante", "saudara", "saudari", "sdr", "sdri", "tn"),
    *("ny", "dr", "drs", "dra", "ir"),
)
_NAMED = re.compile(
    rf"\b(?:{'|'.join(_TITLES)})\b\.?(?:\s+(?-i:[A-Z])[\w'’.-]*)+", re.IGNORECASE
)  # a title, and names with capitals
_ABBREVIATIONS = frozenset({"BUMDes", "BUMDesma", "POKMAS", "UMKM", "UMK", "FGD", "PKH", "KUR"})
_SEASONS = frozenset(
    {
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September"),
        *("Oktober", "November", "Desember", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"),
        *("Lebaran", "Ramadan", "Idulfitri", "Iduladha"),
    }
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PLAIN_MARKS = re.compile(r"[\s.,;:!?()\-–—…]*")
_SENTENCE_END = ".!?"


def quotation(text: str) -> str | None:
    """Give a remark as it may be quoted; None where it may not.

    Parameters
    ----------
    text
        What was said, as it stands in the table.

    Returns
    -------
    str or None
        The remark with at most one name taken out. What holds a digit, a handle, an address, a word in
        capitals within a sentence, or any word that is no everyday one, is not quoted at all.
    """
    said = unicodedata.normalize("NFC", " ".join(text.split()))
    taken_out = _NAMED.findall(said)
    if not LEAST <= len(said) <= MOST or len(taken_out) > MOST_TAKEN_OUT:
        return None
    bare = _NAMED.sub(" \n ", said)  # a mark of its own: no remark holds the end of a line
    words = [(match.group(), match.start()) for match in _WORD.finditer(bare)]
    if len(words) < LEAST_WORDS or not _PLAIN_MARKS.fullmatch(_WORD.sub("", bare)):
        return None
    if not all(_may_stand(word, _begins(bare, at)) for word, at in words):
        return None
    return " ".join(_NAMED.sub(NAME, said).split())


def _may_stand(word: str, begins: bool) -> bool:
    """Tell whether a word may be quoted: small letters within a sentence, and an everyday word anywhere."""
    if word in _ABBREVIATIONS or word in _SEASONS:
        return True
    if not (word.islower() or (begins and word[0].isupper() and word[1:].islower())):
        return False
    return word.lower() not in _LONELY and is_plain(word.lower())


_LONELY = frozenset(_TITLES) - {"lalu", "teh", "i"}
"""Titles without a name in capitals: the word after them is likely a name in small letters."""


def _begins(text: str, at: int) -> bool:
    """Tell whether a sentence begins at a place."""
    before = text[:at].rstrip(" (")
    return not before or before[-1] in _SENTENCE_END
