"""Tables with one row per household: what several rounds say of the same household becomes one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    repeated
        How many rows said nothing new, by table.
    unasked
        Households of which no round says more than that they are there, by table.
    problems
        Households of which rounds say different things.
    """

    rows: Mapping[str, tuple[Row, ...]]
    repeated: Mapping[str, int]
    unasked: Mapping[str, int]
    problems: tuple[Problem, ...]


def one_row_each(rows: Mapping[str, tuple[Row, ...]], decision: Changes) -> OneRowEach:
    """Bring the rows of one household together, in tables that have one row per household.

    Rows in which nothing was asked count for nothing, equal rows count once, and where rows differ, nothing
    is chosen unless the map decides: ``first`` or ``latest`` wave.
    """
    result: dict[str, tuple[Row, ...]] = {}
    repeated: dict[str, int] = {}
    unasked: dict[str, int] = {}
    problems: list[Problem] = []
    for name, all_rows in rows.items():
        if TABLES[name].key != (HOUSEHOLD,):
            result[name] = all_rows
            continue
        kept = []
        for group in _by_household(all_rows).values():
            row, found = _one(group, decision)
            kept.append(row)
            problems += found
        result[name] = tuple(kept)
        repeated[name] = len(all_rows) - len(kept)
        unasked[name] = sum(not _told(row) for row in kept)
    return OneRowEach(result, repeated, unasked, tuple(problems))


def _by_household(rows: Sequence[Row]) -> Mapping[str, list[Row]]:
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.cells[HOUSEHOLD]].append(row)
    return groups


def _one(group: Sequence[Row], decision: Changes) -> tuple[Row, list[Problem]]:
    said = [row for row in group if _told(row)] or list(group[:1])
    distinct = {tuple(sorted(_told(row).items())): row for row in reversed(said)}
    if len(distinct) == 1:
        return said[0], []
    ordered = sorted(said, key=lambda row: wave_order(row.submission.wave))
    if decision == "error":
        return said[0], [_problem(row, said, said) for row in said]
    chosen = ordered[0 if decision == "first" else -1]
    left = [row for row in said if _told(row) != _told(chosen)]
    return chosen, [_problem(row, [chosen], said, settled=True) for row in left]


def _told(row: Row) -> dict[str, str]:
    return {name: cell for name, cell in row.cells.items() if name != HOUSEHOLD and cell}


def _problem(row: Row, others: Sequence[Row], group: Sequence[Row], *, settled: bool = False) -> Problem:
    names = {name for one in group for name in one.cells}
    differing = [name for name in sorted(names) if len({one.cells.get(name, "") for one in group}) > 1]
    case = messages.CHANGE_SETTLED if settled else messages.CHANGED
    return row.place.problem(
        case,
        row=row.row,
        household=row.cells[HOUSEHOLD],
        columns=listing(differing),
        others=places([one.submission for one in others if one is not row]),
    )
