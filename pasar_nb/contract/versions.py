"""The version of the Dokumen Kendali: which one a workbook was made for, and what has changed since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

from pasar_nb.contract.grid import Grid
from pasar_nb.contract.messages import reading as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.language import Message, paragraph

CONTRACT_VERSION = 1
"""Counts up when a filled workbook of before would have to be filled differently."""
CHANGES: Mapping[int, tuple[Message, ...]] = MappingProxyType({})
"""What changed with a version, as sentences for those who filled the one before."""

STAMP_SHEET = "_versi"
"""Hidden sheet of the workbooks that we write: two columns, name and value."""

BookKind: TypeAlias = Literal["dokumen_kendali", "hasil_periksa"]
MARKED: BookKind = "hasil_periksa"
KIND, VERSION, CODE, MADE = "jenis", "versi", "kode_kabupaten", "tanggal_dibuat"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the hidden sheet of a workbook says about it.

    Attributes
    ----------
    kind
        ``dokumen_kendali`` for a template, filled or not; ``hasil_periksa`` for a copy with its problems
        marked.
    version
        Version of the contract; None where nobody can read it any more.
    code
        BPS code of the district for which it was made, or empty.
    """

    kind: str
    version: int | None
    code: str = ""


def read_stamp(grid: Grid) -> Stamp:
    """Read the hidden sheet of a workbook."""
    said = {row[0].strip(): row[1].strip() for row in grid.rows if len(row) > 1}
    version = said.get(VERSION, "")
    known = int(version) if version.isdecimal() and len(version) < 6 else None
    return Stamp(said.get(KIND, ""), known, said.get(CODE, ""))


def version_problems(
    grid: Grid,
    current: int = CONTRACT_VERSION,
    changes: Mapping[int, tuple[Message, ...]] = CHANGES,
) -> list[Problem]:
    """Tell where a workbook was made for another version of the contract, and what that means.

    Parameters
    ----------
    grid
        Its hidden sheet.
    current
        The version that this program knows.
    changes
        What changed with each version.
    """
    stamp, place = read_stamp(grid), grid.place
    if stamp.version is None:
        return [place.problem(messages.VERSION_UNREADABLE)]
    if stamp.version > current:
        version, known = str(stamp.version), str(current)
        return [place.problem(messages.VERSION_NEWER, version=version, current=known)]
    later = [change for at in range(stamp.version + 1, current + 1) for change in changes.get(at, ())]
    if not later:
        return []
    return [
        place.problem(
            messages.VERSION_OLDER,
            version=str(stamp.version),
            current=str(current),
            changes=paragraph(*later),
            code=stamp.code,
        )
    ]
