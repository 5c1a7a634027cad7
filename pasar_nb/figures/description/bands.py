"""Names of bands of answers on an axis."""

from __future__ import annotations

from dataclasses import dataclass

from pasar_nb.analysis.description import Distribution
from pasar_nb.language import Message, Number, _

_MILLION, _THOUSAND = 1e6, 1e3
_AS_THEY_ARE = 10_000  # rupiah, below which thousands would need decimals
MOST_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class BandNames:
    """How the bands of a question are written.

    Attributes
    ----------
    names
        From the lowest band to the highest.
    unit
        What the numbers are counted in, with millions or thousands in front.
    """

    names: tuple[Message, ...]
    unit: Message


def band_names(found: Distribution) -> BandNames:
    """Write the bands of a question in millions, thousands or the unit itself, whichever people would say."""
    measure, edges = found.measure, found.edges
    usual = sorted(abs(edge) for edge in edges)[len(edges) // 2]
    divisor, unit = 1.0, measure.unit
    if measure.money and usual >= _MILLION:
        divisor, unit = _MILLION, _("juta {unit}", unit=measure.unit)
    elif measure.money and usual >= _AS_THEY_ARE:
        divisor, unit = _THOUSAND, _("ribu {unit}", unit=measure.unit)
    written = [_number(edge / divisor) for edge in edges]
    inner = [
        _inner(low, high, one=measure.form == "scale" and upper - lower == 1)
        for low, high, lower, upper in zip(written, written[1:], edges, edges[1:], strict=False)
    ]
    first, last = _("di bawah {edge}", edge=written[0]), _("{edge} atau lebih", edge=written[-1])
    return BandNames((first, *inner, last), unit)


def _inner(low: Number, high: Number, *, one: bool) -> Message:
    if one:
        return _("{low}", low=low)
    return _("{low} sampai di bawah {high}", low=low, high=high)


def _number(value: float) -> Number:
    """Write as many decimals as the bound has."""
    decimals = next((at for at in range(MOST_DECIMALS) if round(value, at) == round(value, 9)), MOST_DECIMALS)
    return Number(value, decimals)
