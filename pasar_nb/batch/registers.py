"""Registers: the households that a report rests on, kept as digests so that no comparison counts one twice.

A plan opens only the districts that have changed. So each report that others compare leaves a register of its
households among the internal files, and a comparison needs no district's data.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from pasar_nb.whole_files import write_whole

DIGEST_BYTES = 10  # two of 500,000 households get the same digest with a chance of one in ten billion


def write_register(path: Path, households: Iterable[str]) -> None:
    """Keep the digests of a report's households; running numbers tell nobody apart and are left out.

    Parameters
    ----------
    path
        From `Layout.register`.
    households
        Pseudonyms.
    """
    from pasar_nb.contract.across import is_running_number

    digests = sorted(_digest(one) for one in households if not is_running_number(one))
    write_whole(path, json.dumps(digests).encode(), private=True)


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
        Folders, in their order.
    """
    folders_of: dict[str, list[str]] = {}
    for folder, path in registers:
        for digest in _read(path):
            folders_of.setdefault(digest, []).append(folder)
    pairs = (pair for folders in folders_of.values() for pair in pairwise(sorted(set(folders))))
    return tuple(sorted(set(pairs)))


def _digest(household: str) -> str:
    return hashlib.blake2b(household.encode(), digest_size=DIGEST_BYTES).hexdigest()


def _read(path: Path) -> Iterator[str]:
    try:
        told = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return
    yield from (one for one in told if isinstance(one, str)) if isinstance(told, list) else ()
