"""Numbers that a sheet shows with a unit or scale which their column has not, by the format of the cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from pasar_nb.contract.cell_checks import NUMBER_KINDS
from pasar_nb.contract.enough import told_up_to_enough
from pasar_nb.contract.header_units import stated_against, unit_in_words
from pasar_nb.contract.messages import stray as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Column, Table


def shown_unit_problems(raw: RawTable, spec: Table) -> Iterator[Problem]:
    """Tell which numbers are shown as another amount than they are read as.

    Parameters
    ----------
    raw
        The table as it was written, with what its sheet shows beside the numbers.
    spec
        Its specification, with the columns that the district declares in `variabel`.
    """
    own = {column.name: column for column in spec.columns if column.kind in NUMBER_KINDS}
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for row, name, shown in raw.shown_units:
        if name in own and row in raw.frame.index and str(raw.frame.at[row, name]).strip():
            stated = stated_against(shown, own[name], replace(raw, frame=raw.frame.loc[[row]]), spec)
            if stated:
                found[name].append((row, stated))
    for name, cells in found.items():
        yield from told_up_to_enough(cells, partial(_shown_otherwise, raw, own[name], spec))


def _shown_otherwise(raw: RawTable, column: Column, spec: Table, cell: tuple[int, str]) -> Problem:
    row, stated = cell
    return raw.place.problem(
        messages.FORMAT_SHOWS_OTHERWISE,
        row=row,
        column=column.name,
        value=str(raw.frame.at[row, column.name]).strip(),
        stated=stated,
        unit=unit_in_words(column, raw, spec),
    )
