"""How much the outcome of the participants changed: the same households, before and after."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.effects import Drawing, Effects, cluster_codes, measure
from pasar_nb.analysis.change.results import Outcome, PairedChange
from pasar_nb.analysis.change.shifts import shift_of, signs_of, why_told
from pasar_nb.analysis.change.standardised import standardise
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
    before, after = (own[name].to_numpy(dtype="float64") for name in ("before", "after"))
    told = why_change_told(own, outcome)
    if told is not None:
        return NotEstimable(told)
    found = measure(own, outcome, np.ones(len(own)), np.empty((len(own), 0)), how)
    if isinstance(found, NotEstimable):
        return found
    clusters = cluster_codes(own)
    shift = shift_of(before, after, yes_no=outcome.kind == "share", clusters=clusters)
    return PairedChange(
        outcome=outcome,
        estimate=found.estimate,
        nominal=found.nominal,
        relative=found.relative,
        baseline_mean=float(before.mean()),
        small=len(own) < SMALL_SAMPLE,
        outliers=found.outliers,
        same_without_outliers=found.same_without_outliers,
        standardised=standardise(before, after, clusters),
        shift_test=shift.test,
        shift_p=shift.p_value,
        n=len(own),
        directions=_directions(signs_of(before, after), outcome),
        without_outliers=_without(found, len(own)),
    )


def why_change_told(own: pd.DataFrame, outcome: Outcome) -> Message | None:
    """Say why the mean change of some households would tell what a few answered (`shifts.why_told`), or None.

    Parameters
    ----------
    own
        Rows of `outcome.matched`.
    outcome
        What is measured.
    """
    names = ("before", "after", "nominal_before", "nominal_after")
    before, after, first, last = (own[name].to_numpy(dtype="float64") for name in names)
    return why_told(before, after, yes_no=outcome.kind == "share", nominal=last - first)


def _directions(signs: Floats, outcome: Outcome) -> pd.DataFrame:
    """Count who rose, fell and stayed the same; money put in other rupiah never does."""
    found = {name: int((signs == sign).sum()) for name, sign in (("rose", 1), ("fell", -1), ("same", 0))}
    if outcome.real_base is not None and not found["same"]:
        del found["same"]
    table = pd.DataFrame({"direction": list(found), "households": list(found.values()), "n": len(signs)})
    return table.assign(share=table["households"] / len(signs))


def _without(found: Effects, n: int) -> pd.DataFrame:
    """Give the row of the estimate without outliers; no row where there are none or it cannot be said."""
    columns = ["left_out", "n", "value", "low", "high", "detectable", "rse"]
    kept = found.kept
    rows = (
        []
        if kept is None or isinstance(kept, NotEstimable)
        else [
            (
                *(found.left_out, n - found.left_out, kept.value, kept.low, kept.high),
                *(kept.detectable, kept.relative_standard_error),
            )
        ]
    )
    return pd.DataFrame(rows, columns=columns)


def too_few(whom: Message) -> Message:
    """Say that fewer than ten households of an arm were seen in both waves."""
    return _(
        "Kurang dari {least} rumah tangga {whom} mempunyai hasil utama pada kedua survei, terlalu sedikit "
        "untuk menarik kesimpulan.",
        least=LEAST_FOR_INFERENCE,
        whom=whom,
    )
