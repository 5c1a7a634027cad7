"""How monthly series move, in tables."""

from pasar_nb.tables.trend.series import series_trends

__all__ = ["series_trends"]
