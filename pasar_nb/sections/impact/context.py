"""What stands beside the change: poverty, support received, monthly series, what people said."""

from __future__ import annotations

from pasar_nb.analysis.association import Association, Relations
from pasar_nb.analysis.poverty import LivingStandard
from pasar_nb.analysis.remarks import RemarksExamined
from pasar_nb.analysis.trend import Trend
from pasar_nb.disclosure import Released
from pasar_nb.figures import association as related_figures
from pasar_nb.figures import poverty as poverty_figures
from pasar_nb.figures import trend as trend_figures
from pasar_nb.findings import NotEstimable
from pasar_nb.prose import association as related_prose
from pasar_nb.prose import poverty as poverty_prose
from pasar_nb.prose import remarks as remarks_prose
from pasar_nb.prose import trend as trend_prose
from pasar_nb.sections.exhibit import Section
from pasar_nb.sections.topic import topic
from pasar_nb.tables import association as related_tables
from pasar_nb.tables import poverty as poverty_tables
from pasar_nb.tables import remarks as remarks_tables
from pasar_nb.tables import trend as trend_tables


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
            *trend_tables.forecasts(moving),
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
