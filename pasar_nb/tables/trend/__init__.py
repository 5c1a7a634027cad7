"""How monthly series move, in tables."""

from pasar_nb.tables.trend.forecasts import forecasts
from pasar_nb.tables.trend.overview import series_overview
from pasar_nb.tables.trend.series import series_trends

__all__ = ["forecasts", "series_overview", "series_trends"]
