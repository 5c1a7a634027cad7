"""Workbench for market-linkage programmes: from a district's Dokumen Kendali to a public report.

The names below are the public face. Each is imported when it is first used (PEP 562), so that a command that
only lists files does not wait for pandas.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pasar_nb.disclosure import Released, release
    from pasar_nb.district import District, find_districts
    from pasar_nb.errors import DataError, DisclosureError, PasarError, UsageError
    from pasar_nb.figures.frame import ReportFigure
    from pasar_nb.findings import (
        Count,
        GroupStatistics,
        Interval,
        Microdata,
        Named,
        NotEstimable,
        Open,
        published,
    )
    from pasar_nb.language import Message
    from pasar_nb.page import Page, open_locations, open_page, open_start
    from pasar_nb.tables.display import DisplayColumn, DisplayTable

__all__ = [
    "Count",
    "DataError",
    "DisclosureError",
    "DisplayColumn",
    "DisplayTable",
    "District",
    "GroupStatistics",
    "Interval",
    "Message",
    "Microdata",
    "Named",
    "NotEstimable",
    "Open",
    "Page",
    "PasarError",
    "Released",
    "ReportFigure",
    "UsageError",
    "find_districts",
    "open_locations",
    "open_page",
    "open_start",
    "published",
    "release",
]

_HOMES = {
    "pasar_nb.disclosure": ("Released", "release"),
    "pasar_nb.district": ("District", "find_districts"),
    "pasar_nb.errors": ("DataError", "DisclosureError", "PasarError", "UsageError"),
    "pasar_nb.figures.frame": ("ReportFigure",),
    "pasar_nb.findings": (
        *("Count", "GroupStatistics", "Interval", "Microdata", "Named", "NotEstimable", "Open", "published"),
    ),
    "pasar_nb.language": ("Message",),
    "pasar_nb.page": ("Page", "open_locations", "open_page", "open_start"),
    "pasar_nb.tables.display": ("DisplayColumn", "DisplayTable"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Import a public name when it is first used."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    """List the public names, whether they have been imported or not."""
    return sorted(__all__)
