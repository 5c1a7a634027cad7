"""Which households spend less than the poverty line of the year in which they were asked."""

from __future__ import annotations

import pandas as pd

from pasar_nb.demo.living import BUDGET


def below_line(answers: pd.DataFrame, amounts: pd.DataFrame) -> pd.Series[float]:
    """Tell 1 for below the line, 0 for not, missing where an answer is missing.

    Parameters
    ----------
    answers
        Rows of `survei`, or what stands behind them.
    amounts
        Table `acuan` of the contract.
    """
    line = amounts.set_index(amounts["tahun"].astype(int))["garis_kemiskinan"]
    spent = answers[list(BUDGET)].sum(axis=1, skipna=False) / answers["jumlah_anggota"].astype(float)
    poor = (spent < answers["tanggal"].dt.year.map(line)).astype(float)
    known: pd.Series[float] = poor.where(spent.notna())
    return known
