"""What households spend on, and how much of their income comes from the business.

Both are ratios of sums: what all households together spend on food, as a share of all they spend. That is how
BPS publishes the pattern of consumption. The mean of every household's own share would give the smallest
budget the same say as the largest; for income it can have any value, as incomes near nought are divided by.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pasar_nb.analysis.arrays import Codes, Floats
from pasar_nb.analysis.description.results import FromBusiness, Spending
from pasar_nb.analysis.description.sheet import Sheet
from pasar_nb.analysis.description.statistics import Segments, ascending, segments
from pasar_nb.analysis.households import SPENDING, values_of
from pasar_nb.findings import NotEstimable
from pasar_nb.language import _
from pasar_nb.vocabulary import ARM_LABELS

_NO_SPENDING = NotEstimable(
    _(
        "Susunan belanja tidak dapat dihitung: tidak ada rumah tangga yang menjawab semua jenis belanja. Isi "
        "keenam kolom belanja; tulis 0 bila tidak ada pengeluaran."
    )
)
_NO_INCOME = NotEstimable(
    _(
        "Bagian pendapatan yang berasal dari usaha tidak dapat dihitung: pendapatan_usaha dan pendapatan_rt "
        "tidak tercatat pada wawancara yang sama."
    )
)


def spending(sheet: Sheet) -> Spending | NotEstimable:
    """Compute what share of spending goes to each kind, by wave and arm."""
    parts = {name: values_of(sheet.survey, name).to_numpy() * sheet.factor for name in SPENDING}
    total = np.sum(list(parts.values()), axis=0)
    complete = np.where(total > 0, total, np.nan)  # NaN where a part is missing
    own = _cells(complete, sheet)
    if not own.n.any():
        return _NO_SPENDING
    sums = own.total(own.values)
    order = ascending(complete)
    shares = {
        name: _sum_of(part, order, sheet) / np.where(sums > 0, sums, np.nan) for name, part in parts.items()
    }
    return Spending(table=_table(sheet, own, shares))


def from_business(sheet: Sheet) -> FromBusiness | NotEstimable:
    """Compute what share of income comes from the business, by wave and arm.

    Notes
    -----
    Of households that told both. Those without any income count in the shares of sums, not in the median.
    """
    business, income = (
        values_of(sheet.survey, name).to_numpy() * sheet.factor
        for name in ("pendapatan_usaha", "pendapatan_rt")
    )
    both = np.where(np.isnan(business), np.nan, income)
    own = _cells(both, sheet)
    sums = own.total(own.values)
    if not (sums > 0).any():
        return _NO_INCOME
    ratios = np.divide(business, both, out=np.full(len(both), np.nan), where=both > 0)
    shares = {
        "share": _sum_of(business, ascending(both), sheet) / np.where(sums > 0, sums, np.nan),
        "median": _cells(ratios, sheet).quantile(0.5),
    }
    return FromBusiness(table=_table(sheet, own, shares))


def _cells(values: Floats, sheet: Sheet) -> Segments:
    return segments(values, ascending(values), sheet.cell, len(ARM_LABELS) * len(sheet.waves))


def _sum_of(part: Floats, rows: Codes, sheet: Sheet) -> Floats:
    count = len(ARM_LABELS) * len(sheet.waves)
    sums = np.bincount(sheet.cell[rows], weights=part[rows], minlength=count)
    return np.asarray(sums, dtype="float64")


def _table(sheet: Sheet, own: Segments, shares: dict[str, Floats]) -> pd.DataFrame:
    arms: Sequence[str] = list(ARM_LABELS)
    frame = pd.DataFrame(
        {
            "wave": np.tile([str(wave) for wave in sheet.waves], len(arms)),
            "arm": np.repeat(arms, len(sheet.waves)),
            "n": own.n,
            **shares,
            "largest": own.told_by_few(),
        }
    )
    return frame[own.n > 0].reset_index(drop=True)
