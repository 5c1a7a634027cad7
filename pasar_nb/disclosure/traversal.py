"""Walking through a result: every table and declared number is visited, everything unknown is refused."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import Field, fields, is_dataclass, replace
from datetime import date, time, timedelta
from enum import Enum
from typing import Any, TypeAlias, get_args

import numpy as np
import pandas as pd

from pasar_nb.errors import DisclosureError
from pasar_nb.findings import Count, Disclosure, OfHouseholds, Statistic
from pasar_nb.language import Value, _

Visit: TypeAlias = Callable[[object, Disclosure | None, str], object]
"""Called with a table or a declared number, its declaration and place; returns what stands there instead."""

_PLAIN = (
    *(str, int, float, bool, type(None), date, time, timedelta, Enum, np.generic, type(pd.NA), type(pd.NaT)),
    *get_args(Value),
)


def map_declared(
    value: object,
    visit: Visit,
    declared: Disclosure | None = None,
    place: str = "",
    units: float | None = None,
) -> object:
    """Rebuild a result with every table and declared number replaced by what `visit` returns.

    Parameters
    ----------
    value
        A result, or a part of one.
    visit
        What to do with tables and numbers.
    declared
        Declaration of the field that the value stands in.
    place
        Path to the value, for messages.
    units
        Number of households behind the statistics in it, where an outer part says so.

    Raises
    ------
    DisclosureError
        For anything that is neither a table nor a dataclass, a collection or a plain value.
    """
    place = place or type(value).__name__
    if isinstance(value, pd.DataFrame) or _is_declared_number(value, declared):
        return visit(value, declared, place)
    if isinstance(value, _PLAIN):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return _dataclass(value, visit, place, units)
    return _collection(value, visit, declared, place, units)


def _is_declared_number(value: object, declared: Disclosure | None) -> bool:
    if isinstance(declared, Statistic):
        return isinstance(value, float)  # whole numbers, such as waves and draws, are no statistics
    return isinstance(declared, Count) and _is_number(value)


def _is_number(value: object) -> bool:
    """Tell whether something is a number; a count may have become 7.0 on its way through a table."""
    if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
        return False
    return not math.isnan(value)


def _dataclass(value: Any, visit: Visit, place: str, units: float | None) -> object:
    changes = {}
    units = _units(value, units)
    for one in fields(value):
        before = getattr(value, one.name)
        declared = _declaration(one) or _implied(value, one.name, units)
        after = map_declared(before, visit, declared, f"{place}.{one.name}", units)
        if after is not before:
            changes[one.name] = after
    return replace(value, **changes) if changes else value


def _declaration(one: Field[Any]) -> Disclosure | None:
    declared: Disclosure | None = one.metadata.get("disclosure")
    return declared


def _implied(owner: object, name: str, units: float | None) -> Disclosure | None:
    """Declare what stands in a dataclass of statistics and has no declaration of its own."""
    return Statistic(name in owner.P_VALUES, units) if isinstance(owner, OfHouseholds) else None


def _units(owner: Any, outer: float | None) -> float | None:
    """Give the smallest of the counts of a dataclass of statistics, or what an outer part says."""
    if not isinstance(owner, OfHouseholds):
        return outer
    told = [getattr(owner, one.name) for one in fields(owner) if isinstance(_declaration(one), Count)]  # type: ignore[arg-type]
    return min((one for one in told if _is_number(one)), default=outer)


def _collection(
    value: object, visit: Visit, declared: Disclosure | None, place: str, units: float | None
) -> object:
    def within(one: object, at: object) -> object:
        return map_declared(one, visit, declared, f"{place}[{at!r}]", units)

    if isinstance(value, Mapping):
        return {key: within(one, key) for key, one in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        items = [within(one, at) for at, one in enumerate(value)]
        rebuild: Callable[[list[object]], object] = getattr(
            value, "_make", type(value)
        )  # named tuples have _make
        return rebuild(items)
    raise DisclosureError(
        _(
            "'{place}' berisi {kind}; hanya tabel yang dinyatakan cara terbitnya, hasil analisis dan nilai "
            "biasa yang boleh diterbitkan.",
            place=place,
            kind=type(value).__name__,
        )
    )
