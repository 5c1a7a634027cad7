"""Publishing of an import: all of its files, or after a kill none of them once the command runs again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from pasar_nb.contract.tables import TABLES
from pasar_nb.kobo.writing import NOTE
from pasar_nb.whole_files import LEFTOVER, publish, settle, write_whole

JOURNAL = ".pasar-impor.json"
"""Lists the files of an import with their digests while they are being put in place."""
_OWN = frozenset({NOTE, *(f"{table}.csv" for table in TABLES)})


def publish_import(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the files of an import in place.

    Parameters
    ----------
    folder
        The district's folder.
    files
        Contents by name.
    """
    journal = folder / JOURNAL
    digests = {name: _digest(content) for name, content in files.items()}
    write_whole(journal, json.dumps(digests).encode(), private=False)
    publish({folder / name: content for name, content in files.items()})
    journal.unlink()
    settle(folder)


def undo_interrupted(folder: Path) -> None:
    """Take back what an import has left that was killed while it put its files in place.

    Only files that are still exactly as that import wrote them are removed; the exports that they were made
    from are elsewhere.
    """
    journal = folder / JOURNAL
    if not journal.is_file():
        return
    for name, digest in _listed(journal).items():
        path = folder / name
        if name in _OWN and path.is_file() and not path.is_symlink() and _digest(path.read_bytes()) == digest:
            path.unlink()
    for leftover in folder.glob(LEFTOVER):
        leftover.unlink(missing_ok=True)
    journal.unlink()


def _listed(journal: Path) -> dict[str, str]:
    try:
        listed = json.loads(journal.read_bytes())
    except ValueError:
        return {}
    return listed if isinstance(listed, dict) else {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
