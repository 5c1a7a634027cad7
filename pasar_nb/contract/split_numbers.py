"""Numbers with a decimal comma that the commas of a text file have split into two cells.

Where the row lacks its last cell, as many programs leave out empty ones, it has as many cells as the header,
and nothing but a cell of digits where words should stand shows that they have shifted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pasar_nb.contract.headers import Header
from pasar_nb.contract.spec import Table

WORDED: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(("satuan", "satuan_produksi", "sumber"), re.compile(r"\d{1,6}")),
    **dict.fromkeys(("catatan", "keterangan"), re.compile(r"\d{1,3}")),
    "kode_apbd": re.compile(r"\d{1,2}"),
}
"""Columns in which words or long codes stand, and digits that can only be decimals in them.

In other columns of text, such as levels of schooling, a district may write code numbers.
"""

_BEFORE_COMMA = re.compile(r"-?\d+")
_DECIMAL = frozenset({"number", "money"})


@dataclass(frozen=True, slots=True)
class Seam:
    """Two columns side by side, the first of numbers with decimals and the second of words.

    Attributes
    ----------
    column
        Name of the second.
    at
        Its position.
    digits
        What in it can only be decimals.
    """

    column: str
    at: int
    digits: re.Pattern[str]


def seams(header: Header, spec: Table) -> tuple[Seam, ...]:
    """Find where in a header decimals could come to stand in a column of words."""
    decimal = {column.name for column in spec.columns if column.kind in _DECIMAL}
    sides = enumerate(pairwise(header.names), start=1)
    return tuple(
        Seam(right, at, WORDED[right]) for at, (left, right) in sides if left in decimal and right in WORDED
    )


def split_number(row: Sequence[str], where: Sequence[Seam]) -> Seam | None:
    """Tell where a row shows that a number before has been split.

    Parameters
    ----------
    row
        Its cells.
    where
        From `seams`.
    """
    for one in where:
        before, behind = row[one.at - 1].strip(), row[one.at].strip()
        if behind and one.digits.fullmatch(behind) and _BEFORE_COMMA.fullmatch(before):
            return one
    return None
