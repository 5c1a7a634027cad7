"""The change of households, said in sentences."""

from pasar_nb.prose.change.checks import checks
from pasar_nb.prose.change.comparison import balance, comparison
from pasar_nb.prose.change.event_study import event_study
from pasar_nb.prose.change.leavers import leavers
from pasar_nb.prose.change.paired import paired, relative
from pasar_nb.prose.change.path import path
from pasar_nb.prose.change.people import attendance, attrition, levels
from pasar_nb.prose.change.shift import shift
from pasar_nb.prose.change.subgroups import splits
from pasar_nb.prose.change.summary import limits, summary

__all__ = [
    "attendance",
    "attrition",
    "balance",
    "checks",
    "comparison",
    "event_study",
    "leavers",
    "levels",
    "limits",
    "paired",
    "path",
    "relative",
    "shift",
    "splits",
    "summary",
]
