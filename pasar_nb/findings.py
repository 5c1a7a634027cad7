"""What every analysis result is made of: reasons, intervals, and how each table may be published.

A result is a frozen dataclass. Each of its DataFrame fields declares with `published` what stands behind its
rows; `pasar_nb.disclosure` reads that declaration and refuses a table that has none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from pasar_nb.language import Message


@dataclass(frozen=True, slots=True)
class NotEstimable:
    """What cannot be said, and why.

    Attributes
    ----------
    reason
        A whole sentence for the reader of a report; it says "fewer than ten", never how many households
        there are, as sentences are not rounded on their way to the public.
    """

    reason: Message


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of plausible values.

    Attributes
    ----------
    low, high
        Bounds, in the unit of the estimate.
    level
        Coverage, e.g. 0.95.
    """

    low: float
    high: float
    level: float = 0.95

    @property
    def clear(self) -> bool:
        """Whether it leaves out nought; one that is undefined never does."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Open:
    """A table with nothing about single persons or households: published as it is.

    Attributes
    ----------
    why
        Why that is so, for the reviewer.
    """

    why: str


@dataclass(frozen=True, slots=True)
class GroupStatistics:
    """A table whose rows are statistics of groups of households or persons.

    Attributes
    ----------
    n
        Column with the number of units behind a row; small rows are suppressed, others rounded. A zero counts
        as small: "nobody" tells as much about a group as "one person" does. Leave the count missing where
        there can be no unit at all (a structural zero); such a row stays empty.
    values
        Columns that are hidden where `n` is too small, and else rounded to three digits, or two with
        fewer than fifty units: an exact mean gives the sum away, two such sums the household between them.
    coarse
        Columns of values that are published of nearly the same units as well, such as all of two waves and
        those of all waves: treated like `values`, but always rounded to two digits.
    tests
        Columns of p values, treated like `values` but rounded down, so that what is clear stays clear.
    official
        Columns of figures published elsewhere, such as a poverty line: hidden like `values`, never rounded.
    counts
        Further columns of counts of units, each suppressed and rounded by itself.
    shares
        ``(share, numerator, denominator)``, both counts being columns of the table: shares are computed anew
        from the rounded counts, and a share that leaves fewer than ten units on its other side is hidden too.
    margins
        Columns that span the table, numeric keys such as a wave among them; within each of their groups, and
        in the whole table, a lone suppressed row gets a second one. Rows of totals may be in the table.
    exact_only
        Columns such as minimum and maximum that only the owner of the data may see.
    quantiles
        ``(column, probability)`` of medians and percentiles: hidden with fewer than ten units on either side,
        rounded like `values`.
    dominance
        Columns with the share that the two largest units hold of the sum behind a total or mean: a row where
        two units hold nearly all is hidden like a small one, and the public never sees these columns.
    exposing
        Column that is true for rows whose `values` and `quantiles`, together with those of other rows, would
        tell a few units by subtraction: they are hidden. The public never sees the column.
    """

    n: str
    values: tuple[str, ...] = ()
    coarse: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    official: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    shares: tuple[tuple[str, str, str], ...] = ()
    margins: tuple[str, ...] = ()
    exact_only: tuple[str, ...] = ()
    quantiles: tuple[tuple[str, float], ...] = ()
    dominance: tuple[str, ...] = ()
    exposing: str | None = None


@dataclass(frozen=True, slots=True)
class Microdata:
    """A table with a row per household or person: in a public report it has its columns but no row."""


@dataclass(frozen=True, slots=True)
class Count:
    """A single number of households or persons, not a table: rounded in public, or the text ``<10``.

    Single numbers are not protected against each other: numbers that add up belong in a table.
    """


@dataclass(frozen=True, slots=True)
class Statistic:
    """A single number computed from the answers of households: rounded in public.

    Attributes
    ----------
    test
        Whether it is a p value, which is rounded down so that what is clear stays clear.
    units
        Number of households; None where it is not known. With fewer than ten the public does not see it.
    """

    test: bool = False
    units: float | None = None


class OfHouseholds:
    """A dataclass whose floats are statistics of households: in public they have two or three digits.

    Attributes
    ----------
    P_VALUES
        Names of those that are p values.
    """

    __slots__ = ()
    P_VALUES: ClassVar[tuple[str, ...]] = ()


PublishedCount: TypeAlias = int | str
"""Type of a field declared with `Count`: a number, or after disclosure control perhaps the text ``<10``."""


@dataclass(frozen=True, slots=True)
class Named:
    """A table that names persons, such as raters: their names become running numbers, for every audience.

    Attributes
    ----------
    column
        Column with the names.
    label
        Stem of the replacement, e.g. ``"Penilai"`` gives ``Penilai 1``.
    """

    column: str
    label: Message


Disclosure: TypeAlias = Open | GroupStatistics | Microdata | Named | Count | Statistic


def published(disclosure: Disclosure) -> Any:
    """Declare a field of a result, a DataFrame or a count, together with how it may be published."""
    return field(metadata={"disclosure": disclosure})
