"""How a monthly series moves: trend, season, level and slope at a known date, shifts, the months to come.

`describe` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.trend.break_results import Shift, Shifts
from pasar_nb.analysis.trend.described import Study, Trend
from pasar_nb.analysis.trend.describing import describe
from pasar_nb.analysis.trend.forecast_results import Backtest, Forecast, NoForecast
from pasar_nb.analysis.trend.interruption_results import (
    AgainstSeries,
    Change,
    Interruption,
    Placebo,
    Residuals,
)
from pasar_nb.analysis.trend.key_figures import key_figures
from pasar_nb.analysis.trend.results import LevelChange, Monthly, Season, SeriesTrend, Slope

__all__ = [
    "AgainstSeries",
    "Backtest",
    "Change",
    "Forecast",
    "Interruption",
    "LevelChange",
    "Monthly",
    "NoForecast",
    "Placebo",
    "Residuals",
    "Season",
    "SeriesTrend",
    "Shift",
    "Shifts",
    "Slope",
    "Study",
    "Trend",
    "describe",
    "key_figures",
]
