"""Rules of place: the folder, the profile and the list of districts name the same district."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pasar_nb.contract.facts import Facts
from pasar_nb.contract.messages import relations as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.tables.profile import DISTRICT_CODE
from pasar_nb.reference import districts

_FOLDER = re.compile(r"(?P<code>\d{4})-(?P<slug>.+)")
_CODE = re.compile(DISTRICT_CODE)
_KIND = re.compile(r"(?:kabupaten|kab|kota)-(?:administrasi-)?")


def profile_has_one_row(facts: Facts) -> Iterator[Problem]:
    """Tell where there is no profile, or one of several rows."""
    if "profil" not in facts.frames:
        if "profil" not in facts.unreadable:
            yield facts.problem(messages.PROFILE_ABSENT, "profil")
    elif len(facts.frames["profil"]) > 1:
        rows = len(facts.frames["profil"])
        yield facts.problem(messages.PROFILE_ROWS, "profil", rows=rows)


def code_belongs_to_name(facts: Facts) -> Iterator[Problem]:
    """Tell where the profile's code is not the BPS code of the district that it names."""
    names = facts.texts("profil", "nama_kabupaten")
    for row, code in facts.texts("profil", "kode_kabupaten").items():
        name = names.get(row, "")
        verdict = districts.explain(code, name) if name else "ok"
        if verdict == "unknown" and not _CODE.fullmatch(code):
            continue  # the check of its column has told
        if verdict == "unknown":
            yield facts.problem(messages.CODE_UNKNOWN, "profil", row=row, column="kode_kabupaten", name=name)
        elif verdict == "kemendagri":
            meant = districts.find_by_kemendagri(code)
            yield facts.problem(
                messages.CODE_OF_KEMENDAGRI,
                "profil",
                row=row,
                column="kode_kabupaten",
                name=name,
                bps=meant.code if meant else "",
            )
        elif verdict == "name_differs":
            yield _name_differs(facts, row, code, name)


def _name_differs(facts: Facts, row: int, code: str, name: str) -> Problem:
    entry = districts.find(code)
    official = f"{entry.kind} {entry.name}".title() if entry else ""
    place: dict[str, Any] = {"row": row, "column": "nama_kabupaten"}
    return facts.problem(
        messages.CODE_AND_NAME_DIFFER, "profil", **place, code=code, official=official, name=name
    )


def folder_belongs_to_profile(facts: Facts) -> Iterator[Problem]:
    """Tell where the folder's code is not the profile's, or its name not the district's.

    A code that no district has is the folder's own mistake, whatever the profile says.
    """
    folder = _FOLDER.fullmatch(facts.folder)
    names = facts.texts("profil", "nama_kabupaten")
    for row, code in facts.texts("profil", "kode_kabupaten").items():
        entry = districts.find(code)
        if districts.explain(code, names.get(row, "")) in {"kemendagri", "unknown"}:
            continue  # a wrong code proves nothing about the folder
        if folder and folder["code"] != code and districts.find(folder["code"]):
            yield facts.problem(
                messages.FOLDER_AND_PROFILE_DIFFER,
                "profil",
                row=row,
                column="kode_kabupaten",
                folder=facts.folder,
            )
        elif (
            folder
            and entry
            and _named(facts, row, entry)
            and (folder["code"] != code or _bare(folder["slug"]) != _bare(_slug(entry)))
        ):
            yield facts.problem(
                messages.FOLDER_NAME_DIFFERS,
                "profil",
                column="nama_kabupaten",
                folder=facts.folder,
                name=entry.name,
                expected=entry.folder_name,
            )


def _named(facts: Facts, row: int, entry: districts.DistrictEntry) -> bool:
    """Tell whether the profile names the district that its code stands for, or none."""
    name = facts.texts("profil", "nama_kabupaten").get(row, "")
    return not name or districts.is_name_of(name, entry)


def _slug(entry: districts.DistrictEntry) -> str:
    return entry.folder_name.partition("-")[2]


def _bare(slug: str) -> str:
    """Leave the kind of the district out, which some write and some do not."""
    return _KIND.sub("", slug.casefold(), count=1)
