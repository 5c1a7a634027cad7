"""Worker processes and what they started: each in a session of its own, ended without remainder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import psutil

from pasar_nb.batch.warm import WorkerContext, begin

GRACE_SECONDS = 3.0  # a worker needs milliseconds to end its kernel; more only on a stalled machine


class WorkerProcess:
    """A worker at its job.

    Between it and the runner is a line on which nothing is ever said. When it closes - the runner stops the
    job, or dies - the worker ends its kernel and itself.

    Parameters
    ----------
    context
        How processes are started.
    folder
        The worker's private folder, in which its order lies.
    """

    def __init__(self, context: WorkerContext, folder: Path) -> None:
        from pasar_nb.batch import worker

        theirs, self._line = context.Pipe(duplex=False)
        self._process = context.Process(target=worker.main, args=(str(folder), theirs), daemon=True)
        begin(self._process)
        theirs.close()

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self._process.exitcode is not None

    def ask_to_end(self) -> None:
        """Tell it to end itself with all it started."""
        self._line.close()

    def end(self) -> None:
        """End it, its kernel and what the notebook started; whatever does not go by itself is killed."""
        pid = self._process.pid or 0
        family = [] if self.over else descendants(pid)
        self.ask_to_end()
        self._process.join(GRACE_SECONDS)
        if not self.over:
            family += descendants(pid)
            self._process.kill()
            self._process.join()
        end([*family, *session_of(pid)])
        self._process.close()


def descendants(pid: int) -> list[psutil.Process]:
    """List all processes that a process started, and those that they started."""
    try:
        family: list[psutil.Process] = psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    return family


def session_of(leader: int) -> list[psutil.Process]:
    """List what is left of a session whose leader has gone, e.g. a worker that was killed."""
    if not hasattr(os, "getsid"):
        return []
    left = []
    for pid in psutil.pids():
        try:
            if pid != os.getpid() and os.getsid(pid) == leader:
                left.append(psutil.Process(pid))
        except (ProcessLookupError, PermissionError, psutil.NoSuchProcess):
            continue
    return left


def end(processes: Iterable[psutil.Process]) -> None:
    """End processes at once, and wait until they are gone."""
    listed = list(processes)
    for process in listed:
        try:
            process.kill()
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(listed, timeout=GRACE_SECONDS)
