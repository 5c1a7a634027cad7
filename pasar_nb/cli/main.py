"""The group of commands; each imports what it needs only when it is called."""

from __future__ import annotations

import click

from pasar_nb.cli.check import check
from pasar_nb.cli.demo import demo
from pasar_nb.cli.form import form
from pasar_nb.cli.importing import import_
from pasar_nb.cli.lab import lab
from pasar_nb.cli.run import run
from pasar_nb.cli.speaking import SpeakingGroup
from pasar_nb.cli.status import status
from pasar_nb.cli.template import template
from pasar_nb.language import _


@click.group(
    cls=SpeakingGroup,
    message=_("Dari Dokumen Kendali kabupaten menjadi laporan. PASAR_LANGUAGE=en: in English."),
)
@click.version_option(package_name="pasar_nb")
def main() -> None:
    """Group the commands."""


for _command in (run, check, template, import_, form, demo, lab, status):
    main.add_command(_command)
