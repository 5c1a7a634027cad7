"""The plan: everything that can be known before the first kernel starts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pasar_nb.batch import ledger
from pasar_nb.batch.catalogue import Notebook
from pasar_nb.batch.ingredients import (
    Ingredients,
    data_digest,
    parameters_digest,
    records_digest,
    software_digest,
)
from pasar_nb.batch.interrupts import StopRequest
from pasar_nb.batch.jobs import Job, Place
from pasar_nb.batch.layout import ACROSS
from pasar_nb.batch.ledger import Entry, JobKey
from pasar_nb.batch.opening import Opened, open_district, place_by_name, place_of
from pasar_nb.batch.outdated import why_outdated
from pasar_nb.batch.registers import shared_households
from pasar_nb.batch.request import Request
from pasar_nb.language import Message, _, _n, listing
from pasar_nb.records import Record, find_records
from pasar_nb.vocabulary import ALL_DISTRICTS, Status

FIRST_PROBLEMS = 3  # named in a card; `pasar check` shows all


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
        """The jobs that need none: nothing has changed, or their data are missing or need repair."""
        return tuple(job for job in self.jobs if job.status is not None)


@dataclass(frozen=True, slots=True)
class _Past:
    """What the ledger says of earlier runs, by job."""

    published: Mapping[JobKey, Entry]
    last: Mapping[JobKey, Entry]


def make_plan(
    request: Request,
    *,
    stop: StopRequest | None = None,
    told: Callable[[int, int], None] = lambda _done, _all: None,
) -> Plan:
    """Find out what every job needs; only districts of which something has changed are opened and checked.

    Parameters
    ----------
    request
        What was asked for.
    stop
        Ends the planning after a district; the plan then holds those before it.
    told
        Told how many districts are done, of how many.

    Raises
    ------
    UsageError
        For a district, notebook or parameter that is not there or not of its type.
    """
    folders, notebooks = request.scope()
    entries = ledger.read(request.layout.ledger)
    past = _Past(ledger.last_published(entries), ledger.latest(entries))
    own = [notebook for notebook in notebooks if not notebook.reads]
    jobs: list[Job] = []
    for number, folder in enumerate(folders if own else (), start=1):
        if stop:
            break
        jobs += _jobs(folder, own, request, past)
        told(number, len(folders))
    return Plan(tuple(jobs))


def make_plan_across(request: Request) -> Plan:
    """Plan the reports that compare districts, from the records that lie in the folder of reports now."""
    _folders, notebooks = request.scope()
    entries = ledger.read(request.layout.ledger)
    past = _Past(ledger.last_published(entries), ledger.latest(entries))
    return Plan(tuple(_across(one, request, past) for one in notebooks if one.reads))


def _across(notebook: Notebook, request: Request, past: _Past) -> Job:
    root = request.layout.root(request.edition)
    records = find_records(root, notebook.reads, request.edition.language)
    told = [record.content for record in records if record.content]
    place = Place(
        code="",
        name=ALL_DISTRICTS.text(request.edition.language),
        province="",
        kind="",
        folder=root / ACROSS,
        synthetic=any(bool(one.get("synthetic")) for one in told),
        data_date=max((str(one.get("data_date") or "") for one in told), default=""),
    )
    job = _remembered(_job(place, notebook, records_digest(records), request), request, past)
    if not _undecided(job):
        return job
    if not told:
        message = _("Belum ada laporan {reads} yang dapat dibandingkan.", reads=notebook.reads)
        return replace(job, status="no_data", message=message)
    shared = shared_households(_registers(records, notebook.reads, request))
    return replace(job, status="data_error", message=_counted_twice(shared)) if shared else job


def _registers(records: Sequence[Record], notebook: str, request: Request) -> Iterator[tuple[str, Path]]:
    for record in records:
        if record.content:
            folder, _slash, _file = record.path.partition("/")
            yield folder, request.layout.register(folder, notebook, request.edition)


def _counted_twice(shared: Sequence[tuple[str, str]]) -> Message:
    pairs = [f"{one} - {other}" for one, other in shared[:FIRST_PROBLEMS]]
    return _(
        "Ada rumah tangga yang tercatat di dua kabupaten ({pairs}), sehingga keduanya tidak dibandingkan. "
        "Lihat dengan pasar check; hapus dari folder yang keliru.",
        pairs=listing(pairs),
    )


def _jobs(folder: Path, notebooks: Sequence[Notebook], request: Request, past: _Past) -> Iterator[Job]:
    """Plan a district's jobs; whatever is wrong with it is told by its jobs and stops no other."""
    place = place_by_name(folder)
    try:
        # Before the data are read: a change in between is then noticed by the next run.
        digest = data_digest(folder)
        jobs = [_remembered(_job(place, notebook, digest, request), request, past) for notebook in notebooks]
        opened = open_district(folder, today=request.today) if any(map(_undecided, jobs)) else None
    except Exception as error:
        why = _unchecked(place.code, error)
        jobs = [Job(place, one, request.edition, status="failed", message=why) for one in notebooks]
        opened = None
    yield from (_decided(job, opened) if opened and _undecided(job) else job for job in jobs)


def _job(place: Place, notebook: Notebook, digest: str, request: Request) -> Job:
    parameters = request.settled(notebook, place.code)
    ingredients = Ingredients(
        data=digest,
        notebook=notebook.digest,
        software=software_digest(),
        parameters=parameters_digest(parameters),
        portable=request.portable,
    )
    return Job(place, notebook, request.edition, parameters, ingredients)


def _undecided(job: Job) -> bool:
    return job.status is None


def _remembered(job: Job, request: Request, past: _Past) -> Job:
    """Decide what the ledger alone can: that a report still fits, or that its table is still missing."""
    published, last = past.published.get(job.key), past.last.get(job.key)
    reasons = why_outdated(request.layout, published, job.ingredients) if published else ()
    if published and not reasons:
        return replace(job, status="unchanged", earlier=published)
    if last and last.status == "no_data" and last.ingredients == job.ingredients:
        return replace(
            job, status="no_data", message=Message("{told}", {"told": last.message}), reasons=reasons
        )
    return replace(job, reasons=reasons)


def _decided(job: Job, opened: Opened) -> Job:
    """Decide whether the data allow a job."""
    needs, uses, suffices = job.notebook.needs, job.notebook.uses, job.notebook.suffices
    stopped = [name for name in (*needs, *uses) if opened.state(name) == "stopped"]
    absent = [name for name in needs if opened.state(name) == "absent"]
    status: Status | None = None
    message = None
    if opened.profile_stopped or stopped:
        status, message = "data_error", _error_message(opened, stopped)
    elif absent and all(opened.state(name) == "absent" for name in suffices):
        status, message = "no_data", _absent_message(absent, suffices)
    return replace(job, place=opened.place, status=status, message=message)


def _absent_message(absent: Sequence[str], suffices: Sequence[str]) -> Message:
    if suffices:
        return _(
            "Tabel yang diperlukan belum ada: {tables}. Sebagian laporan dapat dibuat dari {suffices} saja.",
            tables=listing(absent),
            suffices=listing(suffices),
        )
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


def _unchecked(code: str, error: Exception) -> Message:
    """Tell by name only what broke the check of a district: the text of a foreign error may hold data."""
    return _(
        "Data tidak dapat diperiksa ({error}). Lihat sebabnya dengan pasar check --district {code}.",
        error=type(error).__name__,
        code=code,
    )
