"""What a district can say about poverty among the surveyed households."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pasar_nb.findings import GroupStatistics, NotEstimable, published

_BOUNDS = ("low", "high")
_DEPTH = ("gap", "gap_low", "gap_high", "severity", "severity_low", "severity_high")
_CLASSES = GroupStatistics(
    # A share tells its numerator: a class is shown only with ten households in it and ten outside.
    n="n",
    values=(*_BOUNDS, *_DEPTH),
    official=("line",),
    counts=("households",),
    shares=(("share", "part", "whole"), ("share_households", "n", "households")),
    margins=("group", "moment"),
)
_CHANGES = GroupStatistics(
    n="n",
    values=("difference", *_BOUNDS, "detectable", *_DEPTH),
    counts=("households",),
    margins=("group",),
    exposing="exposing",
)
_INEQUALITY = GroupStatistics(n="households", values=("gini", *_BOUNDS), margins=("group", "moment"))
_INEQUALITY_CHANGES = GroupStatistics(n="households", values=("difference", *_BOUNDS), margins=("group",))


@dataclass(frozen=True, slots=True)
class Poverty:
    """The surveyed persons against the poverty line of the year, by expenditure or by income.

    Attributes
    ----------
    basis
        ``belanja`` or ``pendapatan``, per head.
    first, last
        The waves; the same where only the baseline can be told.
    missing
        Years of the last wave without a poverty line, for which reason that wave is left out.
    classes
        A row per ``group`` (peserta, pembanding), ``moment`` (awal, akhir) and ``kelas``: ``n`` households in
        it of ``households``, ``part`` persons of ``whole``, ``share`` of persons with its 95 % interval
        ``low, high``, ``share_households``, ``line`` (Rp per person and month; the mean where interviews span
        two years). The share of the class ``miskin`` is P0; its row also has P1 (``gap``) and P2
        (``severity``) with their intervals. Adjacent other classes with fewer than ten households anywhere
        are joined (``rentan_miskin:atas``), so that no class gives another away.
    changes
        A row per ``group`` and ``kelas``, where there are two waves: ``difference`` of the share (last less
        first) with ``low, high``, ``detectable`` (the smallest that would be found with a power of 80 %), in
        the row of ``miskin`` the differences of P1 and P2; ``n`` (the smaller of both waves' households),
        ``households`` and ``exposing`` (fewer than ten households went into or out of the class).
    inequality, inequality_changes
        The Gini coefficient by ``group`` and ``moment``, and its change by ``group``.
    """

    basis: str
    first: int
    last: int
    missing: tuple[int, ...]
    classes: pd.DataFrame = published(_CLASSES)
    changes: pd.DataFrame = published(_CHANGES)
    inequality: pd.DataFrame = published(_INEQUALITY)
    inequality_changes: pd.DataFrame = published(_INEQUALITY_CHANGES)


@dataclass(frozen=True, slots=True)
class MinimumWage:
    """The households' income against the district's minimum wage of the year.

    Attributes
    ----------
    first, last, missing
        As for `Poverty`.
    table, changes
        As its ``classes`` and ``changes``: ``kelas`` is ``sampai_umk`` or ``di_atas_umk``, ``line`` the wage
        (Rp per month), and households are counted, not persons.
    """

    first: int
    last: int
    missing: tuple[int, ...]
    table: pd.DataFrame = published(_CLASSES)
    changes: pd.DataFrame = published(_CHANGES)


@dataclass(frozen=True, slots=True)
class LivingStandard:
    """All that is held against the poverty line and the minimum wage.

    Attributes
    ----------
    spending, income
        Poverty by expenditure and by income per head.
    wage
        Household income against the minimum wage.
    """

    spending: Poverty | NotEstimable
    income: Poverty | NotEstimable
    wage: MinimumWage | NotEstimable

    @property
    def main(self) -> Poverty | NotEstimable:
        """Poverty by expenditure as BPS measures it; by income where expenditure is incomplete."""
        return self.income if isinstance(self.spending, NotEstimable) else self.spending
