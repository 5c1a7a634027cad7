"""Corrections as a report tells them: singly where nobody stands behind a row, else counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from pasar_nb.contract.corrections import shown_key
from pasar_nb.contract.facts import may_identify
from pasar_nb.contract.tables import TABLES
from pasar_nb.identifiers import mask
from pasar_nb.vocabulary import HOUSEHOLD_ID

if TYPE_CHECKING:
    from pasar_nb.contract.correction import Correction
    from pasar_nb.vocabulary import Audience

Told: TypeAlias = Mapping[str, Any]
"""``table``, ``column``, ``reason`` and ``count``; of a single correction also ``row``, ``wrong``, ``right``
and ``date``, and for the owner of the data ``decided_by``."""

HIDDEN = "•••"
_OF_SINGLE_FIRMS = frozenset({"mitra", "mitra_survei"})


def corrections_told(corrections: Iterable[Correction], audience: Audience) -> list[Told]:
    """Tell the corrections of a district.

    Parameters
    ----------
    corrections
        Those that were made.
    audience
        The public reads of rows that stand for a household, a person or a firm only how many were corrected,
        per table, column and reason. That counts what the office has done, not households, and is exact.
    """
    told: list[Correction] = []
    counted: list[Correction] = []
    for one in corrections:
        (counted if audience == "public" and _stands_for_somebody(one.table) else told).append(one)
    groups = Counter((one.table, one.column, one.reason) for one in counted)
    singly = [_single(one, audience) for one in told]
    grouped = [
        {"table": table, "column": column, "reason": reason, "count": count}
        for (table, column, reason), count in groups.items()
    ]
    return [*singly, *grouped]


def in_words(told: Told) -> str:
    """Write what a correction has changed, in any language; the reason follows."""
    if "row" not in told:
        return f"{told['count']} × {told['reason']}"
    return f"{told['row']}: {told['wrong'] or '—'} → {told['right'] or '—'}. {told['reason']}"


def _stands_for_somebody(table: str) -> bool:
    """Tell whether a table's rows stand for single households, persons or firms."""
    spec = TABLES[table]
    naming = spec.key or [column.name for column in spec.columns]
    return table in _OF_SINGLE_FIRMS or any(may_identify(table, column) for column in naming)


def _single(one: Correction, audience: Audience) -> dict[str, Any]:
    internal = audience == "internal"
    told = {
        "table": one.table,
        "column": one.column,
        "row": shown_key(one.key, one.table, hide=lambda column, value: _hidden(column, value, internal)),
        "wrong": _value(one, one.wrong, internal),
        "right": _value(one, one.right, internal),
        "reason": one.reason,
        "date": one.day.isoformat(),
        "count": 1,
    }
    return {**told, "decided_by": one.decided_by} if internal else told


def _value(one: Correction, value: str, internal: bool) -> str:
    person = value and may_identify(one.table, one.column)
    return _hidden(one.column, value, internal) if person else value


def _hidden(column: str, value: str, internal: bool) -> str:
    """Hide who it is; the owner of the data may find a household by the mask, but nobody reads names."""
    return mask(value) if internal and column == HOUSEHOLD_ID else HIDDEN
