"""How a monthly series moves, said in sentences."""

from pasar_nb.prose.trend.series import level, others, season, trend
from pasar_nb.prose.trend.summary import limits, summary_sentence

__all__ = ["level", "limits", "others", "season", "summary_sentence", "trend"]
