"""What comes in great numbers, told singly up to as many as somebody can take in or mend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from pasar_nb.contract.messages import parsing as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.language import Listing, Value, listing

T = TypeVar("T")

MOST_ERRORS = 50  # errors of one kind listed per column; who has more repairs the column, not the cells


def told_up_to_enough(faults: Sequence[T], tell: Callable[[T], Problem]) -> list[Problem]:
    """Tell the first faults, and count the others in one further problem at the first one's place.

    Parameters
    ----------
    faults
        What is wrong, of one kind and in one column.
    tell
        Makes the problem of a fault.
    """
    told = [tell(fault) for fault in faults[:MOST_ERRORS]]
    more = len(faults) - len(told)
    if not more:
        return told
    first = told[0]
    counted = messages.MORE_OF_THE_SAME.problem(
        table=first.table,
        file=first.file,
        sheet=first.sheet,
        row=first.row,
        column=first.column,
        first=first.value,
        count=more,
    )
    return [*told, replace(counted, value=first.value)]


def listing_of_first(items: Sequence[Value], most: int) -> Listing:
    """Collect values like `listing`; of more than `most` only the first, with a sign for the others."""
    return listing([*items[:most], "…"] if len(items) > most else items)
