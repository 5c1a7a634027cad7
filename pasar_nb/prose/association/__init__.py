"""What goes with what among households, and support received with their change, said in sentences."""

from pasar_nb.prose.association.family import by_dose, outcomes_asked
from pasar_nb.prose.association.pairs import changes_together, pairs, schooling
from pasar_nb.prose.association.relation import before, kinds, relation
from pasar_nb.prose.association.summary import limits

__all__ = [
    "before",
    "by_dose",
    "changes_together",
    "kinds",
    "limits",
    "outcomes_asked",
    "pairs",
    "relation",
    "schooling",
]
