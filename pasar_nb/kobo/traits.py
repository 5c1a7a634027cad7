"""Tables with one row per household: what several rounds say of the same household becomes one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pasar_nb.contract.problems import Problem
from pasar_nb.contract.tables import TABLES
from pasar_nb.kobo import messages
from pasar_nb.kobo.filling import Row
from pasar_nb.kobo.mapping import HOUSEHOLD, Changes
from pasar_nb.kobo.rounds import places, wave_order
from pasar_nb.language import listing


@dataclass(frozen=True, slots=True)
class OneRowEach:
    """Rows of the tables after those of one household have been brought together.

    Attributes
    ----------
    rows
        Rows by table.
    merged
        How many rows of further rounds went into the row of their household, by table.
    unasked
        Households of which no round says more than that they are there, by table.
    problems
        Households of which rounds say different things.
    """

    rows: Mapping[str, tuple[Row, ...]]
    merged: Mapping[str, int]
    unasked: Mapping[str, int]
    problems: tuple[Problem, ...]


def one_row_each(rows: Mapping[str, tuple[Row, ...]], decision: Changes) -> OneRowEach:
    """Bring the rows of one household together, in tables that have one row per household.

    What one round did not ask is taken from another. Where rounds give different answers, nothing is chosen
    unless the map decides: ``first`` or ``latest`` wave that has an answer.
    """
    result: dict[str, tuple[Row, ...]] = {}
    merged: dict[str, int] = {}
    unasked: dict[str, int] = {}
    problems: list[Problem] = []
    for name, all_rows in rows.items():
        if TABLES[name].key != (HOUSEHOLD,):
            result[name] = all_rows
            continue
        kept, contradicted = [], 0
        for group in _by_household(all_rows).values():
            row, found = _one(group, decision)
            kept.append(row)
            problems += found
            contradicted += len(found)
        result[name] = tuple(kept)
        merged[name] = len(all_rows) - len(kept) - contradicted
        unasked[name] = sum(not _told(row) for row in kept)
    return OneRowEach(result, merged, unasked, tuple(problems))


def _by_household(rows: Sequence[Row]) -> Mapping[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.cells[HOUSEHOLD]].append(row)
    return groups


def _one(group: Sequence[Row], decision: Changes) -> tuple[Row, list[Problem]]:
    """Make one row of what several say: an answer that is missing in one of them contradicts none."""
    ordered = sorted(group, key=lambda row: wave_order(row.submission.wave))
    differing = _contradicted(group)
    if differing and decision == "error":
        return group[0], [_problem(row, group, differing) for row in group if _told(row)]
    first_to_last = ordered if decision == "latest" else ordered[::-1]
    cells = {name: "" for row in group for name in row.cells}
    for row in first_to_last:  # what comes later stands
        cells |= {name: cell for name, cell in row.cells.items() if cell}
    chosen = max(group, key=lambda row: len(_told(row)))
    left = [
        row for row in group if any(row.cells.get(name, "") not in ("", cells[name]) for name in differing)
    ]
    used = [row for row in group if row not in left]
    return replace(chosen, cells=cells), [_problem(row, used, differing, settled=True) for row in left]


def _contradicted(group: Sequence[Row]) -> list[str]:
    names = dict.fromkeys(name for row in group for name in row.cells)
    return sorted(name for name in names if len({row.cells.get(name, "") for row in group} - {""}) > 1)


def _told(row: Row) -> dict[str, str]:
    return {name: cell for name, cell in row.cells.items() if name != HOUSEHOLD and cell}


def _problem(row: Row, others: Sequence[Row], differing: Sequence[str], *, settled: bool = False) -> Problem:
    return row.place.problem(
        messages.CHANGE_SETTLED if settled else messages.CHANGED,
        row=row.row,
        household=row.cells[HOUSEHOLD],
        columns=listing(differing),
        others=places([one.submission for one in others if one is not row]),
    )
