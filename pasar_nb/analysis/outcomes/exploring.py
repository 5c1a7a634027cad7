"""All outcomes beside the primary one, in one call."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from pasar_nb.analysis.arrays import Codes
from pasar_nb.analysis.chance import SEED
from pasar_nb.analysis.change.assessment import DRAWS
from pasar_nb.analysis.change.balance import held_equal
from pasar_nb.analysis.change.effects import Drawing, cluster_codes
from pasar_nb.analysis.change.paired import ONLY_BASELINE
from pasar_nb.analysis.change.results import Comparison, HouseholdChange
from pasar_nb.analysis.households import NO_SURVEY, finished, with_measures
from pasar_nb.analysis.measures import Measure, measures_of
from pasar_nb.analysis.numbering import number_households
from pasar_nb.analysis.outcomes.before_after import Readings, read_changes
from pasar_nb.analysis.outcomes.categories import switched
from pasar_nb.analysis.outcomes.compared import Compared, compare_changes, why_uncompared
from pasar_nb.analysis.outcomes.coverage import cover
from pasar_nb.analysis.outcomes.judging import correct_changes, correct_differences
from pasar_nb.analysis.outcomes.levels import levels_of
from pasar_nb.analysis.outcomes.panel import Column, Interviews, lay_out
from pasar_nb.analysis.outcomes.primary import judge
from pasar_nb.analysis.outcomes.results import Difference, Explored, Outcomes
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import BASELINE, LEAST_FOR_INFERENCE, SMALL_SAMPLE

Booleans = npt.NDArray[np.bool_]


def explore(
    profile: pd.DataFrame,
    homes: pd.DataFrame,
    survey: pd.DataFrame,
    *,
    prices: pd.DataFrame,
    variables: pd.DataFrame,
    changed: HouseholdChange,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Outcomes:
    """Say what became of every outcome, the primary one first and alone.

    Parameters
    ----------
    profile, homes, survey, prices, variables
        Tables `profil`, `rumah_tangga`, `survei`, `ihk` and `variabel` of the contract. They are not changed.
    changed
        The change of the primary outcome (`change.assess`), which also decides whether the arms are compared.
    draws, seed
        Number of draws of the wild cluster bootstrap and of the turns of groups, and where the random numbers
        start.
    """
    homes, survey = number_households(homes, survey)
    survey, _unfinished = finished(survey, homes)
    measured = with_measures(survey)
    measures = [one for one in measures_of(measured, variables) if one.name not in _named(profile)]
    numbers = [one for one in measures if one.form != "category"]
    waves = Interviews.of(measured, homes)
    columns = lay_out(waves, [one.name for one in numbers], variables, prices)
    how = Drawing(draws, seed)
    found = _Found.of(columns, waves, changed, how)
    mine = waves.homes.loc[found.own, ["id_rt", "id_kelompok"]]
    named = {one: switched(measured, mine, one.name, how) for one in measures if one.form == "category"}
    explored = [found.explored(one) for one in numbers]
    compared = correct_differences(explored, found.allowed)
    tested, categories = correct_changes(compared, named)
    return Outcomes(
        primary=judge(changed),
        explored=tested,
        categories=categories,
        uncompared=found.uncompared,
        coverage=cover(measured, measures_of(measured, variables)),
        no_endline=_no_endline(survey),
        **levels_of(found.told, found.own),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What was computed, by outcome."""

    columns: Mapping[str, Column | NotEstimable]
    own: Booleans
    readings: Mapping[str, Readings]
    differences: Mapping[str, Compared | NotEstimable]
    uncompared: NotEstimable | None

    @classmethod
    def of(
        cls,
        columns: Mapping[str, Column | NotEstimable],
        waves: Interviews,
        changed: HouseholdChange,
        how: Drawing,
    ) -> _Found:
        own = waves.own
        codes = cluster_codes(waves.homes)
        told = _testable(columns, own)
        readings = read_changes(list(told.values()), own, codes, how)
        uncompared = why_uncompared(changed.comparison)
        refused = [one.refused for one in readings]
        differences = _differences(told, refused, waves, codes, changed.comparison, how)
        return cls(columns, own, dict(zip(told, readings, strict=True)), differences, uncompared)

    @property
    def allowed(self) -> bool:
        """Whether the arms are compared."""
        return self.uncompared is None

    @property
    def told(self) -> dict[str, Column]:
        """The outcomes that were estimated."""
        columns = {name: self.columns[name] for name in self.readings}
        return {name: one for name, one in columns.items() if isinstance(one, Column)}

    def explored(self, measure: Measure) -> Explored:
        """Put together what is known of an outcome, before any correction."""
        column, readings = self.columns[measure.name], self.readings.get(measure.name)
        n = 0 if isinstance(column, NotEstimable) else _count(column, self.own)
        outcome = None if isinstance(column, NotEstimable) else column.outcome
        if readings is None:
            why = column if isinstance(column, NotEstimable) else _untested(column)
            return _nothing(measure, outcome, why, n)
        return Explored(
            measure=measure,
            outcome=outcome,
            estimate=readings.estimate,
            p_corrected=math.nan,
            verdict="unknown",
            nominal=readings.nominal,
            scale=readings.scale,
            p_signs=readings.shift.p_value,
            outliers=readings.outliers,
            same_without_outliers=readings.same_without_outliers,
            small=n < SMALL_SAMPLE,
            difference=self._difference(measure.name),
            n=n,
        )

    def _difference(self, name: str) -> Difference | NotEstimable | None:
        found = self.differences.get(name)
        if not isinstance(found, Compared):
            return found
        return Difference(found.estimate, math.nan, "unknown", n=found.n, n_compared=found.n_compared)


