"""``pasar status``: what ran, what failed and why, what is out of date."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pasar_nb.cli import choices
from pasar_nb.cli.speaking import SpeakingCommand, aligned, say, spoken
from pasar_nb.language import Language, _, listing, render
from pasar_nb.vocabulary import STATUS_LABELS

if TYPE_CHECKING:
    from pasar_nb.batch.outdated import Standing


@click.command(
    cls=SpeakingCommand,
    message=_("Tampilkan apa yang sudah dibuat, apa yang gagal dan mengapa, dan apa yang sudah usang."),
)
@choices.reports
@choices.language
def status(reports: Path) -> None:
    """Show how the reports stand."""
    from pasar_nb.batch import ledger
    from pasar_nb.batch.catalogue import default_folder, find_notebooks
    from pasar_nb.batch.layout import Layout
    from pasar_nb.batch.outdated import standings

    layout = Layout(reports.resolve())
    entries = ledger.read(layout.ledger)
    if not entries:
        say(_("Belum ada laporan di {folder}. Jalankan pasar run.", folder=str(reports)))
        return
    notebooks = find_notebooks(default_folder())
    headings = (_("Kabupaten"), _("Laporan"), _("Status"), _("Waktu"), _("Usang karena"), _("Keterangan"))
    rows = [_row(standing, spoken()) for standing in standings(layout, entries, notebooks)]
    click.echo(aligned(headings, rows, spoken()))


def _row(standing: Standing, language: Language) -> tuple[str, ...]:
    last = standing.last
    edition = "" if last.audience == "public" else f" ({last.audience})"
    return (
        f"{last.district} {last.name}",
        f"{last.notebook}{last.edition.suffix}{edition}",
        STATUS_LABELS[last.status].text(language),
        _local_time(last.finished),
        render(listing(standing.reasons), language) if standing.reasons else "-",
        last.message,
    )


def _local_time(moment: str) -> str:
    """Write a moment by the clock of this machine, to the minute."""
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}" if moment else "-"
