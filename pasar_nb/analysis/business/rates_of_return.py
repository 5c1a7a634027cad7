"""Net present value, internal rates of return and payback of a series of yearly amounts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal, TypeAlias

import numpy as np
from scipy.optimize import brentq

from pasar_nb.analysis.arrays import Floats

ReturnKind: TypeAlias = Literal["one", "none", "several", "borrowing"]
"""How many internal rates of return there are; ``borrowing``: the first amount is received, not paid, so that
a rate would be that of a debt."""

_REAL = 1e-7  # imaginary part, relative to the root, that is noise of the eigenvalues
_APART = 1e-6  # relative distance at which two roots are two
_TINY = 1e-9  # of the largest amount: nought


def net_present_value(flows: Sequence[float], rate: float) -> float:
    """Discount yearly amounts to the present.

    Parameters
    ----------
    flows
        Rp, of year 0 (now), 1, 2, ...
    rate
        Per year, above -1.

    Notes
    -----
    Sum of ``flow / (1 + rate) ** year`` (Brealey, Myers and Allen 2020, Principles of Corporate Finance).
    """
    amounts = np.asarray(flows, dtype="float64")
    return float((amounts / (1 + rate) ** np.arange(len(amounts))).sum())


def internal_rates(flows: Sequence[float]) -> tuple[ReturnKind, tuple[float, ...]]:
    """Find every rate above -1 at which the net present value is nought.

    Parameters
    ----------
    flows
        Rp, of year 0 (now), 1, 2, ...

    Returns
    -------
    kind, rates
        Rates in ascending order; several are all given, as none of them is *the* return.

    Notes
    -----
    With ``x = 1 / (1 + rate)`` the value is a polynomial in ``x``, whose positive roots Descartes' rule
    bounds by the number of changes of sign: none without a change; exactly one with one, which is bracketed
    (Brent 1973); with more, all roots of the companion matrix that are real and positive, each polished.
    """
    amounts = _trimmed(np.asarray(flows, dtype="float64"))
    signs = np.sign(amounts[np.abs(amounts) > _TINY * np.abs(amounts).max(initial=0)])
    changes = int((signs[1:] != signs[:-1]).sum())
    if changes == 0:
        return "none", ()
    roots = [_single_root(amounts)] if changes == 1 else _positive_roots(amounts)
    rates = tuple(sorted(1 / root - 1 for root in roots))
    if not rates:
        return "none", ()
    if signs[0] > 0 and len(rates) == 1:
        return "borrowing", rates
    return ("one" if len(rates) == 1 else "several"), rates


def payback_years(flows: Sequence[float]) -> float:
    """Find the year from which on what has been received makes up for what has been paid, without interest.

    Amounts come evenly within their year, what is paid for an investment at its beginning. Missing where that
    is not so at the end of the series.
    """
    balance = np.cumsum(np.asarray(flows, dtype="float64"))
    short = np.flatnonzero(balance < -_TINY * np.abs(balance).max(initial=0))
    if not len(short):
        return 0.0
    last = int(short[-1])
    if last == len(balance) - 1:
        return math.nan
    return last + float(-balance[last] / (balance[last + 1] - balance[last]))


def _trimmed(amounts: Floats) -> Floats:
    """Leave years without any amount at the end away: they would be leading coefficients of nought."""
    used = np.flatnonzero(np.abs(amounts) > _TINY * np.abs(amounts).max(initial=0))
    return amounts[: used[-1] + 1] if len(used) else amounts[:0]


def _value(amounts: Floats, x: float) -> float:
    return float(np.polynomial.polynomial.polyval(x, amounts))


def _single_root(amounts: Floats) -> float:
    """Bracket the one positive root below Cauchy's bound."""
    first = int(np.flatnonzero(amounts)[0])
    kept = amounts[first:]  # a nought at the beginning is a root at x = 0, which is no rate
    bound = 1 + float(np.abs(kept[:-1]).max() / abs(kept[-1]))
    return float(brentq(lambda x: _value(kept, x), 0, bound, xtol=1e-14))


def _positive_roots(amounts: Floats) -> list[float]:
    found = np.polynomial.polynomial.polyroots(amounts)
    real = sorted(float(root.real) for root in found if abs(root.imag) <= _REAL * abs(root) and root.real > 0)
    distinct: list[float] = []
    for root in (_polished(amounts, one) for one in real if one > _TINY):
        if not distinct or root - distinct[-1] > _APART * root:
            distinct.append(root)
    return distinct


def _polished(amounts: Floats, root: float) -> float:
    """Refine a root between close neighbours of opposite sign; a double root stays as it is."""
    low, high = root * (1 - _APART), root * (1 + _APART)
    if _value(amounts, low) * _value(amounts, high) >= 0:
        return root
    return float(brentq(lambda x: _value(amounts, x), low, high, xtol=1e-14))
