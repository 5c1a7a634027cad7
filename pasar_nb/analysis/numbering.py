"""Households by numbers instead of codes of text: the same tables, matched many times faster."""

from __future__ import annotations

import numpy as np
import pandas as pd


def number_households(*tables: pd.DataFrame) -> list[pd.DataFrame]:
    """Replace the codes of households by numbers, in the order of the codes.

    Parameters
    ----------
    *tables
        Tables with a column ``id_rt``. They are not changed.

    Returns
    -------
    list of DataFrame
        The tables in the order given; a household has the same number in all of them.
    """
    ids = pd.concat([table["id_rt"] for table in tables], ignore_index=True)
    numbers = pd.factorize(ids, sort=True)[0]
    ends = np.cumsum([len(table) for table in tables])[:-1]
    return [table.assign(id_rt=part) for table, part in zip(tables, np.split(numbers, ends), strict=True)]
