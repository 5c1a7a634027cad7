"""Sentences on poverty among the surveyed households; it is never the district's official rate."""

from pasar_nb.prose.poverty.classes import classes
from pasar_nb.prose.poverty.depth import depth
from pasar_nb.prose.poverty.headcount import by_income, headcount, in_short
from pasar_nb.prose.poverty.limits import limits
from pasar_nb.prose.poverty.wage import minimum_wage

__all__ = ["by_income", "classes", "depth", "headcount", "in_short", "limits", "minimum_wage"]
