"""The change of households, said in sentences."""

from pasar_nb.prose.change.comparison import balance, comparison
from pasar_nb.prose.change.paired import paired, relative
from pasar_nb.prose.change.people import attendance, attrition, levels, splits
from pasar_nb.prose.change.summary import limits, summary

__all__ = [
    "attendance",
    "attrition",
    "balance",
    "comparison",
    "levels",
    "limits",
    "paired",
    "relative",
    "splits",
    "summary",
]
