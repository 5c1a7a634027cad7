"""All outcomes, said in sentences."""

from pasar_nb.prose.outcomes.compared import differences
from pasar_nb.prose.outcomes.coverage import coverage
from pasar_nb.prose.outcomes.explored import categories, explored, in_short, primary
from pasar_nb.prose.outcomes.limits import limits

__all__ = ["categories", "coverage", "differences", "explored", "in_short", "limits", "primary"]
