"""Shifts of level that were found in a series, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shift:
    """A month from which on a series lies on another level.

    Attributes
    ----------
    month
        The first month of the new level, ``YYYY-MM``.
    rose
        Whether it is the higher one. How much is not said: a date chosen for its size exaggerates it.
    """

    month: str
    rose: bool


@dataclass(frozen=True, slots=True)
class Shifts:
    """All shifts found in a series.

    Attributes
    ----------
    found
        In order of time; none in most series.
    n
        Months behind them.
    distance
        Months from the beginning of the intervention to the nearest of them, negative before it; None
        without a beginning or a shift.
    """

    found: tuple[Shift, ...]
    n: int
    distance: int | None
