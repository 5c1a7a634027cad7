"""What the user asked for, checked before anything is read at length, and said again as a command line."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from pasar_nb.batch.catalogue import Notebook, default_folder, find_notebooks
from pasar_nb.batch.layout import Edition, Layout
from pasar_nb.batch.parameters import Value, refuse_unknown, settle
from pasar_nb.errors import UsageError
from pasar_nb.language import _, listing

DEFAULT_DATA, DEFAULT_REPORTS = Path("data"), Path("reports")


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asked for.

    Attributes
    ----------
    data
        Folder with a folder per district.
    reports
        Folder that the reports go to.
    districts, notebooks
        Codes and names; empty for all.
    edition
        Language and audience.
    parameters
        Text typed with ``-p``, by name.
    notebook_folder
        Where the notebooks are.
    workers
        Worker processes at a time.
    timeout
        Seconds per job, or None.
    portable
        Whether every page carries its styles and scripts in itself.
    today
        Day against which dates are checked; None for the calendar's.
    """

    data: Path = DEFAULT_DATA
    reports: Path = DEFAULT_REPORTS
    districts: tuple[str, ...] = ()
    notebooks: tuple[str, ...] = ()
    edition: Edition = field(default_factory=Edition)
    parameters: Mapping[str, str] = field(default_factory=dict)
    notebook_folder: Path = field(default_factory=default_folder)
    workers: int = 1
    timeout: float | None = None
    portable: bool = False
    today: date | None = None

    @property
    def layout(self) -> Layout:
        """The paths inside the folder of reports."""
        return Layout(self.reports.resolve())

    def scope(self) -> tuple[tuple[Path, ...], tuple[Notebook, ...]]:
        """Find the folders of districts and the notebooks, and check the parameters; opens no data.

        Raises
        ------
        UsageError
            For a district, notebook or parameter that is not there or not of its type.
        """
        from pasar_nb.district import find_districts

        notebooks = find_notebooks(self.notebook_folder, self.notebooks)
        _refuse_unknown_tables(notebooks)
        known = {parameter.name for notebook in notebooks for parameter in notebook.parameters}
        refuse_unknown(self.parameters, known)
        for notebook in notebooks:
            self.settled(notebook, "")
        folders = find_districts(self.data.resolve(), self.districts)
        if not folders:
            raise no_districts(self.data)
        return folders, notebooks

    def compared(self) -> frozenset[str]:
        """Name the notebooks whose reports others compare."""
        return frozenset(one.reads for one in find_notebooks(self.notebook_folder) if one.reads)

    def settled(self, notebook: Notebook, code: str) -> dict[str, Value]:
        """Decide the value of every parameter of a notebook for a district."""
        by_run: dict[str, Value] = {
            "district": code,
            "data": str(self.data.resolve()),
            "reports": str(self.layout.root(self.edition)),
            "language": self.edition.language,
            "audience": self.edition.audience,
        }
        return settle(notebook.parameters, self.parameters, by_run)

    def command(self, verb: Literal["lab", "run"], code: str, notebook: Notebook) -> str:
        """Write the command line that opens or makes a report; it belongs to the current folder.

        One that makes a public report stands in it, so it names no folder of the operator's machine.
        """
        parts = ["pasar", verb, *(["--district", code] if code else []), "--notebook", notebook.name]
        if verb == "lab" or self.edition.private:
            parts += _path_option("--data", self.data, DEFAULT_DATA)
        parts += ["--language", self.edition.language] if self.edition.suffix else []
        if verb == "lab":
            return shlex.join(parts + _path_option("--reports", self.reports, DEFAULT_REPORTS))
        parts += ["--audience", self.edition.audience] if self.edition.private else []
        parts += ["--portable"] if self.portable else []
        declared = {parameter.name for parameter in notebook.parameters}
        given = [f"{name}={value}" for name, value in self.parameters.items() if name in declared]
        return shlex.join([*parts, *(part for one in given for part in ("-p", one))])


def no_districts(data: Path) -> UsageError:
    """Make the error of a folder of data that holds no district, with the name that one should have."""
    return UsageError(
        _(
            "Tidak ada folder kabupaten di {folder}. Namanya harus kode BPS, tanda hubung, lalu nama, "
            "misalnya 3503-trenggalek.",
            folder=str(data),
        )
    )


def _path_option(name: str, path: Path, default: Path) -> list[str]:
    """Name a folder as seen from the current one where it lies inside."""
    folder, here = path.resolve(), Path.cwd()
    shown = folder.relative_to(here) if folder.is_relative_to(here) else path
    return [] if shown == default else [name, str(shown)]


def _refuse_unknown_tables(notebooks: tuple[Notebook, ...]) -> None:
    from pasar_nb.contract.tables import TABLES

    for notebook in notebooks:
        unknown = sorted({*notebook.needs, *notebook.uses} - set(TABLES))
        if unknown:
            raise UsageError(
                _(
                    "{file} memerlukan tabel yang tidak dikenal: {tables}.",
                    file=notebook.path.name,
                    tables=listing(unknown),
                )
            )
