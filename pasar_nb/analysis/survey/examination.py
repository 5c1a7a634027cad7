"""Who is in the data of a survey, in one call."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.change.results import Outcome
from pasar_nb.analysis.households import NO_SURVEY, finished, with_measures, with_traits
from pasar_nb.analysis.numbering import number_households
from pasar_nb.analysis.survey.matching import match_waves
from pasar_nb.analysis.survey.missing import missing_values
from pasar_nb.analysis.survey.plan import MARGIN, plan_of
from pasar_nb.analysis.survey.precision import precision_of
from pasar_nb.analysis.survey.results import SurveyExamined
from pasar_nb.findings import NotEstimable


def examine(
    homes: pd.DataFrame,
    survey: pd.DataFrame,
    *,
    variables: pd.DataFrame,
    outcome: Outcome | NotEstimable | None = None,
    margin: float = MARGIN,
) -> SurveyExamined:
    """Say who was interviewed how often, what was not answered, and how far the numbers carry.

    Parameters
    ----------
    homes, survey, variables
        Tables `rumah_tangga`, `survei` and `variabel` of the contract. They are not changed.
    outcome
        The primary outcome, which is told first.
    margin
        Margin of error of the plan by Slovin's formula, a share between 0 and 1.

    Returns
    -------
    SurveyExamined
        What cannot be said is a `NotEstimable` with its reason.

    Raises
    ------
    UsageError
        Where `margin` is not between 0 and 1.
    """
    if survey.empty:
        return SurveyExamined(matching=NO_SURVEY, missing=NO_SURVEY, plan=NO_SURVEY, precision=NO_SURVEY)
    homes, survey = number_households(homes, survey)
    survey, _unfinished = finished(survey, homes)
    measured = with_traits(with_measures(survey), homes)
    return SurveyExamined(
        matching=match_waves(measured),
        missing=missing_values(survey, variables),
        plan=plan_of(homes, measured, margin=margin),
        precision=precision_of(measured, variables, outcome if isinstance(outcome, Outcome) else None),
    )
