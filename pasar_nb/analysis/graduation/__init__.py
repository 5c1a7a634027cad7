"""How far each household is on its way out of poverty: levels, movement, what holds back, what comes next.

`assess` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.graduation.assessment import PASS_LEVEL, assess
from pasar_nb.analysis.graduation.key_figures import find_row, key_figures
from pasar_nb.analysis.graduation.naming import (
    FEW_AT_STEPS,
    FEW_IN_GROUPS,
    FEW_MOVES,
    FEW_TO_JUDGE,
    condition,
    criterion_name,
    level_name,
    wave_in_short,
    wave_name,
)
from pasar_nb.analysis.graduation.precision import Proportion, proportion, shown_count
from pasar_nb.analysis.graduation.results import (
    Criteria,
    FollowUp,
    Graduation,
    Kept,
    Levels,
    Movement,
    Moves,
    Obstacles,
    Split,
    Unjudged,
    Wave,
)
from pasar_nb.analysis.graduation.traits import NOT_RECORDED

__all__ = [
    "FEW_AT_STEPS",
    "FEW_IN_GROUPS",
    "FEW_MOVES",
    "FEW_TO_JUDGE",
    "NOT_RECORDED",
    "PASS_LEVEL",
    "Criteria",
    "FollowUp",
    "Graduation",
    "Kept",
    "Levels",
    "Movement",
    "Moves",
    "Obstacles",
    "Proportion",
    "Split",
    "Unjudged",
    "Wave",
    "assess",
    "condition",
    "criterion_name",
    "find_row",
    "key_figures",
    "level_name",
    "proportion",
    "shown_count",
    "wave_in_short",
    "wave_name",
]
