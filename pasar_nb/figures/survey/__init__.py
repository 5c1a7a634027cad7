"""Answers that are missing, drawn."""

from pasar_nb.figures.survey.missing import missing

__all__ = ["missing"]
