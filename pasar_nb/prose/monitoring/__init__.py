"""Whether we are on the way we planned, said in sentences."""

from pasar_nb.prose.monitoring.chain import chain, questions
from pasar_nb.prose.monitoring.measuring import coverage, deadlines, measuring
from pasar_nb.prose.monitoring.summary import limits, summary
from pasar_nb.prose.monitoring.targets import furthest_behind, reading, targets

__all__ = [
    "chain",
    "coverage",
    "deadlines",
    "furthest_behind",
    "limits",
    "measuring",
    "questions",
    "reading",
    "summary",
    "targets",
]
