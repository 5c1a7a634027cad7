"""Who is in the data of a survey, in tables."""

from pasar_nb.tables.survey.answers import missing, precision
from pasar_nb.tables.survey.sample import matching, plan

__all__ = ["matching", "missing", "plan", "precision"]
