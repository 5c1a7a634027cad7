"""A run: jobs are carried out, published as they come, and recorded; the index is written last."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Literal

from pasar_nb.batch import ledger
from pasar_nb.batch.catalogue import notebook_names
from pasar_nb.batch.executor import Executor, LocalProcesses
from pasar_nb.batch.interrupts import StopRequest
from pasar_nb.batch.jobs import EXECUTED, LOG, STAGED, Job, Outcome, OutcomeKind
from pasar_nb.batch.layout import ASSETS, ENDINGS, Layout
from pasar_nb.batch.ledger import Entry
from pasar_nb.batch.leftovers import clear_leftovers
from pasar_nb.batch.lock import hold
from pasar_nb.batch.overview import write_indexes
from pasar_nb.batch.plan import make_plan, make_plan_across
from pasar_nb.batch.progress import Progress
from pasar_nb.batch.registers import write_register
from pasar_nb.batch.request import Request
from pasar_nb.batch.retelling import KERNEL_FAULT
from pasar_nb.batch.session import Run
from pasar_nb.language import Message, Number, _
from pasar_nb.report import assets
from pasar_nb.vocabulary import Status
from pasar_nb.whole_files import make_private_folder, publish, write_whole

TRACES: tuple[tuple[str, Literal["ipynb", "log"]], ...] = ((EXECUTED, "ipynb"), (LOG, "log"))
_STATUSES: dict[OutcomeKind, Status] = {
    "done": "published",
    "failed": "failed",
    "fault": "failed",
    "timeout": "timeout",
}


def carry_out(request: Request, *, progress: Progress, stop: StopRequest) -> tuple[Entry, ...]:
    """Plan and carry out what was asked for.

    Parameters
    ----------
    request
        What was asked for.
    progress
        Told of every district that is planned and of every job that ends.
    stop
        Ends the run at the next safe point; what is published by then stays.

    Returns
    -------
    tuple of Entry
        How every job stands, jobs that needed no kernel included.

    Raises
    ------
    UsageError
        For a district, notebook or parameter that is not there; nothing is written then.
    BusyError
        When another run holds the folder of reports.
    """
    request.scope()  # a mistyped command leaves no folder behind
    layout = request.layout
    with hold(layout):
        clear_leftovers(layout)
        plan = make_plan(request, stop=stop, told=progress.planned)
        run = Run(request, plan, request.compared())
        try:
            if not request.portable:
                _write_assets(layout)
            entries = (*_stopped(run), *_executed(run, progress, stop))
            if stop:
                return entries
            across = replace(run, plan=make_plan_across(request))
            return (*entries, *_stopped(across), *_executed(across, progress, stop))
        finally:
            shutil.rmtree(layout.work, ignore_errors=True)
            write_indexes(
                layout,
                request.edition.audience,
                portable=request.portable,
                order=notebook_names(request.notebook_folder),
            )


def _stopped(run: Run) -> Iterator[Entry]:
    """Tell how the jobs stand that no kernel is started for; what they published earlier stays.

    Only news are recorded, so that the ledger does not grow by thousands of lines when nothing has changed.
    """
    last = ledger.latest(ledger.read(run.layout.ledger))
    for job in run.plan.stopped:
        entry = _without_kernel(run, job)
        before = last.get(entry.key)
        if before is None or _told(before) != _told(entry):
            ledger.append(run.layout.ledger, entry)
        yield entry


def _without_kernel(run: Run, job: Job) -> Entry:
    message = job.message.text(run.edition.language) if job.message else ""
    entry = run.entry(job, job.status or "failed", message)
    if job.earlier is None:
        return entry
    return replace(
        job.earlier, status=entry.status, run=entry.run, started=entry.started, finished=entry.finished
    )


def _told(entry: Entry) -> tuple[object, ...]:
    """Reduce an entry to what it tells: a report that was made and one that still fits are the same."""
    status = "published" if entry.current else entry.status
    return (status, entry.message, entry.folder, entry.ingredients)


def _executed(run: Run, progress: Progress, stop: StopRequest) -> Iterator[Entry]:
    """Execute the others; every one is published and recorded before the next outcome is looked at."""
    orders = [run.order(number, job) for number, job in run.plan.to_run]
    if not orders:
        return
    work = make_private_folder(run.layout.work)
    executor: Executor = LocalProcesses(run.request.workers, run.request.timeout, work, _modules(run))
    progress.begin(len(orders))
    with closing(executor.run(orders, stop)) as outcomes:
        for outcome in outcomes:
            entry = _settle(run, run.plan.jobs[outcome.number], outcome)
            ledger.append(run.layout.ledger, entry)
            progress.done(entry)
            yield entry
    progress.end()


def _modules(run: Run) -> tuple[str, ...]:
    """Name the modules that the notebooks of this run import."""
    return tuple(sorted({module for _number, job in run.plan.to_run for module in job.notebook.modules}))


def _settle(run: Run, job: Job, outcome: Outcome) -> Entry:
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
        return _publish(run, job, outcome, entry)
    except OSError as error:
        text = _("Laporan tidak dapat ditulis ({error}).", error=type(error).__name__)
        return replace(entry, status="failed", message=text.text(run.edition.language))


def _publish(run: Run, job: Job, outcome: Outcome, entry: Entry) -> Entry:
    """Put a job's files in their places: traces for the analyst first, the page that links to others last."""
    made = run.layout.work / str(outcome.number)
    folder, name, edition = job.place.folder.name, job.notebook.name, run.edition
    for made_here, ending in TRACES:
        if (made / made_here).exists():
            trace = run.layout.trace(folder, name, edition, ending)
            write_whole(trace, (made / made_here).read_bytes(), private=True)
    if outcome.answer.kind == "done":
        contents = [(made / staged).read_bytes() for staged in STAGED]
        if name in run.compared:
            register = run.layout.register(folder, name, edition)
            write_register(register, job.place.own_ids, job.place.code)
        targets = [run.layout.report(folder, name, edition, ending) for ending in ENDINGS]
        publish(dict(zip(targets, contents, strict=True)), private=edition.private)
        record, *others = contents
        digest = hashlib.sha256(record).hexdigest()
        entry = replace(entry, record_digest=digest, sizes=tuple(map(len, others)))
    shutil.rmtree(made, ignore_errors=True)
    return entry


def _message(run: Run, outcome: Outcome) -> str:
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
