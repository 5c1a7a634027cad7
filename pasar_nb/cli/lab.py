"""``pasar lab``: JupyterLab on the notebooks."""

from __future__ import annotations

import signal
import subprocess
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

import click

from pasar_nb.cli import choices
from pasar_nb.cli.speaking import SpeakingCommand, option, say, spoken
from pasar_nb.errors import UsageError
from pasar_nb.language import _


@click.command(
    cls=SpeakingCommand,
    message=_(
        "Buka notebook di JupyterLab. Dengan --district: salinan kerja dengan parameter kabupaten itu, "
        "disimpan di _internal."
    ),
)
@option("--district", default="", metavar="CODE", message=_("Kode BPS kabupaten."))
@option("--notebook", default="", metavar="NAME", message=_("Notebook yang dibuka."))
@choices.data
@choices.reports
@choices.language
@option("--no-browser", is_flag=True, message=_("Jangan buka peramban."))
def lab(district: str, notebook: str, data: Path, reports: Path, no_browser: bool) -> None:
    """Open the notebooks in JupyterLab."""
    from pasar_nb.batch import laboratory
    from pasar_nb.batch.catalogue import default_folder, find_notebooks
    from pasar_nb.batch.layout import Layout

    folder = default_folder()
    if district:
        notebooks = find_notebooks(folder, [notebook] if notebook else [])
        layout = Layout(reports.resolve())
        opened = laboratory.open_district(data, layout, district, notebooks, spoken())
    else:
        opened = laboratory.open_notebooks(folder, notebook)
    for copy in opened.kept:
        say(_("Salinan kerja yang sudah ada dipakai: {path}. Hapus bila ingin yang baru.", path=str(copy)))
    if find_spec("jupyterlab") is None:
        raise UsageError(_("JupyterLab tidak dapat dijalankan karena belum terpasang."))
    signal.signal(signal.SIGINT, _leave_it_to_jupyterlab)
    command = opened.command(["--no-browser"] if no_browser else [])
    click.get_current_context().exit(subprocess.call(command))


def _leave_it_to_jupyterlab(_number: int, _frame: FrameType | None) -> None:
    """Pass over Ctrl-C: JupyterLab gets it, too, and asks before it ends."""
