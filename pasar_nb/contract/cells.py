"""Cells that no table may hold: unseen characters, error values and formulas that were never calculated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pandas as pd

from pasar_nb.contract.facts import may_identify
from pasar_nb.contract.grid import Place, row_number
from pasar_nb.contract.headers import UNSEEN
from pasar_nb.contract.messages import layout as messages
from pasar_nb.contract.messages import limits as messages_limits
from pasar_nb.contract.problems import Problem

# Non-breaking spaces become spaces; what nobody sees goes.
_WIDE = "\u00a0\u2007\u202f"
_ODD = re.compile(f"[{_WIDE}{UNSEEN}]")
_HASH = re.compile("#")
# A cell too narrow for its number is saved as "####" when a sheet is printed or copied as text.
_ERROR_VALUE = r"\s*#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|#{2,})\s*"
LONGEST_CELL = 32_767  # characters; what Excel allows, and ten pages of remarks


def is_error_value(text: str) -> bool:
    """Tell whether a cell shows that a formula has failed."""
    return re.fullmatch(_ERROR_VALUE, text) is not None


def clean_cells(
    frame: pd.DataFrame, place: Place, uncalculated: Sequence[tuple[int, str]]
) -> tuple[pd.DataFrame, list[Problem]]:
    """Clean unseen characters away and report cells that hold no value.

    Parameters
    ----------
    frame
        Cells of text; it is not changed.
    place
        Where they stand.
    uncalculated
        ``(row, column)`` of formulas without a stored value.

    Returns
    -------
    tuple
        The frame with unseen characters taken out and error values emptied, and the problems.
    """
    frame, problems = without_unseen(frame, place)
    frame, huge_problems = _without_huge(frame, place)
    frame, error_problems = _without_error_values(frame, place)
    formulas = [
        place.problem(messages.FORMULA_WITHOUT_VALUE, row=row, column=column) for row, column in uncalculated
    ]
    return frame, [*problems, *huge_problems, *error_problems, *formulas]


def without_unseen(frame: pd.DataFrame, place: Place) -> tuple[pd.DataFrame, list[Problem]]:
    """Take out what nobody sees, which makes equal cells differ; the frame is not changed."""
    problems, cleaned = [], {}
    for column, cells in _columns_with(_ODD, frame):
        odd = cells.str.contains(_ODD.pattern, regex=True)
        spaced = cells.str.replace(f"[{_WIDE}]", " ", regex=True)
        bare = spaced.str.replace(f"[{UNSEEN}]", "", regex=True).str.strip()
        first = row_number(odd.idxmax())
        problems.append(
            place.problem(
                messages.INVISIBLE_CHARACTERS,
                row=first,
                column=column,
                value=str(bare.loc[first]),
                person=may_identify(place.table, column),
                count=int(odd.sum()),
            )
        )
        cleaned[column] = bare.where(odd, cells)
    return frame.assign(**cleaned), problems


def _without_huge(frame: pd.DataFrame, place: Place) -> tuple[pd.DataFrame, list[Problem]]:
    """Empty cells that are longer than a spreadsheet allows; searching them would take long."""
    problems, cleaned = [], {}
    for column, cells in frame.items():
        huge = cells.str.len() > LONGEST_CELL
        if huge.any():
            problems += [
                place.problem(messages_limits.CELL_HUGE, row=row, column=str(column), most=LONGEST_CELL)
                for row in map(row_number, frame.index[huge])
            ]
            cleaned[str(column)] = cells.mask(huge, "")
    return frame.assign(**cleaned), problems


def _without_error_values(frame: pd.DataFrame, place: Place) -> tuple[pd.DataFrame, list[Problem]]:
    problems, cleaned = [], {}
    for column, cells in _columns_with(_HASH, frame):
        faulty = cells.str.fullmatch(_ERROR_VALUE)
        problems += [
            place.problem(messages.ERROR_VALUE, row=row_number(row), column=column, value=value.strip())
            for row, value in cells[faulty].items()
        ]
        cleaned[column] = cells.mask(faulty, "")
    return frame.assign(**cleaned), problems


def _columns_with(sign: re.Pattern[str], frame: pd.DataFrame) -> Iterator[tuple[str, pd.Series]]:
    # One search of the joined text is far cheaper than one per cell, and most columns hold no such sign.
    for name, cells in frame.items():
        if sign.search("".join(cells.tolist())):
            yield str(name), cells
