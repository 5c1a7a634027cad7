"""Who is in the data of a survey, said in sentences."""

from pasar_nb.prose.survey.answers import missing, precision
from pasar_nb.prose.survey.sample import limits, matching, plan

__all__ = ["limits", "matching", "missing", "plan", "precision"]
