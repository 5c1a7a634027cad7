"""How the difference of the arms moved from wave to wave, before and since the programme began."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.balance import others_of
from pasar_nb.analysis.change.check_results import EventStudy
from pasar_nb.analysis.change.effects import Drawing, cluster_codes
from pasar_nb.analysis.change.estimation import Estimate, estimate
from pasar_nb.analysis.change.least_squares import Design
from pasar_nb.analysis.change.shifts import why_told
from pasar_nb.analysis.change.waves import Waves
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE

_MISSING = float("nan")


def event_study(waves: Waves, held: Floats, how: Drawing) -> EventStudy | NotEstimable:
    """Compare the arms in every wave with the last wave before the programme.

    Parameters
    ----------
    waves
        The outcome over the waves.
    held
        Shape (households, k): what is held equal, as in the main comparison; k may be 0.
    how
        The bootstrap.

    Returns
    -------
    EventStudy or NotEstimable
        The latter where no wave can be compared with that one.

    Notes
    -----
    A regression of its own per wave: change since the reference wave on the arm, of the households seen in
    both. The intervals hold one by one, not all at once.
    """
    reference = waves.before[-1]
    rows = [
        _row(waves, wave, month, held, how) for wave, month in zip(waves.order, waves.months, strict=True)
    ]
    table = pd.DataFrame(rows)
    told = int(table["value"].notna().sum()) - 1
    if told < 1:
        return NotEstimable(
            _(
                "Tidak ada gelombang dengan sedikitnya {least} rumah tangga peserta dan {least} pembanding "
                "yang juga tercatat pada survei terakhir sebelum program.",
                least=LEAST_FOR_INFERENCE,
            )
        )
    return EventStudy(outcome=waves.outcome, reference=reference, pointwise=told, table=table)


def compared(waves: Waves, change: Floats, held: Floats, how: Drawing) -> Estimate | NotEstimable | None:
    """Estimate how much more the participants changed; None with fewer than ten households in an arm.

    Refused where it would tell the change of a few, as `comparison.compare` is.
    """
    seen = ~np.isnan(change)
    arm = waves.arm[seen]
    if min(arm.sum(), (1 - arm).sum()) < LEAST_FOR_INFERENCE:
        return None
    told = _told(waves, change)
    if told is not None:
        return NotEstimable(told)
    others = others_of(held[seen])
    clusters = cluster_codes(waves.homes.loc[seen])
    return estimate(Design(change[seen], arm, others), clusters, draws=how.draws, seed=how.seed)


def _told(waves: Waves, change: Floats) -> Message | None:
    """Say why the difference would tell what a few households of an arm answered."""
    arms = (change[(waves.arm == arm) & ~np.isnan(change)] for arm in (0, 1))
    yes_no = waves.outcome.kind == "share"
    reasons = (why_told(np.zeros(len(moved)), moved, yes_no=yes_no) for moved in arms)
    return next((reason for reason in reasons if reason is not None), None)


def _row(waves: Waves, wave: int, month: str, held: Floats, how: Drawing) -> dict[str, object]:
    reference = waves.before[-1]
    change = waves.change(reference, wave)
    seen = ~np.isnan(change)
    phase = "reference" if wave == reference else "before" if wave in waves.before else "after"
    found = None if wave == reference else compared(waves, change, held, how)
    zero = 0.0 if wave == reference else _MISSING
    return {
        "wave": wave,
        "month": month,
        "phase": phase,
        "n": int(waves.arm[seen].sum()),
        "n_compared": int((1 - waves.arm[seen]).sum()),
        "value": found.value if isinstance(found, Estimate) else zero,
        "low": found.low if isinstance(found, Estimate) else zero,
        "high": found.high if isinstance(found, Estimate) else zero,
    }
