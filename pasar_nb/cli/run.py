"""``pasar run``: make the reports."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pasar_nb.cli import choices
from pasar_nb.cli.speaking import SpeakingCommand, aligned, option, options, say, spoken
from pasar_nb.errors import ExitCode, UsageError
from pasar_nb.language import Message, _, _n, listing
from pasar_nb.vocabulary import STATUS_LABELS, Audience, Status

if TYPE_CHECKING:
    from pasar_nb.batch.ledger import Entry
    from pasar_nb.batch.request import Request

MOST_WORKERS = 8  # a kernel with its libraries takes some 300 MB; more workers are for those who ask for them

_how = options(
    option(
        "--workers",
        type=click.IntRange(min=1),
        default=None,
        message=_("Banyaknya proses sekaligus. Tanpa ini: sebanyak inti prosesor, paling banyak 8."),
    ),
    option(
        "--timeout",
        type=click.FloatRange(min=0, min_open=True),
        default=None,
        metavar="SECONDS",
        message=_("Batas waktu per laporan, dalam detik."),
    ),
    option("--dry-run", is_flag=True, message=_("Tampilkan rencana saja, tanpa membuat laporan.")),
)
_what = options(
    option(
        "--audience",
        type=click.Choice(["public", "internal"]),
        default="public",
        show_default=True,
        message=_("internal: angka persis untuk pemilik data, disimpan di _internal."),
    ),
    option("--portable", is_flag=True, message=_("Setiap laporan menjadi satu berkas yang berdiri sendiri.")),
    option(
        "-p",
        "--parameter",
        "parameters",
        multiple=True,
        metavar="NAME=VALUE",
        message=_("Nilai parameter notebook; dapat diulang."),
    ),
)


@click.command(
    cls=SpeakingCommand,
    message=_(
        "Buat laporan semua kabupaten; yang tidak berubah tidak dibuat lagi. Kode keluar: 0 semua terbit "
        "atau datanya belum ada, 1 ada laporan yang gagal atau folder sedang dipakai, 2 perintah keliru, "
        "3 data menghentikan laporan; bila 1 dan 3 terjadi bersama: 1. Dihentikan dengan Ctrl-C: 130."
    ),
)
@choices.data
@choices.reports
@choices.districts
@choices.notebooks
@choices.language
@_what
@_how
def run(
    data: Path,
    reports: Path,
    districts: tuple[str, ...],
    notebooks: tuple[str, ...],
    audience: Audience,
    portable: bool,
    parameters: tuple[str, ...],
    workers: int | None,
    timeout: float | None,
    dry_run: bool,
) -> None:
    """Make the reports."""
    from pasar_nb.batch.layout import Edition
    from pasar_nb.batch.request import Request

    request = Request(
        data=data,
        reports=reports,
        districts=districts,
        notebooks=notebooks,
        edition=Edition(spoken(), audience),
        parameters=dict(map(_name_and_value, parameters)),
        workers=workers or min(os.cpu_count() or 1, MOST_WORKERS),
        timeout=timeout,
        portable=portable,
    )
    code = _show_plan(request) if dry_run else _carry_out(request)
    click.get_current_context().exit(code)


def _name_and_value(text: str) -> tuple[str, str]:
    name, separator, value = text.partition("=")
    if not separator or not name.strip():
        raise UsageError(_("Tulis parameter sebagai NAMA=NILAI, bukan '{text}'.", text=text))
    return name.strip(), value


def _show_plan(request: Request) -> int:
    """Print the plan; the exit code is that of data which will stop a report."""
    from pasar_nb.batch.plan import make_plan

    plan = make_plan(request)
    headings = (_("Kabupaten"), _("Notebook"), _("Rencana"), _("Keterangan"))
    rows = [
        (
            f"{job.place.code} {job.place.name}",
            job.notebook.name,
            (STATUS_LABELS[job.status] if job.status else _("akan dibuat")).text(spoken()),
            (job.message or listing(job.reasons)).text(spoken()),
        )
        for job in plan.jobs
    ]
    click.echo(aligned(headings, rows, spoken()))
    say(_n("{count} laporan akan dibuat.", len(plan.to_run)))
    return exit_code(job.status for job in plan.jobs)


def _carry_out(request: Request) -> int:
    from pasar_nb.batch.interrupts import stop_requests
    from pasar_nb.batch.progress import ProgressLines
    from pasar_nb.batch.run import carry_out

    progress = ProgressLines(sys.stderr, request.edition.language, request.workers)
    with stop_requests() as stop:
        entries = carry_out(request, progress=progress, stop=stop)
    if stop:
        say(_("Dihentikan. Yang sudah terbit tetap ada; jalankan lagi untuk sisanya."), error=True)
        return stop.exit_code
    _summarise(entries, request)
    return exit_code(entry.status for entry in entries)


def exit_code(statuses: Iterable[Status | None]) -> ExitCode:
    """Give the exit code of a run whose jobs ended, or will end, like this.

    A report that failed outweighs data that stop one: among hundreds of districts some data always need
    repair, and that must not hide a fault of the workbench. Tables that are not there yet are no error.
    """
    ended = set(statuses)
    if ended & {"failed", "timeout"}:
        return ExitCode.FAILED
    return ExitCode.DATA if "data_error" in ended else ExitCode.OK


def _summarise(entries: Sequence[Entry], request: Request) -> None:
    for entry in entries:
        if entry.status not in ("published", "unchanged"):
            say(_told(entry))
    counted = Counter(entry.status for entry in entries)
    for status, label in STATUS_LABELS.items():
        if counted[status]:
            say(_("{label}: {count}", label=label, count=counted[status]))
    say(_("Indeks: {path}", path=str(request.layout.index(request.edition))))


def _told(entry: Entry) -> Message:
    """Tell why there is no new report, and how to look at it."""
    told = _(
        "{code} {name} {notebook}: {status}. {message}",
        code=entry.district,
        name=entry.name,
        notebook=entry.notebook,
        status=STATUS_LABELS[entry.status],
        message=entry.message,
    )
    if entry.status not in ("failed", "timeout"):
        return told
    return _("{told} Buka dengan: {command}", told=told, command=entry.command)
