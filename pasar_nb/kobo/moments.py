"""Moments of a telephone or a server as days of the district."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timezone

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*")


def local_day(text: str, zone: timezone, *, universal: bool) -> str:
    """Turn a moment into the day that the district's calendar showed.

    Parameters
    ----------
    text
        Answer as exported, e.g. ``2024-01-10T23:30:00.000Z``.
    zone
        The district's time zone.
    universal
        Whether a moment without an offset is in universal time, as times of sending are.

    Returns
    -------
    str
        The day in ISO form for a moment that says its offset; everything else as it stands.
    """
    moment = _moment(text)
    if moment is None or (moment.tzinfo is None and not universal):
        return text
    try:
        return _aware(moment).astimezone(zone).date().isoformat()
    except OverflowError:  # the first and the last day that a calendar knows
        return text


def universal_moment(text: str) -> datetime | None:
    """Read a time of sending, which is universal time where it has no offset; None where it is none."""
    moment = _moment(text)
    return None if moment is None else _aware(moment)


def _moment(text: str) -> datetime | None:
    bare = text.strip()
    if not _MOMENT.fullmatch(bare):
        return None
    try:
        return datetime.fromisoformat(bare)
    except ValueError:
        return None


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