def _no_endline(survey: pd.DataFrame) -> NotEstimable | None:
    if survey.empty:
        return NO_SURVEY
    return None if (survey["gelombang"] > BASELINE).any() else NotEstimable(ONLY_BASELINE)


def _named(profile: pd.DataFrame) -> frozenset[str]:
    """Give the primary outcome that the district named."""
    return (
        frozenset(profile["hasil_utama"].dropna().astype("str")) if "hasil_utama" in profile else frozenset()
    )


def _testable(columns: Mapping[str, Column | NotEstimable], own: Booleans) -> dict[str, Column]:
    return {
        name: one
        for name, one in columns.items()
        if isinstance(one, Column) and one.outcome.has_endline and _count(one, own) >= LEAST_FOR_INFERENCE
    }


def _count(column: Column, own: Booleans) -> int:
    return int((~np.isnan(column.after - column.before) & own).sum()) if column.outcome.has_endline else 0


def _untested(column: Column) -> NotEstimable:
    if not column.outcome.has_endline:
        return NotEstimable(ONLY_BASELINE)
    return NotEstimable(
        _(
            "Kurang dari {least} rumah tangga peserta menjawabnya pada kedua survei, terlalu sedikit untuk "
            "menarik kesimpulan.",
            least=LEAST_FOR_INFERENCE,
        )
    )


def _nothing(measure: Measure, outcome: object, why: NotEstimable, n: int) -> Explored:
    return Explored(
        measure=measure,
        outcome=outcome,  # type: ignore[arg-type]
        estimate=why,
        p_corrected=math.nan,
        verdict="unknown",
        nominal=None,
        scale=why,
        p_signs=why,
        outliers=False,
        same_without_outliers=False,
        small=True,
        difference=None,
        n=n,
    )


def _differences(
    told: Mapping[str, Column],
    refused: Sequence[NotEstimable | None],
    waves: Interviews,
    codes: Codes | None,
    comparison: Comparison | NotEstimable,
    how: Drawing,
) -> dict[str, Compared | NotEstimable]:
    if isinstance(comparison, NotEstimable) or comparison.claim == "none":
        return {}
    held = held_equal(waves.homes, waves.survey, comparison.adjusted_for)
    found = compare_changes(list(told.values()), refused, waves.own, held, codes, how)
    return dict(zip(told, found, strict=True))
