"""What the analysis of risk returns: what moves a gain, how likely gains are, what breaks first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

import pandas as pd

from pasar_nb.findings import NotEstimable, Open, published

Basis: TypeAlias = Literal["given", "counterpart", "related", "default"]
"""Where a range comes from: the plan's own low or high; the other party of the same transaction; the same
amount under the other condition, or another volume of the same party; nowhere, so that a share is assumed."""

_OF_A_PLAN = "computed from budgets per role as agreed in the plan; no household or person was measured"


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What happens to each party's gain when one thing is low or high and all others are as planned.

    Attributes
    ----------
    table
        A row per party and thing that varies, the largest swing of a party first: ``peran, what`` (``price``,
        ``volume`` or ``quantity``, see `drivers.Drivers`), ``komponen`` (of a price or quantity, in the
        district's words; after where it is in both conditions); ``down, up`` (low and high as shares of the
        planned amount, after where possible), ``basis`` (see `Basis`); in Rp per unit and year ``gain`` (as
        planned), ``gain_low, gain_high`` (with this low, high), ``swing`` (absolute difference of these) and
        ``turns`` (whether one of them is a loss although the planned gain is none, or the reverse).
    spread
        What is assumed where there is no range, as a share to either side.
    """

    spread: float
    table: pd.DataFrame = published(Open(_OF_A_PLAN))


@dataclass(frozen=True, slots=True)
class Simulation:
    """How likely each party gains, and all together, over random prices and volumes.

    Attributes
    ----------
    draws, correlation
        Number of draws; correlation of prices.
    missing
        Parties that belong to the rule but cannot be computed, so that "all" is without them.
    shared
        Number of prices that are bought and sold by two parties and drawn once for both.
    guessed
        Whether some of these are known by their equal price only, as no exchange is recorded.
    assumed, varied
        Number of amounts whose range is assumed, of all that vary.
    together
        Probability that all computed parties gain in the same draw.
    together_error
        Its Monte Carlo standard error.
    table
        A row per party: ``peran, probability, standard_error``; in Rp per unit and year ``planned`` (the gain
        as planned), ``mean, p5, p50, p95`` of the gain over the draws.
    """

    draws: int
    correlation: float
    missing: tuple[str, ...]
    shared: int
    guessed: bool
    assumed: int
    varied: int
    together: float
    together_error: float
    table: pd.DataFrame = published(Open(_OF_A_PLAN))


@dataclass(frozen=True, slots=True)
class PriceFalls:
    """How far each party's selling price may fall until it no longer earns more than before.

    Attributes
    ----------
    table
        A row per party that sells after: ``peran, gain`` (Rp per unit and year), ``fall`` (largest fall of
        its selling prices after, as a share, at which its gain is not negative; nought or less where it gains
        nothing even as planned; above 1 where it would gain without any price), ``satuan``, ``price`` and
        ``least_price`` (Rp per satuan, planned and after that fall; missing where it sells in several units).
    first
        Of the parties that gain as planned, the one whose incentive breaks first; None where there is none,
        or where no fall down to nought breaks any.
    final
        The party nearest to the consumer, whose selling price is the final one of the model.
    """

    first: str | None
    final: str | None
    table: pd.DataFrame = published(Open(_OF_A_PLAN))


@dataclass(frozen=True, slots=True)
class Risk:
    """What may become of the gains."""

    sensitivity: Sensitivity
    simulation: Simulation
    price_falls: PriceFalls | NotEstimable
