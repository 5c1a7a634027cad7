"""All checks of a comparison in one call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

import pandas as pd

from pasar_nb.analysis.arrays import Floats
from pasar_nb.analysis.change.ancova import ancova
from pasar_nb.analysis.change.balance import arm_of, held_equal, others_of, traits
from pasar_nb.analysis.change.check_results import (
    ArmsTest,
    Checks,
    EventStudy,
    Placebo,
    PreTrend,
    SinceLast,
)
from pasar_nb.analysis.change.effects import Drawing, cluster_codes
from pasar_nb.analysis.change.estimation import Estimate
from pasar_nb.analysis.change.event_study import event_study
from pasar_nb.analysis.change.least_squares import residuals
from pasar_nb.analysis.change.lee_bounds import lee_bounds
from pasar_nb.analysis.change.permutation import arms_apart
from pasar_nb.analysis.change.pretrend import placebo, pretrend, since_last
from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.change.waves import (
    NO_REFERENCE,
    NONE_BEFORE,
    ONE_BEFORE,
    TWO_WAVES,
    Waves,
    waves_of,
)
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _


@dataclass(frozen=True, slots=True)
class Survey:
    """What a comparison is checked with, beside its two waves.

    Attributes
    ----------
    answers, homes, prices
        Table `survei` with its derived measures, `rumah_tangga` and `ihk`.
    start
        First day of the programme, or None.
    underway
        Whether it already ran at the baseline (`waves.underway`).
    """

    answers: pd.DataFrame
    homes: pd.DataFrame
    prices: pd.DataFrame
    start: date | None
    underway: bool | None


class _OverWaves(TypedDict):
    """The checks over the waves, as fields of `Checks`."""

    pretrend: PreTrend | NotEstimable
    placebo: Placebo | NotEstimable
    since_last: SinceLast | NotEstimable | None
    event_study: EventStudy | NotEstimable


def check(
    pairs: pd.DataFrame,
    survey: Survey,
    outcome: Outcome,
    *,
    balance: pd.DataFrame,
    equal: tuple[str, ...],
    main: Estimate,
    how: Drawing,
) -> Checks:
    """Check a comparison.

    Parameters
    ----------
    pairs
        From `outcome.matched`.
    survey
        All waves and households.
    outcome
        What is measured.
    balance
        From `balance.compare_arms`.
    equal
        Characteristics that the comparison holds equal.
    main
        The comparison.
    how
        The draws.
    """
    others = others_of(held_equal(pairs, survey.answers, equal))
    waves = (
        NONE_BEFORE
        if survey.underway
        else waves_of(survey.answers, survey.homes, survey.prices, outcome, survey.start)
    )
    return Checks(
        together=_together(pairs, survey.answers, outcome, balance, how),
        underway=survey.underway,
        **_over_waves(waves, survey, equal, main, how),
        permuted=_permuted(pairs, others, how),
        ancova=ancova(pairs, arm_of(pairs), others, main, how),
        lee=lee_bounds(pairs, survey.answers, survey.homes, outcome),
    )


def _over_waves(
    waves: Waves | NotEstimable, survey: Survey, equal: tuple[str, ...], main: Estimate, how: Drawing
) -> _OverWaves:
    """Check what more than two waves allow."""
    if isinstance(waves, NotEstimable):
        past = NotEstimable(ONE_BEFORE) if waves is TWO_WAVES else waves
        since = None if waves in (TWO_WAVES, NONE_BEFORE) else waves
        study = NO_REFERENCE if waves is NONE_BEFORE else waves
        return {"pretrend": past, "placebo": past, "since_last": since, "event_study": study}
    held = held_equal(waves.homes, survey.answers, equal)
    return {
        "pretrend": pretrend(waves, held, how),
        "placebo": placebo(waves, held, how),
        "since_last": since_last(waves, held, main, how),
        "event_study": event_study(waves, held, how),
    }


def _together(
    pairs: pd.DataFrame, answers: pd.DataFrame, outcome: Outcome, balance: pd.DataFrame, how: Drawing
) -> ArmsTest | NotEstimable:
    """Test the characteristics of the balance table together; who did not tell one gets the mean."""
    if balance.empty:
        return NotEstimable(
            _("Tidak ada ciri yang diisi cukup banyak rumah tangga, sehingga kesetaraannya tidak diuji.")
        )
    values = traits(pairs, answers, outcome)[list(balance["trait"])]
    filled = values.fillna(values.mean()).to_numpy(dtype="float64")
    return arms_apart(filled, arm_of(pairs), cluster_codes(pairs), how)


def _permuted(pairs: pd.DataFrame, others: Floats, how: Drawing) -> ArmsTest | NotEstimable:
    """Test the main comparison; what is held equal is taken out before (Rosenbaum 2002)."""
    change = residuals(others, (pairs["after"] - pairs["before"]).to_numpy(dtype="float64"))
    return arms_apart(change.reshape(-1, 1), arm_of(pairs), cluster_codes(pairs), how)
