"""Registers: the households that a report rests on, kept as digests so that no comparison counts one twice.

A plan opens only the districts that have changed. So each report that others compare leaves a register of its
households among the internal files, and a comparison needs no district's data.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

from pasar_nb.whole_files import write_whole

DIGEST_BYTES = 10  # two of 500,000 households get the same digest with a chance of one in ten billion


def write_register(path: Path, households: Iterable[str], district: str) -> None:
    """Keep the digests of a report's households.

    Parameters
    ----------
    path
        From `Layout.register`.
    households
        Pseudonyms.
    district
        Code of the district: its numbers are told from the running numbers that any district may use.
    """
    from pasar_nb.contract.across import is_running_number

    told = {_digest(one): not is_running_number(one, district) for one in households}
    write_whole(path, json.dumps(told, sort_keys=True).encode(), private=True)


def shared_households(registers: Iterable[tuple[str, Path]]) -> tuple[tuple[str, str], ...]:
    """Name the pairs of districts that share a household.

    Parameters
    ----------
    registers
        Name of the district's folder, and path of its register. One that is not there or damaged (reports
        gathered from several machines come without) tells nothing.

    Returns
    -------
    tuple of (str, str)
        Folders, in their order. A code that is a running number in both proves nothing.
    """
    users: dict[str, list[tuple[str, bool]]] = {}
    for folder, path in registers:
        for digest, telling in _read(path):
            users.setdefault(digest, []).append((folder, telling))
    pairs = (
        tuple(sorted((one, other)))
        for found in users.values()
        for (one, first), (other, second) in combinations(found, 2)
        if (first or second) and one != other
    )
    return tuple(sorted({(one, other) for one, other in pairs}))


def _digest(household: str) -> str:
    return hashlib.blake2b(household.encode(), digest_size=DIGEST_BYTES).hexdigest()


def _read(path: Path) -> Iterator[tuple[str, bool]]:
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return
    for digest, telling in told.items() if isinstance(told, dict) else ():
        yield digest, bool(telling)
