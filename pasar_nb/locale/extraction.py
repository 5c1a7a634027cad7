"""Collect every text a user reads, from the package's modules and the notebooks' prose, into the catalogue.

Run ``python -m pasar_nb.locale.extraction`` after a text was added or changed; it keeps what is translated,
adds what is new without a translation, and drops what nothing uses.
"""

from __future__ import annotations

import ast
import io
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pasar_nb.language import CATALOGUES

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

PACKAGE = Path(__file__).parent.parent
PROJECT = PACKAGE.parent
CATALOGUE = CATALOGUES / "en" / "LC_MESSAGES" / "pasar_nb.po"
MARKS = ("_", "_n")
FIELD = re.compile(r"\{(\w*)[^}]*\}")


def fields(text: str) -> frozenset[str]:
    """Name the fields of a template, which a translation must keep."""
    return frozenset(FIELD.findall(text))


def package_texts() -> Iterator[tuple[str | tuple[str, ...], str]]:
    """Yield every marked text of the package with the file that holds it.

    The source is read as a tree: Babel's own reader, which goes by tokens, passes over texts that stand in an
    f-string or deep within another marked text.
    """
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PROJECT).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
                text = node.args[0]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    yield (text.value if node.func.id == "_" else (text.value, text.value)), where


def notebook_texts() -> Iterator[tuple[str, str]]:
    """Yield the source of every prose cell of the notebooks with the notebook that holds it."""
    for path in sorted((PROJECT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                yield "".join(cell["source"]), f"notebooks/{path.name}"


def template() -> Catalog:
    """Make an empty catalogue of all texts in the source."""
    from babel.messages.catalog import Catalog

    catalogue = Catalog(locale="en", project="pasar_nb", fuzzy=False, charset="utf-8")
    for text, where in [*package_texts(), *notebook_texts()]:
        catalogue.add(text, locations=[(where, 0)])
    return catalogue


def read() -> Catalog:
    """Read the catalogue as it stands."""
    from babel.messages.pofile import read_po

    with CATALOGUE.open("rb") as source:
        return read_po(source, locale="en")


def update() -> int:
    """Bring the catalogue in step with the source and return how many texts still lack a translation."""
    from babel.messages.pofile import write_po

    fresh = template()
    if CATALOGUE.exists():
        known = read()
        for message in fresh:
            old = known.get(message.id) if message.id else None
            if old is not None:
                message.string = old.string
    target = io.BytesIO()
    write_po(target, fresh, sort_output=True, include_lineno=False, omit_header=False, width=110)
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_bytes(_without_times(target.getvalue()))
    return sum(not translated(message.string) for message in fresh if message.id)


def translated(string: str | Sequence[str] | None) -> bool:
    """Whether a catalogue entry has its translation, in every plural form."""
    return bool(string) if isinstance(string, str) else bool(string) and all(string or ())


def _without_times(catalogue: bytes) -> bytes:
    """Drop the header lines that would change with every run."""
    lines = catalogue.decode("utf-8").splitlines(keepends=True)
    volatile = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By')
    return "".join(line for line in lines if not line.startswith(volatile)).encode("utf-8")


if __name__ == "__main__":
    untranslated = update()
    raise SystemExit(f"{untranslated} texts lack a translation" if untranslated else 0)
