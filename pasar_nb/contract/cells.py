"""Cells that no table may hold: unseen characters, error values and formulas that were never calculated."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from pasar_nb.contract import messages_layout as messages
from pasar_nb.contract.grid import Place, row_number
from pasar_nb.contract.headers import UNSEEN
from pasar_nb.contract.problems import Problem

# Non-breaking spaces become spaces; what nobody sees goes.
_WIDE = "\u00a0\u2007\u202f"
_ODD = f"[{_WIDE}{UNSEEN}]"
_ERROR_VALUE = r"\s*#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)\s*"


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
    frame, problems = _without_unseen(frame, place)
    frame, error_problems = _without_error_values(frame, place)
    formulas = [
        place.problem(messages.FORMULA_WITHOUT_VALUE, row=row, column=column) for row, column in uncalculated
    ]
    return frame, [*problems, *error_problems, *formulas]


def _without_unseen(frame: pd.DataFrame, place: Place) -> tuple[pd.DataFrame, list[Problem]]:
    problems, cleaned = [], {}
    for name, cells in frame.items():
        odd = cells.str.contains(_ODD, regex=True)
        if odd.any():
            first, column = row_number(odd.idxmax()), str(name)
            problems.append(
                place.problem(messages.INVISIBLE_CHARACTERS, row=first, column=column, count=int(odd.sum()))
            )
            spaced = cells.str.replace(f"[{_WIDE}]", " ", regex=True)
            bare = spaced.str.replace(f"[{UNSEEN}]", "", regex=True).str.strip()
            cleaned[column] = bare.where(odd, cells)
    return frame.assign(**cleaned), problems


def _without_error_values(frame: pd.DataFrame, place: Place) -> tuple[pd.DataFrame, list[Problem]]:
    problems, cleaned = [], {}
    for name, cells in frame.items():
        faulty = cells.str.fullmatch(_ERROR_VALUE)
        if faulty.any():
            column = str(name)
            problems += [
                place.problem(messages.ERROR_VALUE, row=row_number(row), column=column, value=value.strip())
                for row, value in cells[faulty].items()
            ]
            cleaned[column] = cells.mask(faulty, "")
    return frame.assign(**cleaned), problems
