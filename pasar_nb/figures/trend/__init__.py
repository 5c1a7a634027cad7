"""How monthly series move, drawn."""

from pasar_nb.figures.trend.broken import broken_line
from pasar_nb.figures.trend.main import main_series
from pasar_nb.figures.trend.outlook import months_to_come
from pasar_nb.figures.trend.panels import all_series
from pasar_nb.figures.trend.season import season_by_month

__all__ = ["all_series", "broken_line", "main_series", "months_to_come", "season_by_month"]
