"""SQLite files, opened so that neither they nor the folder around them change."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory
from urllib.parse import quote

LONGEST_ROW = 1024**2  # bytes of a row; a cell of a file holds an eighth of that at most
LARGEST_COPIED = 512 * 1024**2  # bytes of a database in use; its copy is held in memory
_JOURNAL = slice(18, 20)  # https://sqlite.org/fileformat.html: file format write and read version
_WRITTEN_AHEAD = b"\x02\x02"


class InUse(Exception):
    """Another program is writing to a database that cannot be copied meanwhile."""


def open_sqlite(path: Path) -> sqlite3.Connection:
    """Open a database for reading.

    Raises
    ------
    InUse
        Where another program has left changes beside the database, and it is too large to be copied, or
        is changed meanwhile.
    sqlite3.Error
        Where the file is no database.
    OSError
        Where it cannot be read.
    """
    if not _writes_ahead(path):
        connection = _connected(address_of_file(path, "mode=ro"))
    elif not _log(path).exists():
        # In this mode SQLite writes files beside the database even to read it, if it is not told so.
        connection = _connected(address_of_file(path, "mode=ro", "immutable=1"))
    else:
        connection = _copied(path)
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_ROW)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # whether it is a database at all
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def address_of_file(path: PurePath, *options: str) -> str:
    """Write an absolute path as an address of SQLite.

    A network share of Windows stays a part of the path: SQLite refuses an address that names a server.
    """
    name = path.as_posix()
    root = "" if name.startswith("/") else "/"
    return f"file://{root}{quote(os.fsencode(name), safe='/:')}?{'&'.join(options)}"


def _connected(address: str) -> sqlite3.Connection:
    # The interrupt of a question that takes too long comes from the thread of a timer.
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _writes_ahead(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(_JOURNAL.stop)[_JOURNAL] == _WRITTEN_AHEAD


def _log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _copied(path: Path) -> sqlite3.Connection:
    """Copy a database with what is written beside it, so that the program that does so is not disturbed."""
    originals = (path, _log(path))
    before = _states(originals)
    if sum(size for size, _changed in before) > LARGEST_COPIED:
        raise InUse
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    with TemporaryDirectory() as folder:
        for one in originals:
            shutil.copyfile(one, Path(folder, one.name))
        if _states(originals) != before:
            copy.close()
            raise InUse
        with closing(_connected(address_of_file(Path(folder, path.name), "mode=rw"))) as whole:
            whole.backup(copy)
    return copy


def _states(paths: Iterable[Path]) -> list[tuple[int, int]]:
    return [(state.st_size, state.st_mtime_ns) for state in (path.stat() for path in paths)]
