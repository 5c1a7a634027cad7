"""Where the header of a table stands, and which column of the contract each of its cells names."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from pasar_nb.contract.spec import Table

SEARCHED_ROWS = 20  # title blocks above official tables take a handful of rows; twenty is generous
NEAR_ENOUGH = 0.75  # difflib ratio at which a mistyped name is taken for the one it resembles

_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]")
_JOINTS = re.compile(r"[\s\-]+")
# Marks without width, soft hyphens, and marks that turn the direction of what follows, digits included.
UNSEEN = "\u200b-\u200f\u2060\ufeff\u00ad\u061c\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[{UNSEEN}]")


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a grid.

    Attributes
    ----------
    row
        Its row, the first of the spreadsheet being 1.
    names
        Name of the column at each position, ``""`` where the header is empty.
    written
        The cells as they were written, identifiers of persons redacted.
    """

    row: int
    names: tuple[str, ...]
    written: tuple[str, ...]


def folded(name: str) -> str:
    """Write a header or sheet name as the contract writes names: ``Harga Jual (Rp/kg)`` is ``harga_jual``."""
    bare = _BRACKETS.sub("", _UNSEEN.sub("", name)).casefold().strip(" \t\r\n\u00a0*:")
    return _JOINTS.sub("_", bare).strip("_")


def known_headers(spec: Table) -> Mapping[str, str]:
    """Map every folded header that a table's columns may have to the column's exact name."""
    known = {folded(column.name): column.name for column in spec.columns}
    for column in spec.columns:
        for other in (*column.synonyms, column.title.template):
            known.setdefault(folded(other), column.name)
    return known


def column_name(header: str, known: Mapping[str, str]) -> str:
    """Name the column that a header stands for; an unknown header keeps its folded text.

    KoboToolbox puts the group before the name, as in ``usaha/pendapatan_usaha``; only the name counts.
    """
    whole = folded(header)
    last = whole.rpartition("/")[2].strip("_")
    return known.get(whole) or known.get(last) or last


def recognised(row: Sequence[str], known: Mapping[str, str]) -> frozenset[str]:
    """Collect the columns of the contract that the cells of a row name."""
    names = frozenset(known.values())
    return frozenset(name for cell in row if (name := column_name(cell, known)) in names)


def find_header(rows: Sequence[Sequence[str]], known: Mapping[str, str]) -> tuple[int, int]:
    """Find the row that names most columns of a table.

    Returns
    -------
    tuple of int
        Position of the row among `rows`, and how many columns it names. Where no row names any, the first
        row that is not blank, and 0.
    """
    counts = [len(recognised(row, known)) for row in rows[:SEARCHED_ROWS]]
    best = max(counts, default=0)
    if best:
        return counts.index(best), best
    return next((at for at, row in enumerate(rows) if any(cell.strip() for cell in row)), 0), 0


def guess_table(
    name: str, rows: Sequence[Sequence[str]], tables: Mapping[str, Table], taken: Collection[str]
) -> str:
    """Guess which table a wrongly named file or sheet holds, by its name, else by its header.

    Parameters
    ----------
    name
        File stem or sheet name.
    rows
        Its first rows.
    tables
        The contract.
    taken
        Tables that have been found elsewhere and are no candidates.

    Returns
    -------
    str
        Name of the table, or empty where nothing speaks for one.
    """
    free = [table for table in tables if table not in taken]
    near = difflib.get_close_matches(folded(name), free, 1, NEAR_ENOUGH)
    if near:
        return near[0]
    # Where the columns are rather those of a table that is there already, they are no sign of another one.
    by_header = _table_by_header(rows, tables.values())
    return by_header if by_header in free else ""


def continued_table(
    name: str, rows: Sequence[Sequence[str]], tables: Mapping[str, Table], taken: Collection[str]
) -> str:
    """Name the table that a file or sheet goes on with, such as ``survei 2025`` beside ``survei``.

    Parameters
    ----------
    name
        File stem or sheet name.
    rows
        Its first rows.
    tables
        The contract.
    taken
        Tables that have been found elsewhere.

    Returns
    -------
    str
        Name of a table among `taken` that the name begins with and whose columns these are, or empty.
    """
    written = folded(name)
    begun = [table for table in taken if table in tables and _continues(written, table)]
    longest = max(begun, key=len, default="")
    return longest if longest and _named_columns(rows, tables[longest]) else ""


def _continues(written: str, table: str) -> bool:
    return written.startswith(table) and not written[len(table) :][:1].isalpha()


def _table_by_header(rows: Sequence[Sequence[str]], specs: Iterable[Table]) -> str:
    found = {spec.name: count for spec in specs if (count := _named_columns(rows, spec))}
    return max(found, key=lambda table: found[table], default="")


def _named_columns(rows: Sequence[Sequence[str]], spec: Table) -> int:
    """Count the columns of a table that a header names; none where it lacks an obligatory one."""
    known = known_headers(spec)
    at, count = find_header(rows, known)
    return count if count and set(spec.required) <= recognised(rows[at], known) else 0
