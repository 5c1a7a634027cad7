"""The change of the participants against that of a comparison group: difference-in-differences."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.change.balance import adjustment, claim_of, compare_arms
from pasar_nb.analysis.change.effects import Drawing, Effects, measure
from pasar_nb.analysis.change.estimation import Floats
from pasar_nb.analysis.change.paired import ONLY_BASELINE, too_few
from pasar_nb.analysis.change.results import Comparison, Outcome
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, SMALL_SAMPLE


def compare(
    pairs: pd.DataFrame, survey: pd.DataFrame, outcome: Outcome, how: Drawing
) -> Comparison | NotEstimable:
    """Estimate how much more the participants changed than the comparison group.

    Parameters
    ----------
    pairs
        From `outcome.matched`.
    survey
        Table `survei`, for the size of the household at baseline.
    outcome
        What is measured.
    how
        The bootstrap.

    Returns
    -------
    Comparison or NotEstimable
        The latter without a comparison group, with fewer than ten matched households in an arm, or with too
        few groups in an arm.

    Notes
    -----
    First differences of the panel on the arm: with two waves the same as two-way fixed effects. A difference
    of the outcome at baseline up to 0.25 standard deviations is taken out by the differences, above that no
    claim is made; every other characteristic in which the arms differ by more than 0.05 enters the
    regression (What Works Clearinghouse, Standards Handbook 4.1, II.A).
    """
    if not outcome.has_endline:
        return NotEstimable(ONLY_BASELINE)
    arm = (pairs["studi"] == "peserta").to_numpy()
    if arm.all():
        return NotEstimable(
            _(
                "Tidak ada kelompok pembanding, sehingga perubahan peserta tidak dapat dibandingkan dengan "
                "perubahan tanpa program."
            )
        )
    if arm.sum() < LEAST_FOR_INFERENCE:
        return NotEstimable(too_few(_("peserta")))
    if (~arm).sum() < LEAST_FOR_INFERENCE:
        return NotEstimable(too_few(_("pembanding")))
    balance = compare_arms(pairs, survey, outcome)
    claim = claim_of(balance)
    covariates, names = adjustment(pairs, survey, balance) if claim == "adjusted" else (None, ())
    plain = _measure(pairs, outcome, arm, None, how)
    found = _measure(pairs, outcome, arm, covariates, how) if names else plain
    if isinstance(plain, NotEstimable):
        return plain
    if isinstance(found, NotEstimable):
        return found
    return Comparison(
        outcome=outcome,
        estimate=found.estimate,
        unadjusted=plain.estimate,
        nominal=found.nominal,
        relative=found.relative,
        claim=claim,
        adjusted_for=names,
        baseline_mean=float(pairs.loc[arm, "before"].mean()),
        small=min(arm.sum(), (~arm).sum()) < SMALL_SAMPLE,
        outliers=found.outliers,
        same_without_outliers=found.same_without_outliers,
        n=len(pairs),
        n_participants=int(arm.sum()),
        n_compared=int((~arm).sum()),
        balance=balance,
    )


def _measure(
    pairs: pd.DataFrame, outcome: Outcome, arm: np.ndarray, covariates: Floats | None, how: Drawing
) -> Effects | NotEstimable:
    constant = np.ones((len(pairs), 1))
    others = constant if covariates is None else np.column_stack([constant, covariates])
    return measure(pairs, outcome, arm.astype("float64"), others, how)
