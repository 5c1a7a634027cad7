"""Support received and the change of households, drawn."""

from pasar_nb.figures.association.forest import correlation_forest

__all__ = ["correlation_forest"]
