"""The 514 kabupaten and kota: code, name and province, and what may be wrong with a code and a name together.

``districts.csv`` lists the BPS codes of the 2020 vintage with names, the 38 provinces after the division of
Papua in 2022, the codes of the Ministry of Home Affairs (Kemendagri) and a point on the map, which nothing
reads yet. These are facts, taken from the list that the project was given. One name is corrected: 6302 is
Kotabaru, which that list had cut to "Baru".

164 of the four-digit codes name another district in the other scheme, so a code counts only with its name.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeAlias, cast

SOURCE = Path(__file__).with_name("districts.csv")

DistrictKind: TypeAlias = Literal["kabupaten", "kota"]
Verdict: TypeAlias = Literal["ok", "unknown", "name_differs", "kemendagri"]
"""What a code and a name say together: ``kemendagri`` is a code of that scheme used as if it were BPS's."""

_TITLES: Mapping[DistrictKind, tuple[str, ...]] = {
    "kabupaten": (
        "",
        "kabupaten",
        "kab",
        "kabupatenadm",
        "kabupatenadministrasi",
        "kabadm",
    ),  # Thousand Islands
    "kota": ("", "kota", "kotamadya", "kotaadm", "kotaadministrasi"),
}
_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class DistrictEntry:
    """A district of the official list.

    Attributes
    ----------
    code
        BPS code, four digits.
    name
        Without "Kabupaten" or "Kota".
    kind
        Which of the two it is.
    province
        One of 38.
    kemendagri
        Code of the Ministry of Home Affairs, with its dot.
    """

    code: str
    name: str
    kind: DistrictKind
    province: str
    kemendagri: str

    @property
    def folder_name(self) -> str:
        """Name of its folder of data, ``<code>-<name in small letters>``."""
        return f"{self.code}-{_NEITHER_LETTER_NOR_DIGIT.sub('-', self.name.casefold()).strip('-')}"

    @property
    def full_name(self) -> str:
        """Name with "Kabupaten" or "Kota"."""
        return f"{self.kind.title()} {self.name}"


@cache
def entries() -> Mapping[str, DistrictEntry]:
    """Give every district by its BPS code, in the order of the codes."""
    with SOURCE.open(encoding="utf-8", newline="") as file:
        rows = [_entry(row) for row in csv.DictReader(file)]
    return MappingProxyType({one.code: one for one in rows})


def find(code: str) -> DistrictEntry | None:
    """Find a district by its BPS code."""
    return entries().get(code)


def explain(code: str, name: str) -> Verdict:
    """Say whether a code and a name belong together.

    Parameters
    ----------
    code
        Code as written in `profil`, taken for a BPS code.
    name
        Name as written; "Kab.", "Kabupaten" and "Kota" may precede it, case, spaces and hyphens do not count.

    Returns
    -------
    Verdict
        ``ok``; ``kemendagri`` where the name belongs to that code in the other scheme; ``name_differs`` where
        the code is another district's; ``unknown`` where no district has the code.
    """
    entry = find(code)
    if entry and is_name_of(name, entry):
        return "ok"
    other = _by_kemendagri().get(code.replace(".", ""))
    if other and is_name_of(name, other):
        return "kemendagri"
    return "name_differs" if entry else "unknown"


def find_by_kemendagri(code: str) -> DistrictEntry | None:
    """Find a district by its code of the Ministry of Home Affairs, with or without the dot."""
    return _by_kemendagri().get(code.replace(".", ""))


def is_name_of(name: str, entry: DistrictEntry) -> bool:
    """Tell whether a written name is a district's; "Kota Bogor" is not the kabupaten of Bogor."""
    return _folded(name) in {title + _folded(entry.name) for title in _TITLES[entry.kind]}


def _entry(row: Mapping[str, str]) -> DistrictEntry:
    return DistrictEntry(
        code=row["kode_bps"],
        name=row["nama"],
        kind=cast("DistrictKind", row["jenis"]),
        province=row["provinsi"],
        kemendagri=row["kode_kemendagri"],
    )


@cache
def _by_kemendagri() -> Mapping[str, DistrictEntry]:
    return {one.kemendagri.replace(".", ""): one for one in entries().values()}


def _folded(name: str) -> str:
    return _NEITHER_LETTER_NOR_DIGIT.sub("", name.casefold())
