"""Files that a command leaves where it is told to: never over another one, never half written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pasar_nb.errors import UsageError
from pasar_nb.language import _

WORKBOOK = ".xlsx"
_PRIVATE, _SHARED = 0o600, 0o666  # what the user's mask leaves of it


@contextmanager
def new_workbook(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """Open a new workbook for writing; it is removed again when writing fails.

    Parameters
    ----------
    path
        Where it is written; folders that are missing are made.
    private
        Whether only its owner may read it.

    Raises
    ------
    UsageError
        Where the name has another ending, or where there is such a file already.
    """
    if path.suffix.lower() != WORKBOOK:
        raise UsageError(_("Nama berkas {file} harus berakhiran .xlsx.", file=str(path)))
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        binary = getattr(os, "O_BINARY", 0)  # of Windows
        descriptor = os.open(
            path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, _PRIVATE if private else _SHARED
        )
    except FileExistsError:
        raise UsageError(
            _("Berkas {file} sudah ada dan tidak ditimpa; pilih nama lain atau pindahkan.", file=str(path))
        ) from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
    except BaseException:
        path.unlink(missing_ok=True)
        raise
