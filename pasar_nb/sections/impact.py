"""The sections of the notebook on the change of households."""

from __future__ import annotations

from pasar_nb.analysis.association import Association, Relations
from pasar_nb.analysis.change import HouseholdChange
from pasar_nb.analysis.description import Description
from pasar_nb.analysis.outcomes import Outcomes
from pasar_nb.analysis.poverty import LivingStandard
from pasar_nb.analysis.remarks import RemarksExamined
from pasar_nb.analysis.survey import SurveyExamined
from pasar_nb.analysis.trend import Trend
from pasar_nb.disclosure import Released
from pasar_nb.figures import association as related_figures
from pasar_nb.figures import change as change_figures
from pasar_nb.figures import description as described_figures
from pasar_nb.figures import outcomes as outcome_figures
from pasar_nb.figures import poverty as poverty_figures
from pasar_nb.figures import survey as survey_figures
from pasar_nb.figures import trend as trend_figures
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import association as related_prose
from pasar_nb.prose import change as change_prose
from pasar_nb.prose import description as described_prose
from pasar_nb.prose import outcomes as outcome_prose
from pasar_nb.prose import poverty as poverty_prose
from pasar_nb.prose import remarks as remarks_prose
from pasar_nb.prose import survey as survey_prose
from pasar_nb.prose import trend as trend_prose
from pasar_nb.sections.exhibit import Section
from pasar_nb.sections.topic import topic
from pasar_nb.tables import association as related_tables
from pasar_nb.tables import change as change_tables
from pasar_nb.tables import description as described_tables
from pasar_nb.tables import outcomes as outcome_tables
from pasar_nb.tables import poverty as poverty_tables
from pasar_nb.tables import remarks as remarks_tables
from pasar_nb.tables import survey as survey_tables
from pasar_nb.tables import trend as trend_tables


def summary(
    change: Released[HouseholdChange],
    outcomes: Released[Outcomes],
    poverty: Released[LivingStandard],
    trend: Released[Trend],
) -> Section:
    """Say the findings that an official may quote, with the table of all verdicts."""
    return (
        *change_prose.summary(change),
        outcome_prose.in_short(outcomes),
        poverty_prose.in_short(poverty),
        trend_prose.summary_sentence(trend),
        outcome_tables.findings(outcomes),
    )


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
        *topic(survey_prose.missing(survey), survey_figures.missing(survey), survey_tables.missing(survey)),
        *topic(survey_prose.precision(survey), survey_tables.precision(survey)),
    )


