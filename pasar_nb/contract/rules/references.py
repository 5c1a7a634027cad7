"""Rules of references: what a table names must exist where it is kept."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator

import pandas as pd

from pasar_nb.contract.enough import told_up_to_enough
from pasar_nb.contract.facts import Facts
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import relations as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.spec import Column
from pasar_nb.contract.tables import TABLES

MOST_COMPARED = 2_000  # codes among which the nearest is looked for, one by one
FREELY_NAMED = frozenset({"skor"})
"""Tables that others may do without: a market map of a commodity needs no score of it."""


def references_resolve(facts: Facts) -> Iterator[Problem]:
    """Tell which values of a referring column do not exist in the column that it refers to."""
    for table in facts.frames:
        for column in TABLES[table].columns:
            if column.refers_to and facts.has(table, column.name):
                yield from _unresolved(facts, table, column)


def _unresolved(facts: Facts, table: str, column: Column) -> Iterator[Problem]:
    target, _dot, key = column.refers_to.partition(".")
    if not facts.has(target, key):
        yield from _without_target(facts, table, column, target)
        return
    if target in facts.incomplete:
        return  # the missing value may stand in a row that could not be read
    known = set(facts.cells(target, key))
    named = split_values(facts.cells(table, column.name), column.separator)
    unknown = [(row_number(row), str(value)) for row, value in named[~named.isin(known)].items()]
    yield from told_up_to_enough(
        unknown, lambda fault: _unknown(facts, table, column, *fault, target=target, known=known)
    )


def split_values(cells: pd.Series, separator: str) -> pd.Series:
    """Give each of the several values of a cell its own entry, under the cell's row."""
    if separator:
        cells = cells.str.split(separator).explode().str.strip()
    return cells[cells != ""]


def _without_target(facts: Facts, table: str, column: Column, target: str) -> Iterator[Problem]:
    absent = target not in facts.frames and target not in facts.unreadable
    if absent and target not in FREELY_NAMED and len(facts.cells(table, column.name)):
        yield facts.problem(messages.REFERENCE_TABLE_ABSENT, table, column=column.name, target=target)


def _unknown(
    facts: Facts, table: str, column: Column, row: int, value: str, target: str, known: Collection[str]
) -> Problem:
    # The nearest code of a household is another household: nothing to suggest, and nothing to show.
    near = [] if column.person else _nearest(value, known)
    if near:
        return facts.problem(
            messages.REFERENCE_MISSPELT,
            table,
            row=row,
            column=column.name,
            value=value,
            target=target,
            near=near[0],
        )
    return facts.problem(
        messages.REFERENCE_UNKNOWN, table, row=row, column=column.name, value=value, target=target
    )


def _nearest(value: str, known: Collection[str]) -> list[str]:
    if len(known) > MOST_COMPARED:
        return []
    alike = sorted(one for one in known if one.casefold() == value.casefold())
    return alike or difflib.get_close_matches(value, sorted(known), n=1)


def chosen_commodity_has_scores(facts: Facts) -> Iterator[Problem]:
    """Tell where the commodity that the profile names is not among those scored, if any are."""
    scored = set(facts.cells("skor", "komoditas"))
    for row, commodity in facts.texts("profil", "komoditas_terpilih").items():
        if scored and commodity not in scored and "skor" not in facts.incomplete:
            yield facts.problem(
                messages.COMMODITY_WITHOUT_SCORE, "profil", row=row, column="komoditas_terpilih"
            )
