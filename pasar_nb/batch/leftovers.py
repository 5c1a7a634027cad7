"""What publishing leaves behind when it is killed, and its removal."""

from __future__ import annotations

import shutil

from pasar_nb.batch.layout import Layout
from pasar_nb.whole_files import LEFTOVER


def clear_leftovers(layout: Layout) -> None:
    """Remove what a run that was killed left behind; only to be called by the holder of the lock."""
    shutil.rmtree(layout.work, ignore_errors=True)
    for leftover in layout.reports.rglob(LEFTOVER):
        leftover.unlink(missing_ok=True)
