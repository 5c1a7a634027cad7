"""How monthly series move, drawn."""

from pasar_nb.figures.trend.main import main_series
from pasar_nb.figures.trend.panels import all_series
from pasar_nb.figures.trend.season import season_by_month

__all__ = ["all_series", "main_series", "season_by_month"]
