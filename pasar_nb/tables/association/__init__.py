"""Support received and the change of households, in tables."""

from pasar_nb.tables.association.support import correlations, received

__all__ = ["correlations", "received"]
