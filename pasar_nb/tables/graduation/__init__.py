"""Graduation, in tables."""

from pasar_nb.tables.graduation.criteria import criteria, lacking_one, unmet
from pasar_nb.tables.graduation.follow_up import follow_up, household_plan
from pasar_nb.tables.graduation.levels import by_disability, by_sex, levels, moves, transitions

__all__ = [
    "by_disability",
    "by_sex",
    "criteria",
    "follow_up",
    "household_plan",
    "lacking_one",
    "levels",
    "moves",
    "transitions",
    "unmet",
]
