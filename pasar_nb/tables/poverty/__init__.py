"""Tables of poverty among the surveyed households."""

from pasar_nb.tables.poverty.classes import classes, minimum_wage
from pasar_nb.tables.poverty.indices import headcount, inequality

__all__ = ["classes", "headcount", "inequality", "minimum_wage"]
