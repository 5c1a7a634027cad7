"""Whether we are on the way we planned, in tables."""

from pasar_nb.tables.monitoring.chain import boxes, questions
from pasar_nb.tables.monitoring.coverage import apkm, feedback, themes
from pasar_nb.tables.monitoring.targets import measuring, states, targets

__all__ = ["apkm", "boxes", "feedback", "measuring", "questions", "states", "targets", "themes"]
