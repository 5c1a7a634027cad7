"""Who was asked, what was answered, and how complete that is."""

from __future__ import annotations

from pasar_nb.analysis.change import HouseholdChange
from pasar_nb.analysis.description import Description
from pasar_nb.analysis.outcomes import Outcomes
from pasar_nb.analysis.survey import SurveyExamined
from pasar_nb.disclosure import Released
from pasar_nb.figures import description as described_figures
from pasar_nb.figures import survey as survey_figures
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import change as change_prose
from pasar_nb.prose import description as described_prose
from pasar_nb.prose import outcomes as outcome_prose
from pasar_nb.prose import survey as survey_prose
from pasar_nb.sections.exhibit import Section
from pasar_nb.sections.topic import topic
from pasar_nb.tables import change as change_tables
from pasar_nb.tables import description as described_tables
from pasar_nb.tables import outcomes as outcome_tables
from pasar_nb.tables import survey as survey_tables


def people(change: Released[HouseholdChange], survey: Released[SurveyExamined]) -> Section:
    """Show who was interviewed when, and who was not seen again."""
    return (
        *topic(change_prose.attendance(change), change_tables.attendance(change)),
        *topic(survey_prose.matching(survey), survey_tables.matching(survey)),
        *topic(change_prose.attrition(change), change_tables.attrition(change)),
        *topic(
            change_prose.leavers(change),
            change_tables.leavers_profile(change),
            change_tables.leavers_by_place(change),
        ),
    )


def completeness(survey: Released[SurveyExamined], outcomes: Released[Outcomes]) -> Section:
    """Show which themes the data cover, how many were asked, what is missing and how precise means are."""
    return (
        *topic(outcome_prose.coverage(outcomes), outcome_tables.coverage(outcomes)),
        *topic(survey_prose.plan(survey), survey_tables.plan(survey)),
        *topic(survey_prose.missing(survey), *_worth_drawing(survey), survey_tables.missing(survey)),
        *topic(survey_prose.precision(survey), survey_tables.precision(survey)),
    )


def description(described: Released[Description]) -> Section:
    """Describe every answer by wave and arm."""
    overview = described_prose.overview(described)
    if isinstance(overview, NotEstimable):
        return (overview,)
    return (
        overview,
        *topic(described_prose.levels(described), described_figures.main_distribution(described)),
        *topic(
            described_prose.spending(described),
            described_figures.spending(described),
            described_tables.spending(described),
        ),
        *topic(described_prose.business_income(described), described_tables.business_income(described)),
        *topic(
            described_figures.distributions(described),
            described_tables.amounts(described),
            described_tables.numbers(described),
            described_tables.answers(described),
        ),
    )


def groups(described: Released[Description]) -> Section:
    """Describe the key answers of each group."""
    overview = described_prose.overview(described)
    if isinstance(overview, NotEstimable):
        return (overview,)
    return (
        *described_prose.hidden_splits(described),
        *described_tables.splits(described),
        *described_tables.every_split(described),
    )


def _worth_drawing(survey: Released[SurveyExamined]) -> Section:
    """Leave the drawing of missing answers out where it cannot be drawn: sentence and table say enough."""
    figure = survey_figures.missing(survey)
    return () if isinstance(figure, NotEstimable) else (figure,)
