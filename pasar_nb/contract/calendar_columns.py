"""Columns of days and months, day-first or ISO, with month names, and spreadsheets' serial numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import cache

import pandas as pd

from pasar_nb.contract.cases import Case
from pasar_nb.contract.cell_log import DASHES, Cell, CellLog, read_each
from pasar_nb.contract.messages import parsing as messages

_YEAR = "[1-9][0-9]{3}"  # an earlier year is a slip, and no calendar of programmes knows a year 0
_ISO_DAY = rf"{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"
_ISO_MONTH = rf"{_YEAR}-(?:0[1-9]|1[0-2])"
_YEAR_FIRST = re.compile(rf"(?P<y>{_YEAR})[-/.](?P<m>[0-9]{{1,2}})[-/.](?P<d>[0-9]{{1,2}})")
_DAY_FIRST = re.compile(rf"(?P<d>[0-9]{{1,2}})[-/. ](?P<m>[0-9]{{1,2}})[-/. ](?P<y>{_YEAR})")
_NAMED = re.compile(rf"(?:[a-z']+, *)?(?P<d>[0-9]{{1,2}})[ -](?P<m>[a-z]+)\.?[ ,-]+(?P<y>{_YEAR})")
_SERIAL = re.compile(r"[2-7][0-9]{4}(?:\.[0-9]+)?")  # days since 1899-12-30: the years 1954 to 2119
_SERIAL_ORIGIN = date(1899, 12, 30)  # Excel counts 1900 as a leap year, so its day 0 is shifted by one
_MONTH_FIRST = re.compile(rf"(?P<m>[0-9]{{1,2}})[-/.](?P<y>{_YEAR})")
_MONTH_LAST = re.compile(rf"(?P<y>{_YEAR})(?:[-/.]|(?=[0-9]{{2}}$))(?P<m>[0-9]{{1,2}})")
_MONTH_NAMED = re.compile(rf"(?P<m>[a-z]+)\.?[ ,-]+(?P<y>{_YEAR})")
_OLD_SPELLINGS = {
    "agt": 8,
    "agst": 8,
    "ags": 8,
    "nop": 11,
    "nopember": 11,
    "pebruari": 2,
    "peb": 2,
    "sept": 9,
}


def parse_dates(texts: pd.Series, log: CellLog) -> pd.Series:
    """Read a column of days: ISO, or day-first as Indonesians write; ``03/04/2024`` is 3 April.

    Parameters
    ----------
    texts
        Stripped text of the cells, ``""`` where there is none.
    log
        Where cases are noted.

    Returns
    -------
    pandas.Series
        datetime64; missing where empty or unreadable.
    """
    days = pd.to_datetime(
        texts.where(texts.str.fullmatch(_ISO_DAY), None), format="%Y-%m-%d", errors="coerce"
    )
    odd = texts[(texts != "") & days.isna()]
    if len(odd):
        days.loc[odd.index] = pd.to_datetime(pd.Series(read_each(odd, _read_day, log), index=odd.index))
    return days


def parse_months(texts: pd.Series, log: CellLog) -> pd.Series:
    """Read a column of months as text ``YYYY-MM``; other writings are converted with a warning.

    Parameters
    ----------
    texts
        Stripped text of the cells, ``""`` where there is none.
    log
        Where cases are noted.

    Returns
    -------
    pandas.Series
        Text; missing where empty or unreadable.
    """
    months = texts.where(texts.str.fullmatch(_ISO_MONTH), None)
    odd = texts[(texts != "") & months.isna()]
    if len(odd):
        months.loc[odd.index] = pd.Series(read_each(odd, _read_month, log), index=odd.index, dtype="str")
    return months


def _read_day(text: str) -> Cell:
    if text in DASHES:
        return Cell(case=messages.DASH_AS_MISSING)
    bare = text.casefold()
    if day := _matched_day(_DAY_FIRST, bare) or _matched_day(_YEAR_FIRST, bare):
        return Cell(day)
    found = _matched_day(_NAMED, bare) or _serial(bare) or _day_with_time(text)
    if found is None:
        return Cell(case=messages.DATE_NOT_READ)
    return Cell(found, messages.DATE_CONVERTED, {"plain": found.isoformat()})


def _read_month(text: str) -> Cell:
    if text in DASHES:
        return Cell(case=messages.DASH_AS_MISSING)
    bare = text.casefold()
    for pattern in (_MONTH_FIRST, _MONTH_LAST, _MONTH_NAMED):
        if (match := pattern.fullmatch(bare)) and (number := _month_number(match["m"])):
            return _converted_month(date(int(match["y"]), number, 1), messages.MONTH_CONVERTED)
    day = _read_day(text)
    if isinstance(day.value, date):
        return _converted_month(day.value, messages.MONTH_CONVERTED)
    return Cell(case=messages.MONTH_NOT_READ)


def _converted_month(day: date, case: Case) -> Cell:
    month = f"{day:%Y-%m}"
    return Cell(month, case, {"plain": month})


def _matched_day(pattern: re.Pattern[str], text: str) -> date | None:
    match = pattern.fullmatch(text)
    number = _month_number(match["m"]) if match else 0
    if not match or not number:
        return None
    try:
        return date(int(match["y"]), number, int(match["d"]))
    except ValueError:
        return None


def is_serial(text: str) -> bool:
    """Tell whether a text is a day as a spreadsheet counts it."""
    return _SERIAL.fullmatch(text.strip()) is not None


def _serial(text: str) -> date | None:
    return _SERIAL_ORIGIN + timedelta(days=int(float(text))) if _SERIAL.fullmatch(text) else None


def _day_with_time(text: str) -> date | None:
    if not re.match(_YEAR, text) or not ("T" in text or " " in text):
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None


def _month_number(written: str) -> int:
    """Give the number of a month written in digits or by name; 0 where it is none."""
    if written.isdigit():
        return int(written) if 1 <= int(written) <= 12 else 0
    return _month_names().get(written, 0)


@cache
def _month_names() -> Mapping[str, int]:
    from babel.dates import get_month_names

    names = dict(_OLD_SPELLINGS)
    for locale in ("id_ID", "en_GB"):
        for width in ("wide", "abbreviated"):
            names |= {name.casefold(): at for at, name in get_month_names(width, locale=locale).items()}
    return names
