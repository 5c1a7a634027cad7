"""Kernels: where papermill executes a notebook. A kernel runs this interpreter, alone and isolated."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pasar_nb.batch.parameters import Value
from pasar_nb.batch.preparation import locate, tidy

if TYPE_CHECKING:
    from nbformat import NotebookNode

    from pasar_nb.batch.forked_kernel import ForkedKernel

STARTUP_SECONDS = 60
KERNEL_NAME, KERNEL_LANGUAGE = "python3", "python"


class NotebookFailed(Exception):
    """A cell of the notebook raised: trying again would not help.

    Parameters
    ----------
    error
        Name of the exception's class.
    text
        Its text, which may hold data.
    trace
        Its traceback, for the internal log.
    cell, heading
        Where it was raised.
    """

    def __init__(self, error: str, text: str, trace: str, cell: int | None, heading: str) -> None:
        super().__init__(trace)
        self.error, self.text, self.trace = error, text, trace
        self.cell, self.heading = cell, heading


class KernelFault(Exception):
    """The kernel did not start or died: trying again may help."""


class PapermillKernels:
    """A new kernel for every notebook, by papermill.

    Parameters
    ----------
    runtime
        Private folder for the kernel's connection; its path should be short, as sockets ask for it.
    scratch
        The kernel's working folder.
    forked
        A process that waits to be the kernel; None to start one anew.
    """

    def __init__(self, runtime: Path, scratch: Path, forked: ForkedKernel | None = None) -> None:
        self.runtime, self.scratch, self.forked = runtime, scratch, forked

    def execute(self, notebook: NotebookNode, parameters: Mapping[str, Value]) -> NotebookNode:
        """Execute a prepared notebook.

        Raises
        ------
        NotebookFailed
            When one of its cells raises.
        KernelFault
            When something around it breaks.
        """
        from papermill import execute_notebook
        from papermill.exceptions import PapermillExecutionError

        ready = with_parameters(notebook, parameters)
        try:
            executed = execute_notebook(
                ready,
                None,
                kernel_name=KERNEL_NAME,
                progress_bar=False,
                request_save_on_cell_execute=False,
                start_timeout=STARTUP_SECONDS,
                cwd=str(self.scratch),
                kernel_manager_class=_kernel_manager(self.runtime, self.forked),
                extra_arguments=["--HistoryManager.enabled=False"],
                record_timing=False,
                shutdown_kernel="immediate",
            )
        except PapermillExecutionError as error:
            where = locate(ready, error.cell_index)
            raise NotebookFailed(error.ename, str(error.evalue), str(error), *where) from error
        except Exception as error:
            # Whatever is not the notebook's own exception is the machinery's: a dead kernel, a slow start.
            raise KernelFault(f"{type(error).__name__}: {error}") from error
        return tidy(executed)


def with_parameters(notebook: NotebookNode, parameters: Mapping[str, Value]) -> NotebookNode:
    """Give a notebook with a cell of parameters after its own; values are written as literals."""
    from papermill.parameterize import parameterize_notebook

    notebook.metadata.setdefault("papermill", {})
    for cell in notebook.cells:
        cell.metadata.setdefault("tags", [])  # papermill asks every cell for its tags
    ready: NotebookNode = parameterize_notebook(
        notebook, dict(parameters), kernel_name=KERNEL_NAME, language=KERNEL_LANGUAGE, comment="pasar"
    )
    return ready


def own_folders(runtime: Path) -> dict[str, str]:
    """Name the folders of a worker and its kernel, as variables of their environment."""
    folders = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "run",
        "IPYTHONDIR": "ipython",
    }
    return {name: str(runtime / folder) for name, folder in folders.items()}


def _kernel_manager(runtime: Path, forked: ForkedKernel | None) -> type[Any]:
    """Make a manager of kernels of this very interpreter, whatever kernels the machine has installed."""
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.manager import AsyncKernelManager

    class OwnKernels(AsyncKernelManager):
        @property
        def kernel_spec(self) -> KernelSpec:
            return KernelSpec(
                argv=[sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
                display_name=KERNEL_NAME,
                language=KERNEL_LANGUAGE,
            )

        def __init__(self, **traits: Any) -> None:
            super().__init__(**traits)
            self.connection_file = str(runtime / "kernel.json")
            if sys.platform != "win32":
                # Sockets in our private folder: no port to clash with, and nobody else can connect.
                self.transport, self.ip = "ipc", str(runtime / "kernel")

        async def _async_pre_start_kernel(self, **options: Any) -> Any:
            if forked is not None:
                self.provisioner = _provisioner(self, forked)
            return await super()._async_pre_start_kernel(**options)

    return OwnKernels


def _provisioner(manager: Any, forked: ForkedKernel) -> Any:
    from pasar_nb.batch.forked_kernel import ForkedProvisioner

    made = ForkedProvisioner(kernel_id=manager.kernel_id, kernel_spec=manager.kernel_spec, parent=manager)
    made.forked = forked
    return made
