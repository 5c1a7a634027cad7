"""Support received and the change of households, said in sentences."""

from pasar_nb.prose.association.relation import before, caution, kinds, relation
from pasar_nb.prose.association.summary import limits, summary_sentence

__all__ = ["before", "caution", "kinds", "limits", "relation", "summary_sentence"]
