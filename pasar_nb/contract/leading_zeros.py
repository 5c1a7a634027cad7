"""Codes whose leading zeros a spreadsheet took away: given back where only one code can be meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from pasar_nb.contract.cases import shown_value
from pasar_nb.contract.grid import row_number
from pasar_nb.contract.messages import relations as messages
from pasar_nb.contract.problems import Problem
from pasar_nb.contract.raw import RawTable
from pasar_nb.contract.spec import Column
from pasar_nb.contract.tables import TABLES

Frames = Mapping[str, pd.DataFrame]


def restore_zeros(frames: Frames, raw: Mapping[str, RawTable]) -> tuple[Frames, list[Problem]]:
    """Give codes that refer to another table the leading zeros that they have there, or have lost there.

    Parameters
    ----------
    frames
        Typed tables, which are not changed.
    raw
        The same tables as they were written, for the messages.

    Returns
    -------
    tuple
        The tables with the codes restored, and a warning for each. A code that could mean several others
        stays as it is, for the check of references to refuse.
    """
    restored = dict(frames)
    problems: list[Problem] = []
    for table in frames:
        for column in TABLES[table].columns:
            target, _dot, key = column.refers_to.partition(".")
            if column.name in frames[table] and key in frames.get(target, ()):
                codes = frames[table][column.name].dropna()
                meant = _meant(codes, frames[target][key].dropna())
                if meant:
                    restored[table] = restored[table].replace({column.name: meant})
                    problems += _problems(raw[table], column, codes[codes.isin(list(meant))], meant, target)
    return restored, problems


def _meant(codes: pd.Series, known: pd.Series) -> dict[str, str]:
    """Map each unknown code of digits to the only known one from which it differs by zeros in front."""
    by_digits: defaultdict[str, set[str]] = defaultdict(set)
    for code in known.unique():
        by_digits[_without_zeros(code)].add(code)
    unknown = [
        code for code in codes.unique() if code.isdecimal() and code not in by_digits[_without_zeros(code)]
    ]
    candidates = {code: by_digits[_without_zeros(code)] for code in unknown}
    return {code: min(found) for code, found in candidates.items() if len(found) == 1}


def _without_zeros(code: str) -> str:
    return code.lstrip("0") if code.isdecimal() else code


def _problems(
    raw: RawTable, column: Column, codes: pd.Series, meant: Mapping[str, str], target: str
) -> list[Problem]:
    return [
        raw.place.problem(
            messages.LEADING_ZERO_LOST,
            row=row_number(row),
            column=column.name,
            value=code,
            person=column.person,
            restored=shown_value(meant[code], person=column.person),
            target=target,
        )
        for row, code in codes.items()
    ]
