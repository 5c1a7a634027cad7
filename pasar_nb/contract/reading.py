"""Reading of a district's folder: every table as text, wherever and however it was saved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pasar_nb.contract.correcting import correct
from pasar_nb.contract.correction import Correction
from pasar_nb.contract.corrections import read_corrections
from pasar_nb.contract.database.sources import read_sources
from pasar_nb.contract.files import WORKBOOK_STEM, WORKBOOKS, data_files, read_file
from pasar_nb.contract.grid import Grid
from pasar_nb.contract.headers import folded
from pasar_nb.contract.layout import LaidOut, cleaned, lay_out
from pasar_nb.contract.messages import layout as messages_layout
from pasar_nb.contract.messages import reading as messages
from pasar_nb.contract.other_files import unread_tables
from pasar_nb.contract.problems import Problem, tables_stopped
from pasar_nb.contract.raw import RawTable, Reading, SourceFile
from pasar_nb.contract.sheets import WHOLE_DISTRICT, Found
from pasar_nb.contract.tables import TABLES
from pasar_nb.contract.tables.corrections import KOREKSI
from pasar_nb.language import listing


def read_folder(folder: Path) -> Reading:
    """Read every table of a district's folder as text, and put the corrections of ``koreksi.csv`` into them.

    Parameters
    ----------
    folder
        Folder named ``<BPS code>-<name>`` with ``dokumen-kendali.xlsx`` (a sheet per table), or one ``.csv``
        or ``.parquet`` file per table; ``sumber.toml`` names tables that come from a database.

    Returns
    -------
    Reading
        The tables with all problems of files, sheets, layout and headers. Nothing is raised for bad data.
    """
    grids, problems, files = _grids(folder)
    once, twice = _once(grids)
    written = once.pop(KOREKSI.name, None)
    corrections, of_corrections = read_corrections(written) if written else ([], [])
    problems = list(map(_for_all, (*problems, *twice)))
    tables, of_tables, made = _tables(once, corrections, tables_stopped(problems))
    return Reading(tables, (*problems, *of_corrections, *of_tables), files, folder, made)


def _grids(folder: Path) -> tuple[list[Grid], list[Problem], tuple[SourceFile, ...]]:
    """Read everything that a folder holds or names."""
    paths, problems = data_files(folder)
    of_sources, sources = read_sources(folder)
    named = {stem for path in paths if (stem := folded(path.stem)) in TABLES}
    named |= {grid.place.table for grid in of_sources.grids}
    read: dict[Path, tuple[Found, SourceFile | None]] = {}
    # What a file without a table's name holds can be told only when all others have been read.
    for path in sorted(paths, key=_how_unknown):
        read[path] = read_file(path, folder, named)
        named |= {grid.place.table for grid in read[path][0].grids}
    grids = [grid for path in paths for grid in read[path][0].grids]
    problems += [problem for path in paths for problem in read[path][0].problems]
    problems += unread_tables(folder, named)
    files = [source for path in paths if (source := read[path][1])]
    return [*grids, *of_sources.grids], [*problems, *of_sources.problems], (*files, *sources)


def _how_unknown(path: Path) -> tuple[bool, bool]:
    return folded(path.stem) not in (*TABLES, folded(WORKBOOK_STEM)), path.suffix.lower() not in WORKBOOKS


def _for_all(problem: Problem) -> Problem:
    """Let corrections that cannot be read stop the whole district: any table may need them."""
    unread = problem.stops and problem.table == KOREKSI.name
    return replace(problem, table=WHOLE_DISTRICT) if unread else problem


def _once(grids: Collection[Grid]) -> tuple[dict[str, Grid], list[Problem]]:
    """Keep what was found once; a table that was found in two places is not used from either."""
    by_table: defaultdict[str, list[Grid]] = defaultdict(list)
    for grid in grids:
        by_table[grid.place.table].append(grid)
    once = {name: found[0] for name, found in by_table.items() if len(found) == 1}
    return once, [_twice(found) for found in by_table.values() if len(found) > 1]


def _tables(
    grids: Mapping[str, Grid], corrections: Sequence[Correction], unread: Collection[str]
) -> tuple[dict[str, RawTable], list[Problem], tuple[Correction, ...]]:
    """Make the tables, with their corrections."""
    laid: Mapping[str, LaidOut] = {name: lay_out(grid, TABLES[name]) for name, grid in grids.items()}
    corrected = correct(laid, corrections, unread)
    tables, problems = {}, list(corrected.problems)
    for name, of_table in corrected.tables.items():
        raw, of_layout = cleaned(of_table)
        problems += of_layout
        if not raw.frame.empty:
            tables[name] = raw
        elif name not in unread and not any(problem.stops for problem in of_layout):
            problems.append(raw.place.problem(messages_layout.NO_ROWS))
    return tables, problems, corrected.corrections


def _twice(grids: Collection[Grid]) -> Problem:
    places = [grid.place for grid in grids]
    written = listing(f"{one.file} ({one.sheet})" if one.sheet else one.file for one in places)
    return places[0].problem(messages.TABLE_TWICE, places=written)
