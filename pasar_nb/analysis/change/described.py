"""What is measured, who was there, and the levels before and after, as frozen values.

Build them with keywords: tables stand last, as type checkers take `published` for a default.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import GroupStatistics, OfHouseholds, published
from pasar_nb.language import Message, Money, Number, Quantity, Share, Value, _
from pasar_nb.vocabulary import MONTHS_PER_YEAR, MeasureKind
from pasar_nb.vocabulary.households import SCALE_UNIT

OUTCOME = "hasil_utama"
"""Name of the row of the primary outcome among the characteristics at baseline."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The primary outcome that the district named beforehand.

    Attributes
    ----------
    name
        Column of `survei` or derived measure.
    label, unit
        For the reader.
    kind
        Amount of rupiah, yes or no (changes are then in shares), or another number.
    first, last
        Baseline, and the last wave in which it was answered; the same where there is only the baseline.
    months
        First and last month of the interviews of the first wave, then of the last (YYYY-MM).
    real_base
        Month in whose rupiah amounts are; None for nominal rupiah and for what is no money.
    nominal_reason
        Why amounts are nominal; None where they are not.
    """

    name: str
    label: Message
    unit: Message
    kind: MeasureKind
    first: int
    last: int
    months: tuple[str, str, str, str]
    real_base: str | None
    nominal_reason: Message | None

    def level(self, value: float) -> Value:
        """Write a level of the outcome with its unit."""
        if self.kind == "money":
            return Money(value)
        if self.kind == "share":
            return Share(value)
        if not self.unit.text("id"):
            return Quantity(value)
        return _("{value} {unit}", value=Quantity(value), unit=self.unit)

    def amount(self, value: float) -> Value:
        """Write a change of the outcome with its unit."""
        if self.kind == "share":
            return _("{points} poin persen", points=Number(value * 100, 1))
        if self.unit == SCALE_UNIT:
            return _("{value} poin pada {unit}", value=Quantity(value), unit=self.unit)
        return self.level(value)

    @property
    def has_endline(self) -> bool:
        """Whether there is a wave after the baseline."""
        return self.last > self.first

    @property
    def other_season(self) -> bool:
        """Whether the two waves were more than one calendar month apart in the year."""
        before, after = int(self.months[0][5:]), int(self.months[2][5:])
        apart = abs(before - after) % MONTHS_PER_YEAR
        return self.has_endline and min(apart, MONTHS_PER_YEAR - apart) > 1


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was interviewed when.

    Attributes
    ----------
    compared
        Whether there is a comparison group.
    table
        Columns ``arm, wave, month_from, month_to, n``: interviews of every wave and arm that is used.
    begun
        The same of the waves after the last that is compared, for which too few participants of the baseline
        were asked. Nothing adds them to the others, so a small count here hides none there.
    """

    compared: bool
    table: pd.DataFrame = published(GroupStatistics(n="n", margins=("arm", "wave")))
    begun: pd.DataFrame = published(GroupStatistics(n="n", margins=("arm", "wave")))

    @property
    def last(self) -> int:
        """The last wave that is compared."""
        return int(self.table["wave"].max())

    @property
    def unfinished(self) -> tuple[int, ...]:
        """The waves that are not used."""
        return tuple(sorted({int(wave) for wave in self.begun["wave"]}))


@dataclass(frozen=True, slots=True)
class Attrition(OfHouseholds):
    """Who of the baseline was not seen again in the last wave.

    Attributes
    ----------
    outcome
        The primary outcome; None where the district named none.
    high
        More than 20 per cent left.
    uneven
        The shares of the two arms differ by more than 5 percentage points.
    more_in
        Arm that lost the larger share; None with one arm.
    table
        Columns ``kind`` (all, arm, sex, disability, age, decile), ``group, baseline, seen, left, share_left,
        used``: counts of households at baseline, seen again, not seen again, and with the outcome in both
        waves.
    profile
        Columns ``trait, n_left, n_stayed, mean_left, mean_stayed, difference, exact_difference``: means or
        shares at baseline of those who left and of those who stayed, and their difference in standard
        deviations. ``difference`` is missing where it would tell of fewer than ten households. A
        characteristic that fewer than ten of either told, or that does not vary, has no row.
    places
        Columns ``kind`` (village, group), ``group, baseline, seen, left, share_left``; the row without a name
        holds all places with fewer than ten households.
    """

    outcome: Outcome | None
    high: bool
    uneven: bool
    more_in: str | None
    table: pd.DataFrame = published(
        GroupStatistics(
            n="baseline",
            counts=("seen", "left", "used"),
            shares=(("share_left", "left", "baseline"),),
            margins=("kind",),
        )
    )
    profile: pd.DataFrame = published(
        # Means of yes and no would tell counts below ten: see `leavers`.
        GroupStatistics(
            n="n_left",
            counts=("n_stayed",),
            values=("difference",),
            exact_only=("mean_left", "mean_stayed", "exact_difference"),
        )
    )
    places: pd.DataFrame = published(
        GroupStatistics(
            n="baseline",
            counts=("seen", "left"),
            shares=(("share_left", "left", "baseline"),),
            margins=("kind",),
        )
    )

    @property
    def gap(self) -> float | None:
        """Mean baseline outcome of those who left less that of those who stayed, in standard deviations.

        None where fewer than ten left, or where it would tell of few.
        """
        told = pd.to_numeric(self.profile["difference"], errors="coerce")
        own = told[self.profile["trait"] == OUTCOME].dropna()
        return None if own.empty else float(own.iloc[0])


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """Levels of the outcome before and after, of the same households.

    Attributes
    ----------
    outcome
        The primary outcome.
    gaps
        Why a split is missing.
    table
        Columns ``kind`` (arm, sex, disability), ``group, n, mean_before, mean_after, median_before,
        median_after, change, low, high, rse``; the splits are of participants. ``rse`` is the relative
        standard error of the latest mean. With the baseline only, what is after is missing; with fewer than
        ten households or no known error, the interval and ``change`` are, and so for the splits: theirs
        stand in `followed.Subgroups`.
    """

    outcome: Outcome
    gaps: tuple[Message, ...]
    table: pd.DataFrame = published(
        GroupStatistics(
            n="n",
            values=("mean_before", "mean_after", "change", "low", "high", "rse"),
            quantiles=(("median_before", 0.5), ("median_after", 0.5)),
            margins=("kind",),
            dominance=("largest_before", "largest_after"),
            exposing="exposing",
        )
    )
