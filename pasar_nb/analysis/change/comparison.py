"""The change of the participants against that of a comparison group: difference-in-differences."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pasar_nb.analysis.change.balance import (
    COLUMN_OF,
    claim_of,
    compare_arms,
    held_equal,
    others_of,
    separating,
    unequal,
)
from pasar_nb.analysis.change.checks import Survey, check
from pasar_nb.analysis.change.effects import Drawing, Effects, measure
from pasar_nb.analysis.change.paired import ONLY_BASELINE, too_few, why_change_told
from pasar_nb.analysis.change.results import Comparison, Outcome
from pasar_nb.analysis.change.validity import claim_with
from pasar_nb.analysis.households import arms_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import InSentence, Message, _, listing
from pasar_nb.vocabulary import LEAST_FOR_INFERENCE, PARTICIPANT, SMALL_SAMPLE, TRAIT_LABELS


def compare(pairs: pd.DataFrame, survey: Survey, outcome: Outcome, how: Drawing) -> Comparison | NotEstimable:
    """Estimate how much more the participants changed than the comparison group.

    Parameters
    ----------
    pairs
        From `outcome.matched`.
    survey
        All waves and households, and when the programme began.
    outcome
        What is measured.
    how
        The bootstrap.

    Returns
    -------
    Comparison or NotEstimable
        The latter without a comparison group, with fewer than ten matched households in an arm, with too few
        groups in an arm, or where all surveys took place before the programme.

    Notes
    -----
    First differences of the panel on the arm: with two waves the same as two-way fixed effects. A difference
    of the outcome at baseline up to 0.25 standard deviations is taken out by the differences, above that no
    claim is made; every other characteristic in which the arms differ by more than 0.05 enters the
    regression (What Works Clearinghouse, Standards Handbook 4.1, II.A). Nor is a claim made where the
    programme already ran at the baseline or the arms moved apart before it; see `validity`.
    """
    arm = (pairs["studi"] == PARTICIPANT).to_numpy()
    refused = _refused(outcome, arm, survey) or _not_tellable(pairs, arm, outcome, survey)
    if refused is not None:
        return NotEstimable(refused)
    balance = compare_arms(pairs, survey.answers, outcome)
    alike = claim_of(balance)
    names = unequal(balance) if alike == "adjusted" else ()
    plain = _measure(pairs, outcome, arm, (), survey, how)
    found = _measure(pairs, outcome, arm, names, survey, how) if names else plain
    if isinstance(plain, NotEstimable):
        return plain
    if isinstance(found, NotEstimable):
        return found
    checks = check(pairs, survey, outcome, balance=balance, equal=names, main=found.estimate, how=how)
    return Comparison(
        outcome=outcome,
        estimate=found.estimate,
        unadjusted=plain.estimate,
        nominal=found.nominal,
        relative=found.relative,
        alike=alike,
        claim=claim_with(alike, checks.pretrend, underway=checks.underway),
        adjusted_for=names,
        baseline_mean=float(pairs.loc[arm, "before"].mean()),
        small=min(arm.sum(), (~arm).sum()) < SMALL_SAMPLE,
        outliers=found.outliers,
        same_without_outliers=found.same_without_outliers,
        n=len(pairs),
        n_participants=int(arm.sum()),
        n_compared=int((~arm).sum()),
        checks=checks,
        balance=balance,
    )


def _refused(outcome: Outcome, arm: np.ndarray, survey: Survey) -> Message | None:
    """Say why the arms cannot be compared, or None where they can."""
    if not outcome.has_endline:
        return ONLY_BASELINE
    if _all_before(outcome, survey):
        return _(
            "Semua survei berlangsung sebelum program dimulai, sehingga belum ada perubahan sesudah program "
            "yang dapat dibandingkan."
        )
    if (arms_of(survey.homes) == PARTICIPANT).all():
        return _(
            "Tidak ada kelompok pembanding, sehingga perubahan peserta tidak dapat dibandingkan dengan "
            "perubahan tanpa program."
        )
    if arm.sum() < LEAST_FOR_INFERENCE:
        return too_few(_("peserta"))
    return too_few(_("pembanding")) if (~arm).sum() < LEAST_FOR_INFERENCE else None


def _not_tellable(pairs: pd.DataFrame, arm: np.ndarray, outcome: Outcome, survey: Survey) -> Message | None:
    """Say why a comparison would tell of few, or of something else than the arms; None where it would not."""
    # The difference, with the change of one arm, tells the change of the other.
    told = why_change_told(pairs[arm], outcome) or why_change_told(pairs[~arm], outcome)
    separated = () if told is not None else separating(pairs, survey.answers)
    return _not_apart(separated) if separated else told


def _all_before(outcome: Outcome, survey: Survey) -> bool:
    """Tell whether the last wave, too, was over when the programme began."""
    if survey.start is None:
        return False
    days = survey.answers.loc[survey.answers["gelombang"] == outcome.last, "tanggal"]
    return bool(pd.to_datetime(days).max() < pd.Timestamp(survey.start))


def _not_apart(names: Sequence[str]) -> Message:
    return _(
        "Seluruh peserta dan seluruh pembanding berbeda menurut {traits} (kolom {columns}), sehingga "
        "pengaruhnya tidak dapat dipisahkan dari hasil program.",
        traits=listing(InSentence(TRAIT_LABELS[name]) for name in names),
        columns=listing(COLUMN_OF.get(name, name) for name in names),
    )


def _measure(
    pairs: pd.DataFrame,
    outcome: Outcome,
    arm: np.ndarray,
    equal: tuple[str, ...],
    survey: Survey,
    how: Drawing,
) -> Effects | NotEstimable:
    others = others_of(held_equal(pairs, survey.answers, equal))
    return measure(pairs, outcome, arm.astype("float64"), others, how)
