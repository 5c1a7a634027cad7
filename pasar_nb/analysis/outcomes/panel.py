"""All measures of the survey side by side: the same households at baseline and in the last wave of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis import prices
from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.described import Outcome
from pasar_nb.analysis.change.outcome import describe_measure
from pasar_nb.analysis.households import last_compared, values_of, with_traits
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import BASELINE, PARTICIPANT

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Interviews:
    """The rows of a survey by wave, looked up once for all measures.

    Attributes
    ----------
    survey
        Table `survei` with its derived measures.
    homes
        A row per household of the baseline, sorted by ``id_rt``, with the traits of `households.with_traits`.
    """

    survey: pd.DataFrame
    homes: pd.DataFrame

    @classmethod
    def of(cls, survey: pd.DataFrame, homes: pd.DataFrame) -> Interviews:
        """Look up the households of the baseline."""
        kept = survey.drop_duplicates(["id_rt", "gelombang"]).reset_index(drop=True)
        first = kept.loc[kept["gelombang"] == BASELINE, ["id_rt"]].sort_values("id_rt")
        return cls(kept, with_traits(first, homes))

    @cached_property
    def number(self) -> Integers:
        """Shape (rows,): wave of each interview."""
        return np.asarray(self.survey["gelombang"], dtype="int64")

    @cached_property
    def month(self) -> Integers:
        """Shape (rows,): month of each interview, counted from the year 0."""
        days = pd.to_datetime(self.survey["tanggal"]).dt
        return np.asarray(days.year * 12 + days.month - 1, dtype="int64")

    @cached_property
    def own(self) -> npt.NDArray[np.bool_]:
        """Shape (households,): who takes part."""
        return np.asarray(self.homes["studi"] == PARTICIPANT, dtype=bool)

    def last(self, values: Floats) -> int | None:
        """Find the wave in which a measure, of shape (rows,), is compared with the baseline."""
        told = ~np.isnan(values)
        # One row more than there are: whoever was not interviewed stands at -1, and told nothing.
        there = np.append(told, False)
        before = there[self.places(BASELINE)] & self.own

        def matched(wave: int) -> int:
            return int(np.count_nonzero(before & there[self.places(wave)]))

        return last_compared((int(wave) for wave in pd.unique(self.number[told])), matched)

    def places(self, wave: int) -> Integers:
        """Shape (households,): row of each household of the baseline in a wave; -1 where it has none."""
        if wave not in self._places:
            rows = np.flatnonzero(self.number == wave)
            found = pd.Index(self.survey["id_rt"].iloc[rows]).get_indexer(pd.Index(self.homes["id_rt"]))
            self._places[wave] = np.where(found >= 0, rows[found], -1)
        return self._places[wave]

    @cached_property
    def _places(self) -> dict[int, Integers]:
        return {}


@dataclass(frozen=True, slots=True)
class Column:
    """A measure of the households of the baseline.

    Attributes
    ----------
    outcome
        How it is told.
    before, after
        Shape (households,): NaN where it was not answered; real rupiah where the outcome is.
    nominal
        Shape (households,): the change in nominal rupiah; None where that is the same.
    """

    outcome: Outcome
    before: Floats
    after: Floats
    nominal: Floats | None


def lay_out(
    waves: Interviews, names: Sequence[str], variables: pd.DataFrame, ihk: pd.DataFrame
) -> Mapping[str, Column | NotEstimable]:
    """Read the measures of all households, each between the baseline and the wave of `last_compared`.

    Parameters
    ----------
    waves
        The interviews.
    names
        Columns of `survei` or derived measures that are numbers.
    variables, ihk
        Tables `variabel` and `ihk`.

    Returns
    -------
    Mapping
        By name; `NotEstimable` where the baseline does not tell it.

    Notes
    -----
    A measure is told as `change.outcome.outcome_of` tells the primary outcome, for all measures at once.
    """
    index = _PriceIndex(ihk, {})
    return {name: _column(waves, name, variables, index) for name in names}


@dataclass(frozen=True, slots=True)
class _PriceIndex:
    """The factors that make rupiah of some months those of the last one."""

    ihk: pd.DataFrame
    known: dict[tuple[int, ...], pd.Series[float] | NotEstimable]

    def factors(self, months: Integers) -> pd.Series[float] | NotEstimable:
        key = tuple(int(month) for month in months)
        if key not in self.known:
            self.known[key] = prices.deflator(self.ihk, map(_iso, key), base=_iso(key[-1]))
        return self.known[key]


def _column(
    waves: Interviews, name: str, variables: pd.DataFrame, index: _PriceIndex
) -> Column | NotEstimable:
    values: Floats = np.asarray(values_of(waves.survey, name), dtype="float64")
    answered = ~np.isnan(values)
    described, last = describe_measure(name, variables), waves.last(values)
    if described is None or last is None or not (answered & (waves.number == BASELINE)).any():
        return NotEstimable(_("Tidak tercatat pada survei awal (gelombang 0)."))
    label, unit, kind = described
    first_months = _months(waves.month[answered & (waves.number == BASELINE)])
    last_months = _months(waves.month[answered & (waves.number == last)])
    before, after = _taken(values, waves.places(BASELINE)), _taken(values, waves.places(last))
    factors = index.factors(np.union1d(first_months, last_months)) if kind == "money" else None
    real = factors if isinstance(factors, pd.Series) else None
    reason: Message | None = factors.reason if isinstance(factors, NotEstimable) else None
    outcome = Outcome(
        name=name,
        label=label,
        unit=unit,
        kind=kind,
        first=BASELINE,
        last=last,
        months=tuple(_iso(int(part[end])) for part in (first_months, last_months) for end in (0, -1)),  # type: ignore[arg-type]
        real_base=None if real is None else _iso(int(max(first_months[-1], last_months[-1]))),
        nominal_reason=reason,
    )
    if real is None:
        return Column(outcome, before, after, None)
    return Column(
        outcome,
        before * _factor(waves, BASELINE, real),
        after * _factor(waves, last, real),
        after - before,
    )


def _taken(values: Floats, places: Integers) -> Floats:
    """Read a measure of the households of the baseline in one wave."""
    return np.where(places >= 0, values[places], np.nan)


def _factor(waves: Interviews, wave: int, factors: pd.Series[float]) -> Floats:
    """Shape (households,): the factor of the month of each household's interview."""
    places = waves.places(wave)
    months = waves.month[places]
    by_month = np.full(int(waves.month.max()) + 1, np.nan)
    by_month[[_code(str(month)) for month in factors.index]] = factors.to_numpy()
    return np.where(places >= 0, by_month[months], np.nan)


def _months(months: Integers) -> Integers:
    """Give the different months, in order."""
    start = int(months.min())
    found: Integers = np.flatnonzero(np.bincount(months - start)) + start
    return found


def _iso(month: int) -> str:
    return f"{month // 12:04d}-{month % 12 + 1:02d}"


def _code(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1
