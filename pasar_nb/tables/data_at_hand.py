"""The tables that a section rests on: what is there, what is missing and what is doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import pandas as pd

from pasar_nb.disclosure import Released
from pasar_nb.disclosure.suppression import safe_count
from pasar_nb.findings import Count, PublishedCount, published
from pasar_nb.language import Message, _, _n, paragraph
from pasar_nb.tables.display import DisplayColumn, DisplayTable

TableState: TypeAlias = Literal["present", "absent", "stopped"]

WARNINGS_SHOWN = 5  # per table; the rest stands in `pasar check`

_STATES: dict[TableState, Message] = {
    "present": _("ada"),
    "absent": _("belum ada"),
    "stopped": _("perlu diperbaiki"),
}
_COLUMNS = (
    DisplayColumn("tabel", _("Tabel")),
    DisplayColumn("keadaan", _("Keadaan")),
    DisplayColumn("baris", _("Jumlah baris"), "integer"),
    DisplayColumn("berkas", _("Berkas sumber")),
    DisplayColumn("peringatan", _("Peringatan"), "integer"),
)


@dataclass(frozen=True, slots=True)
class TableAtHand:
    """A table of the district as far as a report speaks of it.

    Attributes
    ----------
    name, title
        Exact name in the contract, and name for people.
    state
        ``stopped`` by an error, or ``absent``.
    file
        Where it stands, relative to the district's folder.
    of_persons
        Whether its rows are households or persons: the public then sees neither exact counts nor any
        single warning.
    rows
        Number of rows of a table that is not of persons; None otherwise.
    person_rows
        Number of rows of a table of persons; None otherwise.
    warnings
        What is doubtful.
    errors
        How many errors stop it.
    """

    name: str
    title: Message
    state: TableState
    file: str
    of_persons: bool
    rows: int | None
    person_rows: PublishedCount | None = published(Count())
    warnings: tuple[Message, ...] = ()
    errors: int = 0


@dataclass(frozen=True, slots=True)
class DataAtHand:
    """The tables of a section.

    Attributes
    ----------
    name
        Short ASCII name of the table on show.
    tables
        In the order of the notebook.
    """

    name: str
    tables: tuple[TableAtHand, ...]


def data_at_hand(shown: Released[DataAtHand]) -> DisplayTable:
    """Show the tables with rows, sources and number of warnings."""
    rows = [
        {
            "tabel": table.title,
            "keadaan": _STATES[table.state],
            "baris": table.person_rows if table.of_persons else table.rows,
            "berkas": table.file or None,
            "peringatan": _warning_count(table, shown),
        }
        for table in shown.result.tables
    ]
    return DisplayTable(
        name=shown.result.name,
        title=_("Data yang tersedia untuk bagian ini"),
        columns=_COLUMNS,
        frame=pd.DataFrame(rows, columns=[column.name for column in _COLUMNS], dtype=object),
    )


def remarks(shown: Released[DataAtHand]) -> tuple[Message, ...]:
    """Say what is missing or doubtful, a sentence for each table; empty where all is well."""
    sentences = (_remark(table, shown) for table in shown.result.tables)
    return tuple(sentence for sentence in sentences if sentence)


def _warning_count(table: TableAtHand, shown: Released[DataAtHand]) -> PublishedCount | None:
    if table.state == "absent":
        return None
    count = len(table.warnings)
    return safe_count(count) if count and _is_guarded(table, shown) else count


def _is_guarded(table: TableAtHand, shown: Released[DataAtHand]) -> bool:
    return table.of_persons and shown.audience == "public"


def _remark(table: TableAtHand, shown: Released[DataAtHand]) -> Message | None:
    if table.state == "absent":
        return _("Tabel {title} ({name}) belum ada.", title=table.title, name=table.name)
    if table.state == "stopped":
        return _n(
            "Tabel {title} ({name}) tidak dipakai karena memuat {count} kesalahan; rinciannya ditampilkan "
            "oleh pasar check.",
            table.errors,
            title=table.title,
            name=table.name,
        )
    return _doubts(table, shown) if table.warnings else None


def _doubts(table: TableAtHand, shown: Released[DataAtHand]) -> Message:
    if _is_guarded(table, shown):
        return _(
            "Tabel {title} memuat catatan yang perlu dicermati; rinciannya hanya untuk pemilik data.",
            title=table.title,
        )
    first = paragraph(*dict.fromkeys(table.warnings[:WARNINGS_SHOWN]))
    more = len(table.warnings) - WARNINGS_SHOWN
    if more > 0:
        return _n(
            "Perlu dicermati pada tabel {title}: {first} Masih ada {count} catatan lain dalam pasar check.",
            more,
            title=table.title,
            first=first,
        )
    return _("Perlu dicermati pada tabel {title}: {first}", title=table.title, first=first)
