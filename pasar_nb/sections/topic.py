"""One matter of a section: its sentence, figures and tables, and where they fail a single reason."""

from __future__ import annotations

import pandas as pd

from pasar_nb.disclosure import is_hidden
from pasar_nb.findings import NotEstimable
from pasar_nb.sections.exhibit import Exhibit, Section
from pasar_nb.tables.display import DisplayTable

_STATISTICS = ("number", "quantity", "share", "drawn_share", "probability", "money")


def topic(*exhibits: Exhibit) -> Section:
    """Leave out what only repeats that a matter cannot be told.

    Parameters
    ----------
    exhibits
        Of one matter, the sentence first: where it cannot be said, its figure cannot be drawn either.

    Returns
    -------
    Section
        All that can be shown, in order, with the first reason and no further one. Beside a reason a table in
        which no statistic is told is left out, too.
    """
    reasons = [one for one in exhibits if isinstance(one, NotEstimable)]
    if not reasons:
        return exhibits
    return tuple(
        one
        for one in exhibits
        if one is reasons[0] or not (isinstance(one, NotEstimable) or _tells_nothing(one))
    )


def _tells_nothing(exhibit: Exhibit) -> bool:
    if not isinstance(exhibit, DisplayTable):
        return False
    statistics = [one.name for one in exhibit.columns if one.kind in _STATISTICS]
    names = statistics or [one.name for one in exhibit.columns if one.kind == "integer"]  # whole rupiah
    cells = (cell for name in names for cell in exhibit.frame[name])
    return bool(names) and all(is_hidden(cell) or bool(pd.isna(cell)) for cell in cells)
