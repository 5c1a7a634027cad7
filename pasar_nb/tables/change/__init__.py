"""The change of households in tables."""

from pasar_nb.tables.change.checks import checks, event_study
from pasar_nb.tables.change.estimates import balance, estimates, relative
from pasar_nb.tables.change.leavers import leavers_by_place, leavers_profile
from pasar_nb.tables.change.path import all_pairs, directions, path
from pasar_nb.tables.change.people import attendance, attrition, levels
from pasar_nb.tables.change.subgroups import differences, group_changes

__all__ = [
    "all_pairs",
    "attendance",
    "attrition",
    "balance",
    "checks",
    "differences",
    "directions",
    "estimates",
    "event_study",
    "group_changes",
    "leavers_by_place",
    "leavers_profile",
    "levels",
    "path",
    "relative",
]
