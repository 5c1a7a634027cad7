"""The change of households, drawn."""

from pasar_nb.figures.change.balance import balance
from pasar_nb.figures.change.event_study import event_study
from pasar_nb.figures.change.forest import changes
from pasar_nb.figures.change.levels import levels
from pasar_nb.figures.change.path import path
from pasar_nb.figures.change.subgroups import subgroups

__all__ = ["balance", "changes", "event_study", "levels", "path", "subgroups"]
