"""What an executed notebook put on show: cover, tables and provenance, read from its outputs.

Only what `pasar_nb.page` showed counts as an exhibit, recognised by its MIME type and metadata. Everything
else that a cell printed stays in the executed notebook, because nobody released it for publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from pasar_nb.errors import PasarError
from pasar_nb.language import Language, Message, _
from pasar_nb.report.wording import place
from pasar_nb.tables.cells import NUMERIC, Cell, cell_text
from pasar_nb.tables.display import CellKind
from pasar_nb.vocabulary import COVER_TYPE, PLOTLY_TYPE, PROVENANCE_TYPE, TABLE_TYPE

if TYPE_CHECKING:
    from nbformat import NotebookNode

PNG = "image/png"
HTML = "text/html"
SHOWN = (PROVENANCE_TYPE, TABLE_TYPE, PLOTLY_TYPE, PNG, HTML)
LONGEST_LABEL = 40  # characters; longer text is a sentence, which a narrow column would stand on end
MOST_ROWS = 18  # of a table that is read in passing; longer ones are looked things up in
# Characters that a line of A4 takes at the sizes of the style sheet's classes for paper.
_FITS = ((96, ""), (112, "tight"), (132, "tighter"))
_TIGHTEST = "tightest"
_PADDING = 3
_WRAPPERS = ('<p class="pasar-', '<div class="pasar-')
_REPLACED_ROLES = ("figure-title", "figure-note")  # the page sets a figure's title and note from its metadata


@dataclass(frozen=True, slots=True)
class Cover:
    """Whose report this is.

    Attributes
    ----------
    notebook, title
        Name and heading of the notebook.
    code, district, kind, province
        The district: BPS code, name, ``kabupaten`` or ``kota``, province.
    program, period
        Programme and period as the district's profile names them.
    synthetic
        Whether the data are for demonstration.
    audience, language
        Whom the notebook was executed for.
    data_date
        ISO date of the data, or empty.
    """

    notebook: str
    title: str
    code: str
    district: str
    kind: str
    province: str
    program: str
    period: str
    synthetic: bool
    audience: str
    language: str
    data_date: str

    @property
    def place(self) -> Message:
        """The district with its kind, as officials write it."""
        return place(self.district, self.kind)


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table on show; `kind` and `decimals` say how its cells are written.

    On a page `interval` heads it and the column before as one, and one of `workbook_only` is left out.
    """

    name: str
    label: str
    kind: CellKind
    decimals: int = 0
    interval: str = ""
    workbook_only: bool = False

    @property
    def numeric(self) -> bool:
        """Whether the column is set flush right."""
        return self.kind in NUMERIC

    @property
    def style(self) -> str:
        """The cells' class in the style sheet, or empty."""
        if self.numeric:
            return "number"
        return "date" if self.kind in ("date", "month") else ""


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table on show, with typed cells.

    Attributes
    ----------
    name, title, note
        As the notebook gave them.
    columns, rows
        Cells are numbers, text or None for missing; dates and months are ISO text.
    highlight
        Positions of the rows that stand out.
    screen_only
        Whether paper leaves its rows to the workbook.
    """

    name: str
    title: str
    note: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    highlight: frozenset[int] = frozenset()
    screen_only: bool = False

    def on_paper(self, language: Language) -> str:
        """Name the class that makes a table fit the width of A4; a wider one would shrink the whole report.

        Estimated from what cannot be broken: numbers, and the longest words of texts and headings.
        """
        cells = zip(*self.rows, strict=True) if self.rows else ((),) * len(self.columns)
        needed = sum(_least_width(*pair, language) for pair in zip(self.columns, cells, strict=True))
        return next((name for most, name in _FITS if needed <= most), _TIGHTEST)

    @property
    def folded(self) -> bool:
        """Whether a reader opens the table, being long or for looking things up; paper opens a long one."""
        return self.screen_only or len(self.rows) > MOST_ROWS

    @property
    def styles(self) -> tuple[str, ...]:
        """The columns' classes in the style sheet, or empty; one of sentences is ``long``."""
        texts = zip(self.columns, zip(*self.rows, strict=True), strict=True) if self.rows else ()
        return tuple(column.style or ("long" if _is_long(cells) else "") for column, cells in texts)


