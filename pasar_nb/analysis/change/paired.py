"""How much the outcome of the participants changed: the same households, before and after."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.change.effects import Drawing, measure
from pasar_nb.analysis.change.results import Outcome, PairedChange
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, PARTICIPANT, SMALL_SAMPLE

ONLY_BASELINE = _("Baru ada survei awal; perubahan dapat dihitung setelah survei berikutnya.")


def paired(pairs: pd.DataFrame, outcome: Outcome, how: Drawing) -> PairedChange | NotEstimable:
    """Estimate the mean change of the participants.

    Parameters
    ----------
    pairs
        From `outcome.matched`; those of the comparison group are left out.
    outcome
        What is measured.
    how
        The bootstrap.

    Returns
    -------
    PairedChange or NotEstimable
        The latter with the baseline only, or with fewer than ten matched participants.

    Notes
    -----
    Mean of the differences. Its error follows the groups (see `estimation.method_for`); without groups it is
    that of the paired t test.
    """
    if not outcome.has_endline:
        return NotEstimable(ONLY_BASELINE)
    own = pairs[pairs["studi"] == PARTICIPANT]
    if len(own) < LEAST_FOR_INFERENCE:
        return NotEstimable(too_few(_("peserta")))
    found = measure(own, outcome, np.ones(len(own)), np.empty((len(own), 0)), how)
    if isinstance(found, NotEstimable):
        return found
    return PairedChange(
        outcome=outcome,
        estimate=found.estimate,
        nominal=found.nominal,
        relative=found.relative,
        baseline_mean=float(own["before"].mean()),
        small=len(own) < SMALL_SAMPLE,
        outliers=found.outliers,
        same_without_outliers=found.same_without_outliers,
        n=len(own),
    )


def too_few(whom: Message) -> Message:
    """Say that fewer than ten households of an arm were seen in both waves."""
    return _(
        "Kurang dari {least} rumah tangga {whom} mempunyai hasil utama pada kedua survei, terlalu sedikit "
        "untuk menarik kesimpulan.",
        least=LEAST_FOR_INFERENCE,
        whom=whom,
    )