def description(described: Released[Description]) -> Section:
    """Describe every answer by wave and arm."""
    return (
        described_prose.overview(described),
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
    return (
        *described_prose.hidden_splits(described),
        *described_tables.splits(described),
        *described_tables.every_split(described),
    )


def before_and_after(change: Released[HouseholdChange]) -> Section:
    """Show the levels of the primary outcome, wave by wave."""
    return (
        *topic(change_prose.levels(change), change_figures.levels(change), change_tables.levels(change)),
        *topic(
            change_prose.path(change),
            change_figures.path(change),
            change_tables.path(change),
            *change_tables.all_pairs(change),
        ),
    )


def primary(change: Released[HouseholdChange], outcomes: Released[Outcomes]) -> Section:
    """Show by how much the primary outcome changed, first and alone."""
    return (
        outcome_prose.primary(outcomes),
        *topic(change_prose.paired(change), change_figures.changes(change), change_tables.estimates(change)),
        *topic(change_prose.shift(change), change_tables.directions(change)),
        *topic(change_prose.relative(change), change_tables.relative(change)),
    )


def subgroups(change: Released[HouseholdChange]) -> Section:
    """Show whether some groups changed otherwise than the rest."""
    return (
        *topic(
            change_prose.splits(change),
            change_tables.differences(change),
            change_figures.subgroups(change),
            change_tables.group_changes(change),
        ),
    )


def other_outcomes(outcomes: Released[Outcomes]) -> Section:
    """Show everything else that was measured, after correction for the number of tests."""
    return (
        *topic(
            outcome_prose.explored(outcomes),
            *topic(outcome_prose.categories(outcomes), outcome_tables.categories(outcomes)),
            outcome_figures.forest(outcomes),
            outcome_tables.changes(outcomes),
            outcome_tables.checks(outcomes),
        ),
    )


def comparison(change: Released[HouseholdChange], outcomes: Released[Outcomes]) -> Section:
    """Compare with the comparison group, and show what checks that comparison."""
    return (
        change_prose.comparison(change),
        *topic(change_prose.balance(change), change_figures.balance(change), change_tables.balance(change)),
        *topic(
            change_prose.event_study(change),
            change_figures.event_study(change),
            change_tables.event_study(change),
        ),
        *change_prose.checks(change),
        change_tables.checks(change),
        *topic(outcome_prose.differences(outcomes), outcome_tables.differences(outcomes)),
    )


def poverty(poor: Released[LivingStandard]) -> Section:
    """Show how many live below the line, how far, in which class, and above the minimum wage."""
    return (
        *topic(
            poverty_prose.headcount(poor),
            poverty_figures.headcount(poor),
            poverty_prose.by_income(poor),
            poverty_prose.depth(poor),
            poverty_tables.headcount(poor),
            poverty_tables.inequality(poor),
        ),
        *topic(poverty_prose.classes(poor), poverty_figures.classes(poor), poverty_tables.classes(poor)),
        *topic(poverty_prose.minimum_wage(poor), poverty_tables.minimum_wage(poor)),
    )


def support(linked: Released[Association]) -> Section:
    """Show whether those who received more support changed more."""
    return (
        *topic(
            related_prose.relation(linked),
            related_prose.kinds(linked),
            related_prose.before(linked),
            related_figures.correlation_forest(linked),
            related_tables.correlations(linked),
        ),
        *topic(related_prose.by_dose(linked), related_figures.change_by_dose(linked)),
        *topic(related_prose.outcomes_asked(linked), related_tables.by_outcome(linked)),
        related_tables.received(linked),
    )


def relations(together: Released[Relations]) -> Section:
    """Show which measures go together."""
    return (
        *topic(
            related_prose.pairs(together),
            related_prose.schooling(together),
            related_figures.matrix(together),
            related_tables.strongest(together),
            related_tables.all_pairs(together),
        ),
        *topic(
            related_prose.changes_together(together),
            related_tables.strongest_changes(together),
            related_tables.all_changes(together),
        ),
    )


def series(moving: Released[Trend]) -> Section:
    """Show how monthly prices and sales move; where too few months tell a trend, they tell nothing else."""
    trend = trend_prose.trend(moving)
    found = (
        *topic(trend, trend_figures.main_series(moving)),
        *topic(trend_prose.season(moving), trend_figures.season_by_month(moving)),
        *topic(
            trend_prose.level(moving),
            trend_prose.interruption(moving),
            trend_figures.broken_line(moving),
            trend_prose.against(moving),
        ),
        trend_prose.shifts(moving),
        *topic(trend_prose.outlook(moving), trend_figures.months_to_come(moving)),
        *topic(
            trend_prose.others(moving),
            trend_figures.all_series(moving),
            trend_tables.series_trends(moving),
            trend_tables.series_overview(moving),
        ),
    )
    return topic(*found) if isinstance(trend, NotEstimable) else found


def remarks(heard: Released[RemarksExamined]) -> Section:
    """Show what people said."""
    return (
        *topic(
            remarks_prose.themes(heard),
            remarks_tables.themes_by_source(heard),
            remarks_tables.themes_by_sex(heard),
        ),
        remarks_tables.words(heard),
        remarks_tables.quotations(heard),
        remarks_prose.agreement(heard),
    )
