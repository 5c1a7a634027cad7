"""Districts side by side, said in sentences."""

from pasar_nb.prose.locations.comparison import absent, copying, pooled, standing
from pasar_nb.prose.locations.summary import limits, summary

__all__ = ["absent", "copying", "limits", "pooled", "standing", "summary"]
