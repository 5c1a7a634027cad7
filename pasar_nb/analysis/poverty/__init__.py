"""Poverty among the surveyed households: how many are below the line, how far and how unequally."""

from pasar_nb.analysis.poverty.assessment import assess
from pasar_nb.analysis.poverty.indices import fgt, gini, shortfalls
from pasar_nb.analysis.poverty.key_figures import key_figures
from pasar_nb.analysis.poverty.results import LivingStandard, MinimumWage, Poverty

__all__ = [
    "LivingStandard",
    "MinimumWage",
    "Poverty",
    "assess",
    "fgt",
    "gini",
    "key_figures",
    "shortfalls",
]
