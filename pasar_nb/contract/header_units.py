"""Headers that name another unit than their column has: refused, as no number is rescaled here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pasar_nb.contract.cell_checks import NUMBER_KINDS
from pasar_nb.contract.enough import listing_of_first
from pasar_nb.contract.headers import folded, known_headers
from pasar_nb.contract.messages import columns as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Column, Table
from pasar_nb.contract.stated_units import foreign, only_units
from pasar_nb.language import Message, Value

UNITS_NAMED = 3  # units that a message names; who mixes more is told so by the check of units
_IN_BRACKETS = re.compile(r"[(\[](.*?)[)\]]")
_JOINTS = ("_", ",", "/")


def header_unit_problems(raw: RawTable, spec: Table) -> Iterator[tuple[str, Problem]]:
    """Find the headers that name another unit or a scale.

    Parameters
    ----------
    raw
        The table as it was written, with its titles and unknown columns.
    spec
        Its specification, with the columns that the district declares in `variabel`.

    Yields
    ------
    tuple
        Name of the column in the frame, which may be an unknown one such as ``anggaran_(juta)``, and the
        problem, which names the column of the contract that is meant.
    """
    known = known_headers(spec)
    own = {column.name: column for column in spec.columns}
    for name, written in raw.titles.items():
        said = " ".join(_IN_BRACKETS.findall(written))
        meant = name
        if name not in own:
            meant, further = _meant(folded(written), known)
            said = f"{further} {said}"
        if meant in own and own[meant].kind in NUMBER_KINDS and (name == meant or meant not in raw.frame):
            stated = stated_against(said, own[meant], raw, spec)
            if stated:
                yield name, _problem(written, stated, own[meant], raw, spec)


def stated_against(text: str, column: Column, raw: RawTable, spec: Table) -> str:
    """Give the word of a text that contradicts the unit of a column in a table; empty where none does."""
    beside = unit_column(column, spec)
    return foreign(text, column, _units_in(raw, beside, column), beside=bool(beside))


def unit_in_words(column: Column, raw: RawTable, spec: Table) -> Value:
    """Say in what the numbers of a column are to be written."""
    beside = unit_column(column, spec)
    units = _units_in(raw, beside, column)
    if units:
        shown = listing_of_first(units, UNITS_NAMED)
        said = messages.PRICE_BESIDE if column.unit else messages.UNIT_BESIDE
        return Message(said.template, {"name": beside, "units": shown})
    if beside and not column.unit:
        return Message(messages.UNIT_BESIDE_EMPTY.template, {"name": beside})
    return column.unit or messages.UNIT_PLAIN


def unit_column(column: Column, spec: Table) -> str:
    """Name the column that holds the units of another one; empty where it has a unit of its own."""
    if column.unit and "satuan" not in column.unit:
        return ""
    return next(
        (one.name for one in spec.columns if one.kind == "text" and one.name.startswith("satuan")), ""
    )


def _units_in(raw: RawTable, beside: str, column: Column) -> list[str]:
    """List the different units that stand beside the numbers of a column."""
    if beside not in raw.frame.columns:
        return []
    units = raw.frame[beside].str.strip()
    if column.name in raw.frame.columns:
        units = units[raw.frame[column.name].str.strip() != ""]
    return [unit for unit in units.unique() if unit]


def _meant(header: str, known: Mapping[str, str]) -> tuple[str, str]:
    """Find the column with whose name a header begins, where nothing but units follows."""
    starts = [one for one in known if header.startswith(one) and header[len(one) :][:1] in _JOINTS]
    longest = max(starts, key=len, default="")
    further = header[len(longest) :]
    return (known[longest], further) if longest and only_units(further) else ("", "")


def _problem(written: str, stated: str, column: Column, raw: RawTable, spec: Table) -> Problem:
    return raw.place.problem(
        messages.HEADER_UNIT,
        row=raw.header_row,
        column=column.name,
        value=written.strip(),
        header=written.strip(),
        stated=stated,
        unit=unit_in_words(column, raw, spec),
    )
