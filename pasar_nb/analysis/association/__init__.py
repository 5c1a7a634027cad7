"""Whether households that received more support changed more: correlations, never causes.

`correlate` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.association.correlating import DRAWS, correlate
from pasar_nb.analysis.association.key_figures import key_figures
from pasar_nb.analysis.association.results import Association, Correlations, Untested, Window
from pasar_nb.analysis.association.support import CONTACTS, HOURS, SHARE_ATTENDED

__all__ = [
    "CONTACTS",
    "DRAWS",
    "HOURS",
    "SHARE_ATTENDED",
    "Association",
    "Correlations",
    "Untested",
    "Window",
    "correlate",
    "key_figures",
]
