"""``pasar import``: data that were collected elsewhere."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pasar_nb.cli import choices
from pasar_nb.cli.speaking import SpeakingCommand, SpeakingGroup, option, say, spoken
from pasar_nb.errors import ExitCode
from pasar_nb.language import _

if TYPE_CHECKING:
    from pasar_nb.kobo.importing import Outcome

READABLE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("import", cls=SpeakingGroup, message=_("Ambil data yang dikumpulkan dengan alat lain."))
def import_() -> None:
    """Group the sources."""


@import_.command(
    "kobo",
    cls=SpeakingCommand,
    message=_(
        "Jadikan ekspor KoboToolbox atau ODK (.xlsx, .csv, .zip) tabel Dokumen Kendali, menurut peta; "
        "beberapa berkas adalah beberapa ronde. Pengenal rumah tangga diganti kode samaran, dan kolom yang "
        "tidak ada dalam peta tidak ditulis. Kode keluar: 0 dapat dipakai, 1 ditulis tetapi perlu "
        "perbaikan, 2 peta atau perintah keliru, 3 data menghentikan impor."
    ),
)
@click.argument("files", nargs=-1, required=True, type=READABLE, metavar="FILE...")
@option(
    "--map",
    "map_file",
    type=READABLE,
    required=True,
    metavar="FILE",
    message=_("Peta: pertanyaan mana mengisi kolom mana. Contohnya dibuat dengan pasar form --map."),
)
@option(
    "-o",
    "--output",
    type=choices.FOLDER,
    default=Path("data"),
    show_default=True,
    message=_("Folder data, tempat folder kabupaten berada atau dibuat."),
)
@option(
    "--secret-file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=None,
    metavar="FILE",
    message=_(
        "Berkas rahasia untuk kode samaran; dibuat bila belum ada. Tanpa ini: folder pengaturan pengguna. "
        "Variabel PASAR_SECRET didahulukan."
    ),
)
@choices.language
def kobo(files: tuple[Path, ...], map_file: Path, output: Path, secret_file: Path | None) -> None:
    """Import exports of KoboToolbox and ODK."""
    from pasar_nb.kobo.importing import Request, carry_out

    outcome = carry_out(
        Request(
            files=files,
            map_file=map_file,
            output=output.resolve(),
            secret_file=secret_file or Path(click.get_app_dir("pasar_nb")) / "secret",
            environment=os.environ,
            language=spoken(),
            today=date.today(),
        )
    )
    _show(outcome)
    click.get_current_context().exit(_exit_code(outcome))


def _show(outcome: Outcome) -> None:
    from pasar_nb.contract.presentation import problem_table
    from pasar_nb.kobo.writing import NOTE

    width = shutil.get_terminal_size().columns
    for message in outcome.account:
        say(message)
    if outcome.problems:
        click.echo()
        click.echo(problem_table(outcome.problems, spoken(), width))
    if outcome.written is None:
        for message in outcome.origins:
            say(message)
        say(_("Tidak ada yang ditulis."), error=True)
        return
    click.echo()
    say(
        _(
            "Ditulis di {folder}; catatan lengkapnya ada di {note}. Pemeriksaan tabelnya:",
            folder=str(outcome.written),
            note=NOTE,
        )
    )
    click.echo(problem_table(outcome.checked, spoken(), width))
    for message in outcome.origins:
        say(message)


def _exit_code(outcome: Outcome) -> ExitCode:
    if outcome.written is None:
        return ExitCode.USAGE if outcome.map_is_wrong else ExitCode.DATA
    return ExitCode.FAILED if any(problem.stops for problem in outcome.checked) else ExitCode.OK
