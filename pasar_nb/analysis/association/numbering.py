"""Households and groups by numbers instead of codes of text: the same tables, matched many times faster."""

from __future__ import annotations

import numpy as np
import pandas as pd


def in_numbers(
    households: pd.DataFrame, survey: pd.DataFrame, support: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Replace the codes of households and groups by numbers, in the order of the codes.

    Parameters
    ----------
    households, survey, support
        Tables `rumah_tangga`, `survei` and `pendampingan`. They are not changed.
    """
    tables = (households, survey, support)
    ids = pd.concat([table["id_rt"].astype("object") for table in tables], ignore_index=True)
    numbers = pd.factorize(ids, sort=True)[0]
    ends = np.cumsum([len(table) for table in tables])[:-1]
    numbered = [table.assign(id_rt=part) for table, part in zip(tables, np.split(numbers, ends), strict=True)]
    groups = pd.factorize(households["id_kelompok"])[0].astype("float64")
    groups[groups < 0] = np.nan
    return numbered[0].assign(id_kelompok=groups), numbered[1], numbered[2]
