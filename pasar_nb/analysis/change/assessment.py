"""The whole of the change of households in one call."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from pasar_nb.analysis.chance import SEED
from pasar_nb.analysis.change.attendance import attend, follow
from pasar_nb.analysis.change.checks import Survey
from pasar_nb.analysis.change.comparison import compare
from pasar_nb.analysis.change.effects import Drawing
from pasar_nb.analysis.change.levels import levels
from pasar_nb.analysis.change.outcome import matched, primary_outcome
from pasar_nb.analysis.change.paired import paired
from pasar_nb.analysis.change.path import path
from pasar_nb.analysis.change.results import Attendance, Attrition, HouseholdChange
from pasar_nb.analysis.change.subgroups import subgroups
from pasar_nb.analysis.change.waves import underway
from pasar_nb.analysis.households import finished, with_measures
from pasar_nb.analysis.numbering import number_households
from pasar_nb.analysis.profile import commodity_of, start_of
from pasar_nb.errors import UsageError
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _

DRAWS = 1_999  # a bound of a 95 % interval is then known to a few per cent of its width
LEAST_DRAWS = 99  # Davidson and MacKinnon 2000: fewer lose too much power


def assess(
    profile: pd.DataFrame,
    homes: pd.DataFrame,
    survey: pd.DataFrame,
    *,
    prices: pd.DataFrame,
    variables: pd.DataFrame,
    draws: int = DRAWS,
    seed: int = SEED,
) -> HouseholdChange:
    """Say what changed for the households between the baseline and the last wave.

    Parameters
    ----------
    profile, homes, survey, prices, variables
        Tables `profil`, `rumah_tangga`, `survei`, `ihk` and `variabel` of the contract. They are not changed.
    draws, seed
        Number of draws of the wild cluster bootstrap, and where the random numbers start.

    Returns
    -------
    HouseholdChange
        What cannot be said is a `NotEstimable` with its reason.

    Raises
    ------
    UsageError
        If `draws` is below 99.
    """
    if draws < LEAST_DRAWS:
        raise UsageError(
            _("draws = {draws} terlalu sedikit; isi paling sedikit {least}.", draws=draws, least=LEAST_DRAWS)
        )
    homes, survey = number_households(homes, survey)
    asked, unfinished = finished(survey, homes)
    measured, how, start = with_measures(asked), Drawing(draws, seed), start_of(profile)
    outcome = primary_outcome(profile, measured, homes, variables, prices)
    attendance = attend(survey, homes, unfinished)
    if isinstance(outcome, NotEstimable):
        found = _without_outcome(outcome, attendance, follow(measured, homes))
    else:
        pairs = matched(measured, homes, prices, outcome)
        begun = underway(measured, homes, outcome, start)
        sources = Survey(measured, homes, prices, start, begun)
        found = HouseholdChange(
            outcome=outcome,
            attendance=attendance,
            attrition=follow(measured, homes, pairs, outcome),
            levels=levels(pairs, outcome, how),
            path=path(measured, homes, prices, outcome, how),
            paired=paired(pairs, outcome, how),
            subgroups=subgroups(pairs, homes, outcome, how),
            comparison=compare(pairs, sources, outcome, how),
            underway=bool(begun),
        )
    return replace(found, commodity=commodity_of(profile), start=start)


def _without_outcome(
    reason: NotEstimable, attendance: Attendance | NotEstimable, attrition: Attrition | NotEstimable
) -> HouseholdChange:
    """Say why nothing is told but who was there."""
    return HouseholdChange(
        outcome=reason,
        attendance=attendance,
        attrition=attrition,
        levels=reason,
        path=reason,
        paired=reason,
        subgroups=reason,
        comparison=reason,
    )
