"""Files that are named like a table, but are of a kind that is never read."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from pasar_nb.contract.files import SOURCES, WORKBOOK_STEM, is_data_file
from pasar_nb.contract.grid import whole_name
from pasar_nb.contract.headers import folded
from pasar_nb.contract.messages import reading as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.sheets import READ

DOCUMENTS = frozenset(
    {".pdf", ".doc", ".docx", ".ppt", ".pptx", ".jpg", ".jpeg", ".png", ".md", ".txt", ".htm", ".html"}
)
"""Endings of what people read: beside a table they explain it, alone they may hold it as a picture."""

DATABASES = frozenset({".db", ".sqlite", ".sqlite3", ".duckdb"})


def unread_tables(folder: Path, read: Collection[str]) -> list[Problem]:
    """Tell which files are named like a table but are not read, such as ``ihk.zip`` or ``ihk.csv.txt``.

    Parameters
    ----------
    folder
        The district's folder.
    read
        Tables that other files hold, or are named for.

    Returns
    -------
    list of Problem
        An error where data would be missing; a warning for a document, and for what may be a copy of a table
        that is there. A document beside its table is not told.
    """
    problems = []
    for path in sorted(folder.iterdir()):
        table = folded(path.name.partition(".")[0])
        book = table == folded(WORKBOOK_STEM)
        if not path.is_file() or is_data_file(path) or not (table in READ or book):
            continue
        known = table in read or (book and bool(read))
        document = path.suffix.lower() in DOCUMENTS and len(path.suffixes) == 1
        named = path.suffix.lower() in DATABASES and (folder / SOURCES).is_file()
        if named or (known and document):
            continue
        case = messages.FILE_NOT_READ if known or document else messages.FILE_FORMAT
        problems.append(case.problem(table="" if book else table, file=whole_name(path.name)))
    return problems
