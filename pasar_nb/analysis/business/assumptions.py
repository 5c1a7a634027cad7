"""What is assumed, not recorded, where a business model is looked at over years and under risk."""

from __future__ import annotations

import math
from dataclasses import dataclass, fields

from pasar_nb.errors import UsageError
from pasar_nb.language import Number, _

LONGEST = 50  # years; far beyond the life of anything that a household or a village enterprise buys


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Choices of the analyst, the same for every district unless a run is told otherwise.

    Attributes
    ----------
    horizon
        Years over which an investment is looked at.
    discount_rate
        Real, per year: amounts of the plan have no price year.
    loan_share
        Part of the producers' extra investment that is borrowed.
    loan_rate, loan_years
        Effective interest per year, and years of repayment; as the people's business credit (KUR) had it
        from 2022 on: 6 per cent.
    price_correlation
        Correlation of any two prices, on the normal scale of a Gaussian copula.
    draws, seed
        Number of random draws, and where the random numbers start.
    spread
        Half width of the range of an amount without one, as a share.
    """

    horizon: int = 5
    discount_rate: float = 0.10
    loan_share: float = 1.0
    loan_rate: float = 0.06
    loan_years: int = 3
    price_correlation: float = 0.5
    draws: int = 10_000
    seed: int = 20240513
    spread: float = 0.20

    def __post_init__(self) -> None:
        """Refuse what has no meaning."""
        for one in fields(self):
            low, high = _BOUNDS[one.name]
            value = getattr(self, one.name)
            if not low <= value <= high:
                raise UsageError(
                    _(
                        "Parameter {name} harus dari {low} sampai {high}, bukan {value}.",
                        name=one.name,
                        low=_written(low),
                        high=_written(high),
                        value=_written(value),
                    )
                )


_BOUNDS: dict[str, tuple[float, float]] = {
    "horizon": (1, LONGEST),
    "discount_rate": (0, 1),
    "loan_share": (0, 1),
    "loan_rate": (0, 1),
    "loan_years": (1, LONGEST),
    "price_correlation": (0, 1),
    "draws": (1, 1_000_000),
    "seed": (0, math.inf),
    "spread": (0, 1),
}


def _written(value: float) -> Number | str:
    if not math.isfinite(value):
        return str(value)
    return Number(value, 0 if float(value).is_integer() else 2)
