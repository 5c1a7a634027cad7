"""Working copies for JupyterLab: notebooks with a district's parameters, kept apart from the project's."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pasar_nb.batch.catalogue import Notebook, find_notebooks
from pasar_nb.batch.layout import Layout
from pasar_nb.batch.parameters import settle
from pasar_nb.batch.preparation import translate
from pasar_nb.errors import UsageError
from pasar_nb.language import SOURCE_LANGUAGE, Language, _
from pasar_nb.whole_files import make_private_folder, write_whole

START = "00_start.ipynb"
# JupyterLab would fetch its news, and look for a newer release of itself.
_NO_NEWS = (
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
)


@dataclass(frozen=True, slots=True)
class Laboratory:
    """What JupyterLab is opened on.

    Attributes
    ----------
    root
        Its folder.
    notebook
        Path of the notebook to open, relative to the folder; empty for none.
    kept
        Working copies that were there already and were left as the analyst made them.
    """

    root: Path
    notebook: str = ""
    kept: tuple[Path, ...] = ()

    def command(self, extra: Sequence[str] = ()) -> tuple[str, ...]:
        """Give the command that starts JupyterLab, by this very interpreter."""
        start = (sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={self.root}", *_NO_NEWS)
        return (*start, *extra, *([str(self.root / self.notebook)] if self.notebook else []))


def open_notebooks(folder: Path, name: str = "") -> Laboratory:
    """Prepare JupyterLab on the project's own notebooks.

    Raises
    ------
    UsageError
        For a notebook that is not there.
    """
    start = START if (folder / START).exists() else ""
    chosen = find_notebooks(folder, [name])[0].path.name if name else start
    return Laboratory(folder.resolve(), chosen)


def open_district(
    data: Path, layout: Layout, code: str, notebooks: Sequence[Notebook], language: Language = SOURCE_LANGUAGE
) -> Laboratory:
    """Prepare JupyterLab on working copies of notebooks with one district's parameters.

    The analyst sees exact figures, so the copies are private. A copy that is there already is left alone: it
    may hold the analyst's work.

    Parameters
    ----------
    data
        Folder with a folder per district.
    layout
        The folder of reports, which holds the copies.
    code
        The district.
    notebooks
        Those to copy; the first is opened when it is the only one.
    language
        Language of a new copy.

    Raises
    ------
    UsageError
        For a district that is not there.
    """
    from pasar_nb.district import find_districts

    if not notebooks:
        raise UsageError(_("Tidak ada notebook untuk dibuka."))
    (district,) = find_districts(data.resolve(), [code])
    root = make_private_folder(layout.laboratory(district.name))
    kept = [root / notebook.path.name for notebook in notebooks if (root / notebook.path.name).exists()]
    for notebook in notebooks:
        copy = root / notebook.path.name
        if copy not in kept:
            write_whole(copy, _working_copy(notebook, data, layout, code, language), private=True)
    opened = notebooks[0].path.name if len(notebooks) == 1 else ""
    return Laboratory(root, opened, tuple(kept))


def _working_copy(notebook: Notebook, data: Path, layout: Layout, code: str, language: Language) -> bytes:
    import nbformat

    from pasar_nb.batch.kernels import with_parameters

    by_run = {
        "district": code,
        "data": str(data.resolve()),
        "reports": str(layout.reports),
        "language": language,
        "audience": "internal",
    }
    source = nbformat.read(notebook.path, as_version=4)  # type: ignore[no-untyped-call]  # no types
    translate(source, language)
    ready = with_parameters(source, settle(notebook.parameters, {}, by_run))
    ready.metadata.pop("papermill", None)
    return nbformat.writes(ready).encode()  # type: ignore[no-untyped-call, no-any-return]  # no types
