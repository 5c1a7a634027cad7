"""Counts in sentences, as they were released."""

from __future__ import annotations

from pasar_nb.disclosure import is_hidden


def count_of(n: object) -> int | str:
    """Take a count as it was released: a number, or the mark of a hidden one."""
    return str(n) if is_hidden(n) else int(str(n))
