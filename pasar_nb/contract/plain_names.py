"""Names of source files that say nothing but what the file holds, so that anybody may read them.

Officials also name files after whom they spoke with. No rule finds such a name, so only those of the contract
are plain.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from pasar_nb.contract.files import SOURCES, WORKBOOK_STEM
from pasar_nb.contract.sheets import READ


def is_plain(file: str) -> bool:
    """Tell whether a file, or a table in a database, is named as the contract names it.

    Parameters
    ----------
    file
        Path relative to the district's folder.
    """
    source, mark, table = file.partition("#")
    if mark:
        return source == SOURCES and table in READ
    path = PurePosixPath(file)
    stem = path.stem.casefold().replace(" ", "_")
    return file == SOURCES or (len(path.parts) == 1 and (stem in READ or stem == WORKBOOK_STEM))
