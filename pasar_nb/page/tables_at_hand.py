"""What a district's folder holds of the tables that a section names, for `tables.data_at_hand`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pasar_nb.contract.headers import folded
from pasar_nb.contract.tables import TABLES
from pasar_nb.errors import check_option
from pasar_nb.tables.data_at_hand import TableAtHand
from pasar_nb.vocabulary import HOUSEHOLD_ID

if TYPE_CHECKING:
    from pasar_nb.contract.problems import Problem
    from pasar_nb.district import District
    from pasar_nb.page.source_names import SourceNames

_REMARKS = "umpan_balik"  # what single persons said


def tables_at_hand(district: District, names: Iterable[str], told: SourceNames) -> tuple[TableAtHand, ...]:
    """Look up tables of a district.

    Parameters
    ----------
    district
        The district.
    names
        Exact names in the contract.
    told
        What the page tells of the source files.

    Raises
    ------
    UsageError
        For a name that the contract does not have.
    """
    return tuple(_at_hand(district, name, told) for name in names)


def _at_hand(district: District, name: str, told: SourceNames) -> TableAtHand:
    check_option("table", name, TABLES)
    problems = [problem for problem in district.problems if problem.table == name]
    state = district.state(name)
    rows = len(district.table(name)) if state == "present" else None
    of_persons = name == _REMARKS or any(column.name == HOUSEHOLD_ID for column in TABLES[name].columns)
    return TableAtHand(
        name=name,
        title=TABLES[name].title,
        state=state,
        file="" if state == "absent" else told.of(_file(district, name, problems)),
        of_persons=of_persons,
        rows=None if of_persons else rows,
        person_rows=rows if of_persons else None,
        warnings=tuple(told.message_of(problem) for problem in problems if not problem.stops),
        errors=_error_count(district, name) if state == "stopped" else 0,
    )


def _error_count(district: District, name: str) -> int:
    """Count what stops a table; an error without a table is a file that could hold any of them."""
    return sum(problem.stops and problem.table in (name, "") for problem in district.problems)


def _file(district: District, name: str, problems: Iterable[Problem]) -> str:
    """Tell the file of a table: one of its own, or else the workbook that holds them all."""
    paths = [str(file.path) for file in district.files]
    own = [path for path in paths if folded(PurePosixPath(path).stem) == name or path.endswith(f"#{name}")]
    workbooks = [path for path in paths if path.lower().endswith(".xlsx")]
    named = [problem.file for problem in problems if problem.file]
    return next(iter((*own, *named, *workbooks)), "")
