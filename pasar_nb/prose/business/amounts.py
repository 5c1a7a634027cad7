"""How sentences on a business model write amounts, their range and how many units stand behind them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from pasar_nb.language import Message, Money, Number, _
from pasar_nb.vocabulary import ROLE_LABELS, UNIT_LABELS

Row = Mapping[Any, Any]


def role(name: str) -> Message:
    """Write a party."""
    return ROLE_LABELS[name]


def units(name: str, count: float) -> Message:
    """Write how many units a party has, e.g. ``n = 132 rumah tangga``."""
    if math.isnan(count):
        return _("jumlah unit tidak dicatat")
    return _(
        "n = {count} {unit}",
        count=Number(count, 0 if float(count).is_integer() else 1),
        unit=UNIT_LABELS[name],
    )


def spread(low: float, high: float, *, ranged: bool) -> Message:
    """Write the range of an amount, or that the plan has none."""
    if not ranged:
        return _("tanpa kisaran")
    return _("kisaran {low} sampai {high}", low=Money(low), high=Money(high))


def alone_in_brackets(row: Row) -> Message:
    """Write range and units of the income of a party that takes part in one condition only."""
    return _(
        "{spread}; {units}",
        spread=spread(row["alone_low"], row["alone_high"], ranged=row["ranged"]),
        units=units(row["peran"], row["unit_after" if row["presence"] == "new" else "unit_before"]),
    )


def change_in_brackets(row: Row) -> Message:
    """Write range and units of a party's change."""
    return _(
        "{spread}; {units}",
        spread=spread(row["change_low"], row["change_high"], ranged=row["ranged"]),
        units=units(row["peran"], row["unit_after"]),
    )
