"""The time of day, as orders, answers and the ledger write it."""

from __future__ import annotations

from datetime import UTC, datetime


def timestamp() -> str:
    """Give this moment as ISO text, UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
