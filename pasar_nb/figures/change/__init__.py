"""The change of households, drawn."""

from pasar_nb.figures.change.balance import balance
from pasar_nb.figures.change.forest import changes
from pasar_nb.figures.change.levels import levels

__all__ = ["balance", "changes", "levels"]
