"""The index page: every district and every report, to be searched, opened and, where one failed, mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pasar_nb.language import Language, Message, _n
from pasar_nb.report.shell import TEMPLATES, shell
from pasar_nb.report.wording import INDEX, counterpart_link, moment, place, texts
from pasar_nb.vocabulary import ALL_DISTRICTS, STATUS_LABELS, Audience, Status

# A sign beside the words, so that no reader depends on colour.
SIGNS: dict[Status, str] = {
    "published": "✓",
    "unchanged": "=",
    "no_data": "○",
    "data_error": "!",
    "failed": "✕",
    "timeout": "…",
}


@dataclass(frozen=True, slots=True)
class FailureCard:
    """What somebody needs who is to mend a failed report.

    Attributes
    ----------
    district, notebook
        Whose and which report.
    cell
        The cell that failed, or empty.
    message
        What went wrong, in the reader's language.
    command
        The command that opens the notebook for this district in JupyterLab.
    """

    district: str
    notebook: str
    cell: str
    message: str
    command: str


@dataclass(frozen=True, slots=True)
class IndexCell:
    """One report of one district.

    Attributes
    ----------
    notebook, title
        Name and heading of the notebook.
    status
        How the last job ended.
    href, xlsx, json
        Addresses relative to the index, or empty where there is no file.
    updated
        ISO moment at which the report on offer was made, or empty.
    out_of_date
        Whether the report on offer is older than the last, failed job.
    card
        For a job that failed.
    reason
        One sentence for a status that needs one, in the reader's language.
    place
        Place of the notebook's column among the others.
    """

    notebook: str
    title: str
    status: Status
    href: str = ""
    xlsx: str = ""
    json: str = ""
    updated: str = ""
    out_of_date: bool = False
    card: FailureCard | None = None
    reason: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One district with its reports; `data_date` is an ISO date or empty."""

    code: str
    name: str
    kind: str
    province: str
    synthetic: bool
    data_date: str
    cells: tuple[IndexCell, ...]

    @property
    def place(self) -> Message:
        """The district's name with its kind, as officials write it."""
        return place(self.name, self.kind)


def render(
    rows: Sequence[IndexRow],
    *,
    across: Sequence[IndexCell] = (),
    language: Language,
    audience: Audience,
    generated: str,
    portable: bool,
    assets: str = "_assets",
    counterpart: str = "",
) -> bytes:
    """Write the index page.

    Parameters
    ----------
    rows
        Districts in the order of the page.
    across
        Reports that compare districts, shown above them.
    language, audience
        For whom.
    generated
        ISO moment at which the page is made.
    portable
        Whether styles and script are held in the page.
    assets
        Address of the shared assets, relative to the page.
    counterpart
        Address of the index in the other language, or empty.
    """
    page = (
        _environment()
        .get_template("listing.html.j2")
        .render(
            rows=rows,
            across=across,
            everywhere=ALL_DISTRICTS.text(language),
            notebooks=_notebooks(rows),
            provinces=sorted({row.province for row in rows}),
            counts=_counts(rows),
            synthetic=_synthetic(rows, language),
            cards=_cards(rows, across),
            labels={status: label.text(language) for status, label in STATUS_LABELS.items()},
            signs=SIGNS,
            text=texts(INDEX, language),
            language=language,
            audience=audience,
            generated=moment(generated, language),
            counterpart=counterpart_link(counterpart, language),
            shell=shell(("pasar.css", "index.css"), ("index.js",), portable=portable, address=assets),
        )
    )
    return f"{page.strip()}\n".encode()


def _notebooks(rows: Sequence[IndexRow]) -> dict[str, str]:
    """Name the columns of the matrix in the order of the notebooks."""
    cells = sorted((cell for row in rows for cell in row.cells), key=lambda cell: cell.place)
    return {cell.notebook: cell.title for cell in cells}


def _synthetic(rows: Sequence[IndexRow], language: Language) -> str:
    """Say how many districts are shown with demonstration data; nothing where there are none."""
    count = sum(row.synthetic for row in rows)
    message = _n(
        "{count} kabupaten/kota memakai data contoh: angkanya dibuat untuk peragaan dan tidak menggambarkan "
        "keadaan yang sebenarnya.",
        count,
    )
    return message.text(language) if count else ""


def _cards(rows: Sequence[IndexRow], across: Sequence[IndexCell]) -> list[tuple[str, IndexCell]]:
    """Give the failed reports with the code of their district, which names the card's place on the page."""
    return [
        *(("", cell) for cell in across if cell.card),
        *((row.code, cell) for row in rows for cell in row.cells if cell.card),
    ]


def _counts(rows: Sequence[IndexRow]) -> list[tuple[Status, int]]:
    counted = Counter(cell.status for row in rows for cell in row.cells)
    return [(status, counted[status]) for status in STATUS_LABELS if counted[status]]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters.update(
        moment=moment, message=lambda message, language: message.text(language), cell_of=_cell_of
    )
    return environment


def _cell_of(row: IndexRow, notebook: str) -> IndexCell | None:
    return next((cell for cell in row.cells if cell.notebook == notebook), None)
