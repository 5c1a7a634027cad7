"""Two periods of twelve months of a series compared, the same calendar months in both."""

from __future__ import annotations

import pandas as pd

from pasar_nb.analysis.market.profile_results import PeriodChange
from pasar_nb.analysis.trend import Monthly
from pasar_nb.findings import NotEstimable
from pasar_nb.language import Message, _
from pasar_nb.vocabulary import MONTHS_PER_YEAR

LEAST_PAIRS = 10  # of twelve: with fewer, the season that is missing would show as a change


def last_year(series: Monthly, column: str) -> PeriodChange | NotEstimable:
    """Compare the last twelve months of a series with the twelve before.

    Parameters
    ----------
    series
        The series.
    column
        ``nilai`` or ``real``.
    """
    end = pd.Period(series.last, "M")
    return _compare(series, column, end - MONTHS_PER_YEAR)


def since_start(series: Monthly, column: str) -> PeriodChange | NotEstimable:
    """Compare the last twelve months of a series with its first twelve."""
    return _compare(series, column, pd.Period(series.first, "M") + (MONTHS_PER_YEAR - 1))


def _compare(series: Monthly, column: str, before_last: pd.Period) -> PeriodChange | NotEstimable:
    if series.unreal is not None and column == "real":
        return series.unreal
    end = pd.Period(series.last, "M")
    reason = _too_short(series)
    if reason is not None:
        return NotEstimable(reason)
    before, after = _year_to(series, column, before_last), _year_to(series, column, end)
    pairs = before.index.intersection(after.index)
    if len(pairs) < LEAST_PAIRS:
        return NotEstimable(
            _(
                "Dua masa 12 bulan tidak dibandingkan: hanya {pairs} bulan kalender berisi angka pada kedua "
                "masa, padahal perlu {least}.",
                pairs=len(pairs),
                least=LEAST_PAIRS,
            )
        )
    first, last = float(before[pairs].mean()), float(after[pairs].mean())
    if not first > 0:
        return NotEstimable(
            _("Perubahan dalam persen tidak dihitung: rata-rata masa pembandingnya nol atau negatif.")
        )
    return PeriodChange(
        before=first,
        after=last,
        change=last / first - 1,
        pairs=len(pairs),
        before_last=str(before_last),
        after_last=str(end),
    )


def _too_short(series: Monthly) -> Message | None:
    span = pd.Period(series.last, "M").ordinal - pd.Period(series.first, "M").ordinal + 1
    if span >= 2 * MONTHS_PER_YEAR:
        return None
    return _(
        "Dua masa 12 bulan belum dapat dibandingkan: deret baru mencakup {months} bulan, padahal "
        "perlu {least}.",
        months=span,
        least=2 * MONTHS_PER_YEAR,
    )


def _year_to(series: Monthly, column: str, last: pd.Period) -> pd.Series:
    """Give the figures of the twelve months up to one, by calendar month."""
    months = pd.PeriodIndex(series.table["bulan"], freq="M")
    values = pd.Series(series.table[column].to_numpy(dtype="float64"), index=months).dropna()
    year = values[(values.index > last - MONTHS_PER_YEAR) & (values.index <= last)]
    return pd.Series(year.to_numpy(), index=[month.month for month in year.index])
