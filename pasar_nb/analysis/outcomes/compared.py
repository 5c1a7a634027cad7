"""The change of the participants against that of the comparison group, in every explored outcome."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.change.balance import ADJUST_TO
from pasar_nb.analysis.change.effects import Drawing
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.many_outcomes import estimate_each
from pasar_nb.analysis.change.results import Comparison
from pasar_nb.analysis.outcomes.before_after import refused_change
from pasar_nb.analysis.outcomes.panel import Column
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Number, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE

_NO_CLAIM = _(
    "Untuk hasil utama, peserta dan pembanding tidak cukup serupa sebelum program, sehingga perubahan "
    "keduanya juga tidak dibandingkan untuk hasil lain."
)
_UNDERWAY = _(
    "Program sudah berjalan pada survei awal, sehingga perubahan peserta dan pembanding juga tidak "
    "dibandingkan untuk hasil lain."
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A difference of changes with the households behind it."""

    estimate: Estimate
    n: int
    n_compared: int


def why_uncompared(comparison: Comparison | NotEstimable) -> NotEstimable | None:
    """Say why no outcome is compared with the other group; None where the primary outcome allows it."""
    if isinstance(comparison, NotEstimable):
        return comparison
    if comparison.barrier is None:
        return None
    return NotEstimable(_UNDERWAY if comparison.barrier == "underway" else _NO_CLAIM)


def compare_changes(
    columns: Sequence[Column],
    refused: Sequence[NotEstimable | None],
    own: npt.NDArray[np.bool_],
    held: Floats,
    clusters: Codes | None,
    how: Drawing,
) -> list[Compared | NotEstimable]:
    """Estimate how much more the participants changed than the comparison group, in many outcomes.

    Parameters
    ----------
    columns
        The outcomes.
    refused
        Why the change of the participants would tell of few of them, or None (`before_after.Readings`).
    own
        Shape (households,): who takes part.
    held
        Shape (households, k): from `balance.held_equal`, what the primary comparison holds equal.
    clusters, how
        As in `before_after.read_changes`.

    Returns
    -------
    list
        One for each. As for the primary outcome (`change.comparison`), those are refused that too few
        households of an arm told, or in which the arms were further apart at baseline than differences can
        take out.
    """
    blurred = held.shape[1] > 0
    reasons = [_why_not(one, own, told, blurred) for one, told in zip(columns, refused, strict=True)]
    kept = [one for one, reason in zip(columns, reasons, strict=True) if reason is None]
    changes = [one.after - one.before for one in kept]
    found = iter(estimate_each(changes, own.astype("float64"), held, clusters, how))
    return [
        _with_counts(one, next(found), own) if reason is None else reason
        for one, reason in zip(columns, reasons, strict=True)
    ]


def _with_counts(
    column: Column, found: Estimate | NotEstimable, own: npt.NDArray[np.bool_]
) -> Compared | NotEstimable:
    if isinstance(found, NotEstimable):
        return found
    told = ~np.isnan(column.after - column.before)
    return Compared(found, int((told & own).sum()), int((told & ~own).sum()))


def _why_not(
    column: Column, own: npt.NDArray[np.bool_], refused: NotEstimable | None, blurred: bool
) -> NotEstimable | None:
    told = ~np.isnan(column.after - column.before)
    first, second = column.before[told & own], column.before[told & ~own]
    if min(len(first), len(second)) < LEAST_FOR_INFERENCE:
        return NotEstimable(
            _(
                "Kurang dari {least} rumah tangga salah satu kelompok menjawabnya pada kedua survei.",
                least=LEAST_FOR_INFERENCE,
            )
        )
    # The difference less the own change is that of the other arm; what is held equal blurs so small a sum.
    if refused is None and not (blurred and column.outcome.kind == "share"):
        refused = refused_change(column, ~own)
    if refused is not None:
        return refused
    spread = float(np.sqrt((first.var(ddof=1) + second.var(ddof=1)) / 2))
    apart = abs(float(first.mean() - second.mean()))
    if apart > ADJUST_TO * spread:
        return NotEstimable(
            _(
                "Pada survei awal peserta dan pembanding sudah berbeda lebih dari {limit} simpangan baku "
                "menurut ukuran ini.",
                limit=Number(ADJUST_TO, 2),
            )
        )
    return None
