"""Whether the indicators are measured as often as was agreed."""

from __future__ import annotations

import re

import pandas as pd

from pasar_nb.analysis.monitoring.months import month_number
from pasar_nb.analysis.monitoring.results import Indicators, Measuring
from pasar_nb.vocabulary import MONTHS_PER_YEAR

_NUMERALS = (
    *("setengah", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh"),
    *("delapan", "sembilan", "sepuluh", "sebelas"),
)
_WHOLE_WORDS: tuple[tuple[str, int], ...] = (
    (r"caturwulan", 4),
    (r"tri\s?wulan|kuartal", 3),
    (r"semester", 6),
    (r"hari|harian|minggu|mingguan|pekan|pekanan", 1),
)
"""Words that name a period by themselves, with its months; capaian holds one value a month at the most."""


def months_between(frequency: str) -> int | None:
    """Read from a frequency in words how many months lie between two measurements.

    Parameters
    ----------
    frequency
        As the district wrote it, e.g. ``bulanan``, ``tiga bulan sekali``, ``setengah tahun sekali``.

    Returns
    -------
    int or None
        None where the words name no period, such as ``setiap survei``.
    """
    words = " ".join(frequency.casefold().split())
    for pattern, months in _WHOLE_WORDS:
        if re.search(rf"\b(?:{pattern})(?:an)?\b", words):
            return months
    found = re.search(r"(?:(\w+) )?\b(se)?(bulan|tahun)(?:an)?\b", words)
    if found is None:
        return None
    number, _once, period = found.groups()
    return max(1, round(_count(number) * (MONTHS_PER_YEAR if period == "tahun" else 1)))


def _count(numeral: str | None) -> float:
    if numeral in _NUMERALS:
        return _NUMERALS.index(numeral) or 0.5
    return float(numeral) if numeral and numeral.isdecimal() and int(numeral) else 1.0


def check_measuring(indicators: Indicators, reference: str | None) -> Measuring:
    """Tell which indicators were never measured, or longer ago than their frequency allows.

    Parameters
    ----------
    indicators
        The indicators against their plan.
    reference
        Month up to which measurements are expected; without it nothing is late.
    """
    table = indicators.table
    never = table["latest_month"].eq("")
    since = table["latest_month"].where(~never, table["start_month"])
    age = pd.Series([_age(month, reference) for month in since], table.index, dtype="Int64")
    interval = pd.Series(
        [months_between(str(words)) for words in table["frekuensi"]], table.index, dtype="Int64"
    )
    done = table["state"].eq("reached") & pd.Series(
        [_is_over(due, reference) for due in table["deadline_month"]]
    )
    return Measuring(
        table=table[["indikator", "nama", "frekuensi"]].assign(
            interval=interval,
            latest_month=table["latest_month"],
            age=age,
            never=never,
            late=(age > interval).fillna(value=False).astype("bool") & ~never & ~done,
            done=done,
        )
    )


def _age(month: str, reference: str | None) -> int | None:
    return month_number(reference) - month_number(month) if month and reference else None


def _is_over(deadline: int, reference: str | None) -> bool:
    return reference is not None and month_number(reference) > deadline
