"""A run: jobs are carried out, published as they come, and recorded; the index is written last."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from pasar_nb.batch import ledger
from pasar_nb.batch.executor import Executor, LocalProcesses
from pasar_nb.batch.interrupts import StopRequest
from pasar_nb.batch.jobs import EXECUTED, LOG, STAGED, Job, Order, Outcome, OutcomeKind
from pasar_nb.batch.layout import ASSETS, Edition, Ending, Layout
from pasar_nb.batch.ledger import Entry
from pasar_nb.batch.lock import hold
from pasar_nb.batch.overview import write_indexes
from pasar_nb.batch.plan import Plan, Request
from pasar_nb.batch.progress import Progress
from pasar_nb.batch.publish import clear_leftovers, make_private_folder, publish, write_whole
from pasar_nb.batch.retelling import KERNEL_FAULT
from pasar_nb.errors import ExitCode
from pasar_nb.language import LANGUAGES, Language, Message, Number, _
from pasar_nb.report import RenderOptions, assets
from pasar_nb.vocabulary import Status

_STATUSES: dict[OutcomeKind, Status] = {
    "done": "published",
    "failed": "failed",
    "fault": "failed",
    "timeout": "timeout",
}


@dataclass(frozen=True, slots=True)
class _Run:
    """What all steps of a run share."""

    request: Request
    plan: Plan
    name: str

    @property
    def layout(self) -> Layout:
        return self.request.layout

    @property
    def edition(self) -> Edition:
        return self.request.edition

    def order(self, number: int, job: Job) -> Order:
        """Write the order for a job."""
        edition, layout, stem = self.edition, self.layout, job.notebook.name
        other = Edition(_other_language(edition), edition.audience)
        counterpart = layout.report(job.place.folder.name, stem, other, "html")
        options = RenderOptions(
            language=edition.language,
            audience=edition.audience,
            portable=self.request.portable,
            assets=layout.assets(edition),
            counterpart=counterpart.name if counterpart.exists() else "",
            xlsx=f"{stem}{edition.suffix}.xlsx",
            provenance=f"{stem}{edition.suffix}.json",
            index=f"../{layout.index(edition).name}",
        )
        notebook = str(job.notebook.path)
        return Order(number, notebook, job.parameters, options, job.command("run"), job.place.own_ids)

    def entry(self, job: Job, status: Status, message: str) -> Entry:
        """Record a job, as far as it is known before it ran."""
        place, now = job.place, _now()
        return Entry(
            status=status,
            district=place.code,
            notebook=job.notebook.name,
            language=self.edition.language,
            audience=self.edition.audience,
            title=job.notebook.title(self.edition.language),
            name=place.name,
            kind=place.kind,
            province=place.province,
            folder=place.folder.name,
            message=message,
            command=job.command("lab"),
            started=now,
            finished=now,
            run=self.name,
            source=str(place.folder),
            data_digest=place.digest,
            notebook_digest=job.notebook.digest,
            data_date=place.data_date,
            synthetic=place.synthetic,
        )


def carry_out(request: Request, plan: Plan, *, progress: Progress, stop: StopRequest) -> tuple[Entry, ...]:
    """Carry out a plan.

    Parameters
    ----------
    request, plan
        What was asked for and what follows from it.
    progress
        Told of every job that ends.
    stop
        Ends the run at the next safe point; what is published by then stays.

    Returns
    -------
    tuple of Entry
        What was recorded, jobs that could not be run included.

    Raises
    ------
    BusyError
        When another run holds the folder of reports.
    """
    run = _Run(request, plan, f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}")
    with hold(run.layout):
        clear_leftovers(run.layout)
        if not request.portable:
            _write_assets(run.layout)
        try:
            entries = (*_stopped(run), *_executed(run, progress, stop))
        finally:
            shutil.rmtree(run.layout.work, ignore_errors=True)
            write_indexes(run.layout, run.edition.audience, portable=request.portable)
    return entries


def exit_code(entries: Iterable[Entry]) -> ExitCode:
    """Give the exit code of a run.

    A report that failed outweighs data that stop one: among hundreds of districts some data always need
    repair, and that must not hide a fault of the workbench. Tables that are not there yet are no error.
    """
    statuses = {entry.status for entry in entries}
    if statuses & {"failed", "timeout"}:
        return ExitCode.FAILED
    return ExitCode.DATA if "data_error" in statuses else ExitCode.OK


def _stopped(run: _Run) -> Iterator[Entry]:
    """Record the jobs that no kernel is started for; what they published earlier stays."""
    for job in run.plan.stopped:
        message = job.message.text(run.edition.language) if job.message else ""
        entry = run.entry(job, job.status or "failed", message)
        ledger.append(run.layout.ledger, entry)
        yield entry


def _executed(run: _Run, progress: Progress, stop: StopRequest) -> Iterator[Entry]:
    """Execute the others; every one is published and recorded before the next outcome is looked at."""
    orders = [run.order(number, job) for number, job in run.plan.to_run]
    work = make_private_folder(run.layout.work)
    executor: Executor = LocalProcesses(run.request.workers, run.request.timeout, work)
    progress.begin(len(orders))
    with closing(executor.run(orders, stop)) as outcomes:
        for outcome in outcomes:
            entry = _settle(run, run.plan.jobs[outcome.number], outcome)
            ledger.append(run.layout.ledger, entry)
            progress.done(entry)
            yield entry
    progress.end()


def _settle(run: _Run, job: Job, outcome: Outcome) -> Entry:
    """Publish what a job made and say how it ended."""
    answer = outcome.answer
    base = run.entry(job, _STATUSES[answer.kind], _message(run, outcome))
    entry = replace(
        base,
        cell=answer.cell,
        heading=answer.heading,
        started=answer.started or base.started,
        finished=answer.finished or base.finished,
        seconds=round(outcome.seconds, 3),
        attempts=outcome.attempts,
    )
    try:
        _publish(run, job, outcome)
    except OSError as error:
        text = _("Laporan tidak dapat ditulis ({error}).", error=type(error).__name__)
        return replace(entry, status="failed", message=text.text(run.edition.language))
    return entry


def _publish(run: _Run, job: Job, outcome: Outcome) -> None:
    """Put a job's files in their places: traces for the analyst first, the page that links to others last."""
    made = run.layout.work / str(outcome.number)
    folder, name, edition = job.place.folder.name, job.notebook.name, run.edition
    if (made / EXECUTED).exists():
        executed = run.layout.trace(folder, name, edition, "ipynb")
        write_whole(executed, (made / EXECUTED).read_bytes(), private=True)
    write_whole(run.layout.trace(folder, name, edition, "log"), (made / LOG).read_bytes(), private=True)
    if outcome.answer.kind == "done":
        endings: tuple[Ending, ...] = ("json", "xlsx", "html")
        targets = [run.layout.report(folder, name, edition, ending) for ending in endings]
        contents = [(made / staged).read_bytes() for staged in STAGED]
        publish(dict(zip(targets, contents, strict=True)), private=edition.private)
    shutil.rmtree(made, ignore_errors=True)


def _message(run: _Run, outcome: Outcome) -> str:
    if outcome.answer.message:
        return outcome.answer.message
    known: dict[OutcomeKind, Message] = {
        "fault": KERNEL_FAULT,
        "timeout": _("Belum selesai setelah {seconds} detik.", seconds=Number(run.request.timeout or 0)),
    }
    message = known.get(outcome.answer.kind)
    return message.text(run.edition.language) if message else ""


def _write_assets(layout: Layout) -> None:
    """Write the shared files where they are not there yet or are those of another version."""
    for name, content in assets.files().items():
        path = layout.reports / ASSETS / name
        if not path.exists() or path.read_bytes() != content:
            write_whole(path, content)


def _other_language(edition: Edition) -> Language:
    return next(language for language in LANGUAGES if language != edition.language)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
