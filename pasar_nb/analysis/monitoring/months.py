"""Months as numbers, so that they can be subtracted."""

from __future__ import annotations

from datetime import date

from pasar_nb.vocabulary import MONTHS_PER_YEAR


def month_number(month: str) -> int:
    """Turn a month given as ``YYYY-MM`` into a number: neighbouring months are one apart."""
    year, of_year = month.split("-")
    return int(year) * MONTHS_PER_YEAR + int(of_year) - 1


def month_name(number: int) -> str:
    """Write a numbered month as ``YYYY-MM``."""
    return f"{number // MONTHS_PER_YEAR:04d}-{number % MONTHS_PER_YEAR + 1:02d}"


def month_of(day: date) -> str:
    """Tell the month of a day as ``YYYY-MM``."""
    return f"{day:%Y-%m}"
