"""Who is in the data of a survey, which answers are missing, and how far its numbers carry.

`examine` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.survey.examination import examine
from pasar_nb.analysis.survey.plan import slovin
from pasar_nb.analysis.survey.results import (
    Matching,
    MissingValues,
    Precision,
    SamplePlan,
    SurveyExamined,
)

__all__ = ["Matching", "MissingValues", "Precision", "SamplePlan", "SurveyExamined", "examine", "slovin"]
