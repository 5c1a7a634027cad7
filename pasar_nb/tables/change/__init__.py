"""The change of households in tables."""

from pasar_nb.tables.change.estimates import balance, estimates, relative
from pasar_nb.tables.change.people import attendance, attrition, group_changes, levels

__all__ = ["attendance", "attrition", "balance", "estimates", "group_changes", "levels", "relative"]
