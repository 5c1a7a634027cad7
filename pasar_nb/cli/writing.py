"""Files that a command leaves where it is told to: never over another one, never half written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pasar_nb.errors import UsageError
from pasar_nb.language import _
from pasar_nb.whole_files import publish_new

WORKBOOK = ".xlsx"


def new_workbook(path: Path, make: Callable[[], bytes], *, private: bool = False) -> None:
    """Write a new workbook.

    Parameters
    ----------
    path
        Where it is written; folders that are missing are made.
    make
        Makes its content; not called where it could not be written.
    private
        Whether only its owner may read it.

    Raises
    ------
    UsageError
        Where the name has another ending, or where there is such a file already.
    """
    if path.suffix.lower() != WORKBOOK:
        raise UsageError(_("Nama berkas {file} harus berakhiran .xlsx.", file=str(path)))
    new_file(path, make, private=private)


def new_file(path: Path, make: Callable[[], bytes], *, private: bool = False) -> None:
    """Write a new file, as `new_workbook` does, with any ending."""
    refuse_present(path)
    content = make()
    try:
        publish_new(path, content, private=private)
    except FileExistsError:
        refuse_present(path)
        raise


def refuse_present(path: Path) -> None:
    """Refuse to write over a file.

    Raises
    ------
    UsageError
        With its name.
    """
    if path.exists() or path.is_symlink():
        raise UsageError(
            _("Berkas {file} sudah ada dan tidak ditimpa; pilih nama lain atau pindahkan.", file=str(path))
        )
