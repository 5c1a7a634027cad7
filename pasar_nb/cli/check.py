"""``pasar check``: every problem of the data at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from pasar_nb.cli import choices
from pasar_nb.cli.speaking import SpeakingCommand, say, spoken
from pasar_nb.errors import ExitCode
from pasar_nb.language import _, _n


@click.command(
    cls=SpeakingCommand,
    message=_(
        "Periksa data dan tampilkan semua masalahnya sekaligus, dengan tempat dan cara memperbaikinya. "
        "Kode keluar 1 bila ada yang menghentikan laporan."
    ),
)
@choices.data
@choices.districts
@choices.language
def check(data: Path, districts: tuple[str, ...]) -> None:
    """Show every problem of the data."""
    from pasar_nb.batch.opening import open_district
    from pasar_nb.batch.request import no_districts
    from pasar_nb.contract.presentation import problem_table
    from pasar_nb.district import find_districts

    width = shutil.get_terminal_size().columns
    errors = 0
    folders = find_districts(data.resolve(), districts)
    if not folders:
        raise no_districts(data)
    for folder in folders:
        opened = open_district(folder)
        stopping = sum(problem.stops for problem in opened.problems)
        errors += stopping
        say(_("{code} {name}", code=opened.place.code, name=opened.place.name))
        if opened.problems:
            click.echo(problem_table(opened.problems, spoken(), width))
        else:
            say(_("Tidak ada masalah."))
        click.echo()
    say(_n("{count} kesalahan menghentikan laporan.", errors) if errors else _("Semua data dapat dipakai."))
    click.get_current_context().exit(ExitCode.FAILED if errors else ExitCode.OK)
