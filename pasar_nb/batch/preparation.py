"""A notebook made ready for the batch: no interactive cells, no outputs, prose in the report's language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pasar_nb.language import Language, translations

if TYPE_CHECKING:
    from nbformat import NotebookNode

INTERACTIVE_TAG = "interactive"
PLACE = "pasar_cell"
"""Metadata of a cell: its number in the notebook as written, from 1."""


def prepare(path: Path, language: Language) -> NotebookNode:
    """Read a notebook and make it ready to be executed.

    Parameters
    ----------
    path
        The notebook as it is committed.
    language
        Language that its prose is translated to.
    """
    import nbformat

    notebook: NotebookNode = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # no types
    for number, cell in enumerate(notebook.cells, start=1):
        cell.metadata[PLACE] = number
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    notebook.cells = [cell for cell in notebook.cells if INTERACTIVE_TAG not in cell.metadata.get("tags", ())]
    translate(notebook, language)
    return notebook


def translate(notebook: NotebookNode, language: Language) -> None:
    """Replace every prose cell by its translation, whose key is the whole cell."""
    catalogue = translations(language)
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source:
            cell.source = catalogue.gettext(cell.source)


def locate(notebook: NotebookNode, index: int) -> tuple[int | None, str]:
    """Tell where a cell stands: its number in the notebook as written, and the heading above it."""
    before = notebook.cells[: index + 1]
    numbers = [cell.metadata[PLACE] for cell in before if PLACE in cell.metadata]
    headings = [
        line.lstrip("#").strip()
        for cell in before
        if cell.cell_type == "markdown"
        for line in cell.source.splitlines()
        if line.startswith("#")
    ]
    return (numbers[-1] if numbers else None), (headings[-1] if headings else "")


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Remove what only the run needed and what would differ between two equal runs."""
    notebook.metadata.pop("papermill", None)
    for cell in notebook.cells:
        cell.metadata.pop(PLACE, None)
        for trace in ("papermill", "execution"):
            cell.metadata.pop(trace, None)
    return notebook
