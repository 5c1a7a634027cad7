"""All outcomes, drawn."""

from pasar_nb.figures.outcomes.forest import forest

__all__ = ["forest"]
