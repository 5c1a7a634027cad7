"""Where does it work, and how sure are we: districts side by side, and pooled where that is fair."""

from pasar_nb.analysis.locations.comparison import compare
from pasar_nb.analysis.locations.key_figures import key_figures
from pasar_nb.analysis.locations.pooling import pool
from pasar_nb.analysis.locations.results import Comparison, Pool, Pooling

__all__ = ["Comparison", "Pool", "Pooling", "compare", "key_figures", "pool"]
