"""What goes into a report beside the notebook, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass

from pasar_nb.language import Language
from pasar_nb.vocabulary import Audience


@dataclass(frozen=True, slots=True)
class RunFields:
    """The run that made a report; the only part of its bytes that differs between two equal runs.

    Attributes
    ----------
    started, finished
        ISO 8601 with offset.
    seconds
        Wall time of the notebook.
    command
        Command line that makes this report again.
    attempt
        1 for the first attempt.
    """

    started: str
    finished: str
    seconds: float
    command: str
    attempt: int = 1


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """How a report is to look and what it links to.

    Attributes
    ----------
    language, audience
        Must be those the notebook was executed for.
    portable
        Whether styles, scripts, workbook and record are held in the page itself.
    assets
        Address of the shared assets, relative to the page.
    counterpart
        Address of the same report in the other language, or empty.
    xlsx, provenance
        Addresses of the workbook and the record, or empty; a portable page carries both itself.
    index
        Address of the index page, or empty.
    """

    language: Language
    audience: Audience
    portable: bool = False
    assets: str = "../_assets"
    counterpart: str = ""
    xlsx: str = ""
    provenance: str = ""
    index: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The three files of a report.

    Attributes
    ----------
    html
        The page.
    xlsx
        Every table of the page as a worksheet.
    provenance
        JSON record of inputs, parameters, versions, results and run.
    """

    html: bytes
    xlsx: bytes
    provenance: bytes
