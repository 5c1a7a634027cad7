"""Districts examined for ``pasar check``: many of them in several processes, told in their order."""

from __future__ import annotations

import multiprocessing
import os
import traceback
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pasar_nb.batch.ingredients import PACKAGE
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
    """Open and check a district; whatever breaks the check is told, as other districts are still to come.

    Parameters
    ----------
    folder
        Its folder of data.
    used
        Tables that some report needs or uses; errors in others stop none.
    """
    from pasar_nb.batch.opening import open_district

    try:
        opened = open_district(folder)
    except Exception as error:
        return _broken(folder, error)
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
    yield from _shared(folders, work, count)


def _shared(folders: Sequence[Path], work: Callable[[Path], Examined], count: int) -> Iterator[Examined]:
    """Share the work; where a process is killed the next district is examined by itself, and so is told."""
    left = list(folders)
    while left:
        done = 0
        try:
            with _processes(count) as pool:
                for one in pool.map(work, left, chunksize=_AT_A_TIME):
                    done += 1
                    yield one
        except BrokenProcessPool:
            yield _alone(left[done], work)
            done += 1
        left = left[done:]


def _alone(folder: Path, work: Callable[[Path], Examined]) -> Examined:
    from pasar_nb.contract.messages import check as messages_check

    try:
        with _processes(1) as pool:
            return pool.submit(work, folder).result()
    except BrokenProcessPool:
        return _unexamined(folder, messages_check.CHECK_KILLED.problem())


def _processes(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, multiprocessing.get_context("spawn"))


def _broken(folder: Path, error: Exception) -> Examined:
    """Tell an error by its name and the place in our own code: its text may hold data."""
    from pasar_nb.contract.messages import check as messages_check

    frames = traceback.extract_tb(error.__traceback__)
    last = [one for one in frames if Path(one.filename).is_relative_to(PACKAGE)][-1]
    where = f"{Path(last.filename).name}:{last.lineno}"
    return _unexamined(folder, messages_check.CHECK_BROKEN.problem(error=type(error).__name__, where=where))


def _unexamined(folder: Path, why: Problem) -> Examined:
    from pasar_nb.batch.opening import place_by_name

    return Examined(place_by_name(folder), (why,), stopping=1)
