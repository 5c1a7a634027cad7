"""Worker processes and what they started: begun in a group of their own, ended without remainder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO

import psutil

GRACE_SECONDS = 3.0  # a worker needs milliseconds to end its kernel; more only on a stalled machine


def start_worker(environment: dict[str, str], folder: Path, log: IO[bytes]) -> subprocess.Popen[bytes]:
    """Start a worker that the terminal's Ctrl-C does not reach, as the runner ends it in order."""
    command = [sys.executable, "-m", "pasar_nb.batch.worker", str(folder)]
    windows_group: int = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
    return subprocess.Popen(
        command,
        env=environment,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=log,
        stderr=subprocess.STDOUT,
        creationflags=windows_group,
        start_new_session=windows_group == 0,
    )


def descendants(pid: int) -> list[psutil.Process]:
    """List all processes that a process started, and those that they started."""
    try:
        family: list[psutil.Process] = psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    return family


def end(processes: Iterable[psutil.Process]) -> None:
    """End processes at once, and wait until they are gone."""
    listed = list(processes)
    for process in listed:
        try:
            process.kill()
        except psutil.NoSuchProcess:
            continue
    psutil.wait_procs(listed, timeout=GRACE_SECONDS)


def end_worker(worker: subprocess.Popen[bytes], runtime: Path) -> None:
    """End a worker, its kernel and what the notebook started.

    Closing its input asks the worker to end itself with all it started; whatever is still there after a while
    is ended from outside.
    """
    family = descendants(worker.pid) if worker.poll() is None else []
    close_input(worker)
    if worker.returncode == 0:
        return
    try:
        worker.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        family += descendants(worker.pid)
        worker.kill()
        worker.wait()
    end(family)
    end_orphans(runtime)


def end_orphans(runtime: Path) -> None:
    """End the kernel of a worker that died without ending it: it is known by its connection file."""
    mark = str(runtime)
    orphans = [
        process
        for process in psutil.process_iter(["cmdline"])
        if any(mark in part for part in process.info["cmdline"] or ())
    ]
    end([*orphans, *(child for orphan in orphans for child in descendants(orphan.pid))])


def close_input(worker: subprocess.Popen[bytes]) -> None:
    """Close a worker's input, which tells it to end."""
    if worker.stdin is not None:
        try:
            worker.stdin.close()
        except BrokenPipeError:
            return
