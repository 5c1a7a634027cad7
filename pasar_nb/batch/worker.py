"""A worker process: one job, told and answered as JSON in its private folder.

Its standard input stays open while the runner lives. When it closes - the runner stops the job, or dies - the
worker ends its kernel and itself, so that nothing is left behind however the runner ends.
"""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
import traceback
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pasar_nb.batch.jobs import ANSWER, EXECUTED, ORDER, STAGED, Answer, Order
from pasar_nb.batch.kernels import KernelFault, NotebookFailed, PapermillKernels
from pasar_nb.batch.preparation import prepare
from pasar_nb.batch.processes import descendants, end
from pasar_nb.batch.publish import make_private_folder, write_whole
from pasar_nb.batch.retelling import KERNEL_FAULT, retell, retell_failure
from pasar_nb.report import RunFields

if TYPE_CHECKING:
    from nbformat import NotebookNode

_STANDARD_INPUT = 0
_CHUNK = 4096


def main() -> None:
    """Carry out the job whose order lies in the folder that is named on the command line."""
    order = Order.read(Path(sys.argv[1]) / ORDER)
    threading.Thread(target=_end_with_the_runner, args=[Path(order.runtime)], daemon=True).start()
    started = _now()
    answer = replace(carry_out(order), started=started, finished=_now())
    write_whole(Path(order.work) / ANSWER, answer.written(), private=True)


def carry_out(order: Order) -> Answer:
    """Execute the notebook, make the report and check it; the files stand ready in the private folder."""
    try:
        _make(order)
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


def _make(order: Order) -> None:
    from pasar_nb.disclosure import refuse_leaks
    from pasar_nb.report import assets, render

    started, clock = _now(), time.monotonic()
    executed = _execute(order)
    run = RunFields(started, _now(), round(time.monotonic() - clock, 3), order.command, order.attempt)
    rendered = render(executed, run, order.options)
    files = dict(zip(STAGED, (rendered.provenance, rendered.xlsx, rendered.html), strict=True))
    checked = {**files, STAGED[-1]: assets.taken_out(rendered.html)}
    refuse_leaks(checked, order.own_ids if order.options.audience == "public" else ())
    for name, content in files.items():
        write_whole(Path(order.work) / name, content, private=True)


def _execute(order: Order) -> NotebookNode:
    import nbformat

    work = Path(order.work)
    scratch = make_private_folder(work / "scratch")
    kernels = PapermillKernels(runtime=Path(order.runtime), scratch=scratch)
    prepared = prepare(Path(order.notebook), order.options.language)
    executed = kernels.execute(prepared, order.parameters)
    content = nbformat.writes(executed).encode()  # type: ignore[no-untyped-call]  # nbformat has no types
    write_whole(work / EXECUTED, content, private=True)
    return executed


def _end_with_the_runner(runtime: Path) -> None:
    while os.read(_STANDARD_INPUT, _CHUNK):
        continue
    end(descendants(os.getpid()))
    shutil.rmtree(runtime, ignore_errors=True)
    os._exit(1)  # not an exit by exception: the main thread may be waiting for the kernel


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


if __name__ == "__main__":
    main()
