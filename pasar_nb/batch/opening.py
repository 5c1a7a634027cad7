"""A district opened for the plan: which tables are there, which are stopped, and by what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from pasar_nb.batch.jobs import Place
from pasar_nb.errors import DataError
from pasar_nb.identifiers import redact
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import HOUSEHOLD_ID

if TYPE_CHECKING:
    from pasar_nb.contract.correction import Correction
    from pasar_nb.contract.problems import Problem
    from pasar_nb.district import District, State

PROFILE = "profil"


@dataclass(frozen=True, slots=True)
class Opened:
    """A district as the plan needs it.

    Attributes
    ----------
    place
        What the jobs must know of it.
    district
        The checked district; None where its profile cannot be used, which stops everything.
    problems
        Every problem of its data.
    """

    place: Place
    district: District | None
    problems: tuple[Problem, ...]

    @property
    def profile_stopped(self) -> bool:
        """Whether nothing can be said about this district at all."""
        return self.district is None or self.district.state(PROFILE) != "present"

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """What was read otherwise than it is written."""
        return self.district.corrections if self.district is not None else ()

    def state(self, table: str) -> State:
        """Tell whether a table can be used."""
        return self.district.state(table) if self.district is not None else "absent"

    def problems_of(self, tables: Iterable[str]) -> tuple[Problem, ...]:
        """Give the errors that stop some tables; all errors where the profile cannot be used."""
        errors = tuple(problem for problem in self.problems if problem.stops)
        named = {*tables, ""}  # an error without a table is a file that could not be read
        return errors if self.profile_stopped else tuple(one for one in errors if one.table in named)

    def stopping(self, used: Iterable[str]) -> tuple[Problem, ...]:
        """Give the errors that stop a report, as the plan decides it.

        Parameters
        ----------
        used
            Tables that some report needs or uses. An error elsewhere stops none, and neither does a file that
            could not be read while all these tables were found in others.
        """
        stopped = [table for table in used if self.state(table) == "stopped"]
        return self.problems_of(stopped) if stopped or self.profile_stopped else ()


def open_district(folder: Path, *, today: date | None = None) -> Opened:
    """Open and check a district; data that stop everything are part of the answer, not an exception.

    Parameters
    ----------
    folder
        Its folder of data, named ``<code>-<slug>``.
    today
        Day against which dates are checked.
    """
    from pasar_nb.district import District

    try:
        district = District.open(folder, today=today)
    except DataError as error:
        return Opened(place_by_name(folder), None, cast("tuple[Problem, ...]", error.problems))
    return Opened(_place(district, folder), district, tuple(district.problems))


def place_by_name(folder: Path) -> Place:
    """Name a district by the official list, or by its folder where the list does not have its code."""
    from pasar_nb.contract.grid import whole_name
    from pasar_nb.reference.districts import find

    code, _dash, slug = whole_name(folder.name).partition("-")
    entry = find(code)
    name, province = (entry.name, entry.province) if entry else (redact(slug).replace("-", " ").title(), "")
    kind = entry.kind if entry else "kabupaten"
    return Place(code, name, province, kind, folder.resolve())


def place_of(problem: Problem) -> Message:
    """Name the place of a problem without the value that stands there, as anybody may read it."""
    from pasar_nb.contract.files import BESIDE_TABLES
    from pasar_nb.contract.plain_names import is_plain

    table = problem.file if problem.file in BESIDE_TABLES else problem.table or problem.file or "-"
    if problem.file and not problem.table and not is_plain(problem.file):
        return _("berkas yang namanya bukan nama tabel")
    if problem.row is not None and problem.column:
        return _(
            "{table} baris {row} kolom {column}", table=table, row=str(problem.row), column=problem.column
        )
    if problem.row is not None:
        return _("{table} baris {row}", table=table, row=str(problem.row))
    if problem.column:
        return _("{table} kolom {column}", table=table, column=problem.column)
    return _("tabel {table}", table=table) if problem.table else _("berkas {file}", file=table)


def _place(district: District, folder: Path) -> Place:
    return Place(
        code=district.code,
        name=district.name,
        province=district.province,
        kind=district.kind,
        folder=folder.resolve(),
        synthetic=district.synthetic,
        data_date=district.data_date,
        own_ids=_own_ids(district),
    )


def _own_ids(district: District) -> tuple[str, ...]:
    """Collect the ids of the district's households from every table that has them and can be used.

    A report cannot show the ids of a table that an error stops, as no notebook gets to read it.
    """
    from pasar_nb.contract.tables import TABLES

    ids: set[str] = set()
    for name, table in TABLES.items():
        if district.state(name) == "present" and any(one.name == HOUSEHOLD_ID for one in table.columns):
            ids.update(district.table(name)[HOUSEHOLD_ID].dropna().astype(str))
    return tuple(sorted(ids - {""}))
