"""What changed for the households, and whether a comparison group allows to say more.

`assess` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.change.assessment import DRAWS, assess
from pasar_nb.analysis.change.estimation import Estimate, estimate
from pasar_nb.analysis.change.key_figures import key_figures
from pasar_nb.analysis.change.least_squares import Design
from pasar_nb.analysis.change.results import (
    Attendance,
    Attrition,
    BeforeAfter,
    Comparison,
    HouseholdChange,
    Outcome,
    OutcomePath,
    PairedChange,
    Subgroups,
)
from pasar_nb.analysis.change.shifts import Shift, shift_of

__all__ = [
    "DRAWS",
    "Attendance",
    "Attrition",
    "BeforeAfter",
    "Comparison",
    "Design",
    "Estimate",
    "HouseholdChange",
    "Outcome",
    "OutcomePath",
    "PairedChange",
    "Shift",
    "Subgroups",
    "assess",
    "estimate",
    "key_figures",
    "shift_of",
]
