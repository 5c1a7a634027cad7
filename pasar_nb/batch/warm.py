"""Processes that begin warm: forked off a server process that has imported everything once.

Importing pandas, the drawing library and the notebook machinery costs more than most reports. Where forking
is safe, the standard library's fork server imports them once for all workers; elsewhere every worker does.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

WorkerContext: TypeAlias = "SpawnContext | ForkServerContext"
CAN_FORK = sys.platform == "linux"  # system libraries of macOS do not survive a fork, Windows knows none
# One thread per kernel: the workers are the parallelism, and two layers of it slow each other down.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
_FOREIGN = ("JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "PYTHONSTARTUP", "PYTHONINSPECT", "IPYTHONDIR")
_SETTINGS = {
    **dict.fromkeys(_ONE_THREAD, "1"),
    "JUPYTER_NO_CONFIG": "1",
    "JUPYTER_PLATFORM_DIRS": "1",
    "MPLBACKEND": "Agg",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
}
# What notebooks and reports need, also what their libraries import only when they are first used.
_MACHINERY = (
    *("papermill.execute", "papermill.parameterize", "papermill.exceptions", "nbformat", "psutil"),
    *("jupyter_client.manager", "jupyter_client.provisioning.local_provisioner"),
    *("ipykernel.kernelapp", "ipykernel.ipkernel", "IPython.core.completer", "IPython.display"),
    *("pandas", "pandera.pandas", "scipy.stats", "pymcdm", "great_tables", "matplotlib.figure"),
    *("plotly.graph_objects", "plotly.io", "plotly.offline", "plotly.validators", "email.policy"),
    *("babel.dates", "babel.numbers", "babel.lists", "jinja2.ext", "encodings.unicode_escape"),
    *("pasar_nb.batch.worker", "pasar_nb.batch.forked_kernel", "pasar_nb.disclosure", "pasar_nb.district"),
    *("pasar_nb.page", "pasar_nb.report.page", "pasar_nb.report.workbook", "pasar_nb.contract.presentation"),
)


def worker_context(modules: tuple[str, ...] = ()) -> WorkerContext:
    """Give the way in which workers are started.

    Parameters
    ----------
    modules
        Further modules to import beforehand; those that are not there are passed over.
    """
    if not CAN_FORK:
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*_MACHINERY, *modules])
    return context


def begin(process: BaseProcess) -> None:
    """Start a worker: without the user's configuration, with one thread, no window, and no Ctrl-C."""
    with _worker_environment():
        if not CAN_FORK:
            process.start()
            return
        from multiprocessing import forkserver

        forkserver.ensure_running()
    process.start()  # outside of the block: this waits for the imports, in which Ctrl-C must count


@contextmanager
def _worker_environment() -> Iterator[None]:
    """Give processes that are started inside this block the environment of workers."""
    before, handler = dict(os.environ), signal.getsignal(signal.SIGINT)
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # is inherited; the runner ends its workers in order
        _replace_environment({**_without(before, _FOREIGN), **_SETTINGS})
        yield
    finally:
        _replace_environment(before)
        signal.signal(signal.SIGINT, handler)


def _without(variables: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    return {name: value for name, value in variables.items() if name not in names}


def _replace_environment(variables: Mapping[str, str]) -> None:
    for name in os.environ.keys() - variables.keys():
        del os.environ[name]
    os.environ.update(variables)
