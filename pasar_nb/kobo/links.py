"""How the sheets of an export hang together: the rows of a repeat group and the submission they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pasar_nb.contract.problems import Problem
from pasar_nb.kobo import messages
from pasar_nb.kobo.export import Export, ExportSheet

OWN_KEYS = ("_index", "KEY")
PARENT_KEYS = ("_parent_index", "PARENT_KEY")
PARENT_TABLE = "_parent_table_name"
LONGEST_SHEET_NAME = 31  # characters, in a workbook; KoboToolbox writes the parent's name in full


@dataclass(frozen=True, slots=True)
class Link:
    """The step from a sheet to its parent.

    Attributes
    ----------
    parent
        The parent sheet.
    at
        Column of the child that names the parent's row.
    rows
        Position of each of the parent's rows, by its key.
    """

    parent: ExportSheet
    at: int
    rows: Mapping[str, int]


def is_repeat(sheet: ExportSheet) -> bool:
    """Tell whether a sheet holds a repeat group."""
    return sheet.position(*PARENT_KEYS) is not None


def links_to(
    main: ExportSheet, sheet: ExportSheet, export: Export
) -> tuple[tuple[Link, ...] | None, list[Problem]]:
    """Find the way from a sheet to the main sheet.

    Returns
    -------
    tuple
        The steps, none for the main sheet itself; None where there is no way; and the problems.
    """
    steps: list[Link] = []
    problems: list[Problem] = []
    while sheet.name != main.name:
        at, parent = sheet.position(*PARENT_KEYS), _parent(sheet, main, export)
        key = parent.position(*OWN_KEYS) if parent else None
        if at is None or parent is None or key is None or len(steps) > len(export.sheets):
            return None, [sheet.place.problem(messages.NO_LINK, parent=main.name)]
        problems += _repeated_keys(parent, key)
        steps.append(Link(parent, at, {cell: row for row, cell in enumerate(parent.cells(key))}))
        sheet = parent
    return tuple(steps), problems


def climb(sheet: ExportSheet, row: int, links: tuple[Link, ...]) -> list[tuple[ExportSheet, int]] | None:
    """Give a row with those it belongs to, up to the submission; None where one of them is missing."""
    way = [(sheet, row)]
    for link in links:
        sheet, row = way[-1]
        parent = link.rows.get(sheet.rows[row][1][link.at].strip())
        if parent is None:
            return None
        way.append((link.parent, parent))
    return way


def _parent(sheet: ExportSheet, main: ExportSheet, export: Export) -> ExportSheet | None:
    named = sheet.position(PARENT_TABLE)
    if named is not None:
        name = next(filter(None, sheet.cells(named)), main.name)
        found = export.sheets.get(name) or export.sheets.get(name[:LONGEST_SHEET_NAME])
        return found or (None if named_elsewhere(name, export) else main)
    at = sheet.position(*PARENT_KEYS)
    first = next(filter(None, sheet.cells(at)), "") if at is not None else ""
    holders = (one for one in export.sheets.values() if one.name != sheet.name and first in _keys(one))
    return next(holders, main)


def named_elsewhere(name: str, export: Export) -> bool:
    """Tell whether a parent's name stands for several sheets whose names were cut."""
    return sum(one.startswith(name[: LONGEST_SHEET_NAME - 4]) for one in export.sheets) > 1


def _keys(sheet: ExportSheet) -> frozenset[str]:
    at = sheet.position(*OWN_KEYS)
    return frozenset(sheet.cells(at)) if at is not None else frozenset()


def _repeated_keys(sheet: ExportSheet, at: int) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for (row, _cells), key in zip(sheet.rows, sheet.cells(at), strict=True):
        if key in seen:
            problems.append(sheet.place.problem(messages.KEY_TWICE, row=row, column=sheet.headers[at]))
        seen.add(key)
    return problems
