"""What went wrong, told in a sentence without a value of the data; the whole story stays in the log."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from pasar_nb import errors
from pasar_nb.batch.ingredients import PACKAGE
from pasar_nb.errors import PasarError
from pasar_nb.identifiers import redact
from pasar_nb.language import _

if TYPE_CHECKING:
    from pasar_nb.batch.jobs import Order
    from pasar_nb.batch.kernels import NotebookFailed

KERNEL_FAULT = _("Kernel tidak dapat dijalankan atau mati sebelum selesai.")
_OURS = frozenset(
    name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, PasarError)
)
_FRAME = re.compile(r"^File (.+?):\d+, in ", re.MULTILINE)  # as IPython writes the places of a traceback


def retell(error: Exception, order: Order) -> str:
    """Tell an error of the report's making: our own in its words, a foreign one by its name only."""
    if isinstance(error, PasarError):
        return _without_ids(error.text(order.options.language), order)
    message = _("Laporan tidak dapat disusun ({error}).", error=type(error).__name__)
    return message.text(order.options.language)


def retell_failure(failed: NotebookFailed, order: Order) -> str:
    """Tell an exception of a cell: our own in its words, a foreign one by its name and place only."""
    if failed.error in _OURS and _raised_by_us(failed.trace):
        return _without_ids(failed.text, order)
    message = _("Sel {cell} berhenti dengan {error}.", cell=str(failed.cell), error=failed.error)
    return message.text(order.options.language)


def _raised_by_us(trace: str) -> bool:
    """Tell our exceptions from others of the same name, e.g. pandas' own ``DataError``."""
    places = _FRAME.findall(trace)
    return bool(places) and Path(places[-1]).expanduser().is_relative_to(PACKAGE)


def _without_ids(text: str, order: Order) -> str:
    from pasar_nb.disclosure import find_leaks

    if find_leaks({"message": text.encode()}, order.own_ids):
        return _("Pesan memuat data perorangan; lihat log di _internal.").text(order.options.language)
    return redact(text)
