"""The plan: everything that can be known before the first kernel starts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from pasar_nb.batch.catalogue import Notebook, default_folder, find_notebooks
from pasar_nb.batch.jobs import DEFAULT_DATA, Job
from pasar_nb.batch.layout import Edition, Layout
from pasar_nb.batch.opening import Opened, open_district, place_of
from pasar_nb.batch.parameters import Value, refuse_unknown, settle
from pasar_nb.errors import UsageError
from pasar_nb.language import Message, _, _n, listing
from pasar_nb.vocabulary import Status

FIRST_PROBLEMS = 3  # named in a card; `pasar check` shows all


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
    reports: Path = Path("reports")
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


@dataclass(frozen=True, slots=True)
class Plan:
    """All jobs of a run, those that cannot be run included.

    Attributes
    ----------
    jobs
        By district, then by notebook.
    """

    jobs: tuple[Job, ...]

    @property
    def to_run(self) -> tuple[tuple[int, Job], ...]:
        """The jobs that need a kernel, with their numbers in the plan."""
        return tuple((number, job) for number, job in enumerate(self.jobs) if job.status is None)

    @property
    def stopped(self) -> tuple[Job, ...]:
        """The jobs whose data are missing or need repair."""
        return tuple(job for job in self.jobs if job.status is not None)


def make_plan(request: Request) -> Plan:
    """Open and check every district and inspect every notebook.

    Raises
    ------
    UsageError
        For a district, notebook or parameter that is not there or not of its type.
    """
    from pasar_nb.district import find_districts

    notebooks = find_notebooks(request.notebook_folder, request.notebooks)
    known = {parameter.name for notebook in notebooks for parameter in notebook.parameters}
    refuse_unknown(request.parameters, known)
    for notebook in notebooks:
        _settled(notebook, "", request)  # a wrong value is told before hundreds of districts are read
    folders = find_districts(request.data.resolve(), request.districts)
    if not folders:
        raise UsageError(_("Tidak ada folder kabupaten di {folder}.", folder=str(request.data)))
    return Plan(tuple(job for folder in folders for job in _jobs(folder, notebooks, request)))


def _jobs(folder: Path, notebooks: Sequence[Notebook], request: Request) -> Iterator[Job]:
    opened = open_district(folder, today=request.today)
    for notebook in notebooks:
        parameters = _settled(notebook, opened.place.code, request)
        yield _job(opened, notebook, parameters, request.edition)


def _job(opened: Opened, notebook: Notebook, parameters: Mapping[str, Value], edition: Edition) -> Job:
    stopped = [name for name in (*notebook.needs, *notebook.uses) if opened.state(name) == "stopped"]
    absent = [name for name in notebook.needs if opened.state(name) == "absent"]
    problems = opened.problems_of(stopped)
    status: Status | None = None
    message = None
    if opened.profile_stopped or stopped:
        status, message = "data_error", _error_message(opened, stopped)
    elif absent:
        status, message = "no_data", _absent_message(absent)
    return Job(opened.place, notebook, edition, parameters, status, message, problems)


def _settled(notebook: Notebook, code: str, request: Request) -> dict[str, Value]:
    by_run: dict[str, Value] = {
        "district": code,
        "data": str(request.data.resolve()),
        "language": request.edition.language,
        "audience": request.edition.audience,
    }
    return settle(notebook.parameters, request.parameters, by_run)


def _absent_message(absent: Sequence[str]) -> Message:
    return _("Tabel yang diperlukan belum ada: {tables}.", tables=listing(absent))


def _error_message(opened: Opened, stopped: Sequence[str]) -> Message:
    """Count the errors and name the places of the first, without a value: the index of reports is public."""
    errors = opened.problems_of(stopped)
    return _(
        "{count} Yang pertama: {places}. Lihat semuanya dengan pasar check --district {code}.",
        count=_n("Ada {count} kesalahan data.", len(errors)),
        places=listing(dict.fromkeys(map(place_of, errors[:FIRST_PROBLEMS]))),
        code=opened.place.code,
    )
