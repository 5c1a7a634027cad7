"""What goes with what among households, and support received with their change, drawn."""

from pasar_nb.figures.association.doses import change_by_dose
from pasar_nb.figures.association.forest import correlation_forest
from pasar_nb.figures.association.matrix import matrix

__all__ = ["change_by_dose", "correlation_forest", "matrix"]
