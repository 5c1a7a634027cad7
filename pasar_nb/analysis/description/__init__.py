"""What the households answered: every question of the survey, in every wave, and split by group."""

from pasar_nb.analysis.description.assessment import describe
from pasar_nb.analysis.description.results import (
    Description,
    Distribution,
    FromBusiness,
    Spending,
    Split,
)

__all__ = ["Description", "Distribution", "FromBusiness", "Spending", "Split", "describe"]
