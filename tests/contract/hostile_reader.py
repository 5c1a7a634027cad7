"""Reads folders of data, each in a process of its own without a network, and tells what it took."""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import sys
import traceback
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Any

import pandera.pandas  # noqa: F401 (what a first check imports is not its own time)
import pyarrow.parquet  # noqa: F401
from openpyxl import load_workbook  # noqa: F401

from pasar_nb.contract import check, read_folder

PATIENCE = 60  # seconds; a machine may be busy, but not six times
MOST_MEMORY = 8 * 1024**3  # bytes of addresses, so that a failure does not take the machine with it


def peak_memory() -> int:
    """Give the most bytes of memory that this process has held.

    Linux counts what the process held before it became this program into `ru_maxrss`, but not here.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text().splitlines()
        return 1024 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def no_network(*_arguments: Any, **_options: Any) -> None:
    raise AssertionError("the network was asked for")


def read(folder: Path) -> None:
    """Read a folder and print what is told of it, its cells, and what it took."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.alarm(PATIENCE)
    socket.socket.connect = socket.create_connection = no_network  # type: ignore[method-assign, assignment]
    start = perf_counter()
    result = check(read_folder(folder), today=date(2026, 11, 20))
    seconds = perf_counter() - start
    told = [[one.code, one.severity, one.table, one.row] for one in result.problems]
    texts = "\n".join(one.message.text("id") + one.remedy.text("id") for one in result.problems)
    cells = {name: frame.astype("str").to_numpy().tolist()[:3] for name, frame in result.tables.items()}
    print(json.dumps([told, texts, cells, seconds, peak_memory()]), flush=True)


def main() -> None:
    """Read each folder that is named on a line in a child of its own; the libraries are imported once."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                read(Path(line.rstrip("\n")))
            except BaseException:
                print(json.dumps(traceback.format_exc()), flush=True)
            os._exit(0)
        _child, status = os.waitpid(child, 0)
        if status:
            print(json.dumps(f"ended by signal {os.WTERMSIG(status)}"), flush=True)


if __name__ == "__main__":
    main()
