"""One run at a time on a folder of reports."""

from __future__ import annotations

import errno
import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from pasar_nb.batch.layout import Layout
from pasar_nb.errors import PasarError
from pasar_nb.language import Message, _
from pasar_nb.whole_files import PRIVATE_FILE, make_private_folder, write_whole


class BusyError(PasarError):
    """Another run is writing to the same folder of reports; nothing was done (exit code 1)."""


@contextmanager
def hold(layout: Layout) -> Iterator[None]:
    """Hold the folder of reports for the duration of a block.

    The operating system frees the lock when its holder dies, so a lock left by a dead process is none.

    Raises
    ------
    BusyError
        When another run holds it, saying which.
    OSError
        When the folder cannot be written to; it is left as it is.
    """
    from filelock import FileLock, Timeout

    _refuse_unwritable(layout)
    make_private_folder(layout.internal)
    lock = FileLock(layout.lock, timeout=0, mode=PRIVATE_FILE)
    try:
        lock.acquire()
    except Timeout as busy:
        raise BusyError(_who(layout)) from busy
    try:
        write_whole(layout.holder, json.dumps(_holder()).encode(), private=True)
        yield
    finally:
        layout.holder.unlink(missing_ok=True)
        lock.release()


def _refuse_unwritable(layout: Layout) -> None:
    layout.reports.mkdir(parents=True, exist_ok=True)
    if not os.access(layout.reports, os.W_OK | os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(layout.reports))


def _holder() -> dict[str, str]:
    started = datetime.now(UTC).isoformat(timespec="seconds")
    return {"pid": str(os.getpid()), "host": platform.node(), "started": started}


def _who(layout: Layout) -> Message:
    try:
        holder = json.loads(layout.holder.read_text(encoding="utf-8"))
        known = {name: str(holder[name]) for name in ("pid", "host", "started")}
    except (OSError, ValueError, KeyError, TypeError):
        return _("Folder laporan {folder} sedang dipakai proses pasar lain.", folder=str(layout.reports))
    return _(
        "Folder laporan {folder} sedang dipakai proses {pid} di komputer {host} sejak {started}. "
        "Tunggu sampai selesai atau pilih folder lain dengan --reports.",
        folder=str(layout.reports),
        **known,
    )
