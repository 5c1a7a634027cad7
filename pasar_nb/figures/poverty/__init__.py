"""Poverty among the surveyed households, drawn."""

from pasar_nb.figures.poverty.classes import classes
from pasar_nb.figures.poverty.headcount import headcount

__all__ = ["classes", "headcount"]
