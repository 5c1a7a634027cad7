"""What people said: themes, frequent words, a few quotations, and how far two codings agree.

`examine` does everything; its parts stand in modules of their own.
"""

from pasar_nb.analysis.remarks.examination import examine
from pasar_nb.analysis.remarks.quoting import quotation
from pasar_nb.analysis.remarks.results import (
    TOO_FEW_REMARKS,
    Agreement,
    Quotations,
    RemarksExamined,
    Themes,
    Words,
)

__all__ = [
    "TOO_FEW_REMARKS",
    "Agreement",
    "Quotations",
    "RemarksExamined",
    "Themes",
    "Words",
    "examine",
    "quotation",
]
