"""How likely each party gains, and all together: random prices and volumes within their ranges."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from scipy.special import ndtr

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.business.assumptions import Assumptions
from pasar_nb.analysis.business.drivers import Drivers, Ranges
from pasar_nb.analysis.business.risk_results import Simulation

NO_DIFFERENCE = 1e-9  # of a party's turnover: rounding of sums, whatever the unit of money or volume
_PERCENTILES = {"p5": 5, "p50": 50, "p95": 95}


def simulate(drivers: Drivers, missing: tuple[str, ...], assumptions: Assumptions) -> Simulation:
    """Draw prices and volumes at random and count who gains.

    Parameters
    ----------
    drivers
        What varies, and what is one thing.
    missing
        Parties of the rule that cannot be computed.
    assumptions
        Number of draws, start of the random numbers, correlation of prices.

    Notes
    -----
    Each driver has one quantile per draw, at which all its lines are read from their own triangular
    distribution between low, planned and high (Hardaker et al. 2015, Coping with Risk in Agriculture).
    Quantiles of prices are those of a Gaussian copula with one common factor; volumes are independent of
    each other and of prices.
    """
    random = np.random.default_rng(assumptions.seed)
    price = triangular(drivers.price, _correlated(random, drivers.price, assumptions))
    volume = triangular(drivers.volume, random.random((assumptions.draws, _count(drivers.volume))))
    drawn = drivers.gains(price, volume)
    turnover = drivers.gains(drivers.price.base * np.sign(drivers.weight), drivers.volume.base)
    gained = drawn > NO_DIFFERENCE * turnover
    together = float(gained.all(axis=1).mean())
    basis = np.concatenate([one.basis[one.varies] for one in (drivers.price, drivers.volume)])
    return Simulation(
        draws=assumptions.draws,
        correlation=assumptions.price_correlation,
        missing=missing,
        shared=drivers.shared,
        guessed=drivers.guessed,
        assumed=int((basis == "default").sum()),
        varied=len(basis),
        together=together,
        together_error=standard_error(together, assumptions.draws),
        table=_summary(drivers, drawn, gained),
    )


def triangular(ranges: Ranges, quantile: Floats) -> Floats:
    """Read every line's value at its driver's quantile.

    Parameters
    ----------
    ranges
        Low, base (the mode) and high.
    quantile
        Shape (draws, drivers), between 0 and 1.

    Returns
    -------
    ndarray
        Shape (draws, lines); the planned amount where nothing varies.
    """
    width, below = ranges.high - ranges.low, ranges.base - ranges.low
    above = ranges.high - ranges.base
    u = quantile[:, ranges.driver]
    rising = ranges.low + np.sqrt(u * width * below)
    falling = ranges.high - np.sqrt((1 - u) * width * above)
    drawn: Floats = np.where(u * width <= below, rising, falling)
    return drawn


def standard_error(probability: float, draws: int) -> float:
    """Give the Monte Carlo standard error of a share of independent draws."""
    return math.sqrt(probability * (1 - probability) / draws)


def _correlated(random: np.random.Generator, ranges: Ranges, assumptions: Assumptions) -> Floats:
    common = random.standard_normal((assumptions.draws, 1))
    own = random.standard_normal((assumptions.draws, _count(ranges)))
    shared = assumptions.price_correlation
    quantile: Floats = ndtr(math.sqrt(shared) * common + math.sqrt(1 - shared) * own)
    return quantile


def _count(ranges: Ranges) -> int:
    return int(ranges.driver.max(initial=-1)) + 1


def _summary(drivers: Drivers, drawn: Floats, gained: np.ndarray) -> pd.DataFrame:
    shares = gained.mean(axis=0)
    percentiles = np.percentile(drawn, list(_PERCENTILES.values()), axis=0)
    return pd.DataFrame(
        {
            "peran": list(drivers.parties),
            "probability": shares,
            "standard_error": [standard_error(float(share), len(drawn)) for share in shares],
            "planned": drivers.gains(drivers.price.base, drivers.volume.base),
            "mean": drawn.mean(axis=0),
            **dict(zip(_PERCENTILES, percentiles, strict=True)),
        }
    )
