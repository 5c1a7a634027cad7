"""Graduation, in sentences."""

from pasar_nb.prose.graduation.levels import by_disability, by_sex, levels_now, rule, unknown
from pasar_nb.prose.graduation.movement import comparison, kept, movement
from pasar_nb.prose.graduation.next_steps import alone, follow_up, next_steps, obstacles, plan_access
from pasar_nb.prose.graduation.summary import limits, summary

__all__ = [
    "alone",
    "by_disability",
    "by_sex",
    "comparison",
    "follow_up",
    "kept",
    "levels_now",
    "limits",
    "movement",
    "next_steps",
    "obstacles",
    "plan_access",
    "rule",
    "summary",
    "unknown",
]
