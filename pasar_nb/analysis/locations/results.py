"""What the comparison of districts answers, as frozen values.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import Interval, NotEstimable, Open, published

_RELEASED = "figures that each district's own public report has released"


@dataclass(frozen=True, slots=True)
class Pool:
    """A random-effects mean of relative changes, on the scale of shares (0.1 is ten per cent more).

    Attributes
    ----------
    mean, low, high
        Mean over districts with its 95 % interval (Hartung-Knapp, never narrower than without).
    prediction
        Where 95 % of further, similar districts would lie.
    heterogeneity
        I squared, 0-1: the share of the spread that is not sampling error.
    tau
        Standard deviation of the districts' true changes, on the log scale (Paule-Mandel).
    p_heterogeneity
        Probability of such a spread, or a wider one, if all true changes were the same (Cochran's Q).
    districts
        Number pooled.
    """

    mean: float
    low: float
    high: float
    prediction: Interval
    heterogeneity: float
    tau: float
    p_heterogeneity: float
    districts: int


@dataclass(frozen=True, slots=True)
class Pooling:
    """Districts that answer the same question in the same way, and their mean.

    Attributes
    ----------
    outcome, design
        What was measured, and how: ``did`` (against a comparison group) or ``paired`` (before and after).
    synthetic
        Whether the districts are demonstration data, which are never pooled with real ones.
    households
        Households behind these districts' changes, as their reports released them.
    pool
        The mean, or why there is none.
    table
        Columns ``code, district, log_change, log_standard_error, weight``; weights sum to 1, missing where
        nothing was pooled.
    """

    outcome: str
    design: str
    synthetic: bool
    households: int
    pool: Pool | NotEstimable
    table: pd.DataFrame = published(Open(_RELEASED))


@dataclass(frozen=True, slots=True)
class Comparison:
    """All districts side by side.

    Attributes
    ----------
    districts
        Districts with a record of any kind.
    poolings
        One for each outcome and design, the largest first.
    table
        Columns ``code, district, province, commodity, outcome, outcome_unit, design, estimate, low, high, n,
        relative_change, relative_low, relative_high, attrition_share, real_base, synthetic, claim``; a row
        per district that has an estimate, highest relative change first within design.
    absent
        Columns ``code, district, province, synthetic, reason``; a row per district without an estimate;
        ``reason`` is the sentence of its own report, or empty where it has no such report.
    """

    districts: int
    poolings: tuple[Pooling, ...]
    table: pd.DataFrame = published(Open(_RELEASED))
    absent: pd.DataFrame = published(Open(_RELEASED))
