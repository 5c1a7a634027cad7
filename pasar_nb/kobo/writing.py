"""Writing of an import: tables as CSV files, only where there are none, and never with an identifier."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from pasar_nb.contract.checking import VARIABLE_KINDS
from pasar_nb.contract.identity import withhold_identifiers
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.reading import read_folder
from pasar_nb.contract.spec import Column
from pasar_nb.contract.tables import TABLES
from pasar_nb.errors import UsageError
from pasar_nb.kobo.filling import Row
from pasar_nb.language import _, listing, verbatim
from pasar_nb.reference.districts import DistrictEntry

NOTE = "catatan-impor.txt"
"""The account of an import beside its tables; no table's name, so that nobody reads it as data."""
_FIRST_ROW = 2  # below the header


def district_folder(output: Path, district: DistrictEntry) -> Path:
    """Name the folder of a district: the one that is there, else ``<code>-<name>``."""
    present = sorted(output.glob(f"{district.code}-*")) if output.is_dir() else []
    folders = [one for one in present if one.is_dir()]
    return folders[0] if len(folders) == 1 else output / district.folder_name


def refuse_existing(folder: Path, tables: Sequence[str]) -> None:
    """Refuse to write where one of the files is there already.

    Raises
    ------
    UsageError
        With every such file.
    """
    names = [*(f"{table}.csv" for table in tables), NOTE]
    present = [name for name in names if (folder / name).exists() or (folder / name).is_symlink()]
    present += [place for place in _filled_elsewhere(folder, tables) if place not in present]
    if present:
        raise UsageError(
            _(
                "Folder {folder} sudah berisi {files}; impor tidak menimpa berkas. Pindahkan berkas itu, "
                "atau impor semua ronde sekaligus ke folder lain dengan -o.",
                folder=str(folder),
                files=listing(present),
            )
        )


def _filled_elsewhere(folder: Path, tables: Sequence[str]) -> list[str]:
    """Name the workbooks and other files that hold one of the tables; a table in two places is in none."""
    if not folder.is_dir():
        return []
    read = read_folder(folder).tables
    found = [read[table] for table in tables if table in read and len(read[table].frame)]
    return list(dict.fromkeys(f"{one.file} ({one.sheet})" if one.sheet else one.file for one in found))


def frames_of(
    rows: Mapping[str, Sequence[Row]], variables: Sequence[Mapping[str, str]]
) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """Make tables of text, and find every identifier of a person in them.

    Parameters
    ----------
    rows
        Rows by table.
    variables
        Further columns of `survei`, as rows of `variabel`.

    Returns
    -------
    tuple
        The tables, remarks with their identifiers redacted, and a problem for each cell and column that
        identifies somebody; with one error nothing may be written.
    """
    frames, problems = {}, []
    for name, filled in rows.items():
        spec = TABLES[name]
        further = tuple(map(_column, variables)) if spec.extra_columns else ()
        spec = replace(spec, columns=spec.columns + further)
        used = {column for row in filled for column in row.cells}
        columns = [column.name for column in spec.columns if column.name in used]
        index = pd.RangeIndex(_FIRST_ROW, _FIRST_ROW + len(filled), name="row")
        cells = {column: [row.cells.get(column, "") for row in filled] for column in columns}
        frame = pd.DataFrame(cells, index=index, columns=columns, dtype="str")
        raw, found = withhold_identifiers(RawTable(name, f"{name}.csv", "", frame), spec)
        frames[name] = raw.frame
        problems += found
    return frames, problems


def _column(variable: Mapping[str, str]) -> Column:
    title = verbatim(variable.get("nama", variable["variabel"]))
    kind = VARIABLE_KINDS.get(variable.get("jenis", ""), "text")
    return Column(variable["variabel"], kind, title, title)


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Write a table as CSV in UTF-8."""
    text = io.StringIO(newline="")
    # With both signs of a line's end in it, the writer quotes a cell that holds either of them alone.
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(frame.columns)
    writer.writerows(frame.itertuples(index=False, name=None))
    return text.getvalue().encode()
