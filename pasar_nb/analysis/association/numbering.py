"""Households and groups by numbers instead of codes of text: the same tables, matched many times faster."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pasar_nb.analysis.numbering import number_households


def in_numbers(
    households: pd.DataFrame, survey: pd.DataFrame, support: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Replace the codes of households and groups by numbers, in the order of the codes.

    What the district does not record of its households or contacts is missing, but there.

    Parameters
    ----------
    households, survey, support
        Tables `rumah_tangga`, `survei` and `pendampingan`. They are not changed.
    """
    homes, answers, contacts = number_households(
        _with(households, "id_kelompok"), survey, _with(support, "jam")
    )
    groups = pd.factorize(homes["id_kelompok"])[0].astype("float64")
    groups[groups < 0] = np.nan
    return homes.assign(id_kelompok=groups), answers, contacts


def _with(table: pd.DataFrame, *names: str) -> pd.DataFrame:
    """Add the columns that a table may do without."""
    return table.assign(**{name: np.nan for name in names if name not in table})
