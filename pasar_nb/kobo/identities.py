"""Questions that identify a household: none of them may be written to a table, whatever a map says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pasar_nb.contract.cases import Case
from pasar_nb.contract.headers import folded
from pasar_nb.contract.identity import identifies
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.tables import TABLES
from pasar_nb.kobo import messages_map as messages
from pasar_nb.kobo.binding import BoundRound, Source
from pasar_nb.kobo.mapping import HOUSEHOLD

# KoboToolbox and ODK split a position into columns with these ends.
_POSITION = re.compile(r".*(?:latitude|longitude|altitude|geolocation)", re.IGNORECASE)


def identities_written(rounds: Sequence[BoundRound]) -> list[Problem]:
    """Find questions that a map writes to a table though they identify a household or where it lives.

    Parameters
    ----------
    rounds
        Map and exports brought together.

    Returns
    -------
    list of Problem
        An error for each column of a table of households; the door's check of cells comes later and does not
        know a half of a position, or a name, when it sees one.
    """
    return [problem for one in rounds for problem in _of_round(one)]


def _of_round(bound: BoundRound) -> Iterator[Problem]:
    for table in bound.tables:
        if any(column.name == HOUSEHOLD for column in TABLES[table.plan.table].columns):
            levels = [table.sheet, *(link.parent for link in table.links)]
            for name, source in table.columns.items():
                if source.found is None:
                    continue
                case = _case(source, bound, is_main=levels[source.level].place == bound.main.place)
                if case is not None:
                    target = f"{table.plan.table}.{name}"
                    yield levels[source.level].place.problem(case, column=source.found.header, target=target)


def _case(source: Source, bound: BoundRound, *, is_main: bool) -> Case | None:
    found = source.found
    if found is None:
        return None
    question = re.split(r"[/-]", found.header)[-1]
    if identifies(folded(question)) or _POSITION.fullmatch(question):
        return messages.QUESTION_IDENTIFIES
    # Of several questions that identify a household together, one alone (its village) may be a column.
    sole = bound.household[0].positions if len(bound.household) == 1 else frozenset()
    return messages.HOUSEHOLD_AS_COLUMN if is_main and sole & found.positions else None
