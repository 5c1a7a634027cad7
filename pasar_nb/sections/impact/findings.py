"""What changed: the primary outcome first and alone, the comparison, groups and all other outcomes."""

from __future__ import annotations

from pasar_nb.analysis.association import Association
from pasar_nb.analysis.change import HouseholdChange
from pasar_nb.analysis.outcomes import Outcomes
from pasar_nb.analysis.poverty import LivingStandard
from pasar_nb.analysis.remarks import RemarksExamined
from pasar_nb.analysis.survey import SurveyExamined
from pasar_nb.analysis.trend import Trend
from pasar_nb.disclosure import Released
from pasar_nb.figures import change as change_figures
from pasar_nb.figures import outcomes as outcome_figures
from pasar_nb.prose import association as related_prose
from pasar_nb.prose import change as change_prose
from pasar_nb.prose import outcomes as outcome_prose
from pasar_nb.prose import poverty as poverty_prose
from pasar_nb.prose import remarks as remarks_prose
from pasar_nb.prose import survey as survey_prose
from pasar_nb.prose import trend as trend_prose
from pasar_nb.sections.exhibit import Section
from pasar_nb.sections.topic import topic
from pasar_nb.tables import change as change_tables
from pasar_nb.tables import outcomes as outcome_tables


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
        *outcome_tables.verdicts(outcomes),
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


def limits(
    change: Released[HouseholdChange],
    outcomes: Released[Outcomes],
    survey: Released[SurveyExamined],
    poverty: Released[LivingStandard],
    linked: Released[Association],
    trend: Released[Trend],
    heard: Released[RemarksExamined],
) -> Section:
    """Say what the report cannot tell, each thing once, as the analyses found it."""
    said = (
        *change_prose.limits(change),
        *outcome_prose.limits(outcomes),
        *survey_prose.limits(survey),
        *poverty_prose.limits(poverty),
        *related_prose.limits(linked),
        *trend_prose.limits(trend),
        *remarks_prose.limits(heard),
    )
    return tuple(dict.fromkeys(said))