def _least_width(column: TableColumn, cells: Iterable[Cell], language: Language) -> int:
    """Give the least width of a column in characters, its padding included."""
    texts = [cell_text(cell, column, language) for cell in cells]
    unbroken = texts if column.style else [word for text in texts for word in text.split(" ")]
    return _PADDING + max(map(len, [*unbroken, *column.label.split()]), default=0)


def _is_long(cells: Iterable[Cell]) -> bool:
    return any(isinstance(cell, str) and len(cell) > LONGEST_LABEL for cell in cells)


def cover(executed: NotebookNode) -> Cover:
    """Read the notebook's cover.

    Raises
    ------
    PasarError
        If the notebook shows none.
    """
    data = _only(executed, COVER_TYPE)
    return Cover(**{field.name: data[field.name] for field in fields(Cover)})


def provenance(executed: NotebookNode) -> Mapping[str, Any]:
    """Read the notebook's record of inputs, parameters, versions and results.

    Raises
    ------
    PasarError
        If the notebook shows none.
    """
    return _only(executed, PROVENANCE_TYPE)


def tables(executed: NotebookNode) -> tuple[ReportTable, ...]:
    """Read every table on show, in the notebook's order."""
    return tuple(
        table(output["data"][TABLE_TYPE])
        for output in outputs(executed)
        if TABLE_TYPE in output.get("data", {})
    )


def table(data: Mapping[str, Any]) -> ReportTable:
    """Read one table from its bundle."""
    return ReportTable(
        name=data["name"],
        title=data["title"],
        note=data.get("note") or "",
        columns=tuple(_column(column) for column in data["columns"]),
        rows=tuple(tuple(row) for row in data["rows"]),
        highlight=frozenset(data.get("highlight", ())),
        screen_only=data.get("screen_only", False),
    )


def outputs(executed: NotebookNode) -> Iterator[Mapping[str, Any]]:
    """Yield the outputs of all code cells in order."""
    for cell in executed["cells"]:
        if cell["cell_type"] == "code":
            yield from cell["outputs"]


def shown_as(output: Mapping[str, Any]) -> str | None:
    """Tell the MIME type under which an output enters the page, or None if it stays out."""
    data: Mapping[str, Any] = output.get("data", {})
    about: Mapping[str, Any] = output.get("metadata", {}).get("pasar", {})
    if COVER_TYPE in data or about.get("role") in _REPLACED_ROLES:
        return None
    if data.get(TABLE_TYPE, {}).get("workbook_only"):
        return None
    return next((kind for kind in SHOWN if kind in data and _released(kind, data[kind], about)), None)


def _released(kind: str, content: Any, about: Mapping[str, Any]) -> bool:
    if kind in (PLOTLY_TYPE, PNG):
        return bool(about.get("title")) and bool(about.get("alternative"))
    return kind != HTML or _text(content).lstrip().startswith(_WRAPPERS)


def _column(data: Mapping[str, Any]) -> TableColumn:
    return TableColumn(
        data["name"],
        data["label"],
        data.get("kind", "text"),
        data.get("decimals") or 0,
        interval=data.get("interval", ""),
        workbook_only=data.get("workbook_only", False),
    )


def _only(executed: NotebookNode, kind: str) -> Mapping[str, Any]:
    found: Sequence[Mapping[str, Any]] = [
        output["data"][kind] for output in outputs(executed) if kind in output.get("data", {})
    ]
    if not found:
        raise PasarError(
            _("Notebook tidak menampilkan '{kind}'; panggil page.cover() dan page.provenance().", kind=kind)
        )
    return found[-1]


def _text(content: str | Sequence[str]) -> str:
    return content if isinstance(content, str) else "".join(content)
