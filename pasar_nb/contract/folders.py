"""The folders of districts: how they are named and found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pasar_nb.contract.enough import listing_of_first
from pasar_nb.errors import UsageError
from pasar_nb.language import _, listing

CODE_LENGTH = 4  # digits of a BPS code of a kabupaten or kota
FOLDER_NAME = re.compile(r"[0-9]{4}-[a-z0-9]+(?:-[a-z0-9]+)*")
"""Name of a district's folder: BPS code, hyphen, name in small letters."""

# Folders that only begin like a district's are found, too, so that a wrong name is told, not passed over.
_LIKE_A_DISTRICT = re.compile(r"[0-9]{4}-")
_CODE = re.compile(r"[0-9]{4}")
_MOST_NAMES = 20  # folders that a message lists; there may be 514


def find_districts(data: Path, codes: Sequence[str] = ()) -> tuple[Path, ...]:
    """Find the folders of districts.

    Parameters
    ----------
    data
        Folder that holds them.
    codes
        BPS codes of those wanted; all where empty.

    Returns
    -------
    tuple of Path
        In the order of their names.

    Raises
    ------
    UsageError
        Where the folder does not exist, holds a district twice, or lacks a district that is wanted.
    """
    if not data.is_dir():
        raise UsageError(_("Folder data {folder} tidak ada.", folder=str(data)))
    folders = _by_code(data)
    unknown = [code for code in codes if not _CODE.fullmatch(code) or code not in folders]
    if unknown:
        raise UsageError(
            _(
                "Kabupaten {codes} tidak ada di folder {folder}. Yang ada: {known}.",
                codes=listing(unknown),
                folder=str(data),
                known=listing_of_first([folder.name for folder in folders.values()], _MOST_NAMES),
            )
        )
    return tuple(folder for code, folder in folders.items() if not codes or code in codes)


def _by_code(data: Path) -> dict[str, Path]:
    folders: dict[str, Path] = {}
    for folder in sorted(
        one for one in data.iterdir() if _LIKE_A_DISTRICT.match(one.name) and _inside(one, data)
    ):
        code = folder.name[:CODE_LENGTH]
        if code in folders:
            raise UsageError(
                _(
                    "Kabupaten {code} ada di dua folder: {first} dan {second}. Sisakan satu.",
                    code=code,
                    first=folders[code].name,
                    second=folder.name,
                )
            )
        folders[code] = folder
    return folders


def _inside(folder: Path, data: Path) -> bool:
    return folder.is_dir() and folder.resolve().is_relative_to(data.resolve())
