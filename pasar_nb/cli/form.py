"""``pasar form``: the household survey as a form for KoboToolbox and ODK."""

from __future__ import annotations

from pathlib import Path

import click

from pasar_nb.cli import choices
from pasar_nb.cli.speaking import SpeakingCommand, option, say, spoken
from pasar_nb.cli.writing import new_file, new_workbook, refuse_present
from pasar_nb.errors import UsageError
from pasar_nb.language import _
from pasar_nb.vocabulary import LAST_WAVE

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(
    cls=SpeakingCommand,
    message=_(
        "Tulis survei rumah tangga sebagai formulir XLSForm untuk KoboToolbox atau ODK, menurut kolom "
        "Dokumen Kendali. Hasilnya diimpor dengan pasar import kobo."
    ),
)
@option(
    "-o",
    "--output",
    type=FILE,
    default=Path("survei-rumah-tangga.xlsx"),
    show_default=True,
    metavar="FILE",
    message=_("Berkas formulir."),
)
@option(
    "--wave",
    type=click.IntRange(0, LAST_WAVE),
    default=None,
    message=_("Formulir untuk satu gelombang, 0 untuk survei awal. Tanpa ini: gelombang ditanyakan."),
)
@option(
    "--map",
    "map_file",
    type=FILE,
    default=None,
    metavar="FILE",
    message=_("Tulis juga peta impor yang cocok dengan formulir; perlu --district."),
)
@option("--district", default="", metavar="CODE", message=_("Kode BPS kabupaten untuk peta impor."))
@choices.language
def form(output: Path, wave: int | None, map_file: Path | None, district: str) -> None:
    """Write the form, and the map that fits it."""
    from pasar_nb.kobo.form import form_workbook

    text = _map_text(district) if map_file else ""
    if map_file:
        if map_file.absolute() == output.absolute():
            raise UsageError(_("Formulir dan peta tidak dapat ditulis ke berkas yang sama."))
        refuse_present(map_file)
    new_workbook(output, lambda: form_workbook(wave))
    say(_("Formulir ditulis di {file}. Unggah ke KoboToolbox atau ODK.", file=str(output)))
    if map_file:
        new_file(map_file, text.encode)
        say(_("Peta impor ditulis di {file}.", file=str(map_file)))


def _map_text(code: str) -> str:
    from pasar_nb.kobo.form_map import form_map
    from pasar_nb.reference.districts import find

    entry = find(code)
    if entry is None:
        raise UsageError(
            _(
                "Peta impor memerlukan kabupaten: tulis --district dengan kode BPS empat angka, misalnya "
                "--district 3503."
            )
        )
    return form_map(entry, spoken())
