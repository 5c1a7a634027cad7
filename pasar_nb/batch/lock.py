"""One run at a time on a folder of reports."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from pasar_nb.batch.layout import Layout
from pasar_nb.batch.publish import PRIVATE_FILE, make_private_folder, write_whole
from pasar_nb.errors import PasarError
from pasar_nb.language import Message, _


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
    """
    from filelock import FileLock, Timeout

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
