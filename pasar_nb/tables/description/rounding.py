"""Statistics as the public sees them: three digits, as exact means of whole answers give their sums away."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.description import Description
from pasar_nb.analysis.description.naming import three_digits
from pasar_nb.disclosure import Released

_STATISTICS = ("mean", "median", "mode", "deviation", "low_quartile", "high_quartile")


def as_published(shown: Released[Description], table: pd.DataFrame) -> pd.DataFrame:
    """Round the statistics of a table to three digits in public, and leave them to the owner of the data."""
    if shown.audience == "internal":
        return table
    known = [name for name in _STATISTICS if name in table]
    return table.assign(**{name: table[name].map(three_digits) for name in known})
