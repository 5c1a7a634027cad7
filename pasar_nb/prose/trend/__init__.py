"""How a monthly series moves, said in sentences."""

from pasar_nb.prose.trend.interruption import against, interruption, shifts
from pasar_nb.prose.trend.outlook import outlook
from pasar_nb.prose.trend.series import level, others, season, trend
from pasar_nb.prose.trend.summary import limits, summary_sentence

__all__ = [
    "against",
    "interruption",
    "level",
    "limits",
    "others",
    "outlook",
    "season",
    "shifts",
    "summary_sentence",
    "trend",
]
