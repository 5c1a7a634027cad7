"""The notebook's cells made ready for the page: sections with anchors, and exhibits only."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode, from_dict

from pasar_nb.report.exhibits import PNG, shown_as
from pasar_nb.vocabulary import PLOTLY_TYPE, TABLE_TYPE

_SECTION = re.compile(r"(?m)^(?=## )")
_TITLE = re.compile(r"\A# [^\n]*\n?")
_EMPHASIS = re.compile(r"[*_`]")
_FIRST_WITH_IDS = 5  # notebook format 4.5
_SUMMARY = frozenset({"ringkasan", "summary"})
_NUMBERED = {TABLE_TYPE: "table", PLOTLY_TYPE: "figure", PNG: "figure"}


class Sections(Preprocessor):
    """Cut the prose at its second-level headings and list these for the table of contents.

    The title is left out because the cover shows it. A cell that starts a section gets
    ``metadata.section = {anchor, title, summary}``.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Cut the cells and write ``resources["contents"]``."""
        nb.cells = [part for cell in nb.cells for part in _parts(cell)]
        for number, cell in enumerate(nb.cells):
            cell.id = f"cell-{number}"  # the parts of a cell need names of their own
        nb.nbformat_minor = max(nb.nbformat_minor, _FIRST_WITH_IDS)
        seen: Counter[str] = Counter()
        for cell in nb.cells:
            if cell.cell_type == "markdown" and cell.source.startswith("## "):
                _mark_section(cell, seen)
        resources["contents"] = [cell.metadata.section for cell in nb.cells if "section" in cell.metadata]
        return nb, resources


class Exhibits(Preprocessor):
    """Keep of every output the one form that enters the page; number figures and tables."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Replace the outputs of all code cells."""
        numbers: Counter[str] = Counter()
        for cell in nb.cells:
            if cell.cell_type == "code":
                cell.outputs = [kept for output in cell.outputs for kept in _kept(output, numbers)]
        return nb, resources


def anchor(title: str, seen: Counter[str]) -> str:
    """Make an address for a heading: ASCII, unique, and apart from the page's own addresses."""
    ascii_title = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    slug = "bagian-" + re.sub(r"[^a-z0-9]+", "-", ascii_title.lower()).strip("-")
    seen[slug] += 1
    return slug if seen[slug] == 1 else f"{slug}-{seen[slug]}"


def _parts(cell: NotebookNode) -> list[NotebookNode]:
    if cell.cell_type != "markdown":
        return [cell]
    sources = _SECTION.split(_TITLE.sub("", cell.source.strip()))
    return [_prose_cell(source.strip()) for source in sources if source.strip()]


def _prose_cell(source: str) -> NotebookNode:
    return _node(cell_type="markdown", metadata={}, source=source)


def _mark_section(cell: NotebookNode, seen: Counter[str]) -> None:
    heading, _newline, rest = cell.source.partition("\n")
    title = _EMPHASIS.sub("", heading.removeprefix("## ")).strip()
    cell.source = rest.strip()
    summary = title.casefold() in _SUMMARY
    cell.metadata.section = _node(anchor=anchor(title, seen), title=title, summary=summary)


def _kept(output: NotebookNode, numbers: Counter[str]) -> Iterator[NotebookNode]:
    kind = shown_as(output)
    if kind is None:
        return
    about = dict(output.get("metadata", {}).get("pasar", {}))
    if kind in _NUMBERED:
        numbers[_NUMBERED[kind]] += 1
        about["number"] = numbers[_NUMBERED[kind]]
    yield _node(output_type="display_data", data={kind: output.data[kind]}, metadata={"pasar": about})


def _node(**fields: Any) -> NotebookNode:
    node: NotebookNode = from_dict(fields)  # type: ignore[no-untyped-call]  # nbformat carries no types
    return node
