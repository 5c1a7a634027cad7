"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import click

from pasar_nb.cli.speaking import LANGUAGE_VARIABLE, keep_language, option
from pasar_nb.language import LANGUAGES, SOURCE_LANGUAGE, _

FOLDER = click.Path(file_okay=False, path_type=Path)

data = option(
    "--data",
    type=FOLDER,
    default=Path("data"),
    show_default=True,
    message=_("Folder data, satu folder per kabupaten."),
)
reports = option(
    "--reports",
    type=FOLDER,
    default=Path("reports"),
    show_default=True,
    message=_("Folder tujuan laporan."),
)
districts = option(
    "--district",
    "districts",
    multiple=True,
    metavar="CODE",
    message=_("Kode BPS kabupaten; dapat diulang. Tanpa ini: semua."),
)
notebooks = option(
    "--notebook",
    "notebooks",
    multiple=True,
    metavar="NAME",
    message=_("Nama notebook tanpa nomor, mis. commodity_selection; dapat diulang."),
)
language = option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=SOURCE_LANGUAGE,
    show_default=True,
    envvar=LANGUAGE_VARIABLE,
    is_eager=True,
    expose_value=False,  # whoever needs it asks `speaking.spoken`
    callback=keep_language,
    message=_("Bahasa laporan dan pesan."),
)
