"""Amounts of all waves in the rupiah of the last month of interviews, where the price index allows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from pasar_nb.analysis import prices
from pasar_nb.analysis.arrays import Floats
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message


@dataclass(frozen=True, slots=True)
class Rupiah:
    """In whose rupiah amounts are told.

    Attributes
    ----------
    base
        Month (YYYY-MM) of real rupiah; None for nominal ones.
    reason
        Why amounts are nominal; None where they are not, or there is no amount.
    """

    base: str | None
    reason: Message | None


def rupiah_of(survey: pd.DataFrame, ihk: pd.DataFrame, *, needed: bool) -> tuple[Rupiah, Floats]:
    """Choose in whose rupiah amounts are told.

    Parameters
    ----------
    survey, ihk
        Tables `survei` and `ihk`.
    needed
        Whether any measure is an amount.

    Returns
    -------
    tuple of Rupiah and numpy.ndarray
        The latter of shape (rows,): by what the amounts of an interview are multiplied.
    """
    ones = np.ones(len(survey))
    if not needed or survey.empty:
        return Rupiah(None, None), ones
    month, names = pd.factorize(_months(survey["tanggal"]))
    known = [str(name) for name in names]
    base = max(known)
    factor = prices.deflator(ihk, known, base=base)
    if isinstance(factor, NotEstimable):
        return Rupiah(None, factor.reason), ones
    return Rupiah(base, None), np.asarray(factor.loc[known].to_numpy()[month], dtype="float64")


def months_of(survey: pd.DataFrame, waves: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Find the first and last month of the interviews of each wave."""
    days = survey.groupby("gelombang")["tanggal"].agg(["min", "max"])
    first, last = (pd.to_datetime(days[side]).dt.strftime("%Y-%m") for side in ("min", "max"))
    return {wave: (str(first[wave]), str(last[wave])) for wave in waves}


def _months(days: pd.Series[pd.Timestamp]) -> pd.Series[str]:
    """Write the months of days; each day once, as a survey has few of them."""
    codes, each = pd.factorize(pd.to_datetime(days))
    return pd.Series(pd.DatetimeIndex(each).strftime("%Y-%m").to_numpy()[codes], index=days.index)
