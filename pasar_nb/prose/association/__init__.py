"""Support received and the change of households, said in sentences."""

from pasar_nb.prose.association.relation import before, kinds, relation
from pasar_nb.prose.association.summary import limits

__all__ = ["before", "kinds", "limits", "relation"]
