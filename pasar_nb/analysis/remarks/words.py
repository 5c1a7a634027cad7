"""Frequent words of remarks, counted by the number of remarks that hold them."""

from __future__ import annotations

import re
import unicodedata

import pandas as pd

from pasar_nb.analysis.remarks.plain_words import is_plain
from pasar_nb.analysis.remarks.results import Words
from pasar_nb.analysis.remarks.stop_words import STOP_WORDS
from pasar_nb.vocabulary import SUPPRESS_BELOW

MOST_WORDS = 20  # that are shown
LEAST_REMARKS = 2  # a word of one remark is not frequent
LEAST_LETTERS = 3
_WORD = re.compile(r"(?<![\w@])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w@])")
_DOUBLED = re.compile(r"(?P<word>\w+)-(?P=word)")
_SENTENCE_END = ".!?"


def frequent_words(texts: pd.Series[str]) -> Words:
    """Count words, each once per remark.

    Parameters
    ----------
    texts
        The remarks.

    Notes
    -----
    ``anak-anak`` counts as ``anak``, and ``harganya`` as ``harga`` where that occurs by itself; other forms
    are counted as they are written. A word with a capital within a sentence is taken for a name.
    """
    held = [_words(text) for text in texts]
    every = frozenset().union(*held) if held else frozenset()
    counts = pd.Series(
        [word for words in held for word in {_bare(word, every) for word in words}], dtype="str"
    ).value_counts()
    table = counts[counts >= LEAST_REMARKS].rename_axis("word").rename("n").reset_index()
    table = table.sort_values(["n", "word"], ascending=[False, True], ignore_index=True)
    common = (table["n"] >= SUPPRESS_BELOW) & table["word"].map(is_plain).astype(bool)
    return Words(
        n=len(texts),
        table=table.head(MOST_WORDS),
        common=table[common].head(MOST_WORDS).reset_index(drop=True),
    )


def _words(text: str) -> frozenset[str]:
    said = unicodedata.normalize("NFC", text)
    found = (match.group() for match in _WORD.finditer(said) if not _is_name(match, said))
    single = (_DOUBLED.sub(r"\g<word>", word.lower()) for word in found)
    return frozenset(word for word in single if len(word) >= LEAST_LETTERS and word not in STOP_WORDS)


def _is_name(match: re.Match[str], text: str) -> bool:
    """Tell whether a word is written like a name: a capital where no sentence begins, in a mixed text."""
    word, before = match.group(), text[: match.start()].rstrip(" (\"'")
    begins = not before or before[-1] in _SENTENCE_END
    return word[0].isupper() and not word.isupper() and not begins


def _bare(word: str, every: frozenset[str]) -> str:
    bare = word.removesuffix("nya")
    return bare if bare in every else word
