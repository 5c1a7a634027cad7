"""How a monthly series moves: its trend per year, its level before and after, its season.

`describe` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.trend.describing import DRAWS, describe
from pasar_nb.analysis.trend.key_figures import key_figures
from pasar_nb.analysis.trend.results import LevelChange, Monthly, Season, SeriesTrend, Slope, Trend

__all__ = [
    "DRAWS",
    "LevelChange",
    "Monthly",
    "Season",
    "SeriesTrend",
    "Slope",
    "Trend",
    "describe",
    "key_figures",
]
