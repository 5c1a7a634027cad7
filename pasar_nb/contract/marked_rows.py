"""Rows that a template marks as examples: left out where they still are, told where they are data."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import pandas as pd

from pasar_nb.contract.examples import MARK, MARK_COLUMN, example_rows
from pasar_nb.contract.grid import Place, row_number
from pasar_nb.contract.messages import layout as messages
from pasar_nb.contract.parsing import parse_table
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Table


def without_examples(frame: pd.DataFrame, place: Place, spec: Table) -> tuple[pd.DataFrame, list[Problem]]:
    """Leave the template's example rows and the column that marks them out of a table.

    Parameters
    ----------
    frame
        The table as it was written; it is not changed.
    place
        Where it stands.
    spec
        Its specification.

    Returns
    -------
    tuple
        The table without the examples, and an error for each row that is marked but holds something else:
        it is kept, as nobody but its writer knows whether it is data.
    """
    if MARK_COLUMN not in frame.columns:
        return frame, []
    rows = frame.drop(columns=MARK_COLUMN)
    marks = {row_number(row): mark.strip() for row, mark in frame[MARK_COLUMN].items() if mark.strip()}
    marked = [row for row, mark in marks.items() if mark.casefold() == MARK.casefold()]
    left_out = _examples_among(rows.loc[marked], spec)
    problems = [
        _problem(place, row, mark, row in marked) for row, mark in marks.items() if row not in left_out
    ]
    return rows.drop(index=left_out), problems


def _problem(place: Place, row: int, mark: str, marked: bool) -> Problem:
    case = messages.EXAMPLE_CHANGED if marked else messages.EXAMPLE_MARK_UNKNOWN
    return place.problem(case, row=row, column=MARK_COLUMN, value=mark)


def _examples_among(marked: pd.DataFrame, spec: Table) -> list[int]:
    """Find the rows that say what an example says, or nothing but that they are one."""
    examples = example_rows(spec.name)
    if not examples:
        return []
    own = [column.name for column in spec.columns if column.name in marked.columns]
    # Under a heading that somebody has renamed stands what the example has in the column that is now missing.
    moved = {example[name] for example in examples for name in set(example) - set(own)} | {""}
    written = {row_number(row): cells for row, cells in _stripped(marked)}
    further = marked.columns.difference(own)
    candidates = {row: cells for row, cells in written.items() if {cells[name] for name in further} <= moved}
    plain = [{name: example[name] for name in own} for example in (*examples, dict.fromkeys(examples[0], ""))]
    found = [row for row, cells in candidates.items() if {name: cells[name] for name in own} in plain]
    others = [row for row in candidates if row not in found]
    return found + (_otherwise_written(marked.loc[others, own], spec) if others else [])


def _stripped(frame: pd.DataFrame) -> Iterator[tuple[Hashable, dict[str, str]]]:
    names = [str(name) for name in frame.columns]
    for row, *cells in frame.itertuples(name=None):
        yield row, {name: cell.strip() for name, cell in zip(names, cells, strict=True)}


def _otherwise_written(marked: pd.DataFrame, spec: Table) -> list[int]:
    """Find the examples whose numbers and dates a program has written in its own way."""
    known = pd.DataFrame(list(example_rows(spec.name)), columns=list(marked.columns), dtype="str")
    said = _said(pd.concat([known, marked], ignore_index=True), spec)
    examples, found = set(said[: len(known)]), said[len(known) :]
    return [row_number(row) for row, one in zip(marked.index, found, strict=True) if one in examples]


def _said(frame: pd.DataFrame, spec: Table) -> list[tuple[str, ...]]:
    """Give what each row says: its values, and where one cannot be read, what is written there."""
    typed, _problems = parse_table(RawTable(spec.name, "", "", frame.rename_axis("row")), spec)
    written = frame.apply(lambda cells: cells.str.strip())
    values = typed.astype("object").astype("str").where(typed.notna(), written)
    return list(values.itertuples(index=False, name=None))
