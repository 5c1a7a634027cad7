"""What goes with what among households: correlations, never causes.

`correlate` asks whether those who received more support changed more; `relate` sets every measure against
every other. Their parts stand in modules of their own.
"""

from pasar_nb.analysis.association.correlating import DRAWS, correlate
from pasar_nb.analysis.association.key_figures import key_figures
from pasar_nb.analysis.association.matrices import Matrix, Relations
from pasar_nb.analysis.association.relating import relate
from pasar_nb.analysis.association.results import (
    Association,
    Correlations,
    Doses,
    Family,
    Untested,
    Window,
)
from pasar_nb.analysis.association.support import CONTACTS, HOURS, SHARE_ATTENDED

__all__ = [
    "CONTACTS",
    "DRAWS",
    "HOURS",
    "SHARE_ATTENDED",
    "Association",
    "Correlations",
    "Doses",
    "Family",
    "Matrix",
    "Relations",
    "Untested",
    "Window",
    "correlate",
    "key_figures",
    "relate",
]
