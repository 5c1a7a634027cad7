"""Every outcome beside the primary one: explored, corrected for their number, and never the main finding.

`explore` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.outcomes.exploring import explore
from pasar_nb.analysis.outcomes.results import (
    Difference,
    Explored,
    Outcomes,
    Primary,
    Switched,
    ThemeCoverage,
)

__all__ = ["Difference", "Explored", "Outcomes", "Primary", "Switched", "ThemeCoverage", "explore"]
