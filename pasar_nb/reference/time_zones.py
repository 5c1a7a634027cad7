"""Time zones of Indonesia by province (Keputusan Presiden 41/1987, provinces as divided in 2022)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta, timezone
from types import MappingProxyType

# Indonesia has no summer time, so that fixed hours are exact and no database of zones is needed.
ZONES: Mapping[str, timezone] = MappingProxyType(
    {
        name: timezone(timedelta(hours=hours), name)
        for name, hours in (("Asia/Jakarta", 7), ("Asia/Makassar", 8), ("Asia/Jayapura", 9))
    }
)
"""WIB, WITA and WIT by their names in the tz database."""

_CENTRAL = frozenset(
    {
        "Bali",
        "Gorontalo",
        "Kalimantan Selatan",
        "Kalimantan Timur",
        "Kalimantan Utara",
        "Nusa Tenggara Barat",
        "Nusa Tenggara Timur",
        "Sulawesi Barat",
        "Sulawesi Selatan",
        "Sulawesi Tengah",
        "Sulawesi Tenggara",
        "Sulawesi Utara",
    }
)
_EASTERN = frozenset(
    {
        "Maluku",
        "Maluku Utara",
        "Papua",
        "Papua Barat",
        "Papua Barat Daya",
        "Papua Pegunungan",
        "Papua Selatan",
        "Papua Tengah",
    }
)


def zone_of(province: str) -> str:
    """Name the time zone of a province; the west of the country is what is neither centre nor east."""
    if province in _CENTRAL:
        return "Asia/Makassar"
    return "Asia/Jayapura" if province in _EASTERN else "Asia/Jakarta"
