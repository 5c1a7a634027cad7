"""Are we on the way we planned: target against realisation, and the results chain with its states.

`monitor` does everything; its parts stand in modules of their own. `standings` reads the result for showing.
"""

from pasar_nb.analysis.monitoring.chain import LAGGING, ON_THE_WAY, UNKNOWN, boxes_before
from pasar_nb.analysis.monitoring.key_figures import key_figures
from pasar_nb.analysis.monitoring.monitor import monitor
from pasar_nb.analysis.monitoring.results import (
    Chain,
    Coverage,
    Feedback,
    Indicators,
    Measuring,
    Monitoring,
    Questions,
)
from pasar_nb.analysis.monitoring.standing import Standing, standings

__all__ = [
    "LAGGING",
    "ON_THE_WAY",
    "UNKNOWN",
    "Chain",
    "Coverage",
    "Feedback",
    "Indicators",
    "Measuring",
    "Monitoring",
    "Questions",
    "Standing",
    "boxes_before",
    "key_figures",
    "monitor",
    "standings",
]
