"""Errors of one kind in one column, told singly up to a number that somebody can mend cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from pasar_nb.contract import messages_parsing as messages
from pasar_nb.contract.cell_log import MOST_ERRORS
from pasar_nb.contract.problems import Problem

T = TypeVar("T")


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
