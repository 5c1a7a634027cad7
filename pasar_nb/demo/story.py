"""What is decided of a district before its data are drawn: places, people, market and programme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pasar_nb.demo.venture import Venture

Judgement: TypeAlias = Literal["none", "consistent", "contradictory"]
"""Whether the raters compared criteria pairwise (AHP), and how well their judgements fit together."""

Layout: TypeAlias = Literal["csv", "xlsx"]
"""A district's folder holds one CSV per table, or one workbook with a sheet per table."""


@dataclass(frozen=True, slots=True)
class Product:
    """A commodity as it is sold.

    Attributes
    ----------
    name
        Commodity, as people write it.
    unit
        What it is counted in, e.g. ``kg``.
    price
        Rp per unit in the first month of the series.
    trend
        Yearly growth of the price, on the log scale.
    swing
        Seasonal amplitude of the price, on the log scale.
    peak
        Month (1-12) in which the price is highest; sales are highest half a year away.
    """

    name: str
    unit: str
    price: float
    trend: float
    swing: float
    peak: int


@dataclass(frozen=True, slots=True)
class Selection:
    """How the stakeholders' choice of a commodity came about.

    Attributes
    ----------
    weights
        Weight (1-5) of each criterion, by its code in `criteria.CRITERIA`.
    qualities
        True quality (1-5) of each candidate on each criterion, in the order of `weights`.
    raters
        Roles of those who score; never names of persons.
    decided
        Day of the decision, ISO.
    reason
        Why this commodity, as the minutes of the meeting would say it.
    noise, severity, taste
        Standard deviations of a score: of the single cell, of the rater, and of the rater's liking for
        a commodity (which makes raters disagree on the order).
    vetoes
        Threshold below which a criterion excludes a candidate.
    blanks
        Pairs of rater and commodity that the rater left without scores.
    judgement
        Whether and how consistently criteria were compared pairwise.
    """

    weights: Mapping[str, int]
    qualities: Mapping[str, tuple[float, ...]]
    raters: tuple[str, ...]
    decided: str
    reason: str
    noise: float = 0.55
    severity: float = 0.3
    taste: float = 0.2
    vetoes: Mapping[str, float] | None = None
    blanks: tuple[tuple[str, str], ...] = ()
    judgement: Judgement = "none"


@dataclass(frozen=True, slots=True)
class People:
    """The households of the programme and those they are compared with.

    Attributes
    ----------
    areas
        Villages by sub-district; participants live in the first sub-district, the others in the rest.
    households
        Number of households when the caller asks for none.
    comparison
        Share of groups that do not take part; 0 for a district without comparison group.
    women
        Share of households headed by a woman.
    custom
        Customary community some households belong to, or empty.
    custom_share
        Share of households that belong to it.
    """

    areas: Mapping[str, tuple[str, ...]]
    households: int
    comparison: float
    women: float
    custom: str = ""
    custom_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Programme:
    """The intervention, its surveys and its true effects.

    Attributes
    ----------
    name
        Title of the programme.
    start
        First day of the intervention, ISO.
    waves
        Month of each survey wave, the first before `start`.
    income
        Median household income at baseline, Rp per month.
    effects
        True effect on household income at each wave, as a share; 0 at baseline.
    attrition
        Share of households that have left by the last wave.
    price_shift
        True level shift of the price that participants get once the programme runs, as a share.
    attendance
        True correlation between a participant's attendance and its change of log income.
    attrition_compared
        Share of the comparison group that has left; `attrition` is then the participants' alone. None for
        one share whatever the arm.
    """

    name: str
    start: str
    waves: tuple[str, ...]
    income: float
    effects: tuple[float, ...]
    attrition: float
    price_shift: float
    attendance: float = 0.0
    attrition_compared: float | None = None


@dataclass(frozen=True, slots=True)
class Economy:
    """What an income is measured against.

    Attributes
    ----------
    poverty_line
        Rp per person and month in 2023.
    minimum_wage
        Rp per month in 2023.
    """

    poverty_line: float
    minimum_wage: float


@dataclass(frozen=True, slots=True)
class Story:
    """Everything about one district that is decided before anything is drawn.

    Attributes
    ----------
    code, name, kind
        BPS code, name, and ``kabupaten`` or ``kota``.
    products
        The chosen commodity first, then others whose prices are followed.
    venture
        The commodity's market and what the programme does in it.
    series_from
        First month of the price series.
    unaffected
        Name of a followed product whose price the programme does not reach: the comparison of the chosen one.
    """

    code: str
    name: str
    kind: str
    products: tuple[Product, ...]
    selection: Selection
    people: People
    programme: Programme
    economy: Economy
    venture: Venture
    series_from: str = "2022-01"
    unaffected: str = ""
    layout: Layout = "csv"

    @property
    def slug(self) -> str:
        """The name as it stands in the folder's name."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")

    @property
    def commodity(self) -> Product:
        """The chosen commodity."""
        return self.products[0]
