"""The answers of the survey, drawn."""

from pasar_nb.figures.description.distributions import distributions, main_distribution
from pasar_nb.figures.description.spending import spending

__all__ = ["distributions", "main_distribution", "spending"]
