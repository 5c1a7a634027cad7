"""Levels of every explored outcome before and after, and who moved, of the same participants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.shifts import signs_of
from pasar_nb.analysis.few import change_told, level_told
from pasar_nb.analysis.outcomes.panel import Column

_LEVELS = ("name", "n", "mean_before", "mean_after", "exposing")
_ANSWERS = ("name", "n", "yes_before", "yes_after", "share_before", "share_after")
_MOVEMENTS = ("name", "n", "share_rose", "share_fell")


class Levels(TypedDict):
    """The tables of `results.Outcomes`."""

    levels: pd.DataFrame
    answers: pd.DataFrame
    movements: pd.DataFrame


def levels_of(columns: Mapping[str, Column], own: npt.NDArray[np.bool_]) -> Levels:
    """Lay out means, shares of yes, and shares that rose or fell.

    Parameters
    ----------
    columns
        The outcomes by name.
    own
        Shape (households,): who takes part.
    """
    told = list(_told(columns, own))
    return Levels(
        levels=_table(_LEVELS, [_level(*one) for one in told if not _is_share(columns[one[0]])]),
        answers=_table(_ANSWERS, [_answer(*one) for one in told if _is_share(columns[one[0]])]),
        movements=_table(_MOVEMENTS, [_movement(*one) for one in told]),
    )


def _told(columns: Mapping[str, Column], own: npt.NDArray[np.bool_]) -> Iterator[tuple[str, Floats, Floats]]:
    for name, one in columns.items():
        kept = own & ~np.isnan(one.after - one.before)
        yield name, one.before[kept], one.after[kept]


def _is_share(column: Column) -> bool:
    return column.outcome.kind == "share"


def _table(names: tuple[str, ...], rows: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(names)).astype({"name": "str"})


def _level(name: str, before: Floats, after: Floats) -> dict[str, Any]:
    return {
        "name": name,
        "n": len(before),
        "mean_before": float(before.mean()),
        "mean_after": float(after.mean()),
        "exposing": level_told(before) or level_told(after) or change_told(after - before),
    }


def _answer(name: str, before: Floats, after: Floats) -> dict[str, Any]:
    return {
        "name": name,
        "n": len(before),
        "yes_before": int(before.sum()),
        "yes_after": int(after.sum()),
        "share_before": float(before.mean()),
        "share_after": float(after.mean()),
    }


def _movement(name: str, before: Floats, after: Floats) -> dict[str, Any]:
    signs = signs_of(before, after)
    return {
        "name": name,
        "n": len(before),
        "share_rose": float((signs > 0).mean()),
        "share_fell": float((signs < 0).mean()),
    }
