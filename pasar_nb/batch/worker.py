"""A worker process: one job, told and answered as JSON in its private folder."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
import traceback
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from pasar_nb.batch.clock import timestamp
from pasar_nb.batch.jobs import ANSWER, EXECUTED, LOG, ORDER, STAGED, Answer, Order
from pasar_nb.batch.kernels import KernelFault, NotebookFailed, PapermillKernels, own_folders
from pasar_nb.batch.preparation import prepare
from pasar_nb.batch.processes import descendants, end
from pasar_nb.batch.retelling import KERNEL_FAULT, retell, retell_failure
from pasar_nb.batch.warm import CAN_FORK
from pasar_nb.report import RunFields
from pasar_nb.whole_files import PRIVATE_FILE, make_private_folder, write_whole

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from pasar_nb.batch.forked_kernel import ForkedKernel


def main(folder: str, line: Connection) -> None:
    """Carry out the job whose order lies in a folder; `line` closes when the runner wants or has an end."""
    order = Order.read(Path(folder) / ORDER)
    _settle_in(order)
    forked = _forked_kernel()  # before there is a second thread
    threading.Thread(target=_end_with_the_runner, args=[line, Path(order.runtime)], daemon=True).start()
    started = timestamp()
    answer = replace(carry_out(order, forked), started=started, finished=timestamp())
    write_whole(Path(order.work) / ANSWER, answer.written(), private=True)


def _settle_in(order: Order) -> None:
    """Leave the runner's terminal and folder: everything that is said goes to the job's log."""
    if hasattr(os, "setsid"):
        os.setsid()
    os.chdir(order.work)
    os.environ.update(own_folders(Path(order.runtime)))
    log = os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE_FILE)
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
        os.dup2(log, stream.fileno())
    os.close(log)


def _forked_kernel() -> ForkedKernel | None:
    if not CAN_FORK:
        return None
    from pasar_nb.batch.forked_kernel import ForkedKernel

    return ForkedKernel()


def carry_out(order: Order, forked: ForkedKernel | None) -> Answer:
    """Execute the notebook, make the report and check it; the files stand ready in the private folder."""
    try:
        _make(order, forked)
    except NotebookFailed as failed:
        print(failed.trace, file=sys.stderr)
        return Answer("failed", retell_failure(failed, order), failed.cell, failed.heading)
    except KernelFault as fault:
        print(fault, file=sys.stderr)
        return Answer("fault", KERNEL_FAULT.text(order.options.language))
    except Exception as error:
        traceback.print_exc()
        return Answer("failed", retell(error, order))
    return Answer("done")


def _make(order: Order, forked: ForkedKernel | None) -> None:
    from pasar_nb.disclosure import refuse_leaks
    from pasar_nb.report import assets, render

    started, clock = timestamp(), time.monotonic()
    executed = _execute(order, forked)
    run = RunFields(started, timestamp(), round(time.monotonic() - clock, 3), order.command, order.attempt)
    rendered = render(executed, run, order.options)
    files = dict(zip(STAGED, (rendered.provenance, rendered.xlsx, rendered.html), strict=True))
    checked = {**files, STAGED[-1]: assets.taken_out(rendered.html)}
    refuse_leaks(checked, order.own_ids if order.options.audience == "public" else ())
    for name, content in files.items():
        write_whole(Path(order.work) / name, content, private=True)


def _execute(order: Order, forked: ForkedKernel | None) -> NotebookNode:
    import nbformat

    work = Path(order.work)
    scratch = make_private_folder(work / "scratch")
    kernels = PapermillKernels(runtime=Path(order.runtime), scratch=scratch, forked=forked)
    prepared = prepare(Path(order.notebook), order.options.language)
    executed = kernels.execute(prepared, order.parameters)
    content = nbformat.writes(executed).encode()  # type: ignore[no-untyped-call]  # nbformat has no types
    write_whole(work / EXECUTED, content, private=True)
    return executed


def _end_with_the_runner(line: Connection, runtime: Path) -> None:
    try:
        line.recv_bytes()
    except (EOFError, OSError):
        end(descendants(os.getpid()))
        shutil.rmtree(runtime, ignore_errors=True)
    os._exit(1)  # not an exit by exception: the main thread may be waiting for the kernel
