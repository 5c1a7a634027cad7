"""The change of the participants in every explored outcome, in its several readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.effects import Drawing, within_fences
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.many_outcomes import estimate_each
from pasar_nb.analysis.change.shifts import Shift, shift_of, why_told
from pasar_nb.analysis.change.standardised import in_spreads, refusal
from pasar_nb.analysis.outcomes.panel import Column
from pasar_nb.findings import NotEstimable


@dataclass(frozen=True, slots=True)
class Readings:
    """One change in its several readings; see `results.Explored`."""

    estimate: Estimate | NotEstimable
    nominal: Estimate | NotEstimable | None
    shift: Shift
    scale: float | NotEstimable
    outliers: bool
    same_without_outliers: bool


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
    real = np.stack([(one.after - one.before)[own] for one in columns])
    kept = np.stack([_without_outliers(change) for change in real])
    nominal = [one.nominal[own] for one in columns if one.nominal is not None]
    every = np.vstack([real, kept, *nominal]).T
    found = estimate_each(every, np.ones(len(every)), None, codes, how)
    count = len(columns)
    main, inner, others = found[:count], found[count : 2 * count], iter(found[2 * count :])
    left_out = np.isnan(kept) & ~np.isnan(real)
    outliers = [bool(one.any()) for one in left_out]
    told = [refused_change(one, own) for one in columns]
    return [
        Readings(
            estimate=_first(told[place], main[place]),
            nominal=None if one.nominal is None else _first(told[place], next(others)),
            shift=_shift(one, own, codes, told[place]),
            scale=_scale(one, own),
            outliers=outliers[place],
            same_without_outliers=not outliers[place] or _agree(main[place], inner[place]),
        )
        for place, one in enumerate(columns)
    ]


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
    before, after, told = _answers(column, of)
    nominal = None if column.nominal is None else column.nominal[of][told]
    why = why_told(before, after, yes_no=column.outcome.kind == "share", nominal=nominal)
    return None if why is None else NotEstimable(why)


def _first(refused: NotEstimable | None, found: Estimate | NotEstimable) -> Estimate | NotEstimable:
    return found if refused is None else refused


def _answers(column: Column, own: npt.NDArray[np.bool_]) -> tuple[Floats, Floats, npt.NDArray[np.bool_]]:
    """Give the answers of the participants who told both, and who of the participants that is."""
    before, after = column.before[own], column.after[own]
    told = ~np.isnan(before) & ~np.isnan(after)
    return before[told], after[told], told


def _shift(
    column: Column, own: npt.NDArray[np.bool_], codes: Codes | None, refused: NotEstimable | None
) -> Shift:
    before, after, told = _answers(column, own)
    found = shift_of(
        before,
        after,
        yes_no=column.outcome.kind == "share",
        clusters=None if codes is None else codes[told],
    )
    return found if refused is None else replace(found, p_value=refused)


def _scale(column: Column, own: npt.NDArray[np.bool_]) -> float | NotEstimable:
    """Give the standard deviations of the first wave in one unit of the outcome."""
    before = column.before[own & ~np.isnan(column.after)]
    before = before[~np.isnan(before)]
    refused = refusal(before)
    return in_spreads(before, before + 1.0) if refused is None else NotEstimable(refused)


def _agree(main: Estimate | NotEstimable, other: Estimate | NotEstimable) -> bool:
    """Tell whether two estimates say the same: both clear with one sign, or both not clear."""
    if isinstance(main, NotEstimable) or isinstance(other, NotEstimable):
        return False
    if main.significant != other.significant:
        return False
    return not main.significant or (main.value > 0) == (other.value > 0)
