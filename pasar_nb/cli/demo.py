"""``pasar demo``: synthetic districts with a known truth."""

from __future__ import annotations

from pathlib import Path

import click

from pasar_nb.cli import choices
from pasar_nb.cli.speaking import SpeakingCommand, option, say
from pasar_nb.language import _, _n


@click.command(
    cls=SpeakingCommand, message=_("Buat data contoh: kabupaten buatan yang kebenarannya diketahui.")
)
@option(
    "-o",
    "--output",
    type=choices.FOLDER,
    default=Path("data"),
    show_default=True,
    message=_("Folder tujuan."),
)
@option("--districts", type=int, default=None, message=_("Banyaknya kabupaten. Tanpa ini: tujuh."))
@option("--households", type=int, default=None, message=_("Rumah tangga per kabupaten. Tanpa ini: 120-300."))
@option("--seed", type=int, default=None, message=_("Benih acak; benih yang sama memberi data yang sama."))
@choices.language
def demo(output: Path, districts: int | None, households: int | None, seed: int | None) -> None:
    """Write synthetic districts."""
    from pasar_nb.demo import DEFAULT_SEED, draw, write

    drawn = draw(districts, households, DEFAULT_SEED if seed is None else seed)
    folders = write(drawn, output)
    say(_n("{count} kabupaten contoh ditulis di {folder}.", len(folders), folder=str(output)))
