"""What goes with what among households, and support received with their change, in tables."""

from pasar_nb.tables.association.family import by_outcome
from pasar_nb.tables.association.pairs import all_changes, all_pairs, strongest, strongest_changes
from pasar_nb.tables.association.support import correlations, received

__all__ = [
    "all_changes",
    "all_pairs",
    "by_outcome",
    "correlations",
    "received",
    "strongest",
    "strongest_changes",
]
