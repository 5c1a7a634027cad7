"""The change of the participants in every explored outcome, in its several readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.effects import Drawing, same_conclusion, within_fences
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.many_outcomes import estimate_each
from pasar_nb.analysis.change.shifts import Shift, shift_of, why_told
from pasar_nb.analysis.change.standardised import in_spreads, refusal
from pasar_nb.analysis.outcomes.panel import Column
from pasar_nb.findings import NotEstimable


@dataclass(frozen=True, slots=True)
class Readings:
    """One change in its several readings; see `results.Explored`.

    `refused` says why the change of these participants would tell of few of them; None where it would not.
    """

    estimate: Estimate | NotEstimable
    refused: NotEstimable | None
    nominal: Estimate | NotEstimable | None
    shift: Shift
    scale: float | NotEstimable
    outliers: bool
    same_without_outliers: bool


@dataclass(frozen=True, slots=True)
class _Answers:
    """What some households told in both waves, and which of them did.

    `nominal` is the change in nominal rupiah; None where that is the same.
    """

    before: Floats
    after: Floats
    nominal: Floats | None
    told: npt.NDArray[np.bool_]


def read_changes(
    columns: Sequence[Column], own: npt.NDArray[np.bool_], clusters: Codes | None, how: Drawing
) -> list[Readings]:
    """Estimate the mean change of the participants in many outcomes.

    Parameters
    ----------
    columns
        Outcomes that at least ten participants told in both waves.
    own
        Shape (households,): who takes part.
    clusters
        Shape (households,): number of each household's group, or None.
    how
        The bootstrap.
    """
    if not columns:
        return []
    codes = None if clusters is None else clusters[own]
    real = [(one.after - one.before)[own] for one in columns]
    kept = [_without_outliers(change) for change in real]
    nominal = [one.nominal[own] for one in columns if one.nominal is not None]
    found = estimate_each([*real, *kept, *nominal], np.ones(int(own.sum())), None, codes, how)
    count = len(columns)
    main, inner, others = found[:count], found[count : 2 * count], iter(found[2 * count :])
    readings = []
    for place, one in enumerate(columns):
        answers = _answers(one, own)
        refused = _refused(one, answers)
        outliers = bool((np.isnan(kept[place]) & ~np.isnan(real[place])).any())
        readings.append(
            Readings(
                estimate=_first(refused, main[place]),
                refused=refused,
                nominal=None if one.nominal is None else _first(refused, next(others)),
                shift=_shift(one, answers, codes, refused),
                scale=_scale(answers),
                outliers=outliers,
                same_without_outliers=not outliers or _agree(main[place], inner[place]),
            )
        )
    return readings


def _without_outliers(change: Floats) -> Floats:
    """Make changes far outside the quartiles missing."""
    told = ~np.isnan(change)
    inside = np.zeros(len(change), dtype=bool)
    inside[told] = within_fences(change[told], np.ones(int(told.sum())))
    return np.where(inside, change, np.nan)


def refused_change(column: Column, of: npt.NDArray[np.bool_]) -> NotEstimable | None:
    """Refuse a mean change that would tell what a few households answered.

    Parameters
    ----------
    column
        The outcome.
    of
        Shape (households,): whose change it is.
    """
    return _refused(column, _answers(column, of))


def _refused(column: Column, answers: _Answers) -> NotEstimable | None:
    why = why_told(
        answers.before, answers.after, yes_no=column.outcome.kind == "share", nominal=answers.nominal
    )
    return None if why is None else NotEstimable(why)


def _first(refused: NotEstimable | None, found: Estimate | NotEstimable) -> Estimate | NotEstimable:
    return found if refused is None else refused


def _answers(column: Column, of: npt.NDArray[np.bool_]) -> _Answers:
    before, after = column.before[of], column.after[of]
    told = ~np.isnan(before) & ~np.isnan(after)
    nominal = None if column.nominal is None else column.nominal[of][told]
    return _Answers(before[told], after[told], nominal, told)


def _shift(column: Column, answers: _Answers, codes: Codes | None, refused: NotEstimable | None) -> Shift:
    found = shift_of(
        answers.before,
        answers.after,
        yes_no=column.outcome.kind == "share",
        clusters=None if codes is None else codes[answers.told],
    )
    return found if refused is None else replace(found, p_value=refused)


def _scale(answers: _Answers) -> float | NotEstimable:
    """Give the standard deviations of the first wave in one unit of the outcome."""
    refused = refusal(answers.before)
    if refused is not None:
        return NotEstimable(refused)
    return in_spreads(answers.before, answers.before + 1.0)


def _agree(main: Estimate | NotEstimable, other: Estimate | NotEstimable) -> bool:
    return not isinstance(main, NotEstimable) and same_conclusion(main, other)
