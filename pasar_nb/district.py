"""A district with its checked data: what notebooks, reports and the batch start from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

import pandas as pd

from pasar_nb.contract.checking import Checked, check
from pasar_nb.contract.correction import Correction
from pasar_nb.contract.folders import CODE_LENGTH, find_districts
from pasar_nb.contract.grid import whole_name
from pasar_nb.contract.parsing import empty_table
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import SourceFile
from pasar_nb.contract.reading import read_folder
from pasar_nb.contract.tables import TABLES
from pasar_nb.errors import DataError, check_option
from pasar_nb.language import _, _n
from pasar_nb.reference.districts import DistrictEntry, DistrictKind, find

__all__ = ["District", "State", "find_districts"]

State: TypeAlias = Literal["present", "absent", "stopped"]
"""Whether a table can be used, was not filled in, or has an error."""

PROFILE = "profil"

# When something was measured or decided; deadlines, budgets and base years tell nothing about the data's age.
_TIMES: Mapping[str, str] = {
    "survei": "tanggal",
    "mitra_survei": "tanggal",
    "pendampingan": "tanggal",
    "umpan_balik": "tanggal",
    "keputusan": "tanggal",
    "deret": "bulan",
    "capaian": "bulan",
    "skor": "tahun",
}
_PERIOD_TABLES = ("survei", "deret", "skor")


@dataclass(frozen=True, slots=True)
class District:
    """A district whose tables have been read and checked.

    Attributes
    ----------
    entry
        The district in the official list.
    folder
        Its folder of data.
    files
        The files that were read.
    corrections
        What was read otherwise than it is written, in the tables that can be used.
    """

    entry: DistrictEntry
    folder: Path
    files: tuple[SourceFile, ...]
    corrections: tuple[Correction, ...]
    _checked: Checked

    @classmethod
    def open(cls, folder: Path, *, today: date | None = None) -> District:
        """Read and check a district's data.

        Parameters
        ----------
        folder
            Folder named ``<BPS code>-<name>``.
        today
            Day against which dates are checked; the real one by default.

        Returns
        -------
        District
            With all tables that have no error.

        Raises
        ------
        DataError
            Where `profil` is missing or has an error, with every problem of the folder.
        """
        reading = read_folder(folder)
        checked = check(reading, today=today or date.today())
        entry = find(folder.name[:CODE_LENGTH])
        if entry is None or PROFILE not in checked.tables:
            raise DataError(
                _(
                    "Data di folder {folder} tidak dapat dipakai karena profil kabupaten bermasalah.",
                    folder=whole_name(folder.name),
                ),
                checked.problems,
            )
        made = tuple(one for one in reading.corrections if one.table in checked.tables)
        return cls(entry, folder, reading.files, made, checked)

    @property
    def code(self) -> str:
        """BPS code, four digits."""
        return self.entry.code

    @property
    def name(self) -> str:
        """Name without "Kabupaten" or "Kota"."""
        return self.entry.name

    @property
    def kind(self) -> DistrictKind:
        """Whether it is a kabupaten or a kota."""
        return self.entry.kind

    @property
    def province(self) -> str:
        """Province by the division of 2022."""
        return self.entry.province

    @property
    def program(self) -> str:
        """Programme that the profile names."""
        return str(self._checked.tables[PROFILE]["program"].iloc[0])

    @property
    def synthetic(self) -> bool:
        """Whether the data are drawn for demonstration."""
        profile = self._checked.tables[PROFILE]
        return "sintetis" in profile and bool(profile["sintetis"].fillna(value=False).any())

    @property
    def period(self) -> str:
        """Years that the data cover, e.g. ``2024-2026``; empty where no table says."""
        years = [_years(times) for times in self._times(_PERIOD_TABLES)]
        if not years:
            return ""
        first, last = min(one.min() for one in years), max(one.max() for one in years)
        return f"{first}-{last}" if first != last else f"{first}"

    @property
    def data_date(self) -> str:
        """Latest day of the data as ISO text, for a month its last day; empty where no table says."""
        days = [_last_day(times) for times in self._times(_TIMES) if times.dtype != "Int64"]
        return max(days, default="")

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with the data."""
        return self._checked.problems

    def state(self, name: str) -> State:
        """Tell whether a table can be used.

        Raises
        ------
        UsageError
            For a table that the contract does not have.
        """
        check_option("table", name, TABLES)
        if name in self._checked.tables:
            return "present"
        return "stopped" if self._errors(name) else "absent"

    def table(self, name: str) -> pd.DataFrame:
        """Give a checked table.

        Parameters
        ----------
        name
            Table of the contract.

        Returns
        -------
        pandas.DataFrame
            The table, to be changed at will; without rows, but with every column, where it was not filled in.

        Raises
        ------
        DataError
            Where an error stops the table, with the problems of that table.
        UsageError
            For a table that the contract does not have.
        """
        match self.state(name):
            case "present":
                return self._checked.tables[name].copy()
            case "absent":
                return empty_table(TABLES[name])
        errors = self._errors(name)
        raise DataError(
            _n(
                "Tabel '{table}' belum dapat dipakai: {count} kesalahan perlu diperbaiki.",
                len(errors),
                table=name,
            ),
            errors,
        )

    def _errors(self, name: str) -> list[Problem]:
        # An error without a table is a file that could not be read: any table may be in it.
        return [problem for problem in self.problems if problem.stops and problem.table in (name, "")]

    def _times(self, names: Iterable[str]) -> Iterator[pd.Series]:
        """Yield when things were measured, of each table that says so."""
        for name in names:
            if name in self._checked.tables:
                times = self._checked.tables[name][_TIMES[name]].dropna()
                if len(times):
                    yield times


def _years(times: pd.Series) -> pd.Series:
    if isinstance(times.dtype, pd.StringDtype):
        return times.str[:4].astype("int64")
    return times.dt.year if pd.api.types.is_datetime64_any_dtype(times.dtype) else times


def _last_day(times: pd.Series) -> str:
    latest = times.max()
    day = latest if isinstance(latest, pd.Timestamp) else pd.Period(latest, freq="M").end_time
    return str(day.date().isoformat())
