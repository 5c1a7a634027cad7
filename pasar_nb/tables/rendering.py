"""A table on show as HTML by great_tables, and as typed values for the workbook.

great_tables escapes every cell and label that it has not formatted itself; so all formatting is done before,
and nothing here goes through its Markdown or HTML helpers. Its style sheet (ten kilobytes for every table) is
taken out: the page's own styles its ``gt_`` classes once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from pasar_nb.disclosure import SMALL, WITHHELD
from pasar_nb.language import Language, Message, _
from pasar_nb.tables.cells import NUMERIC, Cell, cell_text, plain_cell, rounded_cell
from pasar_nb.tables.display import DisplayColumn, DisplayTable

_STYLE_SHEET = re.compile(r"<style>.*?</style>\s*", re.DOTALL)
_NOT_FOR_AN_ID = re.compile(r"[^A-Za-z0-9_-]+")
_LEGEND: dict[str, Message] = {
    SMALL: _("<10: kurang dari 10, tidak ditampilkan untuk melindungi perorangan."),
    WITHHELD: _(
        "*: tidak ditampilkan karena kurang dari 10, atau agar angka kurang dari 10 tidak dapat dihitung."
    ),
}
PREVIEW = 10  # rows of a table for the workbook that a notebook shows
_NO_ROWS = _("Tidak ada baris.")


def to_json(table: DisplayTable, language: Language) -> dict[str, Any]:
    """Give a table as plain values, which the workbook is made of.

    Parameters
    ----------
    table
        The table on show.
    language
        Language of its texts.

    Returns
    -------
    dict
        ``name``, ``title``, ``note``, ``columns`` (name, label, kind, decimals), ``rows`` (numbers, texts and
        None for missing) and ``highlight`` (positions of rows); ``workbook_only`` and ``screen_only`` where
        that is so.
    """
    return {
        "name": table.name,
        "title": table.title.text(language),
        "note": " ".join(_notes(table, language)),
        "columns": [_column(column, language) for column in table.columns],
        "rows": [
            [rounded_cell(cell, column) for cell, column in zip(row, table.columns, strict=True)]
            for row in _rows(table, language)
        ],
        "highlight": _highlighted(table),
    } | {name: True for name in ("workbook_only", "screen_only") if getattr(table, name)}


def to_html(table: DisplayTable, language: Language) -> str:
    """Write a table as HTML: escaped, scrolling sideways where it is too wide, the same bytes every time."""
    from great_tables import GT, loc, style

    if table.workbook_only:  # in JupyterLab: how it begins
        table = replace(table, frame=table.frame.head(PREVIEW), workbook_only=False)
    texts = _texts(table, language)
    names = list(texts.columns)
    numeric = [name for name, column in zip(names, table.columns, strict=True) if column.kind in NUMERIC]
    labels: dict[str, Any] = {
        name: column.label.text(language) for name, column in zip(names, table.columns, strict=True)
    }
    shown = (
        GT(texts, id=_element_id(table.name))
        .tab_header(title=table.title.text(language))
        .cols_label(labels)
        .cols_align("left")
        .cols_align("right", columns=numeric)
        .tab_style(style.text(weight="bold"), loc.body(rows=_highlighted(table)))
    )
    for note in _notes(table, language):
        shown = shown.tab_source_note(note)
    return f'<div class="pasar-table">{_STYLE_SHEET.sub("", shown.as_raw_html())}</div>'


def to_text(table: DisplayTable, language: Language) -> str:
    """Write a table as plain text, for a terminal."""
    texts = _texts(table, language)
    texts.columns = pd.Index([column.label.text(language) for column in table.columns])
    body = texts.to_string(index=False) if len(texts) else ""
    return "\n".join(filter(None, (table.title.text(language), body, *_notes(table, language))))


def _column(column: DisplayColumn, language: Language) -> dict[str, Any]:
    said: dict[str, Any] = {
        "name": column.name,
        "label": column.label.text(language),
        "kind": column.kind,
        "decimals": column.decimals,
    }
    said |= {"interval": column.interval.text(language)} if column.interval else {}
    return said | ({"workbook_only": True} if column.workbook_only else {})


def _texts(table: DisplayTable, language: Language) -> pd.DataFrame:
    """Write all cells, in columns with names of ours: those of the data would become attributes in HTML."""
    rows = [
        [cell_text(cell, column, language) for cell, column in zip(row, table.columns, strict=True)]
        for row in _rows(table, language)
    ]
    return pd.DataFrame(rows, columns=[f"k{at}" for at in range(len(table.columns))], dtype="str")


def _rows(table: DisplayTable, language: Language) -> list[tuple[Cell, ...]]:
    columns = [[plain_cell(cell, language) for cell in table.frame[column.name]] for column in table.columns]
    return list(zip(*columns, strict=True))


def _notes(table: DisplayTable, language: Language) -> Sequence[str]:
    """Give the table's note, and the meaning of the marks that stand in its cells."""
    marks = set().union(*(table.frame[column.name].map(_mark).dropna() for column in table.columns))
    notes = [table.note] if table.note else []
    notes += [legend for mark, legend in _LEGEND.items() if mark in marks]
    notes += [] if len(table.frame) else [_NO_ROWS]
    return [note.text(language) for note in notes]


def _mark(value: object) -> str | None:
    return value if isinstance(value, str) and value in _LEGEND else None


def _highlighted(table: DisplayTable) -> list[int]:
    return [at for at, label in enumerate(table.frame.index) if label in table.highlight]


def _element_id(name: str) -> str:
    return "pasar-" + _NOT_FOR_AN_ID.sub("-", name)
