"""Districts examined for ``pasar check``: many of them in several processes, told in their order."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pasar_nb.batch.jobs import Place

if TYPE_CHECKING:
    from pasar_nb.contract.problems import Problem

FEWEST_TO_SHARE = 10  # districts; with fewer the start of processes takes longer than it saves
MOST_PROCESSES = 8
_AT_A_TIME = 4  # districts that a process gets at once


@dataclass(frozen=True, slots=True)
class Examined:
    """What is wrong with a district.

    Attributes
    ----------
    place
        The district.
    problems
        Every problem of its data, and what only shows beside the districts examined before it.
    stopping
        Number of errors that stop a report.
    shared
        Number of earlier districts that have a household of this one.
    corrections
        Number of corrections that were applied before.
    """

    place: Place
    problems: tuple[Problem, ...]
    stopping: int
    shared: int = 0
    corrections: int = 0


def examine(folder: Path, *, used: Collection[str]) -> Examined:
    """Open and check a district.

    Parameters
    ----------
    folder
        Its folder of data.
    used
        Tables that some report needs or uses; errors in others stop none.
    """
    from pasar_nb.batch.opening import open_district

    opened = open_district(folder)
    return Examined(
        opened.place, opened.problems, len(opened.stopping(used)), corrections=len(opened.corrections)
    )


def examine_all(
    folders: Sequence[Path], used: Collection[str], processes: int | None = None
) -> Iterator[Examined]:
    """Examine districts, each also beside those before it.

    Parameters
    ----------
    folders
        Their folders of data.
    used
        Tables that some report needs or uses.
    processes
        How many at a time; by default as many as there are processors, and one for a few districts.
    """
    from pasar_nb.contract.across import HouseholdsMet
    from pasar_nb.contract.checking import arrange

    met = HouseholdsMet()
    for one in _each(folders, used, processes):
        across = met.meet(one.place.folder.name, one.place.own_ids)
        shared = sum(problem.stops for problem in across)
        yield replace(one, problems=arrange((*one.problems, *across)), shared=shared) if across else one


def _each(folders: Sequence[Path], used: Collection[str], processes: int | None) -> Iterator[Examined]:
    few = len(folders) < FEWEST_TO_SHARE
    count = processes or (1 if few else min(os.cpu_count() or 1, MOST_PROCESSES))
    work = partial(examine, used=frozenset(used))
    if count == 1:
        yield from map(work, folders)
        return
    with multiprocessing.get_context("spawn").Pool(count) as pool:
        yield from pool.imap(work, folders, chunksize=_AT_A_TIME)
