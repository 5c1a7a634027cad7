"""How amounts and changes of a series are written in sentences."""

from __future__ import annotations

from pasar_nb.analysis.trend.results import Monthly
from pasar_nb.findings import Interval
from pasar_nb.language import Message, Money, Number, Share, Value, _

SMALL_AMOUNT = 100  # below it a decimal is worth showing
LARGEST_CHANGE = 10.0  # tenfold; beyond that a bound says only that the series is too short to tell


def amount(value: float, series: Monthly) -> Value:
    """Write a value of a series with its unit."""
    if not series.money:
        decimals = 0 if abs(value) >= SMALL_AMOUNT else 1
        return _("{value} {unit}", value=Number(value, decimals), unit=series.unit)
    _rupiah, _slash, per = series.unit.partition("/")
    if not per:
        return Money(value)
    return _("{value} per {unit}", value=Money(value), unit=per.strip())


def rise(change: float) -> Message:
    """Write a change with its direction: ``naik 5,0%``."""
    size = Share(abs(change), 1)
    return _("naik {size}", size=size) if change > 0 else _("turun {size}", size=size)


def plain_interval(interval: Interval) -> Message:
    """Write the bounds of a change."""
    return _("{low} sampai {high}", low=_bound(interval.low), high=_bound(interval.high))


def _bound(bound: float) -> Value:
    if bound > LARGEST_CHANGE:
        return _("lebih dari {limit}", limit=Share(LARGEST_CHANGE))
    return Share(bound, 1)
