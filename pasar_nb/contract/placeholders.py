"""What people write into a cell of text or codes to say that they have nothing to write."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from pasar_nb.contract.cell_log import DASHES
from pasar_nb.contract.spec import Column
from pasar_nb.contract.tables import TABLES

SIGNS = frozenset({*DASHES, "?", "...", "…", "n/a", "n.a.", "n.a", "null", "kosong", "(kosong)"})
"""Signs and words without a meaning of their own. ``NA`` is none of them: it may be somebody's code."""

WORDS = frozenset(
    {
        *("tidak ada", "tdk ada", "tak ada", "tidak ada data", "tidak tersedia", "nihil", "none", "nan"),
        *("tidak diketahui", "tidak tahu", "belum ada", "belum diketahui", "belum diisi"),
    }
)
"""Words that say the same, but may be an answer to a question of which the contract knows nothing."""

REMARKS = frozenset({"catatan", "teks", "keterangan", "alasan", "nilai_salah", "nilai_benar"})
"""Columns kept to the letter: who remarks that there is nothing has said something."""

ANSWERS = frozenset({"pendidikan_kk", "pasar_utama", "kelompok_adat"})
"""Columns in which "none" is an answer: no schooling, no market, no such group."""

_KINDS = frozenset({"id", "text"})
_OWN = frozenset(column.name for table in TABLES.values() for column in table.columns)


def placeholders(column: Column) -> frozenset[str]:
    """Give what means in a column that its cell is empty, in small letters; dashes in any column."""
    if column.kind not in _KINDS:
        return DASHES
    if column.name in REMARKS:
        return frozenset()
    return SIGNS if column.name in ANSWERS or column.name not in _OWN else SIGNS | WORDS


def placeholders_among(texts: Iterable[str], column: Column) -> list[str]:
    """Collect the different stripped cells that hold nothing but a sign or word for nothing."""
    known = placeholders(column)
    return [text for text in dict.fromkeys(texts) if text.casefold() in known]


def says_nothing(texts: pd.Series, column: Column) -> pd.Series:
    """Tell which stripped cells of a column are empty, or hold nothing but a sign or word for it."""
    return texts.isin(["", *placeholders_among(texts.tolist(), column)])
