"""What the waves before the programme say: there the arms should have moved alike."""

from __future__ import annotations

import numpy as np

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.balance import others_of
from pasar_nb.analysis.change.check_results import Placebo, PreTrend, SinceLast
from pasar_nb.analysis.change.effects import Drawing, cluster_codes, same_conclusion
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.event_study import compared
from pasar_nb.analysis.change.least_squares import residuals
from pasar_nb.analysis.change.permutation import arms_apart
from pasar_nb.analysis.change.waves import Waves
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE

_TOO_FEW = _(
    "Kurang dari {least} rumah tangga peserta atau pembanding tercatat pada semua survei sebelum program, "
    "terlalu sedikit untuk memeriksa arah sebelum program.",
    least=LEAST_FOR_INFERENCE,
)
_TOO_FEW_SINCE = _(
    "Kurang dari {least} rumah tangga peserta atau pembanding tercatat pada survei terakhir sebelum program "
    "dan pada survei terakhir, terlalu sedikit untuk membandingkan perubahan di antara keduanya.",
    least=LEAST_FOR_INFERENCE,
)


def pretrend(waves: Waves, held: Floats, how: Drawing) -> PreTrend | NotEstimable:
    """Test whether the arms moved apart between the waves before the programme.

    Parameters
    ----------
    waves
        The outcome over the waves.
    held
        Shape (households, k): what the main comparison holds equal.
    how
        The draws of the test.

    Returns
    -------
    PreTrend or NotEstimable
        The latter with one wave before the programme, or fewer than ten households of an arm in all of them.

    Notes
    -----
    The changes from each earlier wave to the last before the programme, tested together on the households
    seen in all of them. A test that does not reject is no proof: it may be too weak (Roth 2022), so the
    smallest difference that could have been seen stands beside it.
    """
    *earlier, reference = waves.before
    if not earlier:
        return NotEstimable(waves.alone)
    changes = np.column_stack([waves.change(wave, reference) for wave in earlier])
    seen = ~np.isnan(changes.sum(axis=1))
    arm = waves.arm[seen]
    if min(arm.sum(), (1 - arm).sum()) < LEAST_FOR_INFERENCE:
        return NotEstimable(_TOO_FEW)
    others = others_of(held[seen])
    left = np.column_stack([residuals(others, change) for change in changes[seen].T])
    test = arms_apart(left, arm, cluster_codes(waves.homes.loc[seen]), how)
    return test if isinstance(test, NotEstimable) else PreTrend(test=test, waves=waves.before)


def placebo(waves: Waves, held: Floats, how: Drawing) -> Placebo | NotEstimable:
    """Make the main comparison between the first and the last wave before the programme.

    Parameters
    ----------
    waves, held, how
        As for `pretrend`.
    """
    if len(waves.before) == 1:
        return NotEstimable(waves.alone)
    first, last = waves.before[0], waves.before[-1]
    change = waves.change(first, last)
    found = compared(waves, change, held, how)
    if found is None:
        return NotEstimable(_TOO_FEW)
    if isinstance(found, NotEstimable):
        return found
    return Placebo(estimate=found, first=first, last=last, n=int((~np.isnan(change)).sum()))


def since_last(waves: Waves, held: Floats, main: Estimate, how: Drawing) -> SinceLast | NotEstimable | None:
    """Make the main comparison from the last wave before the programme; None where that is the baseline.

    Parameters
    ----------
    waves, held, how
        As for `pretrend`.
    main
        The main comparison, from the baseline.

    Notes
    -----
    With several waves before the programme the change since the baseline holds time without a programme. The
    change since the last of them does not, and should say the same; usual comparisons of many waves take that
    wave as the reference (Roth et al. 2023).
    """
    if len(waves.before) == 1:
        return None
    reference = waves.before[-1]
    change = waves.change(reference, waves.outcome.last)
    found = compared(waves, change, held, how)
    if found is None:
        return NotEstimable(_TOO_FEW_SINCE)
    if isinstance(found, NotEstimable):
        return found
    return SinceLast(
        estimate=found,
        month=waves.months[waves.order.index(reference)],
        agrees=same_conclusion(main, found),
        n=int((~np.isnan(change)).sum()),
    )
