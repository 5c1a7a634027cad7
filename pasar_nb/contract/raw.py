"""What reading a district's folder yields: tables of text, the files they came from, and what was wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from pasar_nb.contract.correction import Correction
from pasar_nb.contract.grid import Place
from pasar_nb.contract.problems import Problem


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read, so that a report can say which version of the data it shows.

    Attributes
    ----------
    path
        Path relative to the district's folder, with forward slashes.
    sha256
        Hexadecimal digest of the file's bytes.
    size
        Size in bytes.
    """

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table as it was written: everything text, nothing interpreted.

    Attributes
    ----------
    table
        Name in the contract.
    file
        File relative to the district's folder.
    sheet
        Worksheet, or empty for a file without sheets.
    frame
        Text of every cell (pandas ``str``), ``""`` for an empty one. Columns carry their contract names;
        others keep their header, folded to ``lower_case``. The index, named ``row``, is the row as the
        spreadsheet numbers it. A number that the file held as a number, not as text, is written so that it
        has one reading only: 1.125 becomes ``1.1250``, as three digits after a point may be thousands.
    header_row
        Row in which the header stands.
    titles
        Header of each column as it was written, identifiers of persons redacted.
    shown_units
        Row, column, and the unit or scale that a sheet shows beside the number there.
    """

    table: str
    file: str
    sheet: str
    frame: pd.DataFrame
    header_row: int = 1
    titles: Mapping[str, str] = field(default_factory=dict)
    shown_units: tuple[tuple[int, str, str], ...] = ()

    @property
    def place(self) -> Place:
        """Where the table stands, for problems."""
        return Place(self.file, self.sheet, self.table)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from a district's folder.

    Attributes
    ----------
    tables
        The tables found, by name.
    problems
        What was wrong with files, sheets, layout and headers.
    files
        The files that the tables came from.
    folder
        The district's folder; its name starts with the district's code.
    corrections
        What was read otherwise than it is written, as ``koreksi.csv`` says.
    """

    tables: Mapping[str, RawTable]
    problems: tuple[Problem, ...] = ()
    files: tuple[SourceFile, ...] = field(default=())
    folder: Path = Path()
    corrections: tuple[Correction, ...] = ()
