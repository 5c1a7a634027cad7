"""Amounts of an indicator and states, as figures, tables and sentences write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pasar_nb.language import Listing, Message, Money, Number, Share, Value, _, listing
from pasar_nb.vocabulary import STATE_LABELS, STATE_SIGNS, IndicatorState

_MOST_DECIMALS = 2
_PERCENT = {"%", "persen"}


def amount(value: float | str, unit: str) -> Message:
    """Write a value of an indicator with its unit, with as many decimals as it has, at most two.

    Parameters
    ----------
    value
        Number, or the mark that stands in place of a small count.
    unit
        As the district wrote it; ``Rp...`` is written before the number, ``persen`` as %.
    """
    words = " ".join(unit.split())
    if isinstance(value, str):
        return _side_by_side(value, words)
    if words.casefold() in _PERCENT:
        return _unchanged(Share(value / 100, decimals_of(value)))
    if words[:2].casefold() == "rp" and not words[2:3].isalpha():
        rest = words[2:].lstrip(". ")
        joined = rest.startswith("/")
        return _together(Money(value), rest) if joined else _side_by_side(Money(value), rest)
    return _side_by_side(Number(value, decimals_of(value)), words)


def bare(value: float | str) -> str | Number:
    """Write a value of an indicator without its unit."""
    return value if isinstance(value, str) else Number(value, decimals_of(value))


def decimals_of(value: float) -> int:
    """Count the decimals that a value needs, at most two."""
    return next((places for places in range(_MOST_DECIMALS) if round(value, places) == value), _MOST_DECIMALS)


def said_state(state: IndicatorState) -> Message:
    """Write a state with its sign."""
    return Message("{sign} {label}", {"sign": STATE_SIGNS[state], "label": STATE_LABELS[state]})


def tally(states: Iterable[str]) -> Listing:
    """Say how many there are of each state, from the best to the worst."""
    counts = Counter(states)
    return listing(
        Message("{count} {label}", {"count": counts[state], "label": label})
        for state, label in STATE_LABELS.items()
        if counts[state]
    )


def quoted(texts: Iterable[str]) -> Listing:
    """Write statements of the district's own within a sentence."""
    return listing(_("“{text}”", text=text.strip().rstrip(".")) for text in texts)


def _unchanged(value: Value) -> Message:
    return Message("{value}", {"value": value})


def _together(value: Value, unit: str) -> Message:
    return Message("{value}{unit}", {"value": value, "unit": unit})


def _side_by_side(value: Value, unit: str) -> Message:
    return Message("{value} {unit}", {"value": value, "unit": unit}) if unit else _unchanged(value)
