"""The change of the participants against that of a comparison group: difference-in-differences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.balance import COLUMN_OF, adjustment, claim_of, compare_arms, separating
from pasar_nb.analysis.change.effects import Drawing, Effects, measure
from pasar_nb.analysis.change.paired import ONLY_BASELINE, too_few
from pasar_nb.analysis.change.results import Comparison, Outcome
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, _, listing
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, PARTICIPANT, SMALL_SAMPLE, TRAIT_LABELS


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
    arm = (pairs["studi"] == PARTICIPANT).to_numpy()
    refused = _refused(outcome, arm)
    if refused is not None:
        return NotEstimable(refused)
    separated = separating(pairs, survey)
    if separated:
        return NotEstimable(_not_apart(separated))
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


def _refused(outcome: Outcome, arm: np.ndarray) -> Message | None:
    """Say why the arms cannot be compared, or None where they can."""
    if not outcome.has_endline:
        return ONLY_BASELINE
    if arm.all():
        return _(
            "Tidak ada kelompok pembanding, sehingga perubahan peserta tidak dapat dibandingkan dengan "
            "perubahan tanpa program."
        )
    if arm.sum() < LEAST_FOR_INFERENCE:
        return too_few(_("peserta"))
    return too_few(_("pembanding")) if (~arm).sum() < LEAST_FOR_INFERENCE else None


def _not_apart(names: Sequence[str]) -> Message:
    return _(
        "Seluruh peserta dan seluruh pembanding berbeda menurut {traits} (kolom {columns}), sehingga "
        "pengaruhnya tidak dapat dipisahkan dari hasil program.",
        traits=listing(InSentence(TRAIT_LABELS[name]) for name in names),
        columns=listing(COLUMN_OF.get(name, name) for name in names),
    )


def _measure(
    pairs: pd.DataFrame, outcome: Outcome, arm: np.ndarray, covariates: Floats | None, how: Drawing
) -> Effects | NotEstimable:
    constant = np.ones((len(pairs), 1))
    others = constant if covariates is None else np.column_stack([constant, covariates])
    return measure(pairs, outcome, arm.astype("float64"), others, how)
