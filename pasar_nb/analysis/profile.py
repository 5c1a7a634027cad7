"""What the analyses read in the profile of a district; None is what it does not record."""

from __future__ import annotations

from datetime import date

import pandas as pd


def commodity_of(profile: pd.DataFrame | None) -> str | None:
    """Give the commodity that the district chose."""
    told = _first(profile, "komoditas_terpilih")
    return None if told is None else str(told)


def start_of(profile: pd.DataFrame | None) -> date | None:
    """Give the day on which the intervention began."""
    told = _first(profile, "mulai_intervensi")
    return None if told is None else pd.Timestamp(str(told)).date()


def _first(profile: pd.DataFrame | None, column: str) -> object | None:
    if profile is None or column not in profile:
        return None
    told = profile[column].dropna()
    return None if told.empty else told.iloc[0]
