"""A kernel that is forked off its worker, which has imported everything, instead of being started anew."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from subprocess import Popen
from typing import Any, NoReturn, cast

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

_POLL_SECONDS = 0.01
_CHUNK = 65536


class ForkedKernel:
    """A process that waits for the arguments of the kernel that it will be; its face is that of `Popen`.

    It must be made while the worker has a single thread: only the thread that forks goes on in the new one.
    """

    stdin = stdout = stderr = None

    def __init__(self) -> None:
        self.returncode: int | None = None
        reading, self._writing = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._writing)
            _become_kernel(reading)
        os.close(reading)

    def begin(self, arguments: Sequence[str], folder: str) -> None:
        """Let it be a kernel, with a working folder."""
        os.write(self._writing, json.dumps([*arguments, folder]).encode())
        os.close(self._writing)

    def poll(self) -> int | None:
        """Give its exit code, or None while it runs."""
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self) -> int:
        """Wait for its end and give its exit code."""
        while (code := self.poll()) is None:
            time.sleep(_POLL_SECONDS)
        return code

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


class ForkedProvisioner(LocalProvisioner):
    """Provides a `ForkedKernel` where jupyter_client would start a process."""

    forked: ForkedKernel

    async def launch_kernel(self, cmd: list[str], **options: Any) -> Any:
        """Let the waiting process be the kernel; of the command only the kernel's own arguments count."""
        self.process = cast("Popen[Any]", self.forked)
        self.pid = self.pgid = self.forked.pid
        self.cwd = options.get("cwd") or Path.cwd()
        self.forked.begin(cmd[cmd.index("ipykernel_launcher") + 1 :], str(self.cwd))
        return self.connection_info


def _become_kernel(reading: int) -> NoReturn:
    """Wait for the arguments, be a kernel to the end, and never return into the worker's code."""
    code = 1
    try:
        worker = os.getppid()
        os.setpgid(0, 0)  # a signal to the kernel's group must not reach the worker
        *arguments, folder = _told(reading)
        os.chdir(folder)
        sys.path.insert(0, "")  # as in any kernel
        _run_kernel([*arguments, f"--IPKernelApp.parent_handle={worker}"])
        code = 0
    finally:
        sys.stderr.flush()
        os._exit(code)


def _told(reading: int) -> list[str]:
    told = b""
    while chunk := os.read(reading, _CHUNK):
        told += chunk
    os.close(reading)
    arguments: list[str] = json.loads(told)
    return arguments


def _run_kernel(arguments: list[str]) -> None:
    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance(argv=arguments)
