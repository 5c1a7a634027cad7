"""The record of a page: inputs with their hashes, parameters, versions and result figures; no time."""

from __future__ import annotations

import html
import math
import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING, Any

import numpy as np

from pasar_nb.errors import DisclosureError
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.page.bundles import HTML, TEXT, Bundle
from pasar_nb.page.corrections import corrections_told, in_words
from pasar_nb.vocabulary import PROVENANCE_TYPE

if TYPE_CHECKING:
    from pasar_nb.contract.correction import Correction
    from pasar_nb.contract.raw import SourceFile
    from pasar_nb.page.cover import Subject
    from pasar_nb.page.showing import Showing

# What the figures of a report depend on; the lock file pins the rest.
_LIBRARIES = (
    *("pasar_nb", "numpy", "pandas", "plotly", "pymcdm", "ruptures", "scipy", "statsmodels", "great_tables"),
)
_DIGITS = 10
_SUMMARY = _("Asal-usul: berkas sumber, parameter, dan versi")
_HEADINGS: Mapping[str, Message] = {
    "files": _("Berkas sumber (SHA-256)"),
    "corrections": _("Koreksi atas data"),
    "parameters": _("Parameter"),
    "versions": _("Versi perangkat lunak"),
    "results": _("Angka hasil"),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """What a page rests on.

    Attributes
    ----------
    subject
        Whose report it is.
    files
        Its inputs.
    warnings
        Number of doubtful places in them.
    corrections
        What was read otherwise than it is written in them.
    """

    subject: Subject
    files: tuple[SourceFile, ...]
    warnings: int = 0
    corrections: tuple[Correction, ...] = ()


def provenance_bundle(page: Showing, origin: Origin, figures: Mapping[str, object]) -> Bundle:
    """Make the output that records where a page comes from.

    Parameters
    ----------
    page
        The page.
    origin
        What it rests on.
    figures
        Released figures by name.

    Raises
    ------
    DisclosureError
        For a figure that is neither number, text nor `NotEstimable`.
    """
    record = _record(page, origin, figures)
    listed = {
        "files": ((file["path"], file["sha256"]) for file in record["files"]),
        "corrections": ((f"{one['table']}.{one['column']}", in_words(one)) for one in record["corrections"]),
        **{name: record[name].items() for name in ("parameters", "versions", "results")},
    }
    blocks = "".join(_block(_HEADINGS[name].text(page.language), rows) for name, rows in listed.items())
    summary = html.escape(_SUMMARY.text(page.language))
    markup = f'<div class="pasar-provenance"><details><summary>{summary}</summary>{blocks}</details></div>'
    return Bundle({HTML: markup, PROVENANCE_TYPE: record, TEXT: _SUMMARY.text(page.language)})


def _record(page: Showing, origin: Origin, figures: Mapping[str, object]) -> dict[str, Any]:
    subject = origin.subject
    return {
        "notebook": page.notebook,
        "district": subject.code,
        "synthetic": subject.synthetic,
        "data_date": subject.data_date,
        "audience": page.audience,
        "language": page.language,
        "parameters": {name: _plain(name, value) for name, value in sorted(page.parameters.items())},
        "files": [
            {"path": str(file.path), "sha256": file.sha256, "bytes": file.size} for file in origin.files
        ],
        "corrections": corrections_told(origin.corrections, page.audience),
        "warnings": origin.warnings,
        "versions": {"python": platform.python_version()}
        | {name: metadata.version(name) for name in _LIBRARIES},
        "results": {name: _plain(name, value) for name, value in sorted(figures.items())},
    }


def _plain(name: str, value: object) -> Any:
    """Make a value one that JSON holds; whatever is not plainly a figure is refused."""
    if value is None or isinstance(value, str | bool | NotEstimable):
        return None if isinstance(value, NotEstimable) else value
    if isinstance(value, tuple | list):
        return [_plain(name, one) for one in value]
    number = value.item() if isinstance(value, np.generic) else value
    if isinstance(number, int | float):
        return _rounded(number) if math.isfinite(number) else None
    raise DisclosureError(
        _(
            "'{name}' berisi {kind}; catatan asal-usul hanya memuat angka dan teks.",
            name=name,
            kind=type(value).__name__,
        )
    )


def _rounded(number: float) -> float:
    """Keep ten digits of a number: more are noise, and sixteen may look like an identifier."""
    return number if isinstance(number, int) else float(f"{number:.{_DIGITS}g}")


def _block(heading: str, rows: Iterable[tuple[str, object]]) -> str:
    facts = "".join(
        f"<dt>{html.escape(str(name))}</dt><dd>{html.escape(str(value))}</dd>" for name, value in rows
    )
    return f"<h4>{html.escape(heading)}</h4><dl>{facts}</dl>" if facts else ""
