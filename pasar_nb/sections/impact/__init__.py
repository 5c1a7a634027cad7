"""The sections of the notebook on the change of households."""

from pasar_nb.sections.impact.context import poverty, relations, remarks, series, support
from pasar_nb.sections.impact.findings import (
    before_and_after,
    comparison,
    limits,
    other_outcomes,
    primary,
    subgroups,
    summary,
)
from pasar_nb.sections.impact.survey import completeness, description, groups, people

__all__ = [
    "before_and_after",
    "comparison",
    "completeness",
    "description",
    "groups",
    "limits",
    "other_outcomes",
    "people",
    "poverty",
    "primary",
    "relations",
    "remarks",
    "series",
    "subgroups",
    "summary",
    "support",
]
